"""The baseline: findings that are known and accepted, in a file that people keep beside their articles.

One JSON object a line, keyed by fingerprint, which holds no line number. Article text is not ours to mark with
comments, so this is how one place is silenced.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from newslint.host.files import Source, write_whole
from newslint.host.settings import SettingsError, did_you_mean
from newslint.model import Diagnostic


class Entry(NamedTuple):
    """One accepted finding. People may fill in `reason`, and `until` with the last day (YYYY-MM-DD) it is accepted."""

    fingerprint: str
    rule: str
    path: str
    text: str
    reason: str = ""
    until: str = ""


class Baseline:
    """What was accepted, and what of it was met again."""

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        self.path = path
        self.entries = {entry.fingerprint: entry for entry in entries}
        self.today = date.today().isoformat()
        self.met: set[str] = set()

    def new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that were not accepted, or no longer are."""
        for diagnostic in diagnostics:
            entry = self.entries.get(diagnostic.fingerprint)
            if entry:
                self.met.add(diagnostic.fingerprint)
            if not entry or self._expired(entry):
                yield diagnostic

    def _concerned(self, linted: Iterable[Source], ran: Iterable[str]) -> list[Entry]:
        """The entries on which this run can have a word: their files were linted, and their rules ran."""
        paths, rules = {source.path for source in linted}, set(ran)
        return [entry for entry in self.entries.values() if entry.path in paths and entry.rule in rules]

    def remarks(self, linted: Iterable[Source], ran: Iterable[str]) -> Iterator[str]:
        """What is to be tidied: entries that expired, and entries whose finding is gone."""
        for entry in self._concerned(linted, ran):
            about = f'{entry.path}: the baseline\'s entry for "{_short(entry.text)}" [{entry.rule}]'
            if entry.fingerprint not in self.met:
                yield f"{about} is stale: it is found no more; remove it, or write the baseline anew"
            elif self._expired(entry):
                yield f"{about} was accepted until {entry.until}; mend the article, or set another date"

    def write(self, diagnostics: Iterable[Diagnostic], linted: Iterable[Source], ran: Iterable[str]) -> int:
        """Replace the file: what is found now, with the reasons and dates it had, and what this run did not concern.

        Returns how many entries there are. Raises FileError.
        """
        concerned = {entry.fingerprint for entry in self._concerned(linted, ran)}
        entries = [entry for entry in self.entries.values() if entry.fingerprint not in concerned]
        for found in diagnostics:
            plain = Entry(found.fingerprint, found.rule, found.where.path, found.match)
            known = self.entries.get(found.fingerprint, plain)
            entries.append(plain._replace(reason=known.reason, until=known.until))
        self._replace(entries)
        return len(entries)

    def accept(self, found: Diagnostic) -> None:
        """Add one finding to the file, or accept it anew where its entry expired. Raises FileError."""
        known = self.entries.get(found.fingerprint)
        if known and not self._expired(known):
            return
        reason = known.reason if known else ""
        entry = Entry(found.fingerprint, found.rule, found.where.path, found.match, reason)
        self._replace({**self.entries, found.fingerprint: entry}.values())

    def _replace(self, entries: Iterable[Entry]) -> None:
        ordered = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.text, entry.fingerprint))
        write_whole(self.path, (json.dumps(entry._asdict(), ensure_ascii=False) + "\n" for entry in ordered))

    def _expired(self, entry: Entry) -> bool:
        return bool(entry.until) and entry.until < self.today


def load(path: str, *, must_exist: bool) -> Baseline:
    """Read a baseline. Raises SettingsError with the line and what to do."""
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            entries = [_entry(path, number, line) for number, line in enumerate(file, 1) if line.strip()]
    except FileNotFoundError:
        if must_exist:
            raise SettingsError(f"{path}: there is no such baseline; write it with --write-baseline") from None
        return Baseline(path, ())
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    return Baseline(path, entries)


def _entry(path: str, number: int, line: str) -> Entry:
    where = f"{path}, line {number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        raise SettingsError(f"{where} is not JSON: {error}") from error
    if not isinstance(row, Mapping) or not all(isinstance(value, str) for value in row.values()):
        raise SettingsError(f"{where} has to be an object of strings")
    for key in row:
        if key not in Entry._fields:
            raise SettingsError(f'{where}: unknown key "{key}"{did_you_mean(key, Entry._fields)}')
    for key in ("fingerprint", "rule", "path", "text"):
        if key not in row:
            raise SettingsError(f'{where}: "{key}" is missing; write the baseline anew with --write-baseline')
    entry = Entry(**row)
    if entry.until:
        try:
            date.fromisoformat(entry.until)
        except ValueError:
            raise SettingsError(f'{where}: "until" has to be a day, as in 2025-12-31') from None
    return entry


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
