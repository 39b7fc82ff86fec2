"""sources/orphan-quote: a quotation that nobody near it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, Rule, Span, filled_lines, quotations, quoted

SHORT = 40  # characters: shorter ones are titles, slogans and terms
LEADS_IN = Pattern(r"[:—–-]\s*$")
CREDIT = Pattern(r"\s*[—–-]{1,2}\s*\S")


class OrphanQuote(Rule):
    """Finds a quotation that is a paragraph of its own and has no speaker, in its paragraph or in those around it.

    A reader has to be able to tell who is speaking, and so has the editor who checks the quotation.

    ```bad
    The bridge was closed at noon.
    “Nobody will cross this river again before the spring, whatever they promise”
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody near this quotation speaks it; say who does.
    The river is high.
    ```

    ```good
    The mayor was angry when he spoke to reporters on Monday, and said so.
    “Nobody will cross this river again before the spring, whatever they promise”
    ```
    """

    name = "sources/orphan-quote"
    preview = True
    triggers = ("quote",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding a paragraph."""
        paragraphs = article.get(filled_lines)
        found = article.get(quotations)
        cues = [start for start, _, _ in article.mentions("cue") if not quoted(article, start)]
        at = 0
        for number, (start, end) in enumerate(paragraphs):
            while at < len(found) and found[at].start < start:
                at += 1
            if at == len(found):
                return
            first = found[at]
            if first.start != start or first.end < end - 1 or end - start < SHORT:
                continue
            before = paragraphs[number - 1] if number else Span(0, 0)
            after = paragraphs[number + 1] if number + 1 < len(paragraphs) else Span(end, end)
            if any(before.start <= cue < after.end for cue in cues):
                continue
            if LEADS_IN.within(article.text, before.end - 3, before.end) or CREDIT.at(article.text, after.start):
                continue
            yield Finding(Span(start, end), "Nobody near this quotation speaks it; say who does.")
