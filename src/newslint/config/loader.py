"""Reads `.newslint.toml`. Every key is known or an error; nothing is inherited from another folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from newslint.config.settings import PatternSpec, Settings, SettingsError, did_you_mean
from newslint.model import SEVERITIES

NAME = ".newslint.toml"
FAIL_ON = (*SEVERITIES, "never")


def find(start: str) -> str | None:
    """The nearest configuration file, from the folder `start` upwards to the top of its repository."""
    folder = start
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def load(path: str) -> Settings:
    """The settings in a file. Raises SettingsError with file, key and what to do."""
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
        raise SettingsError(f"{path}: is nested too deeply to be read; take some levels out") from error
    except ValueError as error:  # of TOML, or of a number in it
        raise SettingsError(f"{path}: is not valid TOML: {error}") from error
    try:
        return _settings(table, os.path.abspath(path))
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error


def _settings(table: Mapping[str, Any], path: str) -> Settings:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise SettingsError(f'unknown key "{key}"{did_you_mean(key, KEYS)}')
        field, read = KEYS[key]
        values[field] = read(key, value)
    root = os.path.dirname(path)
    local = tuple(os.path.normpath(os.path.join(root, name)) for name in values.pop("local_plugins", ()))
    return Settings(root=root, config_path=path, local_plugins=local, **values)


def _strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f'"{key}" has to be a list of strings, as in {key} = ["…"]')
    return tuple(value)


def _globs(key: str, value: Any) -> tuple[str, ...]:
    return tuple(map(_glob, _strings(key, value)))


def _glob(given: str) -> str:
    """A glob as it is compared with paths, which have neither `./` before them nor a slash behind."""
    glob = given.rstrip("/")
    while glob.startswith("./"):
        glob = glob[2:].lstrip("/")
    if glob in ("", ".") or glob.startswith("/") or "\\" in glob:
        raise SettingsError(
            f'"exclude": "{given}" can match nothing; a glob is relative to the folder of this file, with "/" between '
            'names, as in "drafts" or "wire/*.md"'
        )
    return glob


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f'"{key}" has to be true or false')
    return value


def _level(key: str, value: Any) -> str:
    if value not in FAIL_ON:
        raise SettingsError(f'"{key}" has to be one of {", ".join(FAIL_ON)}')
    return str(value)


def _tables(key: str, value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise SettingsError(f'"{key}" has to hold a table a rule, as in [{key}."sources/bare-source"]')
    return value


def _patterns(key: str, value: Any) -> tuple[PatternSpec, ...]:
    if not isinstance(value, list):
        raise SettingsError(f'"{key}" has to be a list of tables; write [[{key}]]')
    return tuple(_pattern(number, item) for number, item in enumerate(value, 1))


def _pattern(number: int, table: Any) -> PatternSpec:
    where = f"[[pattern]] number {number}"
    if not isinstance(table, dict):
        raise SettingsError(f"{where} has to be a table")
    for key, value in table.items():
        if key not in PatternSpec._fields:
            raise SettingsError(f'{where}: unknown key "{key}"{did_you_mean(key, PatternSpec._fields)}')
        if not isinstance(value, str):
            raise SettingsError(f'{where}: "{key}" has to be a string')
    for key in ("name", "match", "message"):
        if not table.get(key):
            raise SettingsError(f'{where}: "{key}" is missing; it needs a name, a match and a message')
    if table.get("severity", "warning") not in SEVERITIES:
        raise SettingsError(f'{where}: "severity" has to be one of {", ".join(SEVERITIES)}')
    return PatternSpec(**table)


KEYS: Mapping[str, tuple[str, Callable[[str, Any], Any]]] = {
    "select": ("select", _strings),
    "ignore": ("ignore", _strings),
    "preview": ("preview", _flag),
    "fail-on": ("fail_on", _level),
    "exclude": ("exclude", _globs),
    "plugins": ("plugins", _strings),
    "local-plugins": ("local_plugins", _strings),
    "pattern": ("patterns", _patterns),
    "rules": ("rules", _tables),
}
