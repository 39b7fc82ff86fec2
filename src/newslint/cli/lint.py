"""One run of the command: results to where they are wanted, a summary and what broke to standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.api import CrossArticleRule
from newslint.cli.options import RunOptions
from newslint.cli.progress import Progress
from newslint.config.settings import DEFAULT_BASELINE, SettingsError, did_you_mean
from newslint.console import EXIT_FINDINGS, pluralize, print_stderr, report_failures, write_output
from newslint.discovery import Discovered, would_discover
from newslint.files import display_path
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import Linter
from newslint.linter.run import Run
from newslint.model import SEVERITIES, Diagnostic, ReportContext
from newslint.reporters.columns import escape

if TYPE_CHECKING:
    from newslint.linter.baseline import Baseline, RunScope


def lint(linter: Linter, found: Discovered, request: RunOptions) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    if request.format not in linter.reporters:
        raise SettingsError(_no_such_format(request.format, linter), linter.failures)
    if request.output and display_path(request.output) in {source.path for source in found.sources}:
        raise SettingsError(f"--output: {request.output} is one of the articles to lint; name another file")
    if not linter.enabled_rules:
        print_stderr("no rule is left to run; see --select and --ignore, and the configuration's")
    baseline = _baseline(linter, request)
    if request.fix or request.diff:
        from newslint.cli.fix import fix_files

        mended = fix_files(linter, found.sources, request, baseline)
        if request.diff:
            write_output(mended.diff(), request.output)
            return report_failures(
                [*found.failures, *mended.failures], EXIT_FINDINGS if mended.changed and not request.exit_zero else 0
            )
        unwritten = mended.write()
        written = len(mended.changed) - len(unwritten)
        if written:
            print_stderr(f"mended {pluralize(written, 'file')}")
    progress = Progress(len(found.sources), wanted=not (request.no_progress or request.quiet))
    run = Run(linter, found.sources, request.jobs, progress.track)
    run.failures += found.failures
    if request.fix:
        run.failures += unwritten
    counts: Counter[str] = Counter()
    if baseline and request.write_baseline:
        accepted = list(run.diagnostics())  # only then is it known which rules ran
        kept = baseline.write(accepted, _run_scope(linter, found, request, run))
        print_stderr(f"the baseline holds {pluralize(kept, 'finding')} now")
        return report_failures(run.failures, 0)
    diagnostics = baseline.filter_new(run.diagnostics()) if baseline else run.diagnostics()
    pieces = _results(linter, found, request, run, _count_severities(diagnostics, counts))
    whole = write_output(pieces if request.output else progress.clear_before(pieces), request.output)
    progress.clear()  # whoever read the findings may have gone away before the end
    if request.output and would_discover(request.output, request.paths or ["."], linter.settings, linter.readers):
        print_stderr(
            escape(f"{request.output} lies among the articles, and a run without --output would lint it; exclude it")
        )
    # Where the reader went away before the end, nobody waits for more, and not everything was met.
    for remark in baseline.stale_messages(_run_scope(linter, found, request, run)) if baseline and whole else ():
        print_stderr(escape(remark))
    if whole and not request.quiet:
        print_stderr(_summary(run, counts))
    fail_on = linter.settings.fail_on
    grave = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return report_failures(run.failures, EXIT_FINDINGS if grave and not request.exit_zero else 0)


def _results(
    linter: Linter, found: Discovered, request: RunOptions, run: Run, diagnostics: Iterator[Diagnostic]
) -> Iterable[str]:
    """The results, or the statistics over them."""
    if request.statistics:
        from newslint.cli.statistics import table

        return table(run, diagnostics)
    texts = ArticleStore(linter, found.sources)
    report = ReportContext(linter.rule_info, run.failures, texts.text_of, request.column_unit, _colored(request))
    return linter.reporters[request.format]().report(diagnostics, report)


def _run_scope(linter: Linter, found: Discovered, request: RunOptions, run: Run) -> RunScope:
    """How far the run went, for the baseline; known when it is over."""
    from newslint.linter.baseline import RunScope

    comparing = {rule.name for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)}
    linted = [source.path for source in found.sources]
    return RunScope(request.paths or ["."], linted, run.rules_that_ran, comparing, run.failures)


def _baseline(linter: Linter, request: RunOptions) -> Baseline | None:
    """The baseline that was asked for, or the one beside the configuration, or none."""
    path = request.baseline or os.path.join(linter.settings.root, DEFAULT_BASELINE)
    if not (request.baseline or request.write_baseline) and (request.isolated or not os.path.exists(path)):
        return None
    from newslint.linter.baseline import load

    return load(path, must_exist=not request.write_baseline, paths_from=os.getcwd())


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _no_such_format(name: str, linter: Linter) -> str:
    there = ", ".join(linter.reporters)
    return f'--format: there is no format "{name}"{did_you_mean(name, linter.reporters)}; there are {there}'


def _colored(request: RunOptions) -> bool:
    if request.color == "auto":
        unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return request.output is None and sys.stdout.isatty() and not unwanted
    return request.color == "always"


def _count_severities(diagnostics: Iterable[Diagnostic], counts: Counter[str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
        yield diagnostic


def _summary(run: Run, counts: Counter[str]) -> str:
    nouns = {"error": "error", "warning": "warning", "info": "note"}
    parts = [pluralize(counts[level], nouns[level]) for level in SEVERITIES if counts[level]]
    return f"{', '.join(parts) or 'no findings'} in {pluralize(run.articles, 'article')}"
