"""The file of a baseline: one JSON object per line, keyed by fingerprint, which holds no line number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from newslint.config.settings import SettingsError, did_you_mean
from newslint.files import FileError, read_regular
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import exact_json_text


class Entry(NamedTuple):
    """One accepted finding. People may fill in `reason`, and `until`: the last day (YYYY-MM-DD) it is accepted."""

    fingerprint: str
    rule: str
    path: str  # relative to the folder of the baseline
    text: str
    reason: str = ""
    until: str = ""
    scope: str = ""  # of a rule that compares articles: the folder that it compared; empty is the baseline's own


def read(path: str, *, must_exist: bool) -> list[Entry]:
    """Return the entries of a baseline. Raises SettingsError, which names the line and says what to do."""
    try:
        lines = read_regular(path).decode("utf-8").split("\n")
        return [_entry(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    except FileNotFoundError:
        if must_exist:
            raise SettingsError(f"{path}: there is no such baseline; create it with --write-baseline") from None
        return []
    except FileError as error:
        raise SettingsError(f"{path} {error}") from error
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read: {error.strerror}; name another baseline, or move it away"
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error


def to_json_line(entry: Entry) -> str:
    """Return an entry as a line of the file."""
    row = entry._asdict()
    if not entry.scope:
        del row["scope"]  # an empty reason or date stays, for people to fill in
    return exact_json_text(row) + "\n"


def _entry(path: str, number: int, line: str) -> Entry:
    where = f"{path}, line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # of brackets in brackets
        raise SettingsError(f"{where} is not JSON: {error}") from error
    if not isinstance(row, Mapping) or not all(isinstance(value, str) for value in row.values()):
        raise SettingsError(f"{where} must be a JSON object whose values are strings")
    for key in row:
        if key not in Entry._fields:
            raise SettingsError(f'{where}: unknown key "{key}"{did_you_mean(key, Entry._fields)}')
    for key in ("fingerprint", "rule", "path", "text"):
        if key not in row:
            raise SettingsError(f'{where}: "{key}" is missing; create the baseline again with --write-baseline')
    entry = Entry(**row)
    if "\0" in entry.path + entry.scope:
        raise SettingsError(f"{where}: the path holds a NUL character, which no name of a file has; remove it")
    if entry.until and not _is_iso_date(entry.until):
        raise SettingsError(f'{where}: "until" must be a date, as in 2025-12-31, not "{entry.until}"')
    return entry


def _is_iso_date(text: str) -> bool:
    try:
        # Newer versions of Python also read other notations.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
