"""The fields of a record: which column each is in, and how dates and groups are normalised."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from newslint.api import Article, parse_date
from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.types import QuarantinedRecord, to_text
from newslint.corpus.types import Columns, Record
from newslint.named_tuple import NamedTuple


class UnreadableValue(NamedTuple):
    """A value of a file that Python cannot hold, such as a date in the year 292278."""

    reason: str


MAX_NAME_CHARS = 10_000  # of an id or a group, which stand beside each finding of the record
ISO_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def record_from_row(
    columns: Columns, row: dict[str, Any], number: int, offset: int | None, raw: bytes
) -> Record | QuarantinedRecord:
    """Return the record that a row's fields make; strings may be bytes. `raw` is what quarantine keeps of it."""
    text, identity, date, group, language = (first_present(row, names) for names in columns)
    values = text, identity, date, group, language
    unreadable = next((value for value in values if isinstance(value, UnreadableValue)), None)
    identity = None if isinstance(identity, UnreadableValue) else to_text(identity)
    length = len(identity or "")
    if length > MAX_NAME_CHARS:
        identity = None

    def bad(reason: str, detail: str, content: bytes = raw) -> QuarantinedRecord:
        return QuarantinedRecord(number, offset, identity, reason, detail, content)

    if unreadable:
        return bad("unreadable-value", unreadable.reason)
    if length > MAX_NAME_CHARS:
        return bad("too-long", f"the id has {length:,} characters; choose another column with --id-column")
    if text is None:
        names = " or ".join(f'"{name}"' for name in columns.text)
        return bad("no-text", f"{names} is missing or empty; set the column with --text-column")
    if isinstance(text, bytes):  # from Parquet, which does not check that its strings are UTF-8
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            detail = f"byte 0x{text[error.start]:02x} at {error.start} of the text"
            return bad("not-utf-8", detail, text[:SAMPLE_BYTES])
    elif isinstance(text, str):
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            return bad("not-unicode", f"lone surrogate U+{ord(text[error.start]):04X} at {error.start} of the text")
    else:
        return bad("text-not-a-string", f"the text is of type {type(text).__name__}")
    host = group_of(group, columns.group, identity) if columns.group else ""
    if len(host) > MAX_NAME_CHARS:
        return bad("too-long", f"the group has {len(host):,} characters; choose another column with --group-by")
    return Record(number, offset, identity, text, date_of(date), host, to_text(language) or "")


def article_of(columns: Columns, path: str, record: Record, text: str | None = None) -> Article:
    """Return the article of a record in the file at `path`; `text` is another text for it."""
    meta = {"group": record.group} if record.group else {}
    if record.date:
        meta |= {"date": record.date} if day_of(record.date) else {"unreadable-date": f'"{record.date[:60]}"'}
    if record.group:
        meta |= dict.fromkeys(columns.group, record.group)
    name, number = (path, record.number) if record.id is None else (record.id, None)
    return Article(name, record.text if text is None else text, number, meta)


def first_present(row: Mapping[str, Any], names: Sequence[str]) -> Any:
    """Return the first of these fields that has a value; `a.b` is b within a, unless a field has that name."""
    for name in names:
        value = row.get(name)
        if value is None and "." in name:
            value = row
            for part in name.split("."):
                value = value.get(part) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def date_of(value: object) -> str:
    """Return a date in ISO format, or as it is written where newslint cannot read it; empty where it is missing."""
    if isinstance(value, bytes):  # from Parquet
        value = to_text(value)
    return parse_date(value) or to_text(value) or ""


def day_of(date: str) -> str:
    """Return the day of a date as YYYY-MM-DD; empty where it does not begin with one."""
    found = ISO_DAY.match(date)
    return "-".join(found.groups()) if found else ""


def group_of(value: object, names: Sequence[str], identity: str | None) -> str:
    """Return the group of a record: of a URL its host. A missing "host" is that of the id."""
    text = to_text(value)
    if text is None:
        text = identity if "host" in names and identity and "://" in identity else ""
    if "://" not in text:
        return text
    try:
        return urlsplit(text).hostname or ""
    except ValueError:  # not a valid URL
        return ""
