"""`--fix` and `--diff`: apply fixes in memory, pass after pass, and only then change the files."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from newslint.cli.options import RunOptions
from newslint.config.loader import find_repository
from newslint.config.settings import SettingsError
from newslint.console import print_stderr
from newslint.engine.line_matcher import LineMatcher
from newslint.engine.repeated_fixes import FixedText, RuleFix, UnsettledFixesError, apply_pass
from newslint.file_writing import link_out_of, locked_folder, remove_abandoned, write_atomic
from newslint.files import FileError, Source, read_bytes, read_text, with_new_text
from newslint.linter.linter import Linter
from newslint.linter.process_limits import limit_process
from newslint.linter.run import Run
from newslint.model import Failure
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import escape

if TYPE_CHECKING:
    from newslint.linter.baseline import Baseline

# The codes of a terminal's colors by the beginning of a row, as git has them.
DIFF_COLORS = (("--- ", "1"), ("+++ ", "1"), ("@@", "36"), ("-", "31"), ("+", "32"))


class FixedFiles(NamedTuple):
    """The files that fixes change."""

    changed: dict[str, tuple[Source, Source]]  # by path: before and after
    failures: list[Failure]  # of files that could not be read, and of the last pass
    not_fixed: list[Failure]  # of files that stay as they are, since their fixes do not settle or cannot be encoded
    encoding: str  # of files without a byte order mark

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff."""
        for path, (before, after) in sorted(self.changed.items()):
            name = escape(path)
            texts = (read_text(source, self.encoding) for source in (before, after))
            old, new = (StringIO(text, newline="\n").readlines() for text in texts)  # only a line feed ends a line
            for row in _unified_diff(old, new, name):
                yield row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"

    def shown_diff(self, *, colored: bool = False) -> Iterator[str]:
        """Yield the diff for a terminal or a log: no text of an article controls it, but the diff cannot be applied."""
        for row in self.diff():
            shown = "\t".join(map(escape, row.removesuffix("\n").split("\t")))
            color = next((code for sign, code in DIFF_COLORS if shown.startswith(sign)), "") if colored else ""
            yield f"\033[{color}m{shown}\033[0m\n" if color else f"{shown}\n"

    def write(self) -> list[Failure]:
        """Replace the files, and return a failure for each that could not be replaced."""
        remove_abandoned(os.path.dirname(path) for path in self.changed)
        failures = []
        for path, (before, after) in sorted(self.changed.items()):
            try:
                new = read_bytes(after)
                with locked_folder(os.path.realpath(path)):  # so that no other run writes after the comparison
                    now = read_bytes(Source(path), 0)
                    if now == new:
                        continue  # under another of its names
                    if now != before.content:
                        raise FileError("was changed while it was linted; run again")
                    write_atomic(path, [new])
            except FileError as error:
                failures.append(
                    Failure("file", path, str(error).removeprefix(f"{path} "))
                )  # a failure holds the path already
        return failures


def _unified_diff(old: Sequence[str], new: Sequence[str], name: str) -> Iterator[str]:
    """Yield the rows of a unified diff of two versions that differ, with their line ends."""
    yield f"--- a/{name}\n"
    yield f"+++ b/{name}\n"
    for group in LineMatcher(old, new).get_grouped_opcodes():
        (_, first, _, other, _), (_, _, end, _, other_end) = group[0], group[-1]
        yield f"@@ -{_hunk_range(first, end)} +{_hunk_range(other, other_end)} @@\n"
        for operation, at, past, at_other, past_other in group:
            if operation == "equal":
                yield from (f" {line}" for line in old[at:past])
            else:
                yield from (f"-{line}" for line in old[at:past])
                yield from (f"+{line}" for line in new[at_other:past_other])


def _hunk_range(start: int, end: int) -> str:
    """Return lines as a hunk of a unified diff names them: of none, the line before."""
    return f"{start + 1}" if end == start + 1 else f"{start + (start < end)},{end - start}"


