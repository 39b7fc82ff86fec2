"""The baseline: findings that are known and accepted, and what of it is to be tidied.

Article text is not ours to mark with comments, so this is how one place is silenced.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from newslint.engine.diagnostics import Fingerprinter
from newslint.files import display_path, write_atomic
from newslint.linter.baseline_file import Entry, read, to_json_line
from newslint.model import Diagnostic, Failure
from newslint.text.words import truncate


class RunScope(NamedTuple):
    """How far a run went, to tell what it can have a word on."""

    paths: Sequence[str]  # the paths to lint, as people gave them
    linted: Collection[str]  # the files found there
    rules_that_ran: Collection[str]  # names of rules
    cross_rules: Collection[str]  # those of them that compare articles
    failures: Sequence[Failure]


class Baseline:
    """What was accepted, and what of it was met again."""

    def __init__(self, path: str, entries: Iterable[Entry], paths_from: str | None = None) -> None:
        """`paths_from` is the folder from which the paths of diagnostics go; by default the baseline's own."""
        self.path = path
        self.entries = {entry.fingerprint: entry for entry in entries}
        self.today = date.today()
        self.matched: set[str] = set()
        self._folder = os.path.realpath(os.path.dirname(path))
        self._from = self._folder if paths_from is None else os.path.realpath(paths_from)

    def filter_new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that were not accepted, or no longer are."""
        self.matched.clear()  # fixes may have taken away what an earlier round met
        for diagnostic, known in self._with_entries(diagnostics):
            entry = self.entries.get(known.fingerprint)
            if entry:
                self.matched.add(known.fingerprint)
            if not entry or self._expired(entry):
                yield diagnostic

    def _with_entries(self, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Entry]]:
        """The findings with their entries, which are the same wherever newslint was started."""
        seal = Fingerprinter()
        for found in diagnostics:
            path, fingerprint = self._baseline_path(found.location.path), found.fingerprint
            if path != found.location.path:
                fingerprint = seal.fingerprint(found.rule, found.location._replace(path=path))
            yield found, Entry(fingerprint, found.rule, path, found.match)

    def _baseline_path(self, path: str) -> str:
        """A path of this run as the baseline holds it."""
        return _relative(self._absolute(path), self._folder) if self._from != self._folder else path

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._from, path))

    def _of_folder(self, path: str) -> str:
        """A path of the baseline as an absolute one."""
        return os.path.normpath(os.path.join(self._folder, path))

    def _checkable_entries(self, extent: RunScope) -> Iterator[str]:
        """The entries on which this run can have a word: their files and rules had their say, and nothing broke there.

        A file that is gone from a folder that was linted has no findings any more.

        What comes of comparing may go when an article is missing. So there the whole folder has to be linted that holds
        what was compared when it was accepted, with no file unread and the rule broken nowhere.
        """
        broken = {(each.source, each.path and self._baseline_path(each.path)) for each in extent.failures}
        breaking = {source for source, _ in broken}
        unread = {path for source, path in broken if path and source not in extent.rules_that_ran}
        linted = {self._baseline_path(path) for path in extent.linted} - unread
        tops = [self._absolute(display_path(path)) for path in extent.paths]
        searched = [top for top in tops if os.path.isdir(top)]
        for fingerprint, entry in self.entries.items():
            if entry.path not in linted:
                file = self._of_folder(entry.path)
                known = _below(file, searched) and _is_missing(file)
            elif entry.rule not in extent.rules_that_ran:
                known = False
            elif entry.rule in extent.cross_rules:
                known = _below(self._of_folder(entry.scope), tops) and not unread and entry.rule not in breaking
            else:
                known = broken.isdisjoint({(entry.rule, entry.path), (entry.rule, None)})
            if known:
                yield fingerprint

    def stale_messages(self, extent: RunScope) -> Iterator[str]:
        """What is to be tidied: entries that expired, and entries whose finding is gone."""
        gone = set(self._checkable_entries(extent)) - self.matched
        for fingerprint, entry in self.entries.items():
            if fingerprint in gone:
                what = "is stale: it is found no more; remove it, or write the baseline anew"
            elif fingerprint in self.matched and self._expired(entry):
                what = f"was accepted until {entry.until}; mend the article, or set another date"
            else:
                continue
            path = _relative(self._of_folder(entry.path), self._from)
            yield f'{path}: the baseline\'s entry for "{truncate(entry.text)}" [{entry.rule}] {what}'

    def write(self, diagnostics: Iterable[Diagnostic], extent: RunScope) -> int:
        """Replace the file: what is found now, with the reasons and dates it had, and what this run did not concern.

        Returns how many entries there are. Raises FileError.
        """
        concerned = set(self._checkable_entries(extent))
        entries = {known: entry for known, entry in self.entries.items() if known not in concerned}
        scope = _relative(_common([self._absolute(path) for path in extent.linted]), self._folder)
        for _, plain in self._with_entries(diagnostics):
            known = self.entries.get(plain.fingerprint, plain)
            entries[plain.fingerprint] = plain._replace(
                reason=known.reason, until=known.until, scope=scope if plain.rule in extent.cross_rules else ""
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
        write_atomic(self.path, map(to_json_line, ordered))

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


def _is_missing(path: str) -> bool:
    """Whether there is no such file; one in a folder that cannot be looked into may be there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False
