"""Columns in the unit that a terminal or an editor counts: code points, bytes, UTF-16 units or cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Protocol

from newslint.api import Location, Position, ReportContext
from newslint.reporters.encoded_text import STEP_CHARS, EncodedText

UNITS = ("char", "byte", "utf16", "display")
TAB_CELLS = 8  # as terminals, Vim and Emacs have it by default
MAX_TEXTS = 4  # whose lengths are kept: the places of a finding may be in several articles
# Behind a letter, a sign or an emoji, where no character belongs to the one before it.
BOUNDARY = re.compile(r"(?<=[\t -~\w\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff])[\t -~]")


class MeasuredText(Protocol):
    """A text of which parts are measured."""

    def length(self, start: int, end: int) -> int:
        """Return the length of a part of a line, from the start of the line."""
        ...


def column(location: Location, position: Position, context: ReportContext) -> int:
    """Return the column, from 1, of a position in the location's article, in the unit of the report."""
    if context.column_unit == "char":
        return position.column
    text = context.article_text(location.path, location.record)
    line_start = position.offset - position.column + 1
    return _measured(text, context.column_unit).length(line_start, position.offset) + 1


_last_texts: list[tuple[str, str, MeasuredText]] = []  # each with its unit


def _measured(text: str, unit: str) -> MeasuredText:
    for its_text, its_unit, measured in _last_texts:
        if its_text is text and its_unit == unit:  # comparing the words of long texts would cost more than this saves
            return measured
    measured = TextInCells(text) if unit == "display" else EncodedText(text, "utf-8" if unit == "byte" else "utf-16-le")
    _last_texts[MAX_TEXTS - 1 :] = ()
    _last_texts.insert(0, (text, unit, measured))
    return measured


class TextInCells:
    """A text, as a terminal shows it. A long line is measured once, not again for every place in it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def length(self, start: int, end: int) -> int:
        """Return the width of a part of a line in cells, from the start of the line."""
        if end - start > STEP_CHARS:
            offsets, widths = self._checkpoints
            number = bisect_right(offsets, end) - 1
            if number >= 0 and offsets[number] > start:
                return display_width(self._text[offsets[number] : end], widths[number])
        return display_width(self._text[start:end])

    @cached_property
    def _checkpoints(self) -> tuple[list[int], list[int]]:
        """Return offsets in long lines, and the width of what stands before each in its line."""
        text, at = self._text, 0
        offsets: list[int] = []
        widths: list[int] = []
        while at < len(text):
            line_end, width = text.find("\n", at) % (len(text) + 1), 0
            while line_end - at > STEP_CHARS:
                first = at + STEP_CHARS
                boundary = BOUNDARY.search(text, first, first + STEP_CHARS)
                after = min(line_end, boundary.start() if boundary else first)
                width = display_width(text[at:after], width)
                at = after
                offsets.append(at)
                widths.append(width)
            at = line_end + 1
        return offsets, widths


def display_width(text: str, cells: int = 0) -> int:
    """Return the width of a line in cells of a terminal that goes on with a text after so many cells.

    A tab fills the cells up to the next multiple of `TAB_CELLS`. Other control characters fill one.
    """
    from wcwidth import wcswidth, wcwidth

    for number, part in enumerate(text.split("\t")):
        cells += TAB_CELLS - cells % TAB_CELLS if number else 0
        width: int = wcswidth(part)
        cells += width if width >= 0 else sum(abs(wcwidth(one)) for one in part)
    return cells
