"""The rows of a Parquet file's row groups. What cannot be read of one is quarantined, and the next one is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.storage import resolve_filesystem
from newslint.corpus.columns import record_from_row
from newslint.corpus.types import Columns, Job, QuarantinedRecord, Record, WorkUnit

ROWS = 256  # at once
FOOTER = 1 << 16  # bytes at the end of a file, which tell whether it can be read at all


def open_file(location: str) -> pq.ParquetFile:
    """Raises pyarrow's ArrowException for what is no Parquet file, OSError for what cannot be read."""
    system, path = resolve_filesystem(location)
    stream = system.open_input_file(path)
    try:
        # Pages come as they are needed, not a row group at once, and their checksums are held against their content.
        return pq.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False, page_checksum_verification=True)
    except OSError as error:  # so pyarrow calls a footer that makes no sense, too; that one can be fetched
        _bytes(location, max(0, stream.size() - FOOTER), FOOTER)
        raise pa.ArrowInvalid(" ".join(str(error).split())) from error


def rows(job: Job, unit: WorkUnit) -> Iterator[Record | QuarantinedRecord]:
    """The records of the unit."""
    try:
        file = open_file(unit.location)
    except (pa.ArrowException, ValueError) as error:
        yield QuarantinedRecord(
            None, 0, None, "not-parquet", f"{error}; get the file again", _bytes(unit.location, 0, SAMPLE_BYTES)
        )
        return
    with file:
        wanted = None if job.clean else columns_to_read(file.schema_arrow, job.columns)
        number = unit.records_before
        for group in range(unit.start, unit.end or 0):
            yield from _of_group(job, unit, file, group, wanted, number)
            number += file.metadata.row_group(group).num_rows


def _of_group(
    job: Job, unit: WorkUnit, file: pq.ParquetFile, group: int, wanted: list[str] | None, before: int
) -> Iterator[Record | QuarantinedRecord]:
    about = file.metadata.row_group(group)
    number = before
    there = columns_to_read(file.schema_arrow, job.columns)
    tops = {name if name in file.schema_arrow.names else name.split(".")[0] for name in there}
    try:
        if wanted == []:  # nothing that could be asked for is there
            for number in range(before + 1, before + about.num_rows + 1):
                yield record_from_row(job.columns, {}, number, None, b"")
            return
        for batch in file.iter_batches(batch_size=ROWS, row_groups=[group], columns=wanted, use_threads=False):
            for index, row in enumerate(_rows(batch, tops)):
                number += 1
                item = record_from_row(job.columns, row, number, None, b"")
                yield item._replace(row=batch.slice(index, 1)) if job.clean and isinstance(item, Record) else item
    except (pa.ArrowException, OSError) as error:
        columns = [about.column(index) for index in range(about.num_columns)]
        offset = min(column.dictionary_page_offset or column.data_page_offset for column in columns)
        # What cannot be fetched is tried again; what can, and makes no sense, is broken.
        raw = _bytes(unit.location, offset, sum(column.total_compressed_size for column in columns))
        lost = before + about.num_rows - number
        why = " ".join(str(error).split())
        detail = f"row group {group} cannot be read from row {number + 1} on, {lost:,} rows are lost: {why}"
        yield QuarantinedRecord(number + 1, offset, None, "corrupt-row-group", detail, raw, lost)


def _rows(batch: pa.RecordBatch, names: set[str]) -> list[dict[str, Any]]:
    """Rows as dictionaries. Strings come as bytes: those of Parquet may be no UTF-8."""
    fields = [(name, _values(batch.column(name))) for name in batch.schema.names if name in names]
    return _zipped(fields)


def _zipped(fields: list[tuple[str, list[Any]]]) -> list[dict[str, Any]]:
    names = [name for name, _ in fields]
    return [dict(zip(names, row, strict=True)) for row in zip(*(values for _, values in fields), strict=True)]


def _values(column: pa.Array) -> list[Any]:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_struct(kind):
        parts = column.flatten()
        return _zipped([(kind.field(index).name, _values(part)) for index, part in enumerate(parts)])
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        column = column.cast(pa.large_binary())
    values: list[Any] = column.to_pylist()
    return values


def columns_to_read(schema: pa.Schema, columns: Columns) -> list[str]:
    """The columns to read: those of the wanted ones that are there, as Parquet names them."""
    found = []
    for name in dict.fromkeys(name for names in columns for name in names):
        top, *inner = (name,) if name in schema.names else name.split(".")
        if top in schema.names and _within(schema.field(top).type, inner):
            found.append(name)
    return found


def _within(kind: pa.DataType, names: Sequence[str]) -> bool:
    for name in names:
        if not pa.types.is_struct(kind) or kind.get_field_index(name) < 0:
            return False
        kind = kind.field(name).type
    return True


def _bytes(location: str, offset: int, size: int) -> bytes:
    """The first of so many bytes, all of which were fetched. Raises OSError."""
    system, path = resolve_filesystem(location)
    with system.open_input_file(path) as stream:
        stream.seek(offset)
        first = bytes(stream.read(min(size, SAMPLE_BYTES)))
        left = size - len(first)
        while left > 0 and (more := stream.read(min(left, 1 << 20))):
            left -= len(more)
    return first
