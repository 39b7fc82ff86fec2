"""The keys of the configuration: what each may hold, in one table for validation and for the JSON schema."""

from collections.abc import Callable, Mapping
from typing import Any

from newslint.config.pattern_keys import PATTERN_SCHEMA, list_of_tables, read_patterns
from newslint.config.settings import KeyedError, Override, did_you_mean
from newslint.model import SEVERITIES
from newslint.named_tuple import NamedTuple

FAIL_ON_LEVELS = (*SEVERITIES, "never")
MAX_LIMIT = 10**9
STRINGS = {"type": "array", "items": {"type": "string"}}


class Key(NamedTuple):
    """A key: the field of Settings that it fills, how its value is read, and its type as JSON schema."""

    field: str
    read: Callable[[str, Any], Any]  # from the key's name and its value; raises KeyedError
    schema: Mapping[str, Any]
    meaning: str


def _strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise KeyedError(f'"{key}" must be a list of strings, as in {key} = ["…"]', key)
    return tuple(value)


def _files(key: str, value: Any) -> tuple[str, ...]:
    names = _strings(key, value)
    if any("\0" in name for name in names):
        raise KeyedError(f'"{key}" holds a NUL character, which no name of a file has; remove it', key)
    return names


def _globs(key: str, value: Any) -> tuple[str, ...]:
    return tuple(_glob(key, text) for text in _strings(key, value))


def _glob(key: str, text: str) -> str:
    """Return a glob without `./` before it and `/` after it: discovery compares it with paths that have neither."""
    glob = text.rstrip("/")
    while glob.startswith("./"):
        glob = glob[2:].lstrip("/")
    if glob in ("", ".") or glob.startswith("/") or "\\" in glob:
        raise KeyedError(
            f'"{key}": "{text}" cannot match any file; write a glob relative to the folder of this file, with "/" '
            'between names, as in "drafts" or "wire/*.md"',
            key,
        )
    return glob


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise KeyedError(f'"{key}" must be true or false', key)
    return value


def _limit(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < MAX_LIMIT:
        raise KeyedError(f'"{key}" must be a number, and not negative; 0 is no limit', key)
    return value


def _level(key: str, value: Any) -> str:
    if value not in FAIL_ON_LEVELS:
        raise KeyedError(f'"{key}" must be one of {", ".join(FAIL_ON_LEVELS)}', key)
    return str(value)


def read_encoding(key: str, value: Any) -> str:
    """Return the name of an encoding. Raises KeyedError for one that Python does not know."""
    from newslint.file_encoding import find_codec, known_encodings

    if not isinstance(value, str):
        raise KeyedError(f'"{key}" must be a string, as in {key} = "latin-1"', key)
    if find_codec(value) is None:
        hint = did_you_mean(value.lower(), known_encodings())
        raise KeyedError(f'{key}: there is no encoding "{value}"{hint} (Python\'s list of codecs has all names)', key)
    return value


def _profile(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise KeyedError(f'"{key}" must be the name of a profile, as in {key} = "ap"', key)
    return value


def _text_key(key: str, value: Any) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
    if not names or not all(isinstance(name, str) and name for name in names):
        raise KeyedError(f'"{key}" must be the name of a field, as in {key} = "body", or a list of names', key)
    return names


def _preset(key: str, value: Any) -> Any:
    from newslint.config.presets import PRESETS

    if not isinstance(value, str) or value not in PRESETS:
        raise KeyedError(f'"{key}" must be one of {", ".join(PRESETS)}', key)
    return PRESETS[value]


def _tables(key: str, value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise KeyedError(f'"{key}" must hold one table per rule, as in [{key}."sources/bare-source"]', key)
    return value


def _overrides(key: str, value: Any) -> tuple[Override, ...]:
    return tuple(_override(key, number, item) for number, item in enumerate(list_of_tables(key, value)))


def _override(key: str, number: int, table: dict[str, Any]) -> Override:
    where = f"[[{key}]] number {number + 1}"
    readers: Mapping[str, Callable[[str, Any], Any]] = {"paths": _globs, "ignore": _strings, "rules": _tables}
    values = {}
    for name, value in table.items():
        if name not in readers:
            raise KeyedError(f'{where}: unknown key "{name}"{did_you_mean(name, readers)}', key, number, name)
        try:
            values[name] = readers[name](name, value)
        except KeyedError as error:
            raise KeyedError(f"{where}: {error}", key, number, *error.keys) from error
    if not values.get("paths"):
        raise KeyedError(f'{where}: "paths" is missing; add globs, as in paths = ["wire/*"]', key, number)
    return Override(**values)


_RULES = {"type": "object", "additionalProperties": {"type": "object"}}
_TEXT = {"type": "string"}
_NUMBER = {"type": "number", "minimum": 0}
_OVERRIDE = {
    "type": "object",
    "properties": {
        "paths": {**STRINGS, "description": "The files: globs relative to this file's folder."},
        "ignore": {**STRINGS, "description": "Leave out these rules there, too."},
        "rules": {**_RULES, "description": "Severity and options there, by a rule's name, its family or a glob."},
    },
    "required": ["paths"],
    "additionalProperties": False,
}

CONFIG_KEYS: Mapping[str, Key] = {
    "select": Key("select", _strings, STRINGS, "Run only these rules: families, names or globs."),
    "ignore": Key("ignore", _strings, STRINGS, "Leave out these rules: families, names or globs."),
    "preview": Key("preview", _flag, {"type": "boolean"}, "Also run rules that are not yet precise enough."),
    "profile": Key("profile", _profile, _TEXT, "Set severities by a published standard, such as ap or npr."),
    "fail-on": Key("fail_on", _level, {"enum": list(FAIL_ON_LEVELS)}, "The minimum severity for exit status 1."),
    "encoding": Key("encoding", read_encoding, _TEXT, "The encoding of files without a byte order mark."),
    "max-size": Key("max_size", _limit, _NUMBER, "The megabytes that a file may have; 64 by default, 0 for any."),
    "timeout": Key("timeout", _limit, _NUMBER, "The seconds that an article may take; 60 by default, 0 for any."),
    "max-memory": Key("max_memory", _limit, _NUMBER, "The megabytes of a process; 4096 by default, 0 for any."),
    "exclude": Key("exclude", _globs, STRINGS, "Files and folders to skip: globs relative to this file's folder."),
    "gitignore": Key("gitignore", _flag, {"type": "boolean"}, "Skip what .gitignore ignores, which is the default."),
    "plugins": Key("plugins", _strings, STRINGS, "Installed plugins that may run."),
    "local-plugins": Key("local_plugins", _files, STRINGS, "Files that may run after `newslint --trust`."),
    "text-key": Key("text_keys", _text_key, {"type": ["string", "array"]}, "The field of JSON lines with the text."),
    "date-keys": Key("date_keys", _strings, STRINGS, "The fields of JSON lines and front matter with the date."),
    "preset": Key("preset", _preset, _TEXT, "The fields of a well-known data set."),
    "pattern": Key("patterns", read_patterns, {"type": "array", "items": PATTERN_SCHEMA}, "Rules without Python."),
    "rules": Key("rules", _tables, _RULES, "Severity and options, by a rule's name, its family or a glob."),
    "overrides": Key("overrides", _overrides, {"type": "array", "items": _OVERRIDE}, "Other rules for some paths."),
}
