"""The configuration file: `.newslint.toml`, or the table `[tool.newslint]` of a pyproject.toml."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import Any

from newslint.config.keys import CONFIG_KEYS
from newslint.config.settings import KeyedError, Settings, SettingsError, did_you_mean
from newslint.files import FileError, read_regular

PYPROJECT = "pyproject.toml"
PYPROJECT_TABLE = "tool.newslint"


def load_settings(path: str) -> Settings:
    """Return the settings in a file. Raises SettingsError, which names file, line and key, and says what to do."""
    text = _read(path)
    table = _parse(path, text)
    try:
        return _settings(table, os.path.abspath(path))
    except KeyedError as error:
        raise located(error, path) from error


def _read(path: str) -> str:
    try:
        return read_regular(path).decode("utf-8")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except FileError as error:
        raise SettingsError(f"{path}: {error}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _parse(path: str, text: str) -> Mapping[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        table: Mapping[str, Any] = tomllib.loads(text)
    except RecursionError as error:
        raise SettingsError(f"{path}: is nested too deeply; remove some levels") from error
    except ValueError as error:  # invalid TOML, or a number with too many digits
        raise SettingsError(f"{path}: is not valid TOML: {error}") from error
    if os.path.basename(path) != PYPROJECT:
        return table
    for name in PYPROJECT_TABLE.split("."):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise SettingsError(f"{path}: [{PYPROJECT_TABLE}] must be a table")
    return table


def has_settings(path: str) -> bool:
    """Return whether a pyproject.toml has settings of newslint; whether it is valid is not checked."""
    try:
        return re.search(rb"^\s*\[+\s*tool\s*\.\s*newslint\b", read_regular(path), re.MULTILINE) is not None
    except (OSError, FileError):
        return False


def _settings(table: Mapping[str, Any], path: str) -> Settings:
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in CONFIG_KEYS:
            raise KeyedError(f'unknown key "{name}"{did_you_mean(name, CONFIG_KEYS)}', name)
        key = CONFIG_KEYS[name]
        values[key.field] = key.read(name, value)
    if preset := values.pop("preset", None):
        values = {"text_keys": preset.text, "date_keys": preset.date, **values}
    root = os.path.dirname(path)
    local_plugins = tuple(os.path.normpath(os.path.join(root, name)) for name in values.pop("local_plugins", ()))
    return Settings(root=root, config_path=path, local_plugins=local_plugins, **values)


def line_of(text: str, *keys: str | int) -> int:
    """Return the line, from 1, of the last key that the text of a file shows on the way of `keys`; 0 without any.

    A name stands before `=` or in the header of a table; a number counts the headers of a list of tables from 0.
    """
    at, found = 0, 0
    for position, key in enumerate(keys):
        if isinstance(key, int):
            header = rf"^[ \t]*\[\[[^\]\n]*\b{re.escape(str(keys[position - 1]))}[ \t]*\]\]"
            matches = list(re.finditer(header, text, re.MULTILINE))
            match = matches[key] if key < len(matches) else None
        else:
            name = rf"[\"']?{re.escape(key)}[\"']?[ \t]*"
            match = re.compile(rf"^[ \t]*(?:{name}=|\[+[^\]\n]*?{name}\])", re.MULTILINE).search(text, at)
        if match:
            at = match.start()
            found = text.count("\n", 0, match.end()) + 1
    return found


def located(error: KeyedError, path: str) -> SettingsError:
    """Return the error with the file and line of its key, as far as the file at `path` shows it."""
    if not path:
        return SettingsError(str(error), error.failures)
    line = line_of(_read(path), *error.keys)
    return SettingsError(f"{path}:{line}: {error}" if line else f"{path}: {error}", error.failures)
