"""One run of the command: results to where they are wanted, a summary and what broke to standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from newslint import __version__
from newslint.formats.columns import escape
from newslint.front import progress, statistics
from newslint.front.output import say, to_file, to_standard_output
from newslint.host.files import FileError, Found, Source
from newslint.host.run import Run, articles_in
from newslint.host.session import Session
from newslint.host.settings import SettingsError, did_you_mean
from newslint.model import SEVERITIES, Diagnostic, Failure, Report

FOUND, BROKEN = 1, 2  # exit statuses
PROMISED = ("sarif", "github", "gitlab", "rdjsonl", "junit", "checkstyle", "html")


class Wishes(NamedTuple):
    """What the command line asks for beside the settings."""

    format: str
    output: Path | None
    column_unit: str
    color: str
    jobs: int
    exit_zero: bool
    statistics: bool
    quiet: bool
    no_progress: bool


def lint(session: Session, found: Found, wishes: Wishes) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    if wishes.format not in session.reporters:
        raise SettingsError(_no_such_format(wishes.format, session))
    for note in found.notes:
        say(escape(note))
    wanted = not (wishes.no_progress or wishes.quiet)
    watch = partial(progress.shown, total=len(found.sources), wanted=wanted)
    run = Run(session, found.sources, wishes.jobs, watch)
    run.failures += found.failures
    counts: Counter[str] = Counter()
    diagnostics = _counted(run.diagnostics(), counts)
    if wishes.statistics:
        pieces = statistics.table(run, diagnostics)
    else:
        report = Report(
            session.info, run.failures, _texts(session, found.sources), wishes.column_unit, _colored(wishes)
        )
        pieces = session.reporters[wishes.format]().report(diagnostics, report)
    if wishes.output is None:
        to_standard_output(pieces)
    else:
        try:
            to_file(wishes.output, pieces)
        except OSError as error:
            raise FileError(f"{wishes.output} cannot be written: {error.strerror}") from error
    if not wishes.quiet:
        say(_summary(run, counts))
    fail_on = session.settings.fail_on
    grave = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return finish(run.failures, FOUND if grave and not wishes.exit_zero else 0)


def refuse(message: str) -> int:
    """Say why nothing was done."""
    say(f"error: {escape(message)}")
    return BROKEN


def finish(failures: Iterable[Failure], status: int) -> int:
    """Say what broke; the exit status."""
    for failure in failures:
        where = f"{failure.path}: " if failure.path else ""
        source = "" if failure.source == "file" else f"{failure.source}: "
        # With --debug a trace has many lines; their ends are meant, other control characters are not.
        say("error: " + "\n".join(map(escape, f"{where}{source}{failure.error}".split("\n"))))
        status = BROKEN
    return status


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _no_such_format(name: str, session: Session) -> str:
    there = ", ".join(session.reporters)
    if name in PROMISED:
        return f"--format {name} is not available in this version of newslint ({__version__}); there are {there}"
    return f'--format: there is no format "{name}"{did_you_mean(name, session.reporters)}; there are {there}'


def _colored(wishes: Wishes) -> bool:
    if wishes.color == "auto":
        return wishes.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return wishes.color == "always"


def _texts(session: Session, sources: Iterable[Source]) -> Callable[[str, int | None], str]:
    by_path = {source.path: source for source in sources}

    @lru_cache(maxsize=4)
    def text_of(path: str, record: int | None) -> str:
        for item in articles_in(session, by_path[path]):
            if not isinstance(item, Failure) and item.record == record:
                return item.text
        return ""

    return text_of


def _counted(diagnostics: Iterable[Diagnostic], counts: Counter[str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
        yield diagnostic


def _summary(run: Run, counts: Counter[str]) -> str:
    nouns = {"error": "error", "warning": "warning", "info": "note"}
    parts = [number(counts[level], nouns[level]) for level in SEVERITIES if counts[level]]
    return f"{', '.join(parts) or 'no findings'} in {number(run.articles, 'article')}"


def number(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'s' if count != 1 else ''}"
