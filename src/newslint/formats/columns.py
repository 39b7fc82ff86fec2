"""What a terminal or an editor needs of a position: columns in its own unit, and text without control characters."""

from __future__ import annotations

import re

from newslint.api import Pattern, Place, Position, Report

UNITS = ("char", "byte", "utf16", "display")
# C0, DEL and C1, the line separators, what turns the direction of text, and halves of surrogate pairs.
CONTROL = Pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def escape(text: str) -> str:
    """The text with every control character written as an escape, so that a terminal cannot be told to do things."""
    return CONTROL.replace(escaped, text)


def escaped(match: re.Match[str]) -> str:
    """One character as its escape."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def named(place: Place) -> str:
    """The path as it is printed; a record of a file of many is told by `#` and its line."""
    path = escape(place.path)
    return path if place.record is None else f"{path}#{place.record}"


def column(place: Place, position: Position, report: Report) -> int:
    """The column of a position in the unit that was asked for, from 1."""
    if report.column_unit == "char":
        return position.column
    text = report.text_of(place.path, place.record)
    before = text[position.offset - position.column + 1 : position.offset]
    if report.column_unit == "byte":
        return len(before.encode("utf-8", "surrogatepass")) + 1
    if report.column_unit == "utf16":
        return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
    return width(before) + 1


def width(text: str) -> int:
    """How many cells of a terminal the text fills."""
    from wcwidth import wcswidth

    cells: int = wcswidth(text)
    return cells if cells >= 0 else len(text)
