"""What a user asks of the command, as plain data: a field an option, named as it is."""

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

STANDARD_INPUT_NAME = "<stdin>"

# Each of these tells something and lints nothing; these ask for something to be linted, or for results of it.
INFO_OPTIONS = ("explain", "list_rules", "show_config", "show_files", "test", "trust")
LINTING = ("fix", "diff", "write_baseline", "statistics", "format", "output")
CONFLICTING_OPTIONS = (
    *combinations(INFO_OPTIONS, 2),
    *product(INFO_OPTIONS, LINTING),
    ("isolated", "config"),
    ("isolated", "trust"),
    ("test", "select"),
    ("test", "ignore"),
    # A diff is written in place of findings, as statistics are; who accepts what is found sees nothing of it.
    ("diff", "write_baseline"),
    ("diff", "statistics"),
    ("diff", "format"),
    ("write_baseline", "statistics"),
    ("write_baseline", "format"),
    ("write_baseline", "output"),
    ("statistics", "format"),
)


class RunOptions(NamedTuple):
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
    stdin_filename: str = STANDARD_INPUT_NAME
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

    def find_conflict(self) -> str | None:
        """What was asked that cannot be done, and what to do about it."""
        given = {name for name, default in self._field_defaults.items() if getattr(self, name) != default}
        for one, other in CONFLICTING_OPTIONS:
            if one in given and other in given:
                return f"{_option(one)} and {_option(other)} do not go together; leave one of them out"
        for name in ("config", "baseline", "output", "stdin_filename"):
            if getattr(self, name) == "":
                return f"{_option(name)} is empty; name a file"
        if self.unsafe_fixes and not (self.fix or self.diff):
            return "--unsafe-fixes goes with --fix or with --diff"
        if self.write_baseline and self.isolated and not self.baseline:
            return "--isolated leaves out the folder's baseline; say with --baseline FILE which one to write"
        if self.trust and self.paths:
            return "--trust takes no path: it agrees to every local plugin that the configuration names"
        if "stdin_filename" in given and "-" not in (self.paths or ()):
            return "--stdin-filename names standard input; give - as the path to read it"
        return None


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")
