"""The options of the command as plain data: names, types and defaults are declared here and nowhere else.

`newslint.cli.option_help` has the texts of `--help`, and `newslint.cli.parser` builds the parser from both.
`newslint.cli.command_line` parses the usual command lines without it.
"""

from itertools import combinations, product
from typing import Any, Literal

# These print something and lint nothing.
INFO_OPTIONS = ("explain", "list_rules", "new_plugin", "show_config", "show_files", "test", "trust", "why")
LINT_OPTIONS = ("fix", "diff", "write_baseline", "statistics", "format", "output")  # need a run, or results of one
WITH_JSON = ("list_rules", "why", "statistics")  # instead of findings; in the formats text and json
CONFLICTING_OPTIONS = (
    *combinations(INFO_OPTIONS, 2),
    *(pair for pair in product(INFO_OPTIONS, LINT_OPTIONS) if pair not in product(WITH_JSON, ("format",))),
    ("isolated", "config"),
    ("isolated", "trust"),
    # A fix and a baseline are about whole files.
    *product(("since", "against"), ("fix", "diff", "write_baseline")),
    # Nothing would be compared.
    ("against", "no_cross"),
    # A run that does not end writes no file.
    *product(("watch",), (*INFO_OPTIONS, "fix", "diff", "write_baseline", "output")),
    ("test", "select"),
    ("test", "ignore"),
    # A diff and statistics are printed instead of findings; --write-baseline prints none.
    ("diff", "write_baseline"),
    ("diff", "statistics"),
    ("diff", "format"),
    ("write_baseline", "statistics"),
    ("write_baseline", "format"),
    ("write_baseline", "output"),
)


NAME_LISTS = ("select", "ignore")  # options that are repeatable and take A,B
SHORT_OPTIONS = {"-o": "output", "-j": "jobs", "-q": "quiet"}


class RunOptions:
    """The paths and options of one command line, in the order of `--help`. None leaves a setting to the configuration.

    The field `no_cross` is the option `--no-cross`. The class is no named tuple: one with so many fields would add a
    hundredth to the cost of linting an article.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    no_cross: bool = False
    force_exclude: bool = False
    since: str | None = None
    against: str | None = None
    encoding: str | None = None
    date: str | None = None
    stdin_filename: str = "<stdin>"
    format: str = "text"
    output: str | None = None
    column_unit: Literal["char", "byte", "utf16", "display"] = "char"
    statistics: bool = False
    color: Literal["auto", "always", "never"] = "auto"
    fail_on: Literal["error", "warning", "info", "never"] | None = None
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    verdicts: str | None = None
    config: str | None = None
    isolated: bool = False
    trust: bool = False
    explain: str | None = None
    list_rules: bool = False
    show_config: bool = False
    show_files: bool = False
    test: str | None = None
    new_plugin: str | None = None
    why: str | None = None
    watch: bool = False
    jobs: int = 0
    quiet: bool = False
    no_progress: bool = False
    debug: bool = False

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    def find_conflict(self) -> str | None:
        """Return an error message for options that contradict each other or lack something, else None."""
        changed = {name for name, value in vars(self).items() if value != getattr(RunOptions, name)}
        for first, second in CONFLICTING_OPTIONS:
            if first in changed and second in changed:
                return f"{option_name(first)} and {option_name(second)} cannot be combined; remove one of them"
        for name in ("config", "baseline", "verdicts", "output", "stdin_filename"):
            if getattr(self, name) == "":
                return f"{option_name(name)} is empty; name a file"
        for first in WITH_JSON:
            if getattr(self, first) and self.format not in ("text", "json"):
                return f"{option_name(first)} has the formats text and json; choose one of them with --format"
        if self.why is not None and len(self.paths) != 1:
            return "--why takes a rule and one path, as in --why sources/bare-source FILE:LINE; name both"
        if self.unsafe_fixes and not (self.fix or self.diff):
            return "--unsafe-fixes has no effect alone; add --fix or --diff"
        if self.verdicts and not self.write_baseline:
            return "--verdicts has no effect alone; add --write-baseline"
        if self.watch and "-" in self.paths:
            return "--watch cannot watch standard input; name a file or a folder"
        if self.write_baseline and self.isolated and not self.baseline:
            return "--isolated ignores the baseline of the folder; name the file to write with --baseline FILE"
        if self.new_plugin is not None and self.paths:
            return "--new-plugin takes no path: it writes a folder into the working directory; remove the path"
        if self.trust and self.paths:
            return "--trust takes no path: it trusts every local plugin that the configuration names; remove the path"
        if "stdin_filename" in changed and "-" not in self.paths:
            return "--stdin-filename names standard input, which is not read; add - as a path"
        return None


def option_name(field: str) -> str:
    """Return the option of a field of `RunOptions`, as in `--no-cross`."""
    return "--" + field.replace("_", "-")
