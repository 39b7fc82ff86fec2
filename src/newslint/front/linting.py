"""One run of the command: results to where they are wanted, a summary and what broke to standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from newslint import __version__
from newslint.formats.columns import escape
from newslint.front.output import FOUND, counted, finish, say, to_file, to_standard_output
from newslint.front.progress import shown
from newslint.front.request import Request
from newslint.host.files import FileError, Found, Source
from newslint.host.run import Run, articles_in
from newslint.host.session import Session
from newslint.host.settings import SettingsError, did_you_mean
from newslint.model import SEVERITIES, Diagnostic, Failure, Report

PROMISED = ("html",)


def lint(session: Session, found: Found, request: Request) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    if request.format not in session.reporters:
        raise SettingsError(_no_such_format(request.format, session))
    for note in found.notes:
        say(escape(note))
    wanted = not (request.no_progress or request.quiet)
    watch = partial(shown, total=len(found.sources), wanted=wanted)
    run = Run(session, found.sources, request.jobs, watch)
    run.failures += found.failures
    counts: Counter[str] = Counter()
    diagnostics = _counted(run.diagnostics(), counts)
    if request.statistics:
        from newslint.front.statistics import table

        pieces = table(run, diagnostics)
    else:
        report = Report(
            session.describe, run.failures, _texts(session, found.sources), request.column_unit, _colored(request)
        )
        pieces = session.reporters[request.format]().report(diagnostics, report)
    if request.output is None:
        to_standard_output(pieces)
    else:
        try:
            to_file(request.output, pieces)
        except OSError as error:
            raise FileError(f"{request.output} cannot be written: {error.strerror}") from error
    if not request.quiet:
        say(_summary(run, counts))
    fail_on = session.settings.fail_on
    grave = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return finish(run.failures, FOUND if grave and not request.exit_zero else 0)


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _no_such_format(name: str, session: Session) -> str:
    there = ", ".join(session.reporters)
    if name in PROMISED:
        return f"--format {name} is not available in this version of newslint ({__version__}); there are {there}"
    return f'--format: there is no format "{name}"{did_you_mean(name, session.reporters)}; there are {there}'


def _colored(request: Request) -> bool:
    if request.color == "auto":
        return request.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return request.color == "always"


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
    parts = [counted(counts[level], nouns[level]) for level in SEVERITIES if counts[level]]
    return f"{', '.join(parts) or 'no findings'} in {counted(run.articles, 'article')}"
