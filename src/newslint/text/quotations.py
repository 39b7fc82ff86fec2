"""Quotations: what stands between quotation marks, and whether an offset is inside one.

What somebody is quoted as saying is theirs, not the reporter's; most rules look only outside.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Mention, Span
from newslint.text.lines import cached_per_line, stripped_line

LEXICON: Lexicon = {"quote": ("“", "”", "„", '"', "«", "»", "‘")}

CLOSING = {"“": "”", "„": "“”", "«": "»"}


class Quotation(NamedTuple):
    """A stretch between quotation marks, the marks included."""

    start: int
    end: int
    closed: bool  # False: the mark is missing, or the next paragraph goes on with the quotation

    @property
    def inner_span(self) -> Span:
        """Without the marks."""
        return Span(self.start + 1, self.end - 1 if self.closed else self.end)


def quotations(article: Article) -> list[Quotation]:
    """The outermost quotations in order. None crosses a paragraph; an open one ends with its paragraph."""
    found: list[Quotation] = []
    marks, starts, number = article.mentions("quote"), article.line_starts, 0
    while number < len(marks):
        line = bisect_right(starts, marks[number][0]) - 1
        found += _of_line(article, line)
        number = bisect_left(marks, (_end(article, line),))
    return found


def in_quotation(article: Article, offset: int) -> bool:
    """Whether `offset` stands inside a quotation."""
    found = _of_line(article, bisect_right(article.line_starts, offset) - 1)
    number = bisect_right(found, offset, key=_start) - 1
    return number >= 0 and offset < found[number].end


def overlaps_quotation(article: Article, span: tuple[int, int]) -> bool:
    """Whether a stretch holds a part of a quotation; of an insertion, whether it goes into one."""
    start, end = span
    first, last = (bisect_right(article.line_starts, offset) for offset in span)
    lines = (_of_line(article, number - 1) for number in range(first, last + 1))
    return any(found.start < end and start < found.end for line in lines for found in line)


def _start(quotation: Quotation) -> int:
    return quotation.start


@cached_per_line
def _of_line(article: Article, number: int) -> list[Quotation]:
    marks = article.mentions("quote")
    first = bisect_left(marks, (article.line_starts[number],))
    return _pair(article, number, marks[first : bisect_left(marks, (_end(article, number),))])


def _end(article: Article, number: int) -> int:
    starts = article.line_starts
    return starts[number + 1] if number + 1 < len(starts) else len(article.text)


def _pair(article: Article, number: int, marks: Sequence[Mention]) -> list[Quotation]:
    """The quotations that the marks of one line make."""
    found: list[Quotation] = []
    if not marks:
        return found
    text, end = article.text, stripped_line(article, number).end
    opened, closing, past, single = -1, "", 0, True
    for at, _, sign in marks:
        if at < past:
            continue  # quoted within the one just found
        if opened >= 0:
            if sign in closing:
                past = at + 1
                found.append(Quotation(opened, past, True))
                opened = -1
        elif sign in CLOSING:
            opened, closing = at, CLOSING[sign]
        elif sign == '"' and not _inches(text, at):
            opened, closing = at, '"'
        elif single and sign == "‘" and not text[at - 1 : at].isalnum():
            until = _single_end(text, at + 1, end)
            if until:
                past = until
                found.append(Quotation(at, until, True))
            else:
                single = False  # nor will a later one be closed
    if opened >= 0:
        found.append(Quotation(opened, end, False))
    return found


def _inches(text: str, at: int) -> bool:
    """A straight mark after a figure that no space precedes: 6'2\"."""
    return text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalnum()


def _single_end(text: str, start: int, end: int) -> int:
    """Just past the ’ that closes a quotation begun before `start`, or 0; an apostrophe does not close it."""
    at = text.find("’", start, end)
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum():
            return at + 1
        at = text.find("’", at + 1, end)
    return 0
