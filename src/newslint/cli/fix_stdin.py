"""`newslint - --fix`: the fixed text of standard input goes to standard output, as an editor or a pipe needs it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newslint.cli.fix import fix_files
from newslint.cli.options import RunOptions
from newslint.config.settings import SettingsError
from newslint.console import print_stderr, write_output
from newslint.discovery import Discovered
from newslint.files import read_text
from newslint.linter.linter import Linter
from newslint.linter.process_limits import limit_process
from newslint.linter.run import Run
from newslint.model import Failure
from newslint.text.words import pluralize

if TYPE_CHECKING:
    from newslint.linter.baseline import Baseline


def fix_stdin(
    linter: Linter, discovered: Discovered, options: RunOptions, baseline: Baseline | None
) -> tuple[list[Failure], Counter[str]]:
    """Write the fixed text, whether or not a fix applies. Returns what failed, and what is left by severity.

    Raises SettingsError for an option that needs findings on standard output, and FileError.
    """
    for name in ("format", "statistics"):
        if getattr(options, name) != getattr(RunOptions, name):
            raise SettingsError(f"with --fix, standard output has the fixed text, and --{name} no place; remove it")
    fixed = fix_files(linter, discovered.sources, options, baseline)
    (source,) = discovered.sources
    _, after = fixed.changed.get(source.path, (source, source))
    text = read_text(after, linter.settings.encoding, linter.settings.max_size)
    run = Run(linter, [after], options.jobs, time_limit=limit_process(linter.settings), isolate=True)
    diagnostics = baseline.filter_new(run.diagnostics()) if baseline else run.diagnostics()
    left: Counter[str] = Counter(one.severity for one in diagnostics)
    write_output([text], options.output)
    if not options.quiet:
        done = f"{source.path}: {'fixed' if fixed.changed else 'nothing to fix'}"
        print_stderr(f"{done}; {pluralize(left.total(), 'finding')} left")
    return [*discovered.failures, *fixed.not_fixed, *run.failures], left
