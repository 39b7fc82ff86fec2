"""sources/orphan-quote: a quotation without a speaker near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, Rule, Span, in_quotation, non_blank_lines, quotations

MIN_QUOTATION_CHARS = 40  # shorter ones are titles, slogans and terms
MAX_HEADING_CHARS = 60  # a short paragraph before a quotation is a subheading, and introduces no speaker
MAX_INTRODUCTION_CHARS = 400  # of the paragraph before a quotation, its end
LEAD_IN = Pattern(
    r"[:—–-]\s*$",
    method="search",
    matches=("The letter read:", "She wrote —"),
    misses=("She wrote.", "At 9:30 it"),
)
CREDIT_LINE = Pattern(
    r"\s*[—–-]{1,2}\s*\S",
    matches=("— Eva Lind", "-- Eva Lind"),
    misses=("Eva Lind — neighbor", "—"),
)
INTRODUCTION = Pattern(
    r"\b(?:(?i:he|she|they|we|i)\b|[A-Z][a-z]+\s+[A-Z][a-z]+)",
    case_sensitive=True,
    method="search",
    matches=("Then She smiled", "the neighbor Eva Lind came"),
    misses=("The river is high", "the mayor came"),
)


class OrphanQuote(Rule):
    """Finds a quotation that is a separate paragraph and has no speaker, in its paragraph or in those around it.

    A reader must be able to tell who is speaking, and so must the editor who checks the quotation. The Guardian's
    style guide (entry "quotes") asks to introduce a speaker at the beginning or after the first sentence, since readers
    should not have to wait to learn whose words they read. The rule treats a quotation over several paragraphs as one.

    The rule is not precise enough to be on: articles introduce speakers in more ways than it knows.

    ```bad
    The bridge was closed at noon.
    “Nobody will cross this river again before the spring, whatever they say”
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This quotation has no speaker…
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
        """Yield one finding for each run of paragraphs that hold a quotation and nothing else."""
        text, paragraphs = article.text, article.get(non_blank_lines)
        quoted = _quoted_paragraphs(article, paragraphs)
        cues = [start for start, _, _ in article.mentions("cue") if not in_quotation(article, start)]
        number = 0
        while number < len(paragraphs):
            if number not in quoted:
                number += 1
                continue
            first = number
            while number in quoted:
                number += 1
            start, end = paragraphs[first]
            before = paragraphs[first - 1] if first else Span(start, start)
            after = paragraphs[number] if number < len(paragraphs) else Span(end, end)
            cue = bisect_left(cues, before.start)
            if end - start < MIN_QUOTATION_CHARS or (cue < len(cues) and cues[cue] < after.end):
                continue
            if LEAD_IN.search(text, before.end - 3, before.end) or CREDIT_LINE.match(text, after.start):
                continue
            if before.end - before.start > MAX_HEADING_CHARS and INTRODUCTION.search(
                text, before.end - MAX_INTRODUCTION_CHARS, before.end
            ):
                continue
            yield Finding(Span(start, end), "This quotation has no speaker near it; say who said it.")


def _quoted_paragraphs(article: Article, paragraphs: list[Span]) -> set[int]:
    """Return the numbers (from 0) of the paragraphs that one quotation fills."""
    ends = {quotation.start: quotation.end for quotation in article.get(quotations)}
    return {number for number, (start, end) in enumerate(paragraphs) if ends.get(start, 0) >= end - 1}
