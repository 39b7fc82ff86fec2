"""What a user asks of the command, as plain data: a field an option, named as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Request(NamedTuple):
    """The defaults are those of the command; None leaves it to the configuration."""

    paths: Sequence[str] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    format: str = "text"
    output: str | None = None
    fail_on: str | None = None
    exit_zero: bool = False
    no_cross: bool = False
    config: str | None = None
    isolated: bool = False
    jobs: int = 0
    date: str | None = None
    stdin_filename: str = "<stdin>"
    column_unit: str = "char"
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    statistics: bool = False
    explain: str | None = None
    list_rules: bool = False
    show_config: bool = False
    show_files: bool = False
    test: str | None = None
    trust: bool = False
    quiet: bool = False
    no_progress: bool = False
    color: str = "auto"
    debug: bool = False
