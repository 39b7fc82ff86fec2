"""One run of the command: results to where they are wanted, a summary and what broke to standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.api import CrossArticleRule
from newslint.formats.columns import escape
from newslint.front.output import FOUND, counted, finish, put, say
from newslint.front.progress import Progress
from newslint.front.request import Request
from newslint.host.files import shown
from newslint.host.run import Run
from newslint.host.search import Found, would_find
from newslint.host.session import Session
from newslint.host.settings import SettingsError, did_you_mean
from newslint.host.texts import Texts
from newslint.model import SEVERITIES, Diagnostic, ReportContext

if TYPE_CHECKING:
    from newslint.host.baseline import Baseline, Extent

BASELINE = ".newslint-baseline.jsonl"


def lint(session: Session, found: Found, request: Request) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    if request.format not in session.reporters:
        raise SettingsError(_no_such_format(request.format, session), session.failures)
    if request.output and shown(request.output) in {source.path for source in found.sources}:
        raise SettingsError(f"--output: {request.output} is one of the articles to lint; name another file")
    if not session.rules:
        say("no rule is left to run; see --select and --ignore, and the configuration's")
    baseline = _baseline(session, request)
    if request.fix or request.diff:
        from newslint.front.fixing import mend

        mended = mend(session, found.sources, request, baseline)
        if request.diff:
            put(mended.diff(), request.output)
            return finish([*found.failures, *mended.failures], FOUND if mended.changed and not request.exit_zero else 0)
        unwritten = mended.write()
        written = len(mended.changed) - len(unwritten)
        if written:
            say(f"mended {counted(written, 'file')}")
    progress = Progress(len(found.sources), wanted=not (request.no_progress or request.quiet))
    run = Run(session, found.sources, request.jobs, progress.over)
    run.failures += found.failures
    if request.fix:
        run.failures += unwritten
    counts: Counter[str] = Counter()
    if baseline and request.write_baseline:
        accepted = list(run.diagnostics())  # only then is it known which rules ran
        kept = baseline.write(accepted, _extent(session, found, request, run))
        say(f"the baseline holds {counted(kept, 'finding')} now")
        return finish(run.failures, 0)
    diagnostics = baseline.new(run.diagnostics()) if baseline else run.diagnostics()
    pieces = _results(session, found, request, run, _counted(diagnostics, counts))
    whole = put(pieces if request.output else progress.before(pieces), request.output)
    progress.wipe()  # whoever read the findings may have gone away before the end
    if request.output and would_find(request.output, request.paths or ["."], session.settings, session.readers):
        say(escape(f"{request.output} lies among the articles, and a run without --output would lint it; exclude it"))
    # Where the reader went away before the end, nobody waits for more, and not everything was met.
    for remark in baseline.remarks(_extent(session, found, request, run)) if baseline and whole else ():
        say(escape(remark))
    if whole and not request.quiet:
        say(_summary(run, counts))
    fail_on = session.settings.fail_on
    grave = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return finish(run.failures, FOUND if grave and not request.exit_zero else 0)


def _results(
    session: Session, found: Found, request: Request, run: Run, diagnostics: Iterator[Diagnostic]
) -> Iterable[str]:
    """The results, or the statistics over them."""
    if request.statistics:
        from newslint.front.statistics import table

        return table(run, diagnostics)
    texts = Texts(session, found.sources)
    report = ReportContext(session.describe, run.failures, texts.text_of, request.column_unit, _colored(request))
    return session.reporters[request.format]().report(diagnostics, report)


def _extent(session: Session, found: Found, request: Request, run: Run) -> Extent:
    """How far the run went, for the baseline; known when it is over."""
    from newslint.host.baseline import Extent

    comparing = {rule.name for rule in session.rules if isinstance(rule, CrossArticleRule)}
    linted = [source.path for source in found.sources]
    return Extent(request.paths or ["."], linted, run.ran, comparing, run.failures)


def _baseline(session: Session, request: Request) -> Baseline | None:
    """The baseline that was asked for, or the one beside the configuration, or none."""
    path = request.baseline or os.path.join(session.settings.root, BASELINE)
    if not (request.baseline or request.write_baseline) and (request.isolated or not os.path.exists(path)):
        return None
    from newslint.host.baseline import load

    return load(path, must_exist=not request.write_baseline, paths_from=os.getcwd())


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _no_such_format(name: str, session: Session) -> str:
    there = ", ".join(session.reporters)
    return f'--format: there is no format "{name}"{did_you_mean(name, session.reporters)}; there are {there}'


def _colored(request: Request) -> bool:
    if request.color == "auto":
        unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return request.output is None and sys.stdout.isatty() and not unwanted
    return request.color == "always"


def _counted(diagnostics: Iterable[Diagnostic], counts: Counter[str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
        yield diagnostic


def _summary(run: Run, counts: Counter[str]) -> str:
    nouns = {"error": "error", "warning": "warning", "info": "note"}
    parts = [counted(counts[level], nouns[level]) for level in SEVERITIES if counts[level]]
    return f"{', '.join(parts) or 'no findings'} in {counted(run.articles, 'article')}"
