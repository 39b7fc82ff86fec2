"""The records of a unit: articles to lint, and what is bad, each with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.batch.line_reader import SAMPLE_BYTES, Line, Truncation, blocks, decompress, decompressor_factory, lines
from newslint.batch.storage import resolve_filesystem
from newslint.corpus.columns import record_from_row
from newslint.corpus.records_parquet import rows
from newslint.corpus.types import Job, QuarantinedRecord, Record, WorkUnit

BLOCK = 1000  # lines: of a compressed file that several units read, they take blocks of so many by turns


def records(job: Job, unit: WorkUnit) -> Iterator[Record | QuarantinedRecord]:
    """Everything in the unit, in order. Raises OSError where the file cannot be read at all."""
    if unit.kind == "parquet":
        yield from rows(job, unit)
    else:
        yield from _of_lines(job, unit)


def _of_lines(job: Job, unit: WorkUnit) -> Iterator[Record | QuarantinedRecord]:
    system, path = resolve_filesystem(unit.location)
    with system.open_input_file(path) as stream:
        stream.seek(unit.start)
        left = None if unit.end is None else unit.end - unit.start
        new = decompressor_factory(unit.location)
        content = decompress(blocks(stream, left), new) if new else blocks(stream, left)
        number = unit.records_before
        for line in lines(content, unit.start):
            number += 1
            if (number - 1) // BLOCK % unit.stripes != unit.stripe:
                continue
            if isinstance(line, Truncation):
                detail = f"{line.why}; what stands behind byte {line.offset} of its content is lost, get the file again"
                yield QuarantinedRecord(number, line.offset, None, "broken-compression", detail, line.partial_line)
            elif line.content.strip():
                yield record(job, number, line)


def record(job: Job, number: int, line: Line) -> Record | QuarantinedRecord:
    """The record in a line."""

    def bad(reason: str, detail: str, identity: str | None = None) -> QuarantinedRecord:
        return QuarantinedRecord(number, line.offset, identity, reason, detail, line.content[:SAMPLE_BYTES])

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
    item = record_from_row(job.columns, row, number, line.offset, line.content[:SAMPLE_BYTES])
    return item._replace(row=row) if job.clean and isinstance(item, Record) else item
