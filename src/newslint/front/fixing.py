"""`--fix` and `--diff`: applies fixes again and again until nothing changes, in memory, and only then to the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from newslint.engine.fixes import apply
from newslint.formats.columns import escape
from newslint.front.request import Request
from newslint.host.files import FileError, Source, content_of, fixed, text_of, write_whole
from newslint.host.run import Run
from newslint.host.session import Session
from newslint.host.settings import SettingsError
from newslint.model import Failure, Fix

if TYPE_CHECKING:
    from newslint.host.baseline import Baseline

ROUNDS = 10  # a fix may uncover another; rules that undo each other must not go on for ever


class Mended(NamedTuple):
    """What fixes make of files, by path: before and after. Only files that change are here."""

    changed: dict[str, tuple[Source, Source]]
    failures: list[Failure]  # what broke in the last round

    def diff(self) -> Iterator[str]:
        """The change as a unified diff."""
        for path, (before, after) in sorted(self.changed.items()):
            name = escape(path)
            # Only a line feed ends a line.
            old, new = (StringIO(text_of(source), newline="\n").readlines() for source in (before, after))
            for row in unified_diff(old, new, f"a/{name}", f"b/{name}"):
                yield row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"

    def write(self) -> list[Failure]:
        """Replace the files; what could not be done."""
        failures = []
        for path, (before, after) in sorted(self.changed.items()):
            try:
                if content_of(Source(path)) != before.content:
                    raise FileError("was changed while it was linted; run again")
                write_whole(path, [content_of(after)])
            except FileError as error:
                failures.append(Failure("file", path, str(error).removeprefix(f"{path} ")))  # said by the failure
        return failures


def mend(session: Session, sources: Sequence[Source], request: Request, baseline: Baseline | None) -> Mended:
    """Find what the fixes make of the files; what was accepted stays.

    Raises SettingsError for what has no file to change.
    """
    if any(source.content is not None for source in sources):
        raise SettingsError("standard input cannot be changed; give the path of a file to --fix or --diff")
    current, failures = _read(sources)
    changed: dict[str, tuple[Source, Source]] = {}
    for _ in range(ROUNDS):
        mendable: defaultdict[str, list[Fix]] = defaultdict(list)
        run = Run(session, list(current.values()), request.jobs)
        diagnostics = run.diagnostics()
        for found in baseline.new(diagnostics) if baseline else diagnostics:
            # The text of a record stands in its file in another notation, so a span there means nothing.
            if found.fix and found.location.record is None and (found.fix.safe or request.unsafe_fixes):
                mendable[found.location.path].append(found.fix)
        before = dict(current)
        for path, fixes in mendable.items():
            text = text_of(current[path])
            new = apply(text, fixes)
            if new != text:
                current[path] = fixed(current[path], new)
                original = changed[path][0] if path in changed else before[path]
                changed[path] = (original, current[path])
        if current == before:
            break
    return Mended(changed, [*failures, *run.failures])


def _read(sources: Sequence[Source]) -> tuple[dict[str, Source], list[Failure]]:
    """The files with their content, read once: what is linted is what is mended."""
    read: dict[str, Source] = {}
    failures = []
    for source in sources:
        try:
            read[source.path] = Source(source.path, content_of(source))
        except FileError as error:
            failures.append(Failure("file", source.path, str(error)))
    return read, failures
