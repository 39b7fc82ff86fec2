"""A reader's verdicts on findings, as the HTML report exports them: one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newslint.config.settings import SettingsError, did_you_mean
from newslint.files import FileError, read_regular
from newslint.named_tuple import NamedTuple

VERDICTS = ("right", "wrong", "arguable")
REQUIRED = ("path", "rule", "fingerprint", "verdict")


class Verdict(NamedTuple):
    """What a reader thinks of one finding."""

    path: str
    rule: str
    fingerprint: str
    verdict: str  # one of VERDICTS
    record: int | None = None  # the line of the JSONL file that holds the article
    severity: str = ""
    line: int = 0  # from 1; 0 if the file does not say
    column: int = 0
    match: str = ""
    message: str = ""
    version: str = ""  # of the newslint that made the finding


def read_verdicts(path: str) -> list[Verdict]:
    """Return the verdicts in a file, in order. Raises SettingsError, which names the line and says what to do.

    The file may have columns of its own beside those of Verdict.
    """
    try:
        lines = read_regular(path).decode("utf-8").split("\n")
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file; export the verdicts from the HTML report") from None
    except FileError as error:
        raise SettingsError(f"{path} {error}") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}; name another file") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    return [_verdict(f"{path}, line {number}", line) for number, line in enumerate(lines, 1) if line.strip()]


def _verdict(where: str, line: str) -> Verdict:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # of brackets in brackets
        raise SettingsError(f"{where} is not JSON: {error}") from error
    if not isinstance(row, Mapping):
        raise SettingsError(f"{where} must be a JSON object; export the verdicts from the HTML report")
    for key in REQUIRED:
        if not isinstance(row.get(key), str):
            raise SettingsError(f'{where}: "{key}" must be a string; export the verdicts from the HTML report again')
    if row["verdict"] not in VERDICTS:
        hint = did_you_mean(row["verdict"], VERDICTS)
        raise SettingsError(f'{where}: there is no verdict "{row["verdict"]}"{hint} (verdicts: {", ".join(VERDICTS)})')
    known: dict[str, Any] = {name: row[name] for name in Verdict._fields if row.get(name) is not None}
    return Verdict(**known)
