"""sources/orphan-quote: a quotation that nobody near it speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, Rule, Span, in_quotation, non_blank_lines, quotations

SHORT = 40  # characters: shorter ones are titles, slogans and terms
HEADING = 60  # characters: a short paragraph before a quotation is a subhead, and introduces nobody
LEADS_IN = Pattern(r"[:—–-]\s*$")
CREDIT = Pattern(r"\s*[—–-]{1,2}\s*\S")
INTRODUCES = Pattern(r"\b(?:(?i:he|she|they|we|i)\b|[A-Z][a-z]+\s+[A-Z][a-z]+)", case_sensitive=True)


class OrphanQuote(Rule):
    """Finds a quotation that is a paragraph of its own and has no speaker, in its paragraph or in those around it.

    A reader has to be able to tell who is speaking, and so has the editor who checks the quotation. The Guardian's
    style guide (entry "quotes") asks to introduce a speaker at the beginning or after the first sentence, since readers
    should not have to wait to learn whose words they read. Quotations that go on over several paragraphs are looked at
    as one.

    The rule is not precise enough to be on: articles introduce speakers in more ways than it knows.

    ```bad
    The bridge was closed at noon.
    “Nobody will cross this river again before the spring, whatever they say”
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody near this quotation …
    The river is high.
    ```

    ```good
    The mayor was angry when he spoke to reporters on Monday, and said so.
    “Nobody will cross this river again before the spring, whatever they say”
    ```
    """

    name = "sources/orphan-quote"
    preview = True
    required_kinds = ("quote",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each run of paragraphs that are quotations and nothing else."""
        text, paragraphs = article.text, article.get(non_blank_lines)
        whole = _quoted_paragraphs(article, paragraphs)
        cues = [start for start, _, _ in article.mentions("cue") if not in_quotation(article, start)]
        number = 0
        while number < len(paragraphs):
            if number not in whole:
                number += 1
                continue
            first = number
            while number in whole:
                number += 1
            start, end = paragraphs[first]
            before = paragraphs[first - 1] if first else Span(start, start)
            after = paragraphs[number] if number < len(paragraphs) else Span(end, end)
            cue = bisect_left(cues, before.start)
            if end - start < SHORT or (cue < len(cues) and cues[cue] < after.end):
                continue
            if LEADS_IN.search(text, before.end - 3, before.end) or CREDIT.match(text, after.start):
                continue
            if before.end - before.start > HEADING and INTRODUCES.search(text, before.end - 400, before.end):
                continue
            yield Finding(Span(start, end), "Nobody near this quotation speaks it; say who does.")


def _quoted_paragraphs(article: Article, paragraphs: list[Span]) -> set[int]:
    """The numbers of the paragraphs that a quotation fills."""
    ends = {quotation.start: quotation.end for quotation in article.get(quotations)}
    return {number for number, (start, end) in enumerate(paragraphs) if ends.get(start, 0) >= end - 1}
