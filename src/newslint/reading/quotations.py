"""Quotations: what stands between quotation marks, and whether an offset is inside one.

What somebody is quoted as saying is theirs, not the reporter's; most rules look only outside.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Span
from newslint.reading.lines import filled_lines

LEXICON: Lexicon = {"quote": ("“", "”", "„", '"', "«", "»", "‘")}

CLOSING = {"“": "”", "„": "“”", "«": "»"}


class Quotation(NamedTuple):
    """A stretch between quotation marks, the marks included."""

    start: int
    end: int
    closed: bool  # False: the mark is missing, or the next paragraph goes on with the quotation

    @property
    def inside(self) -> Span:
        """Without the marks."""
        return Span(self.start + 1, self.end - 1 if self.closed else self.end)


def quotations(article: Article) -> list[Quotation]:
    """The outermost quotations in order. None crosses a paragraph; an open one ends with its paragraph."""
    text, found = article.text, []
    marks = iter(article.mentions("quote"))
    mark = next(marks, None)
    for start, end in article.get(filled_lines):
        opened, closing = -1, ""
        while mark is not None and mark[0] < end:
            at, sign = mark[0], text[mark[0]]
            if at >= start:
                if opened >= 0:
                    if sign in closing:
                        found.append(Quotation(opened, at + 1, True))
                        opened = -1
                elif sign in CLOSING:
                    opened, closing = at, CLOSING[sign]
                elif sign == '"' and not _inches(text, at):
                    opened, closing = at, '"'
                elif sign == "‘" and not text[at - 1 : at].isalnum():
                    until = _single_end(text, at + 1, end)
                    if until > 0:
                        found.append(Quotation(at, until, True))
            mark = next(marks, None)
            while mark is not None and found and mark[0] < found[-1].end:
                mark = next(marks, None)  # quoted within the one just found
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


def quoted(article: Article, offset: int) -> bool:
    """Whether `offset` stands inside a quotation."""
    found = article.get(quotations)
    number = bisect_right(found, offset, key=_start) - 1
    return number >= 0 and offset < found[number].end


def _start(quotation: Quotation) -> int:
    return quotation.start
