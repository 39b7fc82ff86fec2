"""The configuration file `.newslint.toml`. An unknown key is an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from newslint.config.settings import PatternSpec, Settings, SettingsError, did_you_mean
from newslint.model import SEVERITIES

FAIL_ON_LEVELS = (*SEVERITIES, "never")


def load_settings(path: str) -> Settings:
    """Return the settings in a file. Raises SettingsError, which names the file and the key, and says what to do."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        with open(path, "rb") as file:
            table = tomllib.loads(file.read().decode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except RecursionError as error:
        raise SettingsError(f"{path}: is nested too deeply; remove some levels") from error
    except ValueError as error:  # invalid TOML, or a number with too many digits
        raise SettingsError(f"{path}: is not valid TOML: {error}") from error
    try:
        return _settings(table, os.path.abspath(path))
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error


def _settings(table: Mapping[str, Any], path: str) -> Settings:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in CONFIG_KEYS:
            raise SettingsError(f'unknown key "{key}"{did_you_mean(key, CONFIG_KEYS)}')
        field, read = CONFIG_KEYS[key]
        values[field] = read(key, value)
    if preset := values.pop("preset", None):
        values = {"text_keys": preset.text, "date_keys": preset.date, **values}
    root = os.path.dirname(path)
    local_plugins = tuple(os.path.normpath(os.path.join(root, name)) for name in values.pop("local_plugins", ()))
    return Settings(root=root, config_path=path, local_plugins=local_plugins, **values)


def _strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f'"{key}" must be a list of strings, as in {key} = ["…"]')
    return tuple(value)


def _globs(key: str, value: Any) -> tuple[str, ...]:
    return tuple(map(_glob, _strings(key, value)))


def _glob(text: str) -> str:
    """Return a glob without `./` before it and `/` after it: discovery compares it with paths that have neither."""
    glob = text.rstrip("/")
    while glob.startswith("./"):
        glob = glob[2:].lstrip("/")
    if glob in ("", ".") or glob.startswith("/") or "\\" in glob:
        raise SettingsError(
            f'"exclude": "{text}" cannot match any file; write a glob relative to the folder of this file, with "/" '
            'between names, as in "drafts" or "wire/*.md"'
        )
    return glob


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f'"{key}" must be true or false')
    return value


def _level(key: str, value: Any) -> str:
    if value not in FAIL_ON_LEVELS:
        raise SettingsError(f'"{key}" must be one of {", ".join(FAIL_ON_LEVELS)}')
    return str(value)


def read_encoding(key: str, value: Any) -> str:
    """Return the name of an encoding. Raises SettingsError for one that Python does not know."""
    from newslint.file_encoding import find_codec, known_encodings

    if not isinstance(value, str):
        raise SettingsError(f'"{key}" must be a string, as in {key} = "latin-1"')
    if find_codec(value) is None:
        hint = did_you_mean(value.lower(), known_encodings())
        raise SettingsError(f'{key}: there is no encoding "{value}"{hint} (Python\'s list of codecs has all names)')
    return value


def _profile(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise SettingsError(f'"{key}" must be the name of a profile, as in {key} = "ap"')
    return value


def _text_key(key: str, value: Any) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
    if not names or not all(isinstance(name, str) and name for name in names):
        raise SettingsError(f'"{key}" must be the name of a field, as in {key} = "body", or a list of names')
    return names


def _preset(key: str, value: Any) -> Any:
    from newslint.config.presets import PRESETS

    if not isinstance(value, str) or value not in PRESETS:
        raise SettingsError(f'"{key}" must be one of {", ".join(PRESETS)}')
    return PRESETS[value]


def _tables(key: str, value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise SettingsError(f'"{key}" must hold one table per rule, as in [{key}."sources/bare-source"]')
    return value


def _patterns(key: str, value: Any) -> tuple[PatternSpec, ...]:
    if not isinstance(value, list):
        raise SettingsError(f'"{key}" must be a list of tables; write [[{key}]]')
    return tuple(_pattern(number, item) for number, item in enumerate(value, 1))


def _pattern(number: int, table: Any) -> PatternSpec:
    where = f"[[pattern]] number {number}"
    if not isinstance(table, dict):
        raise SettingsError(f"{where} must be a table")
    for key, value in table.items():
        if key not in PatternSpec._fields:
            raise SettingsError(f'{where}: unknown key "{key}"{did_you_mean(key, PatternSpec._fields)}')
        if not isinstance(value, str):
            raise SettingsError(f'{where}: "{key}" must be a string')
    for key in ("name", "match", "message"):
        if not table.get(key):
            raise SettingsError(f'{where}: "{key}" is missing; add it (a pattern needs name, match and message)')
    if table.get("severity", "warning") not in SEVERITIES:
        raise SettingsError(f'{where}: "severity" must be one of {", ".join(SEVERITIES)}')
    return PatternSpec(**table)


CONFIG_KEYS: Mapping[str, tuple[str, Callable[[str, Any], Any]]] = {
    "select": ("select", _strings),
    "ignore": ("ignore", _strings),
    "preview": ("preview", _flag),
    "profile": ("profile", _profile),
    "fail-on": ("fail_on", _level),
    "encoding": ("encoding", read_encoding),
    "exclude": ("exclude", _globs),
    "plugins": ("plugins", _strings),
    "local-plugins": ("local_plugins", _strings),
    "text-key": ("text_keys", _text_key),
    "date-keys": ("date_keys", _strings),
    "preset": ("preset", _preset),
    "pattern": ("patterns", _patterns),
    "rules": ("rules", _tables),
}
