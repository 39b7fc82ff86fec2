"""The entry point of `newslint-extract`: its options and its exit status."""

from __future__ import annotations

import argparse

from newslint.batch.cli import Parser, add_common_options, add_engine_options, run_command

SHARD_HELP = "run only this part of the units; finish with one run without --shard, which checks their ends"


def main() -> None:
    """Exit with 0 when all records were written, skipped or quarantined; 2 after errors, or if too many are."""
    run_command(make_parser(), "newslint.warc.command")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    parser = Parser(
        prog="newslint-extract",
        description="Convert web archives (.warc, .warc.gz, .warc.zst) to a corpus in Parquet for newslint-corpus.",
        epilog="Exit status: 0 all records were written, skipped or quarantined; 2 an error occurred, or too many are "
        "quarantined.",
    )
    parser.add_argument("archive", nargs="+", help="files, folders, globs or URIs")
    parser.add_argument(
        "--out", metavar="FOLDER", required=True, help="write the pages there; units done there before are kept"
    )
    parser.add_argument(
        "--extractor",
        choices=("resiliparse", "trafilatura"),
        default="resiliparse",
        help="find the article in a page with this library (default: resiliparse; trafilatura takes ten times as long "
        "and takes less text that is not the article's)",
    )
    add_engine_options(parser, shard_help=SHARD_HELP)
    parser.set_defaults(py_module=[])
    add_common_options(parser, max_quarantined="10%")
    return parser


if __name__ == "__main__":
    main()
