"""Columns in the unit that a terminal or an editor counts: code points, bytes, UTF-16 units or cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from newslint.api import Location, Position, ReportContext

UNITS = ("char", "byte", "utf16", "display")
TAB_CELLS = 8  # as terminals, Vim and Emacs have it by default
STEP_CHARS = 4096  # lengths of the text before every multiple of it are computed once
PLAIN = re.compile(r"(?<=[ -~])[ -~]")  # where no character belongs to the one before it


def column(location: Location, position: Position, context: ReportContext) -> int:
    """Return the column, from 1, of a position in the location's article, in the unit of the report."""
    if context.column_unit == "char":
        return position.column
    text = context.article_text(location.path, location.record)
    start = position.offset - position.column + 1
    if context.column_unit == "byte":
        return _byte_length(text, start, position.offset, "utf-8") + 1
    if context.column_unit == "utf16":
        return _byte_length(text, start, position.offset, "utf-16-le") // 2 + 1
    return _cells(text, start, position.offset) + 1


def _byte_length(text: str, start: int, end: int, encoding: str) -> int:
    """Return the length in bytes of a part of a text. A long one is not encoded again for every finding in it."""
    if end - start <= STEP_CHARS or end > len(text):  # the text has become shorter since it was linted
        return len(text[start:end].encode(encoding, "surrogatepass"))
    lengths, first, last = _lengths(text, encoding), start // STEP_CHARS + 1, end // STEP_CHARS
    before, after = text[start : first * STEP_CHARS], text[last * STEP_CHARS : end]
    return len((before + after).encode(encoding, "surrogatepass")) + lengths[last] - lengths[first]


@lru_cache(maxsize=4)
def _lengths(text: str, encoding: str) -> list[int]:
    """Return the lengths in bytes of the text before every multiple of STEP_CHARS."""
    pieces = (text[start : start + STEP_CHARS] for start in range(0, len(text), STEP_CHARS))
    return [0, *accumulate(len(piece.encode(encoding, "surrogatepass")) for piece in pieces)]


def _cells(text: str, start: int, end: int) -> int:
    """Return the width of a part of a text in cells. A long one is not measured again for every finding in it."""
    is_short = end - start <= STEP_CHARS or end > len(text)
    if is_short or text.find("\t", start, end) >= 0:  # the width of a tab depends on all that stands before it
        return display_width(text[start:end])
    offsets, widths = _widths(text)
    first, last = bisect_left(offsets, start), bisect_right(offsets, end) - 1
    if first >= last:
        return display_width(text[start:end])
    between = widths[last] - widths[first]
    return display_width(text[start : offsets[first]]) + between + display_width(text[offsets[last] : end])


@lru_cache(maxsize=4)
def _widths(text: str) -> tuple[list[int], list[int]]:
    """Return some offsets of a text, STEP_CHARS or more apart, and the widths in cells of the text before them."""
    offsets, widths = [0], [0]
    while plain := PLAIN.search(text, offsets[-1] + STEP_CHARS):
        widths.append(widths[-1] + display_width(text[offsets[-1] : plain.start()]))
        offsets.append(plain.start())
    return offsets, widths


def display_width(text: str) -> int:
    """Return the width of the text in cells of a terminal, from the start of its line.

    A tab fills the cells up to the next multiple of `TAB_CELLS`. Other control characters fill one.
    """
    from wcwidth import wcswidth, wcwidth

    cells = 0
    for number, part in enumerate(text.split("\t")):
        cells += TAB_CELLS - cells % TAB_CELLS if number else 0
        width: int = wcswidth(part)
        cells += width if width >= 0 else sum(abs(wcwidth(one)) for one in part)
    return cells
