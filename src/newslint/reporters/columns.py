"""Columns in the unit that a terminal or an editor counts: code points, bytes, UTF-16 units or cells."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from newslint.api import Location, Position, ReportContext

UNITS = ("char", "byte", "utf16", "display")
TAB_CELLS = 8  # as terminals, Vim and Emacs have it by default
STEP_CHARS = 4096  # lengths of the text before every multiple of it are computed once


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
    return display_width(text[start : position.offset]) + 1


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
