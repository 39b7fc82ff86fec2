"""Starts `newslint-corpus`: its options, and the exit status."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import NoReturn

from newslint import __version__

CORPUS, RAY = "'newslint[corpus]'", "'newslint[ray]'"
EXTRA_OF = {"pyarrow": CORPUS, "duckdb": CORPUS, "fsspec": CORPUS, "zstandard": CORPUS, "ray": RAY}


def main() -> None:
    """Exit with 0 when all was linted or put into quarantine, 2 when something broke or too much is in quarantine."""
    run_command(parser(), "newslint.corpus.command", EXTRA_OF)


def run_command(options: argparse.ArgumentParser, command: str, needed: Mapping[str, str]) -> NoReturn:
    """Have the module of a command do what the options ask; it is imported last, since it needs what may be missing.

    `needed` tells, for each package, what `pip install` brings it by.
    """
    given = options.parse_args()
    try:
        sys.exit(import_module(command).execute(given))
    except ModuleNotFoundError as error:
        brings = needed.get((error.name or "").split(".")[0])
        if brings is None:
            raise
        sys.stderr.write(f"newslint: error: {error.name} is missing; pip install {brings} brings it\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("newslint: interrupted; the same command goes on from here\n")
        sys.exit(130)


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(
        prog="newslint-corpus",
        description="Lints corpora of news articles in Parquet and JSON lines (.jsonl, .jsonl.gz, .jsonl.zst).",
        epilog="Exit status: 0 all records were linted or quarantined; 2 something broke, or too many are quarantined.",
    )
    made.add_argument("corpus", nargs="+", help="files, folders, globs or URIs")
    made.add_argument("--out", metavar="FOLDER", required=True, help="where the results go; what is done there is kept")
    made.add_argument("--preset", choices=("cc_news", "realnews", "fineweb"), help="the columns of a well-known set")
    for name, help_ in (
        ("text-column", "the article (default: text)"),
        ("id-column", "what the article is known by (default: its file and record)"),
        ("date-column", "its date of publication (default: date)"),
        ("group-by", "what counts are grouped by; a URL counts as its host (host: that of the id)"),
    ):
        made.add_argument(f"--{name}", metavar="NAME", help=f"{help_}; a.b is b within a")
    made.add_argument("--engine", choices=("embedded", "ray"), default="embedded", help="what runs the units")
    made.add_argument("--address", metavar="HOST:PORT", help="of the Ray cluster")
    made.add_argument(
        "--py-module", metavar="WHEEL", action="append", default=[], help="a plugin to take to the cluster"
    )
    made.add_argument("-j", "--jobs", type=processes, default=0, metavar="N", help="processes; 0 = one a core")
    made.add_argument(
        "--timeout-per-article", type=number, default=60, metavar="SECONDS", help="0 = none (default: 60)"
    )
    made.add_argument(
        "--max-quarantined",
        type=limit,
        default=limit("1%"),
        metavar="N[%]",
        help="more make the exit status 2 (default: 1%%)",
    )
    made.add_argument(
        "--shard", type=shard, default=(1, 1), metavar="I/N", help="do this part; a run without it ends the job"
    )
    made.add_argument("--report", metavar="FILE", help="write a page with charts")
    made.add_argument("--spans", action="store_true", help="also write span attributes, as Dolma's taggers do")
    made.add_argument("--clean", action="store_true", help="also write the records with safe fixes applied")
    made.add_argument("--select", metavar="A,B", action="append", default=[], help="run these rules only")
    made.add_argument("--ignore", metavar="A,B", action="append", default=[], help="leave out these rules")
    made.add_argument("--preview", action="store_true", help="also run rules not yet precise enough to be on")
    made.add_argument("--no-cross", action="store_true", help="leave out the comparing of articles")
    made.add_argument("--config", metavar="FILE", help="another configuration file")
    made.add_argument("--isolated", action="store_true", help="no configuration file at all")
    made.add_argument("-q", "--quiet", action="store_true", help="no summary")
    made.add_argument("--no-progress", action="store_true", help="no progress on a terminal")
    made.add_argument("--version", action="version", version=f"newslint-corpus {__version__}")
    return made


def number(given: str) -> float:
    """Not less than nothing, and not without end."""
    found = float(given)
    if not 0 <= found < math.inf:
        raise ValueError
    return found


def processes(given: str) -> int:
    """So many, or 0."""
    found = int(given)
    if found < 0:
        raise ValueError
    return found


def limit(given: str) -> tuple[float, bool]:
    """A number of records, or a share of all."""
    return number(given.removesuffix("%")), given.endswith("%")


def shard(given: str) -> tuple[int, int]:
    """This part of so many."""
    this, _, count = given.partition("/")
    if not 1 <= int(this) <= int(count):
        raise ValueError
    return int(this), int(count)


if __name__ == "__main__":
    main()
