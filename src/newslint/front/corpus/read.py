"""The records of a unit: articles to lint, and what is bad, each with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newslint.front.corpus.fields import date_of, first, group_of, text_of
from newslint.front.corpus.lines import FIRST, Break, Line, blocks, inflated, inflater, lines
from newslint.front.corpus.stores import opened
from newslint.front.corpus.values import Bad, Columns, Job, Record, Unit

BLOCK = 1000  # lines: of a compressed file that several units read, they take blocks of so many by turns


def records(job: Job, unit: Unit) -> Iterator[Record | Bad]:
    """Everything in the unit, in order. Raises OSError where the file cannot be read at all."""
    if unit.kind == "parquet":
        from newslint.front.corpus.read_parquet import rows

        yield from rows(job, unit)
    else:
        yield from _of_lines(job, unit)


def _of_lines(job: Job, unit: Unit) -> Iterator[Record | Bad]:
    system, path = opened(unit.location)
    with system.open_input_file(path) as stream:
        stream.seek(unit.start)
        left = None if unit.end is None else unit.end - unit.start
        new = inflater(unit.location)
        content = inflated(blocks(stream, left), new) if new else blocks(stream, left)
        number = unit.before
        for line in lines(content, unit.start):
            number += 1
            if (number - 1) // BLOCK % unit.stripes != unit.stripe:
                continue
            if isinstance(line, Break):
                detail = f"{line.why}; what stands behind byte {line.offset} of its content is lost, get the file again"
                yield Bad(number, line.offset, None, "broken-compression", detail, line.begun)
            elif line.content.strip():
                yield record(job, number, line)


def record(job: Job, number: int, line: Line) -> Record | Bad:
    """The record in a line."""

    def bad(reason: str, detail: str, identity: str | None = None) -> Bad:
        return Bad(number, line.offset, identity, reason, detail, line.content[:FIRST])

    if line.size > len(line.content):
        return bad("too-long", f"the line has {line.size:,} bytes, which no article has")
    try:
        text = line.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return bad("not-utf-8", f"byte 0x{line.content[error.start]:02x} at {line.offset + error.start} of the file")
    try:
        row = json.loads(text.removeprefix("\ufeff") if number == 1 else text)
    except (ValueError, RecursionError) as error:
        return bad("not-json", str(error))
    if not isinstance(row, dict):
        return bad("not-an-object", f"the line holds a {type(row).__name__}")
    item = taken(job.columns, row, number, line.offset, line.content[:FIRST])
    return item._replace(row=row) if job.clean and isinstance(item, Record) else item


def taken(columns: Columns, row: dict[str, Any], number: int, offset: int | None, raw: bytes) -> Record | Bad:
    """The record that a row of named fields makes."""
    identity = text_of(first(row, columns.id))
    text = first(row, columns.text)
    if text is None:
        names = " or ".join(f'"{name}"' for name in columns.text)
        return Bad(number, offset, identity, "no-text", f"nothing in {names}; --text-column names the field", raw)
    if isinstance(text, bytes):  # of Parquet, whose strings promise more than they hold
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            detail = f"byte 0x{text[error.start]:02x} at {error.start} of the text"
            return Bad(number, offset, identity, "not-utf-8", detail, text[:FIRST])
    if not isinstance(text, str):
        return Bad(number, offset, identity, "text-not-a-string", f"the text is a {type(text).__name__}", raw)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        detail = f"half a character (U+{ord(text[error.start]):04X}) at {error.start} of the text"
        return Bad(number, offset, identity, "not-unicode", detail, raw)
    group = group_of(first(row, columns.group), columns.group, identity) if columns.group else ""
    date = date_of(first(row, columns.date))
    return Record(number, offset, identity, text, date, group)
