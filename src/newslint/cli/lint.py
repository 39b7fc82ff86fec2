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
from newslint.console import EXIT_FINDINGS, print_stderr, report_failures, write_output
from newslint.discovery import Discovered, would_discover
from newslint.files import display_path
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import Linter
from newslint.linter.run import Run
from newslint.model import SEVERITIES, Diagnostic, ReportContext
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

if TYPE_CHECKING:
    from newslint.linter.baseline import Baseline, RunScope


def lint(linter: Linter, found: Discovered, options: RunOptions) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    if options.format not in linter.reporters:
        raise SettingsError(_no_such_format(options.format, linter), linter.failures)
    if options.output and display_path(options.output) in {source.path for source in found.sources}:
        raise SettingsError(f"--output: {options.output} is one of the articles to lint; name another file")
    if not linter.enabled_rules:
        print_stderr("no rule is left to run; see --select and --ignore, and the configuration's")
    baseline = _baseline(linter, options)
    if options.fix or options.diff:
        from newslint.cli.fix import fix_files

        mended = fix_files(linter, found.sources, options, baseline)
        if options.diff:
            write_output(mended.diff(), options.output)
            return report_failures(
                [*found.failures, *mended.failures], EXIT_FINDINGS if mended.changed and not options.exit_zero else 0
            )
        unwritten = mended.write()
        written = len(mended.changed) - len(unwritten)
        if written:
            print_stderr(f"mended {pluralize(written, 'file')}")
    progress = Progress(len(found.sources), wanted=not (options.no_progress or options.quiet))
    run = Run(linter, found.sources, options.jobs, progress.track)
    run.failures += found.failures
    if options.fix:
        run.failures += unwritten
    counts: Counter[str] = Counter()
    if baseline and options.write_baseline:
        accepted = list(run.diagnostics())  # only then is it known which rules ran
        kept = baseline.write(accepted, _run_scope(linter, found, options, run))
        print_stderr(f"the baseline holds {pluralize(kept, 'finding')} now")
        return report_failures(run.failures, 0)
    diagnostics = baseline.filter_new(run.diagnostics()) if baseline else run.diagnostics()
    pieces = _results(linter, found, options, run, _count_severities(diagnostics, counts))
    whole = write_output(pieces if options.output else progress.clear_before(pieces), options.output)
    progress.clear()  # whoever read the findings may have gone away before the end
    if options.output and would_discover(options.output, options.paths or ["."], linter.settings, linter.readers):
        print_stderr(
            escape(f"{options.output} lies among the articles, and a run without --output would lint it; exclude it")
        )
    # Where the reader went away before the end, nobody waits for more, and not everything was met.
    for remark in baseline.stale_messages(_run_scope(linter, found, options, run)) if baseline and whole else ():
        print_stderr(escape(remark))
    if whole and not options.quiet:
        print_stderr(_summary(run, counts))
    fail_on = linter.settings.fail_on
    grave = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return report_failures(run.failures, EXIT_FINDINGS if grave and not options.exit_zero else 0)


def _results(
    linter: Linter, found: Discovered, options: RunOptions, run: Run, diagnostics: Iterator[Diagnostic]
) -> Iterable[str]:
    """The results, or the statistics over them."""
    if options.statistics:
        from newslint.cli.statistics import table

        return table(run, diagnostics)
    texts = ArticleStore(linter, found.sources)
    report = ReportContext(linter.rule_info, run.failures, texts.text_of, options.column_unit, _colored(options))
    return linter.reporters[options.format]().report(diagnostics, report)


def _run_scope(linter: Linter, found: Discovered, options: RunOptions, run: Run) -> RunScope:
    """How far the run went, for the baseline; known when it is over."""
    from newslint.linter.baseline import RunScope

    comparing = {rule.name for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)}
    linted = [source.path for source in found.sources]
    return RunScope(options.paths or ["."], linted, run.rules_that_ran, comparing, run.failures)


def _baseline(linter: Linter, options: RunOptions) -> Baseline | None:
    """The baseline that was asked for, or the one beside the configuration, or none."""
    path = options.baseline or os.path.join(linter.settings.root, DEFAULT_BASELINE)
    if not (options.baseline or options.write_baseline) and (options.isolated or not os.path.exists(path)):
        return None
    from newslint.linter.baseline import load

    return load(path, must_exist=not options.write_baseline, paths_from=os.getcwd())


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _no_such_format(name: str, linter: Linter) -> str:
    there = ", ".join(linter.reporters)
    return f'--format: there is no format "{name}"{did_you_mean(name, linter.reporters)}; there are {there}'


def _colored(options: RunOptions) -> bool:
    if options.color == "auto":
        unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return options.output is None and sys.stdout.isatty() and not unwanted
    return options.color == "always"


def _count_severities(diagnostics: Iterable[Diagnostic], counts: Counter[str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
        yield diagnostic


def _summary(run: Run, counts: Counter[str]) -> str:
    nouns = {"error": "error", "warning": "warning", "info": "note"}
    parts = [pluralize(counts[level], nouns[level]) for level in SEVERITIES if counts[level]]
    return f"{', '.join(parts) or 'no findings'} in {pluralize(run.articles, 'article')}"
