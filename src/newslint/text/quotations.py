"""Quotations: the text between quotation marks, and whether an offset is inside one.

A quotation is the speaker's words, not the reporter's, so most rules look only outside. In the canonical text, whatever
marks the file has, only “ and ” mark speech; ‘ and ’ mark a quotation within one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Mention, Span
from newslint.text.lines import cached_per_line, line_span

LEXICON: Lexicon = {"quote": ("“", "”")}


class Quotation(NamedTuple):
    """A quotation with its marks."""

    start: int
    end: int
    closed: bool  # False: the closing mark is missing, or the quotation continues in the next paragraph
    opened: bool = True  # False: the opening mark stands before the line

    @property
    def inner_span(self) -> Span:
        """The span without the marks."""
        return Span(self.start + self.opened, self.end - 1 if self.closed else self.end)


def quotations(article: Article) -> list[Quotation]:
    """Return the outermost quotations in order. A quotation that is not closed ends with its paragraph."""
    found: list[Quotation] = []
    marks, number = article.mentions("quote"), 0
    while number < len(marks):
        line = article.line_index(marks[number][0])
        found += _quotations_in_line(article, line)
        number = bisect_left(marks, (_line_end(article, line),))
    return found


def in_quotation(article: Article, offset: int) -> bool:
    """Return whether `offset` is inside a quotation."""
    found = _quotations_in_line(article, article.line_index(offset))
    number = bisect_right(found, offset, key=_start) - 1
    return number >= 0 and offset < found[number].end


def overlaps_quotation(article: Article, span: tuple[int, int]) -> bool:
    """Return whether a span overlaps a quotation; for an empty span, whether it is inside one."""
    start, end = span
    first, last = (article.line_index(offset) for offset in span)
    lines = (_quotations_in_line(article, number) for number in range(first, last + 1))
    return any(_overlaps(line, start, end) for line in lines)


def _overlaps(line: Sequence[Quotation], start: int, end: int) -> bool:
    number = bisect_right(line, start, key=_start)
    if number and start < line[number - 1].end and line[number - 1].start < end:
        return True
    return number < len(line) and line[number].start < end


def _start(quotation: Quotation) -> int:
    return quotation.start


@cached_per_line
def _quotations_in_line(article: Article, number: int) -> list[Quotation]:
    marks = article.mentions("quote")
    first = bisect_left(marks, (article.line_starts[number],))
    return _pair_marks(article, number, marks[first : bisect_left(marks, (_line_end(article, number),))])


def _line_end(article: Article, number: int) -> int:
    starts = article.line_starts
    return starts[number + 1] if number + 1 < len(starts) else len(article.text)


def _pair_marks(article: Article, number: int, marks: Sequence[Mention]) -> list[Quotation]:
    """Return the quotations in one line, given its marks. An opening mark within a quotation opens no other one."""
    found: list[Quotation] = []
    open_start = -1
    for at, after, mark in marks:
        if mark == "“":
            if open_start < 0:
                open_start = at
        elif open_start >= 0:
            found.append(Quotation(open_start, after, True))
            open_start = -1
        elif not found and not article.text[at - 1 : at].isdigit():
            found.append(Quotation(line_span(article, number).start, after, True, opened=False))
    if open_start >= 0:
        found.append(Quotation(open_start, line_span(article, number).end, False))
    return found
