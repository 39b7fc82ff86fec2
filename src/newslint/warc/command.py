"""Runs `newslint-extract` with its options and returns the exit status."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from newslint.batch.cli import EXTRA_OF
from newslint.batch.engines import executor_of
from newslint.batch.storage import absolute
from newslint.batch.summary import check_quarantine, failures_of
from newslint.config.settings import SettingsError
from newslint.console import configure_streams, print_error, print_stderr, report_failures, write_stdout
from newslint.engine.checker import format_exception
from newslint.files import FileError
from newslint.warc.extract_unit import versions_of
from newslint.warc.job import JobOptions, JobResult, run_job
from newslint.warc.summary import summary_as_text
from newslint.warc.types import Job


def execute(options: Namespace) -> int:
    """Run the job. Raises ModuleNotFoundError where a package is not installed."""
    configure_streams()
    try:
        import_module(options.extractor)  # so that a missing one is reported before the job starts
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        return print_error(f"{options.extractor} cannot be loaded: {error}")
    try:
        job = Job(absolute(options.out), options.extractor, versions_of(options.extractor))
        run_options = JobOptions(tuple(options.archive), options.shard, not options.no_progress)
        with executor_of(options) as executor:
            result = run_job(job, run_options, executor)
        return _print_summary(options, result)
    except (SettingsError, FileError, OSError) as error:
        return print_error(str(error))
    except Exception as error:  # such as a cluster that can no longer be reached
        if isinstance(error, ModuleNotFoundError) and error.name in EXTRA_OF:
            raise  # `run_command` says what to install
        return print_error(f"{format_exception(error)}; run the same command to resume")


def _print_summary(options: Namespace, result: JobResult) -> int:
    """Print the summary and errors; return the exit status."""
    if not options.quiet:
        write_stdout(summary_as_text(result.totals))
    if not result.complete:
        print_stderr("shard done; after the last shard, run the command without --shard to write the summary")
    status = report_failures(failures_of(result.totals), 0)
    if result.failed_units:
        print_stderr("run again to retry the failed units")
    return check_quarantine(result.totals, options.max_quarantined, status)
