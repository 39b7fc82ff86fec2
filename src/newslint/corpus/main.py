"""The entry point of `newslint-corpus`: its options and its exit status."""

from __future__ import annotations

import argparse

from newslint.batch.cli import (
    Parser,
    add_common_options,
    add_engine_options,
    number,
    run_command,
)

TIMEOUT_HELP = "quarantine an article that takes longer; 0 = no limit (default: 60)"
UNSAFE_HELP = "with --clean: also apply fixes of these rules that could remove something meant; '*' for all"
SHARD_HELP = "run only this part of the units; finish with one run without --shard, which compares the articles"


def main() -> None:
    """Exit with 0 when all records were linted or quarantined; 2 after errors, or with too many in quarantine."""
    run_command(make_parser(), "newslint.corpus.command")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    parser = Parser(
        prog="newslint-corpus",
        description="Lint corpora of news articles in Parquet and JSON lines (.jsonl, .jsonl.gz, .jsonl.zst).",
        epilog="In the name of a column, use a.b for field b of a. Exit status: 0 all records were linted or "
        "quarantined; 2 an error occurred, or too many are quarantined.",
    )
    add = parser.add_argument
    add("corpus", nargs="+", help="files, folders, globs or URIs")
    add("--out", metavar="FOLDER", required=True, help="write the results there; units done there before are kept")
    add("--preset", choices=("cc_news", "realnews", "fineweb"), help="use the column names of a well-known data set")
    for name, help_ in (
        ("text-column", "column of the article's text (default: text)"),
        ("id-column", "column that identifies the article in findings (default: its file and record)"),
        ("date-column", "column of the article's publication date (default: date)"),
        (
            "language-column",
            "with --language: column of the article's language (default: `language`, else newslint looks at the text)",
        ),
        ("group-by", "column to count by; a URL counts as its host. `host` without such a column: the host in the id"),
    ):
        add(f"--{name}", metavar="NAME", help=help_)
    add("--language", metavar="CODE", default="", help="lint only articles in this language, such as en")
    add_engine_options(parser, shard_help=SHARD_HELP)
    add("--py-module", metavar="WHEEL", action="append", default=[], help="install this plugin on the cluster")
    add("--timeout-per-article", type=number, default=60, metavar="SECONDS", help=TIMEOUT_HELP)
    add("--report", metavar="FILE", help="write a page with charts")
    add("--spans", action="store_true", help="also write span attributes, as Dolma's taggers do")
    add("--clean", action="store_true", help="also write the records with safe fixes applied")
    add("--fix-rules", metavar="A,B", action="append", default=[], help="with --clean: apply fixes of these rules only")
    add("--unsafe-fixes", metavar="A,B", action="append", default=[], help=UNSAFE_HELP)
    add("--clean-column", metavar="NAME", help="with --clean: keep the text, and put the clean one into a new column")
    add("--dry-run", action="store_true", help="with --clean: say what it would remove, and write no copy")
    add("--select", metavar="A,B", action="append", default=[], help="run only these rules")
    add("--ignore", metavar="A,B", action="append", default=[], help="leave out these rules")
    add("--preview", action="store_true", help="also run rules that are not yet precise enough to be on by default")
    add("--no-cross", action="store_true", help="leave out the rules that compare articles")
    add("--config", metavar="FILE", help="use another configuration file")
    add("--isolated", action="store_true", help="use no configuration file")
    add_common_options(parser, max_quarantined="1%")
    return parser


if __name__ == "__main__":
    main()
