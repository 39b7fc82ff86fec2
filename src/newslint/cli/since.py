"""What has changed since a revision of git: the files, and the lines in them."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

from newslint.config.settings import SettingsError
from newslint.files import Source
from newslint.model import Diagnostic

Lines = list[tuple[int, int]]  # first and last, from 1
NO_LINES: Lines = []
WHOLE_FILE: Lines = [(1, 1 << 60)]
NO_FILTER = ("unspecified", "unset")  # of git's attribute
HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# Whatever the user's settings and the .gitattributes of the repository are: no file counts as binary, and only lines
# that changed are shown, under the names that the repository has.
DIFF = (
    *("diff", "--text", "--no-textconv", "--no-ext-diff", "--unified=0", "--inter-hunk-context=0", "--no-color"),
    *("--no-prefix", "--submodule=short", "--diff-filter=d", "--end-of-options"),
)


class Changes:
    """The changed lines of files. A file that git does not know, or compares after a filter, has changed as a whole."""

    def __init__(self, revision: str) -> None:
        """Ask git. Raises SettingsError if there is no repository, no git or no such revision."""
        top = self._top = os.path.realpath(_git(os.curdir, "rev-parse", "--show-toplevel"))
        changed = dict(_changed_lines(_git_rows(top, *DIFF, revision, "--")))
        changed |= dict.fromkeys(_with_filters(top, changed), WHOLE_FILE)
        unchanged = dict.fromkeys(_git(top, "ls-files", "-z").split("\0"), NO_LINES)
        self._known = {os.path.join(top, *name.split("/")): lines for name, lines in (unchanged | changed).items()}
        self._lines: dict[str, Lines] = {}  # by path, of the selected sources

    def select(self, sources: Iterable[Source]) -> list[Source]:
        """Return the sources that have changed."""
        selected = []
        for source in sources:
            if lines := self._lines_of(source.path):
                self._lines[source.path] = lines
                selected.append(source)
        return selected

    def filter(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings on changed lines; in a file of records, on changed records."""
        for diagnostic in diagnostics:
            _, record, start, end, *_ = diagnostic.location
            first, last = (start.line, end.line) if record is None else (record, record)
            lines = self._lines.get(diagnostic.location.path, WHOLE_FILE)
            number = bisect_left(lines, first, key=_last_line)  # of the changes that end before the finding
            if number < len(lines) and lines[number][0] <= last:
                yield diagnostic

    def _lines_of(self, path: str) -> Lines:
        if os.path.islink(path):  # git knows its target by another name, and the link may have got another target
            link = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
            if self._known.get(link, WHOLE_FILE):
                return WHOLE_FILE
        return self._known.get(os.path.realpath(path), WHOLE_FILE)


def _last_line(change: tuple[int, int]) -> int:
    return change[1]


def _changed_lines(rows: Iterator[bytes]) -> Iterator[tuple[str, Lines]]:
    """Yield the name of each file in a diff, with its changed lines. `rows` have no line ends."""
    lines: Lines = []
    for row in rows:
        if row.startswith(b"+++ "):
            lines = []
            yield _unquoted(_decode(row[4:].removesuffix(b"\t"))), lines
        elif match := HUNK.match(row):
            first, added = int(match[2]), int(match[3] or 1)
            # The lines of a file may look like those of a diff.
            left = int(match[1] or 1) + added
            has_nul = False
            while left and (shown := next(rows, None)) is not None:
                left -= not shown.startswith(b"\\")  # which says that the last line has no end
                has_nul = has_nul or b"\0" in shown
            if has_nul:  # in UTF-16, git divides the lines elsewhere
                lines[:] = WHOLE_FILE
            elif added and lines != WHOLE_FILE:
                lines.append((first, first + added - 1))


def _unquoted(name: str) -> str:
    """Return the name that git has quoted as C does, with octal numbers for all bytes that are not ASCII."""
    return os.fsdecode(ast.literal_eval(f"b{name}")) if name.startswith('"') else name


def _with_filters(top: str, names: Iterable[str]) -> list[str]:
    """Return the files that git compares after a filter, which may make anything of them."""
    fields = _git(top, "check-attr", "--stdin", "-z", "filter", given="\0".join(names)).split("\0")
    return [name for name, value in zip(fields[::3], fields[2::3], strict=False) if value not in NO_FILTER]


def _git(folder: str, *words: str, given: str = "") -> str:
    """Return what git prints, without the line end at its end."""
    return _decode(b"\n".join(_git_rows(folder, *words, given=given)))


def _git_rows(folder: str, *words: str, given: str = "") -> Iterator[bytes]:
    """Yield the rows that git prints one by one: those of a diff may need more memory than all articles together."""
    command = ["git", "-c", "core.quotePath=true", "-c", "diff.relative=false", "-c", "core.fsmonitor=false", *words]
    with TemporaryFile() as stdin, TemporaryFile() as stderr:
        stdin.write(os.fsencode(given))
        stdin.seek(0)
        try:
            process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, cwd=folder)
        except OSError as error:
            raise SettingsError(f"--since: git cannot be started ({error.strerror}); install it") from error
        with process:
            assert process.stdout is not None
            for row in process.stdout:
                yield row.removesuffix(b"\n")
        if process.returncode:
            stderr.seek(0)
            reason = stderr.read().decode("utf-8", "replace").strip().split("\n")[0]
            raise SettingsError(f"--since: git says: {reason}; name a commit of this repository, as in --since HEAD")


def _decode(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")
