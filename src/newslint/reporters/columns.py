"""Columns in the unit that a terminal or an editor counts: code points, bytes, UTF-16 units or cells."""

from __future__ import annotations

import re
from bisect import bisect_right

from newslint.api import Location, Position, ReportContext

UNITS = ("char", "byte", "utf16", "display")
TAB_CELLS = 8  # as terminals, Vim and Emacs have it by default
STEP_CHARS = 4096  # in a longer line, the widths before some offsets, so far apart, are computed once
MAX_TEXTS = 4  # that these are kept of: the places of a finding may be in several articles
# Behind a letter, a sign or an emoji, where no character belongs to the one before it.
BOUNDARY = re.compile(r"(?<=[\t -~\w\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff])[\t -~]")
Checkpoints = tuple[list[int], list[int]]
"""Offsets in a text, and the width of what stands before each in its line."""


def column(location: Location, position: Position, context: ReportContext) -> int:
    """Return the column, from 1, of a position in the location's article, in the unit of the report."""
    if context.column_unit == "char":
        return position.column
    text = context.article_text(location.path, location.record)
    return _width_between(text, position.offset - position.column + 1, position.offset, context.column_unit) + 1


def _width_between(text: str, start: int, end: int, unit: str) -> int:
    """Return the width of a line up to an offset in it. A long line is not measured again for every finding in it."""
    if end - start > STEP_CHARS and end <= len(text):  # else the text has become shorter since it was linted
        offsets, widths = _checkpoints(text, unit)
        number = bisect_right(offsets, end) - 1
        if number >= 0 and offsets[number] > start:
            return _add_width(widths[number], text[offsets[number] : end], unit)
    return _add_width(0, text[start:end], unit)


_measured: list[tuple[str, str, Checkpoints]] = []  # the last texts and units


def _checkpoints(text: str, unit: str) -> Checkpoints:
    for measured, its_unit, checkpoints in _measured:
        if measured is text and its_unit == unit:  # comparing the words of long texts would cost more than this saves
            return checkpoints
    checkpoints = _measure(text, unit)
    _measured[MAX_TEXTS - 1 :] = ()
    _measured.insert(0, (text, unit, checkpoints))
    return checkpoints


def _measure(text: str, unit: str) -> Checkpoints:
    offsets: list[int] = []
    widths: list[int] = []
    at = 0
    while at < len(text):
        line_end, width = text.find("\n", at) % (len(text) + 1), 0
        while line_end - at > STEP_CHARS:
            first = at + STEP_CHARS
            boundary = BOUNDARY.search(text, first, first + STEP_CHARS) if unit == "display" else None
            after = min(line_end, boundary.start() if boundary else first)
            width = _add_width(width, text[at:after], unit)
            at = after
            offsets.append(at)
            widths.append(width)
        at = line_end + 1
    return offsets, widths


def _add_width(width: int, text: str, unit: str) -> int:
    """Return the width of a line that goes on with a text."""
    if unit == "display":
        return display_width(text, width)
    encoding, size = ("utf-8", 1) if unit == "byte" else ("utf-16-le", 2)
    return width + len(text.encode(encoding, "surrogatepass")) // size


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
