"""The part of the command line that newslint-corpus and newslint-extract share: start, common options, option types."""

from __future__ import annotations

import argparse
import math
import sys
from importlib import import_module
from typing import Any, NoReturn

from newslint import __version__
from newslint.completion import add_completion_option
from newslint.config.settings import did_you_mean
from newslint.console import end_run
from newslint.reporters.escaping import escape

CORPUS_EXTRA = "'newslint[corpus]'"
EXTRA_OF = {  # what to install for a package that is missing
    **dict.fromkeys(("brotli", "duckdb", "fastwarc", "fsspec", "pyarrow", "resiliparse", "zstandard"), CORPUS_EXTRA),
    "ray": "'newslint[ray]'",
    "trafilatura": "trafilatura",
}


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations of options, which could mean another one in the next version."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        """Print the error, and for an unknown option the most similar one; exit."""
        _, is_unknown, arguments = message.partition("unrecognized arguments: ")
        unknown = arguments.split()[0].partition("=")[0] if is_unknown else ""
        names = [name for name in self._option_string_actions if name.startswith("--")]
        longer = [name for name in names if unknown.startswith("--") and name.startswith(unknown)]
        hint = f'; did you mean "{longer[0]}"?' if longer else did_you_mean(unknown, names) if unknown else ""
        super().error(escape(message + hint))  # an argument may be the name of a file


def run_command(parser: argparse.ArgumentParser, command: str) -> NoReturn:
    """Parse the arguments, call `execute` of the module `command` with them, and exit with the status it returns.

    The module is imported only here, because it needs packages that may be missing.
    """
    options = parser.parse_args()
    try:
        sys.exit(end_run(import_module(command).execute(options)))
    except ModuleNotFoundError as error:
        package = (error.name or "").split(".")[0]
        extra = EXTRA_OF.get(package)
        if extra is None:
            raise
        sys.stderr.write(f"newslint: error: {package} is not installed; run `pip install {extra}`\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("newslint: interrupted; run the same command to resume\n")
        sys.exit(130)


def add_common_options(parser: argparse.ArgumentParser, *, max_quarantined: str) -> None:
    """Add the options of both commands."""
    parser.add_argument(
        "-j", "--jobs", type=processes, default=0, metavar="N", help="number of processes; 0 = one per processor"
    )
    parser.add_argument(
        "--max-quarantined",
        type=limit,
        default=limit(max_quarantined),
        metavar="N[%]",
        help=f"exit with status 2 if more records are in quarantine (default: {max_quarantined.replace('%', '%%')})",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    parser.add_argument("--no-progress", action="store_true", help="show no progress on a terminal")
    parser.add_argument("--version", action="version", version=f"{parser.prog} {__version__}")
    add_completion_option(parser, CORPUS_EXTRA)


def add_engine_options(parser: argparse.ArgumentParser, *, shard_help: str) -> None:
    """Add the options that say where units run."""
    add = parser.add_argument
    add("--engine", choices=("embedded", "ray"), default="embedded", help="run on this machine, or on a Ray cluster")
    add("--address", metavar="HOST:PORT", help="connect to the Ray cluster at this address")
    add("--shard", type=shard, default=(1, 1), metavar="I/N", help=shard_help)


def number(text: str) -> float:
    """Parse a finite number that is not negative. Raises ValueError."""
    value = float(text)
    if not 0 <= value < math.inf:
        raise ValueError
    return value


def processes(text: str) -> int:
    """Parse --jobs: an integer that is not negative. Raises ValueError."""
    value = int(text)
    if value < 0:
        raise ValueError
    return value


def limit(text: str) -> tuple[float, bool]:
    """Parse --max-quarantined: a number of records, or with "%" a percentage of all. Raises ValueError."""
    return number(text.removesuffix("%")), text.endswith("%")


def shard(text: str) -> tuple[int, int]:
    """Parse --shard I/N: a part, from 1, and the number of parts. Raises ValueError."""
    part, _, parts = text.partition("/")
    if not 1 <= int(part) <= int(parts):
        raise ValueError
    return int(part), int(parts)
