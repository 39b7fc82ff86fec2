"""Columns in the unit that a terminal or an editor counts."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from newslint.api import Location, Position, ReportContext

STEP = 4096  # code points between the marks of a long line
UNITS = ("char", "byte", "utf16", "display")


def column(place: Location, position: Position, context: ReportContext) -> int:
    """The column of a position in the unit that was asked for, from 1."""
    if context.column_unit == "char":
        return position.column
    text = context.article_text(place.path, place.record)
    start = position.offset - position.column + 1
    if context.column_unit == "byte":
        return _length(text, start, position.offset, "utf-8") + 1
    if context.column_unit == "utf16":
        return _length(text, start, position.offset, "utf-16-le") // 2 + 1
    return display_width(text[start : position.offset]) + 1


def _length(text: str, start: int, end: int, encoding: str) -> int:
    """How many bytes the stretch has. Of a long line, only what lies beyond marks that are counted once a text."""
    if end - start <= STEP or end > len(text):  # beyond its end, where the file is no longer the same
        return len(text[start:end].encode(encoding, "surrogatepass"))
    marks, first, last = _marks(text, encoding), start // STEP + 1, end // STEP
    before, after = text[start : first * STEP], text[last * STEP : end]
    return len((before + after).encode(encoding, "surrogatepass")) + marks[last] - marks[first]


@lru_cache(maxsize=4)
def _marks(text: str, encoding: str) -> list[int]:
    pieces = (text[at : at + STEP] for at in range(0, len(text), STEP))
    return [0, *accumulate(len(piece.encode(encoding, "surrogatepass")) for piece in pieces)]


def display_width(text: str) -> int:
    """How many cells of a terminal the text fills."""
    from wcwidth import wcswidth

    cells: int = wcswidth(text)
    return cells if cells >= 0 else len(text)
