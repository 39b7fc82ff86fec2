"""Quotations: the text between quotation marks, and whether an offset is inside one.

A quotation is the speaker's words, not the reporter's, so most rules look only outside. In the canonical text, whatever
marks the file has, only “ and ” mark speech; ‘ and ’ mark a quotation within one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial

from newslint.article import Article, span_list
from newslint.model import Lexicon, Span
from newslint.named_tuple import NamedTuple

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


_make_quotation = partial(tuple.__new__, Quotation)


def quotations(article: Article) -> Sequence[Quotation]:
    """Return the outermost quotations in order. A quotation that is not closed ends with its paragraph.

    An opening mark within a quotation opens no other one.
    """
    found = span_list(article, _make_quotation)
    text, starts = article.text, article.line_starts
    open_start, line_start, line_end, is_first = -1, 0, -1, True
    for at, after, mark in article.mentions("quote"):
        if at > line_end:  # the first mark of a line
            if open_start >= 0:
                found.append(_make_quotation((open_start, line_end, False, True)))
                open_start = -1
            number = bisect_right(starts, at)
            line_start = starts[number - 1]
            line_end = starts[number] - 1 if number < len(starts) else len(text)
            is_first = True
        if mark == "“":
            if open_start < 0:
                open_start = at
        elif open_start >= 0:
            found.append(_make_quotation((open_start, after, True, True)))
            open_start, is_first = -1, False
        elif is_first and not text[at - 1 : at].isdigit():
            found.append(_make_quotation((line_start, after, True, False)))
            is_first = False
    if open_start >= 0:
        found.append(_make_quotation((open_start, line_end, False, True)))
    return found


def in_quotation(article: Article, offset: int) -> bool:
    """Return whether `offset` is inside a quotation."""
    found = article.get(quotations)
    number = bisect_left(found, (offset + 1,))
    return number > 0 and offset < found[number - 1].end


def overlaps_quotation(article: Article, span: tuple[int, int]) -> bool:
    """Return whether a span overlaps a quotation; for an empty span, whether it is inside one."""
    start, end = span
    found = article.get(quotations)
    number = bisect_left(found, (start + 1,))
    if number and start < found[number - 1].end and found[number - 1].start < end:
        return True
    return number < len(found) and found[number].start < end
