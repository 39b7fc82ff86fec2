"""Escapes for terminals, logs, JSON and XML: no text of an article, a path or a plugin can harm or invalidate a report.

Every part of newslint that prints such text calls one of these functions. Beside characters that control a terminal or
end a line, they escape what the log of a GitHub workflow takes for a command: `::` at the start of a line, and `##[`
anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newslint.api import Location, Pattern

# C0, DEL and C1, the line separators, the characters that change the direction of text, and lone surrogates.
CONTROL = Pattern("[\x00-\x1f\x7f-\x9f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LOG_COMMAND, ESCAPED_LOG_COMMAND = "##[", "#\\x23["
LINE_COMMAND, ESCAPED_LINE_COMMAND = "::", "\\x3a:"
# Python has them for the bytes of a file name that is not Unicode, and a string in a record may have them.
LONE_SURROGATES = Pattern("[\ud800-\udfff]")
# XML 1.0 allows none of these, not even as a character reference.
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Tabs and line ends too: in an attribute, a parser replaces them by spaces, and elsewhere a `\r` by a line feed.
MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escape(text: str) -> str:
    """Return the text with control characters as escapes, so that it can control neither a terminal nor a log."""
    if not text.isprintable():
        text = CONTROL.sub(escape_character, text)
    if LOG_COMMAND in text:
        text = text.replace(LOG_COMMAND, ESCAPED_LOG_COMMAND)
    if LINE_COMMAND in text and text.lstrip().startswith(LINE_COMMAND):
        text = text.replace(LINE_COMMAND, ESCAPED_LINE_COMMAND, 1)
    return text


def escape_lines(text: str) -> str:
    """Return a text of several lines with every line escaped; the lines stay."""
    return "\n".join(map(escape, text.split("\n")))


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

    return _without_controls(LONE_SURROGATES.sub(_escaped_twice, json.dumps(value, ensure_ascii=False)))


def exact_json_text(
    value: object, *, is_indented: bool = False, default: Callable[[object], object] | None = None
) -> str:
    """Return a value as JSON from which a parser reads exactly the value, lone surrogates included.

    It is one line, or, indented, a line for each member. `default` turns what JSON does not have into what it has.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=1 if is_indented else None, default=default)
    return "\n".join(map(_without_controls, text.split("\n")))


def _without_controls(text: str) -> str:
    """Return JSON with escapes for characters that end a line or control a terminal, and for commands of a log."""
    if not text.isprintable():
        text = CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace(LOG_COMMAND, "#\\u0023[") if LOG_COMMAND in text else text


def _escaped_twice(match: re.Match[str]) -> str:
    return "\\" + escape_character(match)  # so that a parser returns the escape, not the surrogate


def xml_text(text: str) -> str:
    """Return text for an XML element or a quoted attribute; characters that XML forbids become escapes."""
    text = FORBIDDEN.sub(escape_character, text).translate(MARKUP)
    if not text.isprintable():
        text = CONTROL.sub(lambda match: f"&#{ord(match.group())};", text)
    return text.replace(LOG_COMMAND, "##&#91;") if LOG_COMMAND in text else text
