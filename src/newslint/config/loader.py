"""The settings of a run: those of a configuration file, with the options of a command laid over them.

Configuration files do not inherit from each other: the nearest one is the only one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from newslint.config.settings import Settings, SettingsError

CONFIG_FILE_NAME = ".newslint.toml"


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Split the values of a repeatable option `--select A,B` into names; empty names are dropped."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def load_for_run(config: str | None, *, isolated: bool, paths: Iterable[str] = ()) -> Settings:
    """Return the settings in the file `config`, by default the nearest one; with `isolated`, the default settings.

    The nearest one is that of the working directory; if all `paths` lie outside its repository, it is theirs.

    Raises SettingsError for a file that is invalid and for a working directory that does not exist.
    """
    try:
        folder = os.getcwd()
    except OSError as error:
        raise SettingsError("the working directory does not exist any more; change to one that does") from error
    path = None if isolated else config or find_config_file(_start_folder(folder, paths))
    if not path:
        return Settings(root=folder)
    from newslint.config.config_file import load_settings

    return load_settings(path)


def with_overrides(
    settings: Settings,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    preview: bool = False,
    fail_on: str | None = None,
    encoding: str | None = None,
    date: str | None = None,
    cross: bool = True,
    measure_time: bool = False,
    force_exclude: bool = False,
    debug: bool = False,
) -> Settings:
    """Return the settings with the options of a command laid over them.

    `ignore` adds to the configuration; `select`, `preview`, `fail_on`, `encoding` replace it where they are given. A
    `select` of the command leaves out patterns and rules that the configuration sets up, too.
    `date` is `YYYY-MM-DD`. Raises SettingsError for an invalid date and for an unknown encoding.
    """
    if encoding is not None:
        from newslint.config.keys import read_encoding

        encoding = read_encoding("--encoding", encoding)
    return settings._replace(
        select=select or settings.select,
        strict_select=bool(select),
        named_by_options=select + ignore,
        force_exclude=force_exclude,
        ignore=settings.ignore + ignore,
        preview=preview or settings.preview,
        fail_on=fail_on or settings.fail_on,
        encoding=encoding or settings.encoding,
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


def find_repository(folder: str) -> str:
    """Return the top of the repository that a folder belongs to; the folder itself if there is none."""
    top = folder
    while not os.path.exists(os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            return folder
        top = above
    return top


def _start_folder(folder: str, paths: Iterable[str]) -> str:
    """Return the folder to search a configuration from, upwards."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    top = os.path.join(find_repository(folder), "")
    if not folders or any(os.path.join(path, "").startswith(top) or not os.path.isdir(path) for path in folders):
        return folder
    try:
        return os.path.commonpath(folders)
    except ValueError:  # on several drives
        return folder


def _has_settings(path: str) -> bool:
    from newslint.config.config_file import has_settings

    return has_settings(path)


def find_config_file(start: str) -> str | None:
    """Return the nearest configuration file, from the folder `start` upwards to the top of its repository."""
    folder = start
    while True:
        path = os.path.join(folder, CONFIG_FILE_NAME)
        if os.path.lexists(path):  # one that cannot be read is an error: without it, other rules would run
            return path
        path = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(path) and _has_settings(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above
