"""The findings on their way to a reporter, which may be a plugin's, and the call of it.

What it raises, and findings that it does not read, are failures.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from newslint.config.settings import SettingsError
from newslint.console import end_copy
from newslint.engine.checker import format_plugin_error
from newslint.files import FileError
from newslint.linter.linter import Linter, Pause, no_guard, no_pause
from newslint.model import SEVERITIES, Diagnostic, Failure
from newslint.plugin_loader import PluginError
from newslint.plugin_loader.finder import BUILT_IN
from newslint.text.words import pluralize


class CountedFindings:
    """The findings of a run on their way to a reporter, counted by severity."""

    def __init__(self, diagnostics: Iterator[Diagnostic]) -> None:
        self.pause: Pause = no_pause  # the time limit of the reporter that reads them
        self.counts: Counter[str] = Counter()
        self.folded = 0  # those that the line of a folder counts instead of a line of their own
        self._diagnostics = diagnostics

    def __iter__(self) -> Iterator[Diagnostic]:
        while True:
            with self.pause(restart=True):
                diagnostic = next(self._diagnostics, None)
            if diagnostic is None:
                return
            self.counts[diagnostic.severity] += 1
            yield diagnostic

    def read_rest(self) -> int:
        """Read what the reporter has not read, so that the run is complete, and return how many findings it was."""
        return sum(1 for _ in self)

    def summary(self, where: str, accepted: int) -> str:
        """Return how many there are, `where`, and how many were not reported, since a baseline accepts them."""
        nouns = {"error": "error", "warning": "warning", "info": "note"}
        parts = [pluralize(self.counts[level], nouns[level]) for level in SEVERITIES if self.counts[level]]
        folded = f"; {self.folded:,} of them are only counted, in the line of a folder" if self.folded else ""
        more = f"; {accepted:,} accepted by the baseline" if accepted else ""
        return f"{', '.join(parts) or 'no findings'} in {where}{folded}{more}"


class ReporterError(Exception):
    """An error of a reporter. The message says which."""


def guarded(
    report: Callable[[], Iterable[str]], findings: CountedFindings, linter: Linter, format_name: str
) -> Iterator[str]:
    """Yield the pieces of a reporter. Raises ReporterError for whatever it raises, and what the run raises.

    The time of a plugin's reporter begins anew with each finding that it reads. That in which it waits for a finding,
    or for its output to be written, does not count.
    """
    process = os.getpid()
    name = _reporter_name(linter, format_name)
    is_foreign = linter.plugin_of.get(f"format {format_name}") not in {*BUILT_IN, None}
    guard = linter.guard if is_foreign else no_guard
    try:
        with guard(name) as findings.pause:
            for piece in report():
                end_copy(process)
                if not isinstance(piece, str):
                    raise TypeError(f"report() yields {type(piece).__name__} instead of strings")
                with findings.pause():
                    yield piece
    except (SettingsError, FileError):  # of the run, not of the reporter
        raise
    except PluginError as error:  # of a rule that the reporter describes
        raise ReporterError(str(error)) from error
    except BaseException as error:
        raise ReporterError(f"{name}: {format_plugin_error(error, debug=linter.settings.debug)}") from error
    finally:
        findings.pause = no_pause


def _reporter_name(linter: Linter, format_name: str) -> str:
    return "statistics" if not format_name else f'format "{format_name}" of {linter.label_of(f"format {format_name}")}'


def unread_failure(linter: Linter, format_name: str, unread: int, total: int) -> Failure:
    """Return the failure of a reporter that did not read all findings."""
    name = _reporter_name(linter, format_name)
    return Failure(name, None, f"its reporter left out {unread:,} of {total:,} findings; it must read them all")
