"""The baseline: findings that are known and accepted, and what of it is to be tidied.

Article text is not ours to mark with comments, so this is how one place is silenced.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from newslint.engine.diagnose import Seal
from newslint.host.entries import Entry, line_of, read
from newslint.host.files import shown, write_whole
from newslint.model import Diagnostic, Failure


class Extent(NamedTuple):
    """How far a run went, to tell what it can have a word on."""

    given: Sequence[str]  # the paths to lint, as people gave them
    linted: Collection[str]  # the files found there
    ran: Collection[str]  # names of rules
    comparing: Collection[str]  # those of them that compare articles
    failures: Sequence[Failure]


class Baseline:
    """What was accepted, and what of it was met again."""

    def __init__(self, path: str, entries: Iterable[Entry], paths_from: str | None = None) -> None:
        """`paths_from` is the folder from which the paths of diagnostics go; by default the baseline's own."""
        self.path = path
        self.entries = {entry.fingerprint: entry for entry in entries}
        self.today = date.today()
        self.met: set[str] = set()
        self._folder = os.path.realpath(os.path.dirname(path))
        self._from = self._folder if paths_from is None else os.path.realpath(paths_from)

    def new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that were not accepted, or no longer are."""
        self.met.clear()  # fixes may have taken away what an earlier round met
        for diagnostic, known in self._anchored(diagnostics):
            entry = self.entries.get(known.fingerprint)
            if entry:
                self.met.add(known.fingerprint)
            if not entry or self._expired(entry):
                yield diagnostic

    def _anchored(self, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Entry]]:
        """The findings with their entries, which are the same wherever newslint was started."""
        seal = Seal()
        for found in diagnostics:
            path, fingerprint = self._inside(found.location.path), found.fingerprint
            if path != found.location.path:
                fingerprint = seal.fingerprint(found.rule, found.location._replace(path=path))
            yield found, Entry(fingerprint, found.rule, path, found.match)

    def _inside(self, path: str) -> str:
        """A path of this run as the baseline holds it."""
        return _relative(self._absolute(path), self._folder) if self._from != self._folder else path

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._from, path))

    def _of_folder(self, path: str) -> str:
        """A path of the baseline as an absolute one."""
        return os.path.normpath(os.path.join(self._folder, path))

    def _concerned(self, extent: Extent) -> Iterator[str]:
        """The entries on which this run can have a word: their files and rules had their say, and nothing broke there.

        A file that is gone from a folder that was linted has no findings any more.

        What comes of comparing may go when an article is missing. So there the whole folder has to be linted that holds
        what was compared when it was accepted, with no file unread and the rule broken nowhere.
        """
        broken = {(each.source, each.path and self._inside(each.path)) for each in extent.failures}
        breaking = {source for source, _ in broken}
        unread = {path for source, path in broken if path and source not in extent.ran}
        linted = {self._inside(path) for path in extent.linted} - unread
        tops = [self._absolute(shown(path)) for path in extent.given]
        searched = [top for top in tops if os.path.isdir(top)]
        for fingerprint, entry in self.entries.items():
            if entry.path not in linted:
                file = self._of_folder(entry.path)
                known = _below(file, searched) and _gone(file)
            elif entry.rule not in extent.ran:
                known = False
            elif entry.rule in extent.comparing:
                known = _below(self._of_folder(entry.among), tops) and not unread and entry.rule not in breaking
            else:
                known = broken.isdisjoint({(entry.rule, entry.path), (entry.rule, None)})
            if known:
                yield fingerprint

    def remarks(self, extent: Extent) -> Iterator[str]:
        """What is to be tidied: entries that expired, and entries whose finding is gone."""
        gone = set(self._concerned(extent)) - self.met
        for fingerprint, entry in self.entries.items():
            if fingerprint in gone:
                what = "is stale: it is found no more; remove it, or write the baseline anew"
            elif fingerprint in self.met and self._expired(entry):
                what = f"was accepted until {entry.until}; mend the article, or set another date"
            else:
                continue
            path = _relative(self._of_folder(entry.path), self._from)
            yield f'{path}: the baseline\'s entry for "{_short(entry.text)}" [{entry.rule}] {what}'

    def write(self, diagnostics: Iterable[Diagnostic], extent: Extent) -> int:
        """Replace the file: what is found now, with the reasons and dates it had, and what this run did not concern.

        Returns how many entries there are. Raises FileError.
        """
        concerned = set(self._concerned(extent))
        entries = {known: entry for known, entry in self.entries.items() if known not in concerned}
        among = _relative(_common([self._absolute(path) for path in extent.linted]), self._folder)
        for _, plain in self._anchored(diagnostics):
            known = self.entries.get(plain.fingerprint, plain)
            entries[plain.fingerprint] = plain._replace(
                reason=known.reason, until=known.until, among=among if plain.rule in extent.comparing else ""
            )
        self._replace(entries.values())
        return len(entries)

    def accept(self, found: Diagnostic) -> None:
        """Add one finding to the file, or accept it anew where its entry expired. Raises FileError."""
        known = self.entries.get(found.fingerprint)
        if known and not self._expired(known):
            return
        reason = known.reason if known else ""
        entry = Entry(found.fingerprint, found.rule, found.location.path, found.match, reason)
        self._replace({**self.entries, found.fingerprint: entry}.values())

    def _replace(self, entries: Iterable[Entry]) -> None:
        ordered = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.text, entry.fingerprint))
        write_whole(self.path, map(line_of, ordered))

    def _expired(self, entry: Entry) -> bool:
        return bool(entry.until) and date.fromisoformat(entry.until) < self.today


def load(path: str, *, must_exist: bool, paths_from: str | None = None) -> Baseline:
    """Read a baseline. Raises SettingsError with the line and what to do."""
    return Baseline(path, read(path, must_exist=must_exist), paths_from)


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")


def _common(paths: Sequence[str]) -> str:
    """The folder that holds all these, or the file where there is but one."""
    try:
        return os.path.commonpath(paths)
    except ValueError:  # none, or on several drives
        return ""


def _below(path: str, tops: Iterable[str]) -> bool:
    return any(path == top or path.startswith(os.path.join(top, "")) for top in tops)


def _gone(path: str) -> bool:
    """Whether there is no such file; one in a folder that cannot be looked into may be there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
