"""The fields of a record as the linter wants them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.corpus.types import Columns, QuarantinedRecord, Record

AMERICAN = re.compile(r"(\d\d)-(\d\d)-(\d{4})$")  # as RealNews has it
DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def record_from_row(
    columns: Columns, row: dict[str, Any], number: int, offset: int | None, raw: bytes
) -> Record | QuarantinedRecord:
    """The record that a row of named fields makes."""
    identity = text_of(first_present(row, columns.id))
    text = first_present(row, columns.text)
    if text is None:
        names = " or ".join(f'"{name}"' for name in columns.text)
        return QuarantinedRecord(
            number, offset, identity, "no-text", f"nothing in {names}; --text-column names the field", raw
        )
    if isinstance(text, bytes):  # of Parquet, whose strings promise more than they hold
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            detail = f"byte 0x{text[error.start]:02x} at {error.start} of the text"
            return QuarantinedRecord(number, offset, identity, "not-utf-8", detail, text[:SAMPLE_BYTES])
    elif isinstance(text, str):
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            detail = f"half a character (U+{ord(text[error.start]):04X}) at {error.start} of the text"
            return QuarantinedRecord(number, offset, identity, "not-unicode", detail, raw)
    else:
        return QuarantinedRecord(
            number, offset, identity, "text-not-a-string", f"the text is a {type(text).__name__}", raw
        )
    group = group_of(first_present(row, columns.group), columns.group, identity) if columns.group else ""
    date = date_of(first_present(row, columns.date))
    return Record(number, offset, identity, text, date, group)


def first_present(row: Mapping[str, Any], names: Sequence[str]) -> Any:
    """The first of these fields that the record has; `a.b` is b within a, unless a field is called so."""
    for name in names:
        value = row.get(name)
        if value is None and "." in name:
            value = row
            for part in name.split("."):
                value = value.get(part) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def text_of(value: object) -> str | None:
    """The value of an id or a group as text; None where it is none, or cannot be written."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if value is None else str(value).encode("utf-8", "replace").decode("utf-8")


def date_of(value: object) -> str:
    """A date with its year in front."""
    text = text_of(value) or ""
    american = AMERICAN.match(text)
    return f"{american[3]}-{american[1]}-{american[2]}" if american else text


def day_of(date: str) -> str:
    """The day of a date; empty where it names none."""
    found = DAY.match(date)
    return "-".join(found.groups()) if found else ""


def group_of(value: object, names: Sequence[str], identity: str | None) -> str:
    """The group a record belongs to: of a URL its host; where "host" is asked for and no field, the id's."""
    text = text_of(value)
    if text is None:
        text = identity if "host" in names and identity and "://" in identity else ""
    if "://" not in text:
        return text
    try:
        return urlsplit(text).hostname or ""
    except ValueError:  # a URL that is none
        return ""
