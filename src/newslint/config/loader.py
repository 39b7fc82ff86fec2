"""Settings from `.newslint.toml` and from the options of a command. An unknown key is an error.

Configuration files do not inherit from each other: the nearest one is the only one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newslint.config.settings import PatternSpec, Settings, SettingsError, did_you_mean
from newslint.model import SEVERITIES

CONFIG_FILE_NAME = ".newslint.toml"
FAIL_ON_LEVELS = (*SEVERITIES, "never")


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Split the values of a repeatable option `--select A,B` into names; empty names are dropped."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def load_for_run(config: str | None, *, isolated: bool) -> Settings:
    """Return the settings in the file `config`, by default the nearest one; with `isolated`, the default settings.

    Raises SettingsError for a file that is invalid and for a working directory that does not exist.
    """
    try:
        folder = os.getcwd()
    except OSError as error:
        raise SettingsError("the working directory does not exist any more; change to one that does") from error
    path = None if isolated else config or find_config_file(folder)
    return load_settings(path) if path else Settings(root=folder)


def with_overrides(
    settings: Settings,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    preview: bool = False,
    fail_on: str | None = None,
    date: str | None = None,
    cross: bool = True,
    measure_time: bool = False,
    debug: bool = False,
) -> Settings:
    """Return the settings with the options of a command laid over them.

    `ignore` adds to the configuration; `select`, `preview`, `fail_on` replace it where they are given. `date` is
    `YYYY-MM-DD`. Raises SettingsError for an invalid date.
    """
    return settings._replace(
        select=select or settings.select,
        ignore=settings.ignore + ignore,
        preview=preview or settings.preview,
        fail_on=fail_on or settings.fail_on,
        date=_iso_date(date) if date else "",
        cross=cross,
        measure_time=measure_time,
        debug=debug,
    )


def _iso_date(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise SettingsError(f'--date: "{text}" is not a date; write YYYY-MM-DD, as in 2025-05-23') from error


def find_config_file(start: str) -> str | None:
    """Return the nearest configuration file, from the folder `start` upwards to the top of its repository."""
    folder = start
    while True:
        path = os.path.join(folder, CONFIG_FILE_NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


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
    "fail-on": ("fail_on", _level),
    "exclude": ("exclude", _globs),
    "plugins": ("plugins", _strings),
    "local-plugins": ("local_plugins", _strings),
    "pattern": ("patterns", _patterns),
    "rules": ("rules", _tables),
}
