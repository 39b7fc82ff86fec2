"""The settings of a run: plain data that can be pickled for another process or machine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newslint.model import Failure, Severity
from newslint.named_tuple import NamedTuple

DEFAULT_BASELINE = ".newslint-baseline.jsonl"  # beside the configuration file


class SettingsError(Exception):
    """An invalid configuration or option. The message says what is wrong, where, and what to do.

    `failures` are those of plugins that did not load. They may be the cause: the missing rule may be theirs.
    """

    def __init__(self, message: str, failures: Sequence[Failure] = ()) -> None:
        super().__init__(message)
        self.failures = failures


class KeyedError(SettingsError):
    """An invalid value. `keys` lead to it from the top of the file: names, and numbers of tables in a list from 0."""

    def __init__(self, message: str, *keys: str | int, failures: Sequence[Failure] = ()) -> None:
        super().__init__(message, failures)
        self.keys = keys


class PatternSpec(NamedTuple):
    """A rule as data: one `[[pattern]]` table of the configuration."""

    name: str
    match: str = ""  # a regular expression; empty if there are words
    message: str = ""
    replace: str | None = None
    severity: Severity = "warning"
    words: tuple[tuple[str, str], ...] = ()  # words to find, each with what to write instead
    ignore_case: bool = False
    exceptions: tuple[str, ...] = ()  # phrases within which nothing is reported
    in_quotations: bool = True
    bad: tuple[str, ...] = ()  # texts that must have a finding
    good: tuple[str, ...] = ()  # texts that must have none


class Override(NamedTuple):
    """Other rules for some files: one `[[overrides]]` table of the configuration."""

    paths: tuple[str, ...]  # globs, as those of `exclude`
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = {}


class Settings(NamedTuple):
    """The settings of one run. Paths are absolute; globs are relative to `root`."""

    root: str = ""  # the folder of the configuration file, or the working directory
    config_path: str = ""  # the configuration file; empty without one
    select: tuple[str, ...] = ()
    strict_select: bool = False  # whether `select` also leaves out patterns and rules that the configuration sets up
    ignore: tuple[str, ...] = ()
    named_by_options: tuple[str, ...] = ()  # what `select` and `ignore` have from the options, not from the file
    preview: bool = False
    profile: str = ""  # the published standard that sets severities; empty: none
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False  # whether what a search of a folder leaves out is left out where it is named, too
    gitignore: bool = True
    plugins: tuple[str, ...] = ()
    local_plugins: tuple[str, ...] = ()
    patterns: tuple[PatternSpec, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = {}
    overrides: tuple[Override, ...] = ()
    encoding: str = "utf-8"  # of files without a byte order mark
    text_keys: tuple[str, ...] = ("text",)  # of the records of JSON lines
    date_keys: tuple[str, ...] | None = None  # of records and front matter; None: the usual names
    date: str = ""  # YYYY-MM-DD: the publication date of articles that state none in text or metadata
    max_size: float = 64  # megabytes of a file; 0: no limit, as for the others
    timeout: float = 60  # seconds for one article
    max_memory: float = 4096  # megabytes of a process
    cross: bool = True
    measure_time: bool = False
    debug: bool = False

    @property
    def has_foreign_code(self) -> bool:
        """Whether the settings name plugins that do not ship with newslint, or patterns."""
        return bool(self.plugins or self.local_plugins or self.patterns)


def did_you_mean(word: str, valid_words: Iterable[str]) -> str:
    """Return a hint to append to an error message: the most similar valid word, or nothing if none is similar."""
    from difflib import get_close_matches

    similar = get_close_matches(word, list(valid_words), n=1, cutoff=0.6)
    return f'; did you mean "{similar[0]}"?' if similar else ""
