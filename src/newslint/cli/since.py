"""What has changed since a revision of git: the files, and the lines in them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator

from newslint.config.settings import SettingsError
from newslint.files import Source
from newslint.model import Diagnostic

Lines = list[tuple[int, int]]  # first and last, from 1
WHOLE_FILE: Lines = [(1, 1 << 60)]
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class Changes:
    """The changed lines of each file below the working directory."""

    def __init__(self, revision: str) -> None:
        """Ask git. Raises SettingsError if there is no repository, no git or no such revision."""
        self.lines: dict[str, Lines] = dict.fromkeys(_untracked(), WHOLE_FILE)
        path = ""
        # Without a context and without names of its own for both sides, whatever the user's settings are.
        options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-prefix", "--relative", "--diff-filter=d")
        for row in _git("diff", *options, "--end-of-options", revision, "--").split("\n"):
            if row.startswith("+++ "):
                path = row[4:].rstrip("\t")
                self.lines[path] = []
            elif match := HUNK.match(row):
                first, count = int(match[1]), int(match[2] or 1)
                if count:
                    self.lines[path].append((first, first + count - 1))

    def select(self, sources: Iterable[Source]) -> list[Source]:
        """Return the sources that have changed."""
        return [source for source in sources if source.path in self.lines]

    def filter(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings on changed lines; in a file of records, on changed records."""
        for diagnostic in diagnostics:
            _, record, start, end, *_ = diagnostic.location
            first, last = (start.line, end.line) if record is None else (record, record)
            lines = self.lines.get(diagnostic.location.path, WHOLE_FILE)
            if any(first <= until and since <= last for since, until in lines):
                yield diagnostic


def _untracked() -> list[str]:
    return _git("ls-files", "--others", "--exclude-standard", "-z").split("\0")[:-1]


def _git(*words: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False, cwd=os.curdir)
    except OSError as error:
        raise SettingsError(f"--since: git cannot be started ({error.strerror}); install it") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise SettingsError(f"--since: git says: {reason}; name a commit of this repository, as in --since HEAD")
    return done.stdout.decode("utf-8", "surrogateescape")
