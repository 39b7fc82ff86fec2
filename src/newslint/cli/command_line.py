"""A small parser of valid command lines: importing typer costs several times what linting an article does.

It knows the options of `RunOptions`. What else may stand in a command line, such as `--help`, `--version` and every
error, is left to `newslint.cli.parser`, so that each message exists once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, get_args

from newslint.cli.options import NAME_LISTS, SHORT_OPTIONS, RunOptions, option_name
from newslint.config.loader import split_names


def parse(arguments: Sequence[str]) -> RunOptions | None:
    """Return the options of a valid command line; None for one that typer has to parse."""
    try:
        return RunOptions(**_parse(arguments))
    except _UnknownError:
        return None


class _UnknownError(Exception):
    """An argument that this parser does not know."""


def _parse(arguments: Sequence[str]) -> dict[str, Any]:
    if sys.platform == "win32":  # typer expands patterns such as *.txt, which the shell has not
        raise _UnknownError
    values: dict[str, Any] = {}
    paths: list[str] = []
    fields = {option_name(field): field for field in RunOptions.__annotations__ if field != "paths"} | SHORT_OPTIONS
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            paths += remaining
        elif argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        else:
            name, has_value, value = argument.partition("=") if argument.startswith("--") else (argument, "", "")
            if name not in fields:
                name, has_value, value = argument[:2], "short", argument[2:]  # as in -j4
            field = fields.get(name)
            if field is None:
                raise _UnknownError
            if RunOptions.__annotations__[field] is bool:
                if has_value:
                    raise _UnknownError
                values[field] = True
                continue
            if not has_value:
                value = next(remaining, "-")
                if value.startswith("-"):  # missing, or another option by mistake
                    raise _UnknownError
            if field in NAME_LISTS:
                values[field] = (*values.get(field, ()), *split_names([value]))
            else:
                values[field] = _convert(field, value)
    return values | {"paths": tuple(paths)}


def _convert(field: str, value: str) -> str | int:
    """Return the value of an option in the type of its field. Raises _UnknownError for an invalid one."""
    kind = RunOptions.__annotations__[field]
    if kind is int:
        if value.isascii() and value.isdecimal() and len(value) < 10:
            return int(value)
    elif kind is str or str in get_args(kind) or value in _choices(kind):
        return value
    raise _UnknownError


def _choices(kind: Any) -> set[str]:
    """Return the values of a literal type, which may be optional."""
    return {choice for part in (kind, *get_args(kind)) for choice in get_args(part)}
