"""Runs `newslint-corpus` with its options and returns the exit status."""

from __future__ import annotations

import os
from argparse import Namespace
from importlib.util import find_spec

from newslint.batch.cli import EXTRA_OF
from newslint.batch.engines import executor_of
from newslint.batch.storage import absolute
from newslint.batch.summary import check_quarantine, failures_of
from newslint.config.settings import SettingsError
from newslint.console import (
    EXIT_ERROR,
    configure_streams,
    print_error,
    print_stderr,
    report_failures,
    write_stdout,
)
from newslint.corpus.job import JobOptions, JobResult, run_job
from newslint.corpus.linter import setup_of
from newslint.corpus.options import clean_options, columns_of, grouped_rules, language_of, settings_of
from newslint.corpus.outputs.report_file import check_report_file
from newslint.corpus.outputs.summary import summary_as_text
from newslint.corpus.records.language import OTHER_LANGUAGE
from newslint.corpus.types import Job
from newslint.engine.checker import format_exception
from newslint.files import FileError
from newslint.linter.linter import Linter
from newslint.linter.process_limits import build_in_time
from newslint.plugin_loader import PluginError
from newslint.plugin_loader.isolation import isolate_plugins
from newslint.text.words import pluralize


def execute(options: Namespace) -> int:
    """Run the job. Raises ModuleNotFoundError where a package is not installed."""
    configure_streams()
    if find_spec("duckdb") is None:  # it is imported only to compare articles, when hours may have passed
        raise ModuleNotFoundError(name="duckdb")
    try:
        open_executor = executor_of(options)
        settings = settings_of(options)
        if settings.plugins or settings.local_plugins:
            isolate_plugins()
        if options.report:
            check_report_file(options.report, options.corpus, settings)
        linter = build_in_time(settings)
        if linter.failures:
            report_failures(linter.failures, 0)
            return print_error("nothing was linted, since a corpus is not linted without its plugins")
        columns = columns_of(options, linter)
        job = Job(
            settings._replace(rules=grouped_rules(linter, columns), local_plugins=()),
            columns,
            absolute(options.out),
            options.timeout_per_article,
            language_of(options),
            _plugin_contents(linter),
            setup_of(linter),
        )
        run_options = JobOptions(
            tuple(options.corpus),
            options.shard,
            linter.has_cross_rules,
            options.spans,
            clean_options(options, linter),
            not options.no_progress,
            bool(options.report),
        )
        with open_executor as executor:
            result = run_job(job, run_options, executor)
        status = _print_summary(options, result)
        if options.report and result.complete:
            from newslint.corpus.outputs.html_report import write_report

            write_report(options.report, result.totals, result.breakdown, result.texts, linter, options.group_by or "")
        return status
    except (SettingsError, PluginError, FileError, OSError) as error:
        return print_error(str(error))
    except Exception as error:  # such as a cluster that can no longer be reached
        if isinstance(error, ModuleNotFoundError) and error.name in EXTRA_OF:
            raise  # `run_command` says what to install
        return print_error(f"{format_exception(error)}; run the same command to resume")


def _plugin_contents(linter: Linter) -> tuple[tuple[str, bytes], ...]:
    """Return the local plugins, by their paths below the configuration's folder, each with the content that runs."""
    below = linter.settings.root + os.sep
    return tuple(
        (path.removeprefix(below).replace(os.sep, "/"), linter.local_contents[path])
        for path in linter.settings.local_plugins
    )


def _print_summary(options: Namespace, result: JobResult) -> int:
    """Print the summary, what needs attention, and errors; return the exit status."""
    totals = result.totals
    if not options.quiet:
        group_name = options.group_by or ("group" if totals.groups.keys() - {""} else "")
        write_stdout(summary_as_text(totals, group_name))
        if result.clean:
            write_stdout(result.clean.as_text(group_name))
    if not result.complete:
        postponed = [
            name
            for name, asked in (("--report", options.report), ("--spans", options.spans), ("--clean", options.clean))
            if asked
        ]
        print_stderr(
            "shard done; after the last shard, run the command without --shard to compare articles and write the "
            "summary" + (f", and for {', '.join(postponed)}" if postponed else "")
        )
    for option, name, has_values in (
        ("--id-column", options.id_column, totals.with_id),
        ("--group-by", options.group_by, totals.groups.keys() - {""}),
        ("--date-column", options.date_column, totals.days.keys() - {""}),
    ):
        if name and totals.linted and not has_values:
            print_stderr(f"{option} {name}: no record has a valid value in this column; check the column's name")
    status = report_failures(failures_of(totals), 0)
    lost = totals.records - totals.linted - totals.quarantined
    is_unknown = any(unit.records is None for unit in result.failed_units)
    if lost or is_unknown:
        records = "an unknown number of records" if is_unknown else pluralize(lost, "record")
        print_stderr(f"error: neither linted nor quarantined: {records}; run again to retry the failed units")
        status = EXIT_ERROR
    return check_quarantine(totals, options.max_quarantined, status, accepted=(OTHER_LANGUAGE,))
