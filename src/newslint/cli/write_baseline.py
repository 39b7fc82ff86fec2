"""`--write-baseline`: accept the findings of a run, or only those that a reader has marked as wrong."""

from __future__ import annotations

from collections.abc import Callable

from newslint.cli.options import RunOptions
from newslint.console import print_stderr, report_failures
from newslint.linter.baseline import Baseline, RunScope, check_place
from newslint.linter.run import Run
from newslint.linter.verdicts import read_verdicts
from newslint.text.words import pluralize


def write_baseline(run: Run, baseline: Baseline, options: RunOptions, scope: Callable[[], RunScope]) -> int:
    """Write the baseline and return the exit status. `scope` is called when the run has ended.

    Raises SettingsError and FileError.
    """
    check_place(baseline.path, run.linter.settings.root)
    verdicts = {one.fingerprint: one.verdict for one in read_verdicts(options.verdicts)} if options.verdicts else {}
    wrong = {fingerprint for fingerprint, verdict in verdicts.items() if verdict == "wrong"}
    found = list(run.diagnostics())
    if run.failures:
        status = report_failures(run.failures, 0)
        print_stderr("error: the baseline was not written, because the run is incomplete; resolve the errors")
        return status
    count = baseline.write(found, scope(), wrong if options.verdicts else None)
    print_stderr(f"wrote the baseline: {pluralize(count, 'finding')}")
    missing = wrong - {diagnostic.fingerprint for diagnostic in found}
    if missing:
        print_stderr(
            f"{len(missing):,} of {pluralize(len(wrong), 'finding')} marked as wrong were not found in this run: they "
            "are gone, or the report was written from another folder or with other rules"
        )
    return 0
