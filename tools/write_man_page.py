"""Writes docs/newslint.1, the manual page of the command, from the texts of its help: `[--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from newslint import __version__
from newslint.cli.option_help import OPTION_HELP, PANELS, VERSION_HELP, OptionHelp
from newslint.cli.options import SHORT_OPTIONS, option_name

PAGE = Path(__file__).resolve().parent.parent / "docs" / "newslint.1"
HEAD = r"""
.SH NAME
newslint \- find what a copy editor would mark in news articles
.SH SYNOPSIS
.B newslint
.RI [ OPTION "]... [" PATH ]...
.SH DESCRIPTION
newslint lints every news article at and below the paths: files, folders, or \- for standard input. Without a path, it
lints the working directory. It prints one finding per line:
.PP
.RS
path:line:column: severity: message [rule]
.RE
"""
FILES = r"""
.SH FILES
.TP
.B .newslint.toml
The configuration. newslint reads the nearest one, in the working directory or above.
.TP
.B .newslint\-baseline.jsonl
Accepted findings, beside the configuration.
.SH EXAMPLES
.TP
.B newslint wire/ \-\-select sources
Run one family of rules.
.TP
.B newslint \-\-format html \-o report.html
Write a page to read, search and share.
.TP
.B newslint \-\-explain sources/bare\-source
Explain a rule.
"""


def page() -> str:
    """Return the manual page, in the notation of man(7)."""
    head = f'.\\" Written by tools/write_man_page.py.\n.TH NEWSLINT 1 "" "newslint {__version__}" "User Commands"'
    return "\n".join([head, HEAD.strip(), *_options(), FILES.strip()]) + "\n"


def _options() -> Iterator[str]:
    rows = [(option_name(field), SHORT_OF.get(field), row) for field, row in OPTION_HELP.items()]
    rows.append(("--version", None, VERSION_HELP))
    for panel, sentence in PANELS.items():
        yield f".SH {_roff(panel.upper())}\n{_roff(sentence)}"
        for name, short, row in rows:
            if row.panel == panel:
                yield f".TP\n{_names(name, short, row)}\n{_roff(row.text)}"


SHORT_OF = {field: short for short, field in SHORT_OPTIONS.items()}


def _names(name: str, short: str | None, row: OptionHelp) -> str:
    names = r"\fR, \fB".join(map(_roff, filter(None, (short, name))))
    value = rf" \fI{_roff(row.metavar)}\fR" if row.metavar else ""
    return rf"\fB{names}\fR{value}"


def _roff(text: str) -> str:
    """Return text as roff: nothing in it is a command, and hyphens can be copied."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` only say whether it is stale: then the exit status is 1."""
    is_fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    if "--check" in arguments:
        if not is_fresh:
            sys.stderr.write("docs/newslint.1 is stale; run `python tools/write_man_page.py`\n")
        return 0 if is_fresh else 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