def fix_files(linter: Linter, sources: Sequence[Source], options: RunOptions, baseline: Baseline | None) -> FixedFiles:
    """Compute the fixed files. Findings that the baseline accepts are not fixed.

    Raises SettingsError for standard input beside other files.
    """
    if len(sources) > 1 and any(source.content is not None for source in sources):
        raise SettingsError("--fix and --diff take standard input alone; remove the other paths, or -")
    is_stdin = any(source.content is not None for source in sources)
    time_limit = limit_process(linter.settings)
    original, unreadable = _read(sources, linter.settings.max_size)
    encoding = linter.settings.encoding
    not_fixed: dict[str, Failure] = {}  # by path
    current, is_settled = original, False
    texts: dict[str, FixedText] = {}  # by path, of files with fixes
    while not is_settled:
        # All files, since some rules compare articles.
        run = Run(linter, list(current.values()), options.jobs, time_limit=time_limit, isolate=True)
        is_settled, current = True, dict(current)
        fixes_by_path, in_records, unsafe = _fixes_by_path(run, options, baseline)
        for path, fixes in fixes_by_path.items():
            if path in not_fixed:
                continue
            if not is_stdin and (target := link_out_of(path, find_repository(linter.settings.root))):
                text = f"is a link to {target}, outside the repository, and was not changed; run newslint on that file"
                not_fixed[path] = Failure("file", path, text)
                continue
            before = texts.get(path) or FixedText(read_text(current[path], encoding))
            try:
                texts[path] = apply_pass(before, fixes)
                if texts[path] is not before:
                    current[path] = with_new_text(original[path], texts[path].text, encoding)
                    is_settled = False
            except (FileError, UnsettledFixesError) as error:
                current[path] = original[path]
                not_fixed[path] = Failure("file", path, str(error))
    for path, count in sorted(in_records.items()):
        stayed = f"{count:,} {'fix was' if count == 1 else 'fixes were'} not applied"
        way_out = f"`newslint-corpus {path} --out FOLDER --clean` writes a changed copy"
        print_stderr(f"{path}: {stayed}, since --fix does not change records; {way_out}")
    if unsafe and not options.quiet:
        left = "1 fix that is not safe was" if unsafe == 1 else f"{unsafe:,} fixes that are not safe were"
        print_stderr(f"{left} left out; --unsafe-fixes includes them")
    changed = {path: (original[path], source) for path, source in current.items() if source != original[path]}
    return FixedFiles(changed, [*unreadable, *run.failures], [*not_fixed.values()], encoding)


def _fixes_by_path(
    run: Run, options: RunOptions, baseline: Baseline | None
) -> tuple[dict[str, list[RuleFix]], Counter[str], int]:
    """Return the fixes to apply by path, how many there are in the records of a path, and how many are not safe."""
    fixes: defaultdict[str, list[RuleFix]] = defaultdict(list)
    in_records: Counter[str] = Counter()
    unsafe = 0
    diagnostics = run.diagnostics()
    for diagnostic in baseline.filter_new(diagnostics) if baseline else diagnostics:
        fix, location = diagnostic.fix, diagnostic.location
        if fix and (fix.safe or options.unsafe_fixes):
            # A record's text is escaped in its file, so the spans of its article mean nothing there.
            if location.record is None:
                fixes[location.path].append((diagnostic.rule, fix))
            else:
                in_records[location.path] += 1
        elif fix and location.record is None:
            unsafe += 1
    return fixes, in_records, unsafe


def _read(sources: Sequence[Source], max_megabytes: float) -> tuple[dict[str, Source], list[Failure]]:
    """Read each file once, so that newslint fixes the content that it linted."""
    files: dict[str, Source] = {}
    failures = []
    for source in sources:
        try:
            files[source.path] = Source(source.path, read_bytes(source, max_megabytes))
        except FileError as error:
            failures.append(Failure("file", source.path, str(error)))
    return files, failures
