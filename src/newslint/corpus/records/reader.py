"""Reads the records of a part of a file in order: articles to lint, and records for quarantine."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.batch.decompression import decompress, decompressor_factory
from newslint.batch.line_reader import SAMPLE_BYTES, Line, Truncation, blocks, lines
from newslint.batch.storage import resolve_filesystem
from newslint.batch.types import QuarantinedRecord
from newslint.corpus.records.columns import record_from_row
from newslint.corpus.records.parquet import read_rows
from newslint.corpus.types import FilePart, Job, Record

STRIPE_LINES = 1000  # each unit of a compressed file lints every nth block of this many lines


def read_records(job: Job, part: FilePart, *, with_rows: bool = False) -> Iterator[Record | QuarantinedRecord]:
    """Yield the records of a part of a file in order, `with_rows` with all their fields.

    Raises OSError where the file cannot be read.
    """
    if part.kind == "parquet":
        yield from read_rows(job, part, with_rows=with_rows)
    else:
        yield from _read_lines(job, part, with_rows=with_rows)


def _read_lines(job: Job, part: FilePart, *, with_rows: bool) -> Iterator[Record | QuarantinedRecord]:
    system, path = resolve_filesystem(part.location)
    with system.open_input_file(path) as stream:
        if part.size not in (None, stream.size()):  # lines that are missing now would be missed by nobody
            raise OSError(f"{part.path} has changed since the run began; run the same command again")
        stream.seek(part.start)
        size = None if part.end is None else part.end - part.start
        new_decompressor = decompressor_factory(part.location)
        content = blocks(stream, size)
        if new_decompressor:
            content = decompress(content, new_decompressor)
        for line in lines(content, part.start, part.records_before):
            if (line.number - 1) // STRIPE_LINES % part.stripes != part.stripe:
                continue
            if isinstance(line, Truncation):
                detail = f"{line.reason}; the content after byte {line.offset} is lost, download the file again"
                yield QuarantinedRecord(line.number, line.offset, None, "broken-compression", detail, line.partial_line)
            elif line.size > len(line.content) or not line.content.isspace():  # of a long line, the rest is unknown
                yield record_from_line(job, line, with_row=with_rows)


def record_from_line(job: Job, line: Line, *, with_row: bool = False) -> Record | QuarantinedRecord:
    """Return the record in a line of JSON."""

    def bad(reason: str, detail: str) -> QuarantinedRecord:
        return QuarantinedRecord(line.number, line.offset, None, reason, detail, line.content[:SAMPLE_BYTES])

    if line.size > len(line.content):
        return bad("too-long", f"the line has {line.size:,} bytes, too many for an article")
    try:
        text = line.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return bad("not-utf-8", f"byte 0x{line.content[error.start]:02x} at {line.offset + error.start} of the file")
    try:
        row = json.loads(text.removeprefix("\ufeff") if line.number == 1 else text)
    except (ValueError, RecursionError) as error:
        return bad("not-json", str(error))
    except MemoryError:  # a line of empty objects takes some thirty times its size
        limit = job.settings.max_memory
        return bad("too-long", f"the line needs more than {limit:g} MB; raise max-memory in the configuration")
    if not isinstance(row, dict):
        return bad("not-an-object", f"the line is a JSON {type(row).__name__}, not an object")
    record = record_from_row(job.columns, row, line.number, line.offset, line.content[:SAMPLE_BYTES])
    return record._replace(row=row) if with_row and isinstance(record, Record) else record
