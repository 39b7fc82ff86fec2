"""The keys of a `[[pattern]]` table."""

import re
from collections.abc import Mapping
from typing import Any

from newslint.config.settings import KeyedError, PatternSpec, did_you_mean
from newslint.model import SEVERITIES

_STRINGS = {"type": "array", "items": {"type": "string"}}
PATTERN_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "The rule is called pattern/NAME."},
        "match": {"type": "string", "description": "A regular expression of the regex library."},
        "words": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "description": "Words to find, each with what to write instead; in place of match.",
        },
        "message": {
            "type": "string",
            "description": "What is wrong and what to do; {match} is the matched words, {replace} what replaces them.",
        },
        "replace": {"type": "string", "description": "What replaces the words; it may use groups, such as \\1."},
        "severity": {"enum": list(SEVERITIES)},
        "ignore-case": {"type": "boolean", "description": "Find the words in capitals and small letters."},
        "exceptions": {**_STRINGS, "description": "Phrases within which nothing is reported."},
        "in-quotations": {
            "type": "boolean",
            "description": "Report words within quotations, too, which is the default.",
        },
        "bad": {**_STRINGS, "description": "Texts that must have a finding: newslint --test runs them."},
        "good": {**_STRINGS, "description": "Texts that must have none."},
    },
    "required": ["name"],
    "anyOf": [{"required": ["match", "message"]}, {"required": ["words"]}],
    "additionalProperties": False,
}
TYPES = {
    "boolean": (bool, "true or false"),
    "array": (list, "a list of strings"),
    "object": (dict, "a table of strings"),
}
WORDS_MESSAGE = '"{match}": write "{replace}".'


def list_of_tables(key: str, value: Any) -> list[dict[str, Any]]:
    """Return the tables of `[[key]]`. Raises KeyedError."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise KeyedError(f'"{key}" must be a list of tables; write [[{key}]]', key)
    return value


def read_patterns(key: str, value: Any) -> tuple[PatternSpec, ...]:
    """Return the patterns of a configuration. Raises KeyedError."""
    return tuple(_pattern(key, number, item) for number, item in enumerate(list_of_tables(key, value)))


def _pattern(key: str, number: int, table: dict[str, Any]) -> PatternSpec:
    where = f"[[{key}]] number {number + 1}"
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in PATTERN_SCHEMA["properties"]:
            hint = did_you_mean(name, PATTERN_SCHEMA["properties"])
            raise KeyedError(f'{where}: unknown key "{name}"{hint}', key, number, name)
        kind, wanted = TYPES.get(PATTERN_SCHEMA["properties"][name].get("type", "string"), (str, "a string"))
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not isinstance(value, kind) or not all(isinstance(item, str) for item in items):
            raise KeyedError(f'{where}: "{name}" must be {wanted}', key, number, name)
        values[name.replace("-", "_")] = (
            tuple(value.items()) if isinstance(value, dict) else tuple(value) if isinstance(value, list) else value
        )
    if values.get("words"):
        for other in ("match", "replace"):
            if other in values:
                text = f'{where}: "words" replaces "match" and "replace"; remove "{other}", or make two patterns'
                raise KeyedError(text, key, number, other)
        values.setdefault("message", WORDS_MESSAGE)
    for name in ("name",) if values.get("words") else ("name", "match", "message"):
        if not values.get(name):
            text = f'{where}: "{name}" is missing; add it (a pattern needs a name, and match and message or words)'
            raise KeyedError(text, key, number)
    _check_message(where, values, key, number)
    if values.get("severity", "warning") not in SEVERITIES:
        raise KeyedError(f'{where}: "severity" must be one of {", ".join(SEVERITIES)}', key, number, "severity")
    return PatternSpec(**values)


def _check_message(where: str, values: Mapping[str, Any], key: str, number: int) -> None:
    known = ["{match}", *(["{replace}"] if "replace" in values or values.get("words") else [])]
    for placeholder in re.findall(r"\{\w*\}", values["message"]):
        if placeholder not in known:
            meanings = "the matched words and what replaces them" if known[1:] else "the matched words"
            text = f'{where}: "message" has {placeholder}; it may have {" and ".join(known)}, {meanings}'
            raise KeyedError(text, key, number, "message")
