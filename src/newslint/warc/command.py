"""Does what the options of `newslint-extract` ask, and returns the exit status."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from newslint.batch.process_pool import Pool, usable_cpus
from newslint.batch.storage import absolute
from newslint.console import EXIT_ERROR, configure_streams, print_error, print_stderr, write_stdout
from newslint.files import FileError
from newslint.text.words import pluralize
from newslint.warc.job import JobResult, as_text, drive
from newslint.warc.types import Job


def execute(options: Namespace) -> int:
    """Run the job."""
    configure_streams()
    try:
        import_module(options.extractor)  # what is missing is said before anything is begun
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        return print_error(f"{options.extractor} cannot be loaded: {error}")
    job = Job(absolute(options.out), options.extractor)
    try:
        with Pool(options.jobs or usable_cpus()) as engine:
            ended = drive(job, options.archive, engine, progress=not options.no_progress)
        return _tell(ended, options)
    except (FileError, OSError) as error:
        return print_error(str(error))


def _tell(ended: JobResult, options: Namespace) -> int:
    """The summary, what broke, and the exit status."""
    totals, status = ended.totals, 0
    if not options.quiet:
        write_stdout(as_text(totals))
    for failure in ended.failures:
        print_stderr(f"error: {failure}; run again for it")
        status = EXIT_ERROR
    most, percent = options.max_quarantined
    count = totals.quarantined.total()
    if count > (most * totals.records / 100 if percent else most):
        reason = totals.quarantined.most_common(1)[0][0]
        print_stderr(
            f"error: {pluralize(count, 'record')} in quarantine, most for {reason}; --max-quarantined allows more"
        )
        status = EXIT_ERROR
    return status
