"""Quotations: the text between quotation marks, and whether an offset is inside one.

A quotation is the speaker's words, not the reporter's, so most rules look only outside.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Mention, Span
from newslint.text.lines import cached_per_line, line_span

LEXICON: Lexicon = {"quote": ("“", "”", "„", '"', "«", "»", "‘")}

CLOSING_MARKS_BY_OPENING = {"“": "”", "„": "“”", "«": "»"}


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
    return any(quotation.start < end and start < quotation.end for line in lines for quotation in line)


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
    """Return the quotations in one line, given its marks."""
    found: list[Quotation] = []
    if not marks:
        return found
    text, (line_start, end) = article.text, line_span(article, number)
    open_start, closing, searched_to, may_close_single = -1, "", 0, True
    for at, _, mark in marks:
        if at < searched_to:
            continue  # nested in the previous quotation
        if open_start >= 0:
            if mark in closing:
                searched_to = at + 1
                found.append(Quotation(open_start, searched_to, True))
                open_start = -1
        elif mark in CLOSING_MARKS_BY_OPENING:
            open_start, closing = at, CLOSING_MARKS_BY_OPENING[mark]
        elif mark == "”" and not found and not text[at - 1 : at].isdigit():
            searched_to = at + 1
            found.append(Quotation(line_start, searched_to, True, False))
        elif mark == '"' and not _is_inch_mark(text, at):
            open_start, closing = at, '"'
        elif may_close_single and mark == "‘" and not text[at - 1 : at].isalnum():
            single_end = _single_quotation_end(text, at + 1, end)
            if single_end:
                searched_to = single_end
                found.append(Quotation(at, single_end, True))
            else:
                may_close_single = False  # the rest of the line has no closing mark either
    if open_start >= 0:
        found.append(Quotation(open_start, end, False))
    return found


def _is_inch_mark(text: str, at: int) -> bool:
    """Return whether the straight mark follows a digit directly: 6'2\"."""
    return text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalnum()


def _single_quotation_end(text: str, start: int, end: int) -> int:
    """Return the offset after the ’ that closes a quotation, or 0; an apostrophe does not close it."""
    at = text.find("’", start, end)
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum():
            return at + 1
        at = text.find("’", at + 1, end)
    return 0
