"""Text as JSON and XML can carry it, so that no strict reader refuses a whole report for one character in it."""

from __future__ import annotations

import re

from newslint.api import Location, Pattern

# C0, DEL and C1, the line separators, what turns the direction of text, and halves of surrogate pairs.
CONTROL = Pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Halves of surrogate pairs: a file name that is no text has them, and so may a string in a record.
LONE_SURROGATES = Pattern("[\ud800-\udfff]")
# What XML 1.0 has no way to write, not even as a character reference.
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Tabs and line ends too: a parser makes spaces of them in an attribute, and a line feed of every `\r`.
MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


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


def json_text(value: object) -> str:
    """The value as JSON in one line. Half a surrogate pair is shown as its escape, as in the `text` format."""
    import json

    return LONE_SURROGATES.sub(_escaped_twice, json.dumps(value, ensure_ascii=False))


def _escaped_twice(match: re.Match[str]) -> str:
    return "\\" + escape_character(match)  # so that a reader of the JSON sees the escape, not the half pair


def xml_text(text: str) -> str:
    """The text for an element or a quoted attribute. What XML forbids is shown as its escape."""
    return FORBIDDEN.sub(escape_character, text).translate(MARKUP)
