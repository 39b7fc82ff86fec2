"""Escapes for terminals, JSON and XML, so that no character of an article or a path can harm or invalidate a report."""

from __future__ import annotations

import re

from newslint.api import Location, Pattern

# C0, DEL and C1, the line separators, the characters that change the direction of text, and lone surrogates.
CONTROL = Pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Python has them for the bytes of a file name that is not Unicode, and a string in a record may have them.
LONE_SURROGATES = Pattern("[\ud800-\udfff]")
# XML 1.0 allows none of these, not even as a character reference.
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Tabs and line ends too: in an attribute, a parser replaces them by spaces, and elsewhere a `\r` by a line feed.
MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escape(text: str) -> str:
    """Return the text with control characters as escapes, so that it cannot control a terminal."""
    return text if text.isprintable() else CONTROL.sub(escape_character, text)


def escape_character(match: re.Match[str]) -> str:
    """Return the escape of the matched character, such as `\\x1b`."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def format_path(location: Location) -> str:
    """Return the escaped path; for a record of a JSONL file, followed by `#` and its line."""
    path = escape(location.path)
    return path if location.record is None else f"{path}#{location.record}"


def json_text(value: object) -> str:
    """Return a value as JSON in one line; lone surrogates become escapes, as in the `text` format."""
    import json

    return LONE_SURROGATES.sub(_escaped_twice, json.dumps(value, ensure_ascii=False))


def _escaped_twice(match: re.Match[str]) -> str:
    return "\\" + escape_character(match)  # so that a parser returns the escape, not the surrogate


def xml_text(text: str) -> str:
    """Return text for an XML element or a quoted attribute; characters that XML forbids become escapes."""
    return FORBIDDEN.sub(escape_character, text).translate(MARKUP)
