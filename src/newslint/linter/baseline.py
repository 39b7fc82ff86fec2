"""The baseline: findings that people have accepted, and messages about entries that are out of date.

newslint must not mark article text with comments, so this is how a single finding is silenced.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from datetime import date

from newslint.config.loader import find_repository
from newslint.config.settings import SettingsError
from newslint.engine.diagnostics import Fingerprinter
from newslint.file_writing import link_out_of, locked_folder, remove_abandoned, write_atomic
from newslint.files import display_path
from newslint.linter.baseline_file import Entry, read, to_json_line
from newslint.model import Diagnostic, Failure
from newslint.named_tuple import NamedTuple
from newslint.text.words import truncate

FALSE = "false"  # the reason of an entry for a finding that a reader has marked as wrong


class RunScope(NamedTuple):
    """What a run linted: it decides which entries the run can call stale."""

    paths: Sequence[str]  # as the user gave them
    linted: Collection[str]  # the files that were found there
    rules_that_ran: Collection[str]  # names
    cross_rules: Collection[str]  # names of the rules that compare articles
    failures: Sequence[Failure]
    switched_off: Collection[tuple[str, str]] = ()  # pairs of a linted file and a rule that does not run on it


class Baseline:
    """The accepted findings, and which of them a run found again."""

    def __init__(self, path: str, entries: Iterable[Entry], paths_from: str | None = None) -> None:
        """`paths_from` is the folder to which the paths of diagnostics are relative, by default the baseline's own."""
        self.path = path
        self.entries = {entry.fingerprint: entry for entry in entries}
        self.today = date.today()
        self.matched: set[str] = set()  # fingerprints
        self.accepted = 0  # findings that were left out
        self._folder = os.path.realpath(os.path.dirname(path))
        self._paths_from = self._folder if paths_from is None else os.path.realpath(paths_from)

    def filter_new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings that are not accepted, or whose entry expired."""
        self.accepted = 0
        self.matched.clear()  # an earlier pass may have matched findings that are fixed now
        for diagnostic, new_entry in self._with_entries(diagnostics):
            entry = self.entries.get(new_entry.fingerprint)
            if entry:
                self.matched.add(entry.fingerprint)
            if not entry or self._is_expired(entry):
                yield diagnostic
            else:
                self.accepted += 1

    def _with_entries(self, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Entry]]:
        """Yield each finding with its entry, which is the same from every working directory."""
        fingerprinter = Fingerprinter()
        for diagnostic in diagnostics:
            path, fingerprint = self._baseline_path(diagnostic.location.path), diagnostic.fingerprint
            if path != diagnostic.location.path:
                location = diagnostic.location._replace(path=path)
                fingerprint = fingerprinter.fingerprint(diagnostic.rule, location)
            yield diagnostic, Entry(fingerprint, diagnostic.rule, path, diagnostic.match)

    def _baseline_path(self, path: str) -> str:
        """Return a path of this run as an entry holds it."""
        return _relative(self._absolute(path), self._folder) if self._paths_from != self._folder else path

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._paths_from, path))

    def _absolute_entry_path(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._folder, path))

    def _checkable_entries(self, scope: RunScope) -> Iterator[str]:
        """Yield the fingerprints of the entries that this run checked: it would have found them again.

        That needs the entry's file to be linted by its rule without a failure. A file that is missing from a linted
        folder has no findings any more.

        A finding of a rule that compares articles may be missing only because an article is. It is checked if the run
        linted the whole folder that was compared when it was accepted, read every file, and the rule ran on each of
        them and did not fail.
        """
        failed = {(failure.source, failure.path and self._baseline_path(failure.path)) for failure in scope.failures}
        failed_rules = {source for source, _ in failed}
        unread = {path for source, path in failed if path and source not in scope.rules_that_ran}
        linted = {self._baseline_path(path) for path in scope.linted} - unread
        unchecked = failed | {(rule, self._baseline_path(path)) for path, rule in scope.switched_off}
        partial_rules = failed_rules | {rule for _, rule in scope.switched_off}
        tops = {self._absolute(display_path(path)) for path in scope.paths}
        searched_folders = {top for top in tops if os.path.isdir(top)}
        for fingerprint, entry in self.entries.items():
            if entry.path not in linted:
                file = self._absolute_entry_path(entry.path)
                is_checked = _is_below(file, searched_folders) and _is_missing(file)
            elif entry.rule not in scope.rules_that_ran:
                is_checked = False
            elif entry.rule in scope.cross_rules:
                is_whole = _is_below(self._absolute_entry_path(entry.scope), tops)
                is_checked = is_whole and not unread and entry.rule not in partial_rules
            else:
                is_checked = unchecked.isdisjoint({(entry.rule, entry.path), (entry.rule, None)})
            if is_checked:
                yield fingerprint

    def stale_messages(self, scope: RunScope) -> Iterator[str]:
        """Yield a message for each entry that expired, and for each whose finding does not exist any more."""
        stale = set(self._checkable_entries(scope)) - self.matched
        for fingerprint, entry in self.entries.items():
            if fingerprint in stale:
                problem = "is stale: no longer found; remove it or run --write-baseline"
            elif fingerprint in self.matched and self._is_expired(entry):
                problem = f"expired on {entry.until}; fix the article or change the date"
            else:
                continue
            path = _relative(self._absolute_entry_path(entry.path), self._paths_from)
            yield f'{path}: the baseline entry for "{truncate(entry.text)}" [{entry.rule}] {problem}'

    def write(self, diagnostics: Iterable[Diagnostic], scope: RunScope, wrong: Set[str] | None = None) -> int:
        """Replace the file by entries for the findings, and the entries that this run did not check.

        With `wrong`, only findings with these fingerprints get new entries, whose reason is that they are false. An
        entry keeps its reason and date. What other runs have changed in the file meanwhile stays. Returns the number of
        entries. Raises FileError and SettingsError.
        """
        checked = set(self._checkable_entries(scope))
        compared = _relative(_common_folder([self._absolute(path) for path in scope.linted]), self._folder)
        found = [(entry, diagnostic.fingerprint) for diagnostic, entry in self._with_entries(diagnostics)]
        with locked_folder(self.path):
            current = {entry.fingerprint: entry for entry in read(self.path, must_exist=False)}
            entries = {fingerprint: entry for fingerprint, entry in current.items() if fingerprint not in checked}
            for entry, fingerprint in found:
                is_wrong = wrong is not None and fingerprint in wrong
                if wrong is not None and not is_wrong and entry.fingerprint not in current:
                    continue
                old = current.get(entry.fingerprint, entry)
                entries[entry.fingerprint] = entry._replace(
                    reason=old.reason or (FALSE if is_wrong else ""),
                    until=old.until,
                    scope=compared if entry.rule in scope.cross_rules else "",
                )
            self._replace(entries.values())
        return len(entries)

    def accept(self, diagnostic: Diagnostic) -> None:
        """Add one finding to the file, also if its entry expired. Raises FileError and SettingsError."""
        with locked_folder(self.path):
            current = {entry.fingerprint: entry for entry in read(self.path, must_exist=False)}
            old = current.get(diagnostic.fingerprint)
            if old and not self._is_expired(old):
                return
            reason = old.reason if old else ""
            entry = Entry(diagnostic.fingerprint, diagnostic.rule, diagnostic.location.path, diagnostic.match, reason)
            self._replace({**current, entry.fingerprint: entry}.values())

    def _replace(self, entries: Iterable[Entry]) -> None:
        ordered = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.text, entry.fingerprint))
        remove_abandoned([os.path.dirname(self.path)])
        write_atomic(self.path, map(to_json_line, ordered))

    def _is_expired(self, entry: Entry) -> bool:
        return bool(entry.until) and date.fromisoformat(entry.until) < self.today


def check_place(path: str, root: str) -> None:
    """Raise SettingsError for the path of a baseline that is a link out of the repository of a folder."""
    if target := link_out_of(path, find_repository(root)):
        raise SettingsError(f"{path} is a link to {target}, outside the repository; name that file itself")


def load_baseline(path: str, *, must_exist: bool, paths_from: str | None = None) -> Baseline:
    """Read a baseline. Raises SettingsError, which names the line and says what to do."""
    return Baseline(path, read(path, must_exist=must_exist), paths_from)


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")


def _common_folder(paths: Sequence[str]) -> str:
    """Return the deepest folder that holds all paths, or the path if there is only one."""
    try:
        return os.path.commonpath(paths)
    except ValueError:  # no paths, or on several drives
        return ""


def _is_below(path: str, tops: Set[str]) -> bool:
    """Return whether one of the paths is this one or a folder that holds it: a run may name thousands of files."""
    while path not in tops:
        path, below = os.path.dirname(path), path
        if path == below:
            return False
    return True


def _is_missing(path: str) -> bool:
    """Return whether the file certainly does not exist: in an unreadable folder it may."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False
