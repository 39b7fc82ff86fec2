"""Text as JSON and XML can carry it, so that no strict reader refuses a whole report for one character in it."""

from __future__ import annotations

import re

from newslint.api import Pattern
from newslint.reporters.columns import escape_character

# Halves of surrogate pairs: a file name that is no text has them, and so may a string in a record.
LONE_SURROGATES = Pattern("[\ud800-\udfff]")
# What XML 1.0 has no way to write, not even as a character reference.
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Tabs and line ends too: a parser makes spaces of them in an attribute, and a line feed of every `\r`.
MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def json_text(value: object) -> str:
    """The value as JSON in one line. Half a surrogate pair is shown as its escape, as in the `text` format."""
    import json

    return LONE_SURROGATES.sub(_escaped_twice, json.dumps(value, ensure_ascii=False))


def _escaped_twice(match: re.Match[str]) -> str:
    return "\\" + escape_character(match)  # so that a reader of the JSON sees the escape, not the half pair


def xml_text(text: str) -> str:
    """The text for an element or a quoted attribute. What XML forbids is shown as its escape."""
    return FORBIDDEN.sub(escape_character, text).translate(MARKUP)
