"""`--fix` and `--diff`: applies fixes again and again until nothing changes, in memory, and only then to the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from newslint.cli.options import RunOptions
from newslint.config.settings import SettingsError
from newslint.engine.fixes import MAX_PASSES, apply_fixes
from newslint.files import FileError, Source, read_bytes, read_text, with_new_text, write_atomic
from newslint.linter.linter import Linter
from newslint.linter.run import Run
from newslint.model import Failure, Fix
from newslint.reporters.columns import escape

if TYPE_CHECKING:
    from newslint.linter.baseline import Baseline


class FixedFiles(NamedTuple):
    """What fixes make of files, by path: before and after. Only files that change are here."""

    changed: dict[str, tuple[Source, Source]]
    failures: list[Failure]  # what broke in the last round

    def diff(self) -> Iterator[str]:
        """The change as a unified diff."""
        for path, (before, after) in sorted(self.changed.items()):
            name = escape(path)
            # Only a line feed ends a line.
            old, new = (StringIO(read_text(source), newline="\n").readlines() for source in (before, after))
            for row in unified_diff(old, new, f"a/{name}", f"b/{name}"):
                yield row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"

    def write(self) -> list[Failure]:
        """Replace the files; what could not be done."""
        failures = []
        for path, (before, after) in sorted(self.changed.items()):
            try:
                if read_bytes(Source(path)) != before.content:
                    raise FileError("was changed while it was linted; run again")
                write_atomic(path, [read_bytes(after)])
            except FileError as error:
                failures.append(Failure("file", path, str(error).removeprefix(f"{path} ")))  # said by the failure
        return failures


def fix_files(linter: Linter, sources: Sequence[Source], request: RunOptions, baseline: Baseline | None) -> FixedFiles:
    """Find what the fixes make of the files; what was accepted stays.

    Raises SettingsError for what has no file to change.
    """
    if any(source.content is not None for source in sources):
        raise SettingsError("standard input cannot be changed; give the path of a file to --fix or --diff")
    current, failures = _read(sources)
    changed: dict[str, tuple[Source, Source]] = {}
    for _ in range(MAX_PASSES):
        mendable: defaultdict[str, list[Fix]] = defaultdict(list)
        run = Run(linter, list(current.values()), request.jobs)
        diagnostics = run.diagnostics()
        for found in baseline.filter_new(diagnostics) if baseline else diagnostics:
            # The text of a record stands in its file in another notation, so a span there means nothing.
            if found.fix and found.location.record is None and (found.fix.safe or request.unsafe_fixes):
                mendable[found.location.path].append(found.fix)
        before = dict(current)
        for path, fixes in mendable.items():
            text = read_text(current[path])
            new = apply_fixes(text, fixes)
            if new != text:
                current[path] = with_new_text(current[path], new)
                original = changed[path][0] if path in changed else before[path]
                changed[path] = (original, current[path])
        if current == before:
            break
    return FixedFiles(changed, [*failures, *run.failures])


def _read(sources: Sequence[Source]) -> tuple[dict[str, Source], list[Failure]]:
    """The files with their content, read once: what is linted is what is mended."""
    read: dict[str, Source] = {}
    failures = []
    for source in sources:
        try:
            read[source.path] = Source(source.path, read_bytes(source))
        except FileError as error:
            failures.append(Failure("file", source.path, str(error)))
    return read, failures
