"""One run of the command: results to standard output or a file, the summary and errors to standard error."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from newslint.api import CrossArticleRule
from newslint.cli.options import RunOptions
from newslint.cli.progress import Progress
from newslint.config.settings import DEFAULT_BASELINE, Settings, SettingsError, did_you_mean
from newslint.console import EXIT_FINDINGS, print_stderr, report_failures, stdout, write_output
from newslint.discovery import Discovered, would_discover
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import Linter
from newslint.linter.process_limits import limit_process
from newslint.linter.run import Run
from newslint.model import SEVERITIES, Diagnostic, Failure, ReportContext
from newslint.text.words import pluralize

if TYPE_CHECKING:
    from newslint.cli.against import Archive
    from newslint.cli.reporting import CountedFindings
    from newslint.cli.since import Changes
    from newslint.linter.baseline import Baseline, RunScope
    from newslint.linter.trails import Trails

FOLDED_FORMATS = ("text", "full")  # those for people who read line by line; programs get every finding


def lint(linter: Linter, discovered: Discovered, options: RunOptions) -> int:
    """Lint the files, write the results, and return the exit status. Raises SettingsError and FileError."""
    _check_output_options(linter, discovered, options)
    if not linter.enabled_rules:
        print_stderr("no rules are enabled; check --select, --ignore and the configuration")
    baseline = _choose_baseline(linter, options)
    if options.diff:
        return _write_diff(linter, discovered, options, baseline)
    if options.fix and len(discovered.sources) == 1 and discovered.sources[0].content is not None:
        from newslint.cli.fix_stdin import fix_stdin

        failures, left = fix_stdin(linter, discovered, options, baseline)
        return report_failures(failures, _status(left, linter.settings, options))
    changes = None
    if options.since is not None:
        from newslint.cli.since import Changes

        changes = Changes(options.since)
        discovered = discovered._replace(sources=changes.select(discovered.sources))
    archive = None
    if options.against is not None:
        from newslint.cli.against import with_archive

        discovered, archive = with_archive(discovered, options.against, linter)
        _check_output_options(linter, discovered, options)
    not_fixed = _fix(linter, discovered, options, baseline) if options.fix else []
    progress = Progress(len(discovered.sources), wanted=not (options.no_progress or options.quiet))
    folds = _folds(linter, options)
    limit = limit_process(linter.settings)
    run = Run(linter, discovered.sources, options.jobs, progress.track, wait=folds, time_limit=limit, isolate=True)
    run.failures += [*discovered.failures, *not_fixed]
    if baseline and options.write_baseline:
        from newslint.cli.write_baseline import write_baseline

        return write_baseline(run, baseline, options, lambda: _run_scope(run, options))
    return _report(run, options, baseline, changes, archive, progress)


def _check_output_options(linter: Linter, discovered: Discovered, options: RunOptions) -> None:
    if options.format not in linter.reporters:
        hint = did_you_mean(options.format, linter.reporters)
        text = f'--format: there is no format "{options.format}"{hint} (formats: {", ".join(linter.reporters)})'
        raise SettingsError(text, linter.failures)
    if options.output:
        from newslint.cli.output_file import check_output_file

        baseline_path = _baseline_path(linter, options)
        check_output_file(options.output, discovered.sources, linter.settings, baseline_path, fix=options.fix)


def _baseline_path(linter: Linter, options: RunOptions) -> str:
    return options.baseline or os.path.join(linter.settings.root, DEFAULT_BASELINE)


def _choose_baseline(linter: Linter, options: RunOptions) -> Baseline | None:
    """Return the baseline that --baseline names, else the one beside the configuration if it exists."""
    path = _baseline_path(linter, options)
    if not (options.baseline or options.write_baseline) and (options.isolated or not os.path.exists(path)):
        return None
    from newslint.linter.baseline import load_baseline

    return load_baseline(path, must_exist=not options.write_baseline, paths_from=os.getcwd())


def _write_diff(linter: Linter, discovered: Discovered, options: RunOptions, baseline: Baseline | None) -> int:
    from newslint.cli.fix import fix_files

    fixed = fix_files(linter, discovered.sources, options, baseline)
    is_shown = options.output is None and (stdout().isatty() or os.environ.get("GITHUB_ACTIONS"))
    shown = fixed.shown_diff(colored=_is_colored(options)) if is_shown or _is_colored(options) else fixed.diff()
    write_output(shown, options.output)
    status = EXIT_FINDINGS if fixed.changed and not options.exit_zero else 0
    return report_failures([*discovered.failures, *fixed.failures, *fixed.not_fixed], status)


def _fix(linter: Linter, discovered: Discovered, options: RunOptions, baseline: Baseline | None) -> list[Failure]:
    """Fix the files, and return a failure for each that could not be encoded or written."""
    from newslint.cli.fix import fix_files

    fixed = fix_files(linter, discovered.sources, options, baseline)
    failures = fixed.write()
    count = len(fixed.changed) - len(failures)
    if count:
        print_stderr(f"fixed {pluralize(count, 'file')}")
    return [*fixed.not_fixed, *failures]


def _report(
    run: Run,
    options: RunOptions,
    baseline: Baseline | None,
    changes: Changes | None,
    archive: Archive | None,
    progress: Progress,
) -> int:
    """Write the results and the summary, and return the exit status."""
    from newslint.cli.reporting import CountedFindings, ReporterError, guarded, unread_failure

    diagnostics = archive.filter(run.diagnostics()) if archive else run.diagnostics()
    diagnostics = baseline.filter_new(diagnostics) if baseline else diagnostics
    findings = CountedFindings(changes.filter(diagnostics) if changes else diagnostics)
    name = "" if options.statistics else options.format
    pieces = guarded(lambda: _format_results(run, options, findings), findings, run.linter, name)
    try:
        complete = write_output(pieces if options.output else progress.clear_before(pieces), options.output)
        if complete and (unread := findings.read_rest()):
            run.failures.append(unread_failure(run.linter, name, unread, findings.counts.total()))
    except ReporterError as error:
        complete = False
        run.failures.append(Failure("file", None, str(error)))
    if not complete:
        run.end()
    counts = findings.counts
    progress.clear()  # the reader of the output may have closed it before the end
    settings = run.linter.settings
    if options.output and would_discover(options.output, options.paths or ["."], settings, run.linter.readers):
        text = f"{options.output} is inside the linted folders and will be linted next time; add it to exclude"
        print_stderr(text)
    if complete:  # else the reader wants no more, and the run did not see every finding
        for message in baseline.stale_messages(_run_scope(run, options, archive)) if baseline else ():
            print_stderr(message)
        if not options.quiet and (run.articles or not run.failures):  # a failure of the only file says all
            where = archive.describe() if archive else pluralize(run.articles, "article")
            print_stderr(findings.summary(where, baseline.accepted if baseline else 0))
    return report_failures(run.failures, _status(counts, settings, options))


def _status(counts: Counter[str], settings: Settings, options: RunOptions) -> int:
    """Return the exit status of findings, by severity."""
    fail_on = settings.fail_on
    failed = fail_on != "never" and any(counts[level] for level in SEVERITIES if _rank(level) <= _rank(fail_on))
    return EXIT_FINDINGS if failed and not options.exit_zero else 0


def _format_results(run: Run, options: RunOptions, findings: CountedFindings) -> Iterable[str]:
    diagnostics = iter(findings)
    if options.statistics:
        from newslint.cli.statistics import as_json, table

        return (as_json if options.format == "json" else table)(run, diagnostics)
    linter = run.linter
    if _folds(linter, options):
        diagnostics = _fold(diagnostics, run, findings)
    articles = ArticleStore(linter, run.sources)
    rule_info = cache(linter.rule_info)  # reporters ask for it with every finding
    context = ReportContext(
        rule_info,
        run.failures,
        articles.text_of,
        options.column_unit,
        _is_colored(options),
        run.articles_by_folder,
        articles.article_of,
        _measured,
        _trail(linter, articles),
    )
    return linter.reporters[options.format]().report(diagnostics, context)


def _trail(linter: Linter, articles: ArticleStore) -> Callable[[Diagnostic], list[tuple[str, str, str]]]:
    @cache
    def trails() -> Trails:
        from newslint.linter.trails import Trails  # few formats ask for it

        return Trails(linter, articles.article_of)

    return lambda diagnostic: trails().trail(diagnostic)


def _measured(name: str) -> Mapping[str, Any]:
    from newslint.linter.measured import measured  # few formats ask for it

    return measured(name)


def _folds(linter: Linter, options: RunOptions) -> bool:
    """Return whether findings are reported by folder, so that the first line needs the counts of the whole run."""
    is_read_by_people = options.format in FOLDED_FORMATS and not (options.statistics or options.against)
    return is_read_by_people and any(rule.folder_message for rule in linter.enabled_rules)


def _fold(diagnostics: Iterator[Diagnostic], run: Run, findings: CountedFindings) -> Iterator[Diagnostic]:
    first = next(diagnostics, None)  # with it, the counts of the run are complete
    if first is None:
        return
    if run.articles > 1:
        from newslint.cli.folders import fold_by_folder

        yield from fold_by_folder(first, diagnostics, run, findings)
    else:
        yield first
        yield from diagnostics


def _run_scope(run: Run, options: RunOptions, archive: Archive | None = None) -> RunScope:
    """Return what an ended run linted, for the baseline."""
    from newslint.linter.baseline import RunScope

    cross_rules = {rule.name for rule in run.linter.enabled_rules if isinstance(rule, CrossArticleRule)}
    linted = [source.path for source in run.sources if not archive or source.path in archive.named]
    return RunScope(
        options.paths or ["."], linted, run.rules_that_ran, cross_rules, run.failures, run.linter.switched_off(linted)
    )


def _rank(level: str) -> int:
    return [*SEVERITIES].index(level)  # type: ignore[arg-type]


def _is_colored(options: RunOptions) -> bool:
    if options.color == "auto":
        if options.output is not None or os.environ.get("NO_COLOR"):
            return False
        if forced := os.environ.get("FORCE_COLOR"):
            return forced != "0"
        return stdout().isatty() and os.environ.get("TERM") != "dumb"
    return options.color == "always"
