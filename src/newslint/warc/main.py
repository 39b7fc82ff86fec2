"""Starts `newslint-extract`: its options, and the exit status."""

from __future__ import annotations

import argparse

from newslint import __version__
from newslint.corpus.main import CORPUS, limit, processes, run_command

NEEDED = {
    **dict.fromkeys(("fastwarc", "resiliparse", "pyarrow", "fsspec", "zstandard"), CORPUS),
    "trafilatura": "trafilatura",
}


def main() -> None:
    """Exit with 0 when all was written, skipped or put into quarantine, 2 when something broke."""
    run_command(parser(), "newslint.warc.command", NEEDED)


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(
        prog="newslint-extract",
        description="Makes a corpus in Parquet of web archives (.warc, .warc.gz, .warc.zst), for newslint-corpus.",
        epilog="Exit status: 0 all records were written, skipped or quarantined; 2 something broke, or too many are "
        "quarantined.",
    )
    made.add_argument("archive", nargs="+", help="files, folders, globs or URIs")
    made.add_argument("--out", metavar="FOLDER", required=True, help="where the pages go; what is done there is kept")
    made.add_argument(
        "--extractor",
        choices=("resiliparse", "trafilatura"),
        default="resiliparse",
        help="what finds the article in a page (default: resiliparse; trafilatura takes ten times as long, for less "
        "that is not the article's)",
    )
    made.add_argument("-j", "--jobs", type=processes, default=0, metavar="N", help="processes; 0 = one a core")
    made.add_argument(
        "--max-quarantined",
        type=limit,
        default=limit("10%"),
        metavar="N[%]",
        help="more make the exit status 2 (default: 10%%)",
    )
    made.add_argument("-q", "--quiet", action="store_true", help="no summary")
    made.add_argument("--no-progress", action="store_true", help="no progress on a terminal")
    made.add_argument("--version", action="version", version=f"newslint-extract {__version__}")
    return made


if __name__ == "__main__":
    main()
