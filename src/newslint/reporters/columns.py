"""What a terminal or an editor needs of a position: columns in its own unit, and text without control characters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from newslint.api import Location, Pattern, Position, ReportContext

STEP = 4096  # code points between the marks of a long line
UNITS = ("char", "byte", "utf16", "display")
# C0, DEL and C1, the line separators, what turns the direction of text, and halves of surrogate pairs.
CONTROL = Pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def escape(text: str) -> str:
    """The text with every control character written as an escape, so that a terminal cannot be told to do things."""
    return text if text.isprintable() else CONTROL.sub(escape_character, text)


def escape_character(match: re.Match[str]) -> str:
    """One character as its escape."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def format_path(place: Location) -> str:
    """The path as it is printed; a record of a file of many is told by `#` and its line."""
    path = escape(place.path)
    return path if place.record is None else f"{path}#{place.record}"


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
