"""The settings of a run as plain data, so that they can travel to another process or machine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newslint.model import Failure, Severity

DEFAULT_BASELINE = ".newslint-baseline.jsonl"  # beside the configuration file


class SettingsError(Exception):
    """The configuration or an option is wrong. The message says where, what, and what to do.

    `failures` may be why: what a plugin that broke would have offered is not known.
    """

    def __init__(self, message: str, failures: Sequence[Failure] = ()) -> None:
        super().__init__(message)
        self.failures = failures


class PatternSpec(NamedTuple):
    """A rule as data: one `[[pattern]]` of the configuration."""

    name: str
    match: str
    message: str
    replace: str | None = None
    severity: Severity = "warning"


class Settings(NamedTuple):
    """What a run is to do. Paths are absolute; globs are relative to `root`."""

    root: str = ""  # the folder of the configuration file, or the working directory
    config_path: str = ""  # the configuration file; empty where there is none
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    local_plugins: tuple[str, ...] = ()
    patterns: tuple[PatternSpec, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = {}
    date: str = ""  # the publication date of articles that give none in text or metadata, as YYYY-MM-DD
    cross: bool = True
    measure_time: bool = False
    debug: bool = False


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint to put behind an error message; empty where nothing is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""
