"""Reads rows of a Parquet file. A row group that is damaged goes into quarantine, and the next one is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.decompression import MAX_RATIO
from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.storage import resolve_filesystem
from newslint.batch.types import QuarantinedRecord
from newslint.corpus.records.columns import UnreadableValue, record_from_row
from newslint.corpus.records.parquet_columns import column_chunks
from newslint.corpus.records.parquet_limits import UnpackLimit, check_rows
from newslint.corpus.types import Columns, FilePart, Job, Record

BATCH_ROWS = 256  # read at once
FOOTER_BYTES = 1 << 16  # at the end of a file; if they can be fetched, the file can be read


def open_file(location: str) -> pq.ParquetFile:
    """Open a Parquet file. Raises ArrowException where it is not one, and OSError where it cannot be read."""
    system, path = resolve_filesystem(location)
    stream = system.open_input_file(path)
    try:
        # Pages are read when they are needed, not a row group at once, and their checksums are verified.
        file = pq.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False, page_checksum_verification=True)
    except OSError as error:  # also raised for an invalid footer, whose bytes can be read
        _bytes(location, max(0, stream.size() - FOOTER_BYTES), FOOTER_BYTES)
        raise pa.ArrowInvalid(" ".join(str(error).split())) from error
    check_rows(file.metadata, stream.size())
    return file


def read_rows(job: Job, part: FilePart, *, with_rows: bool = False) -> Iterator[Record | QuarantinedRecord]:
    """Yield the records of a part of a file. Raises OSError where the file cannot be read."""
    try:
        file = open_file(part.location)
    except (pa.ArrowException, ValueError) as error:
        raw = _bytes(part.location, 0, SAMPLE_BYTES)
        yield QuarantinedRecord(None, 0, None, "not-parquet", f"{error}; download the file again", raw)
        return
    with file:
        end = file.metadata.num_rows if part.end is None else part.end
        if repeated := _repeated_column(file.schema_arrow.names, job.columns):
            detail = f'the file has several columns "{repeated}"; give each its own name'
            yield QuarantinedRecord(part.start + 1, None, None, "ambiguous-column", detail, b"", end - part.start)
            return
        columns = None if with_rows else columns_to_read(file.schema_arrow, job.columns)
        limit = UnpackLimit(part.location, file.metadata, columns)
        before = 0
        for group in range(file.metadata.num_row_groups):
            after = before + file.metadata.row_group(group).num_rows
            first, last = max(before, part.start), min(after, end)
            if first < last:
                yield from _read_row_group(job, part, file, group, columns, limit, before, first, last)
            before = after


def _read_row_group(
    job: Job,
    part: FilePart,
    file: pq.ParquetFile,
    group: int,
    columns: list[str] | None,
    limit: UnpackLimit,
    before: int,
    first: int,
    last: int,
) -> Iterator[Record | QuarantinedRecord]:
    """Yield the records from row `first` to before `last` of a row group that begins at row `before`.

    Rows count from 0 in the file. `columns` None reads all columns.
    """
    names = columns_to_read(file.schema_arrow, job.columns)
    top_names = {name if name in file.schema_arrow.names else name.split(".")[0] for name in names}
    number = first
    if refused := limit.why_refused(group):
        reason, why = refused
        detail = f"row group {group} cannot be read: {why}; {last - first:,} rows are missing"
        yield QuarantinedRecord(first + 1, None, None, reason, detail, b"", last - first)
        return
    try:
        if columns == []:  # the file has none of the columns that a record is made of
            for number in range(first + 1, last + 1):
                yield record_from_row(job.columns, {}, number, None, b"")
            return
        for batch in file.iter_batches(batch_size=BATCH_ROWS, row_groups=[group], columns=columns, use_threads=False):
            after = before + batch.num_rows
            if after > first:
                batch = batch.slice(max(0, first - before), min(last, after) - max(first, before))
                if limit.is_exceeded(group, batch):  # an encoding may repeat values that are in the file once
                    missing = last - number
                    detail = (
                        f"row group {group} cannot be read from row {number + 1} on, {missing:,} rows are missing: "
                        f"the values unpack to more than {MAX_RATIO} times their size"
                    )
                    yield QuarantinedRecord(number + 1, None, None, "broken-compression", detail, b"", missing)
                    return
                for index, row in enumerate(_rows(batch, top_names)):
                    number += 1
                    record = record_from_row(job.columns, row, number, None, b"")
                    if columns is None and isinstance(record, Record):
                        record = record._replace(row=batch.slice(index, 1))
                    yield record
            before = after
            if before >= last:
                return
    except MemoryError:  # also raised by Arrow: a page may state a smaller size than it has, or repeat a long value
        missing, megabytes = last - number, job.settings.max_memory
        detail = (
            f"row group {group} cannot be read from row {number + 1} on, {missing:,} rows are missing: "
            f"it needs more than {megabytes:g} MB; raise max-memory in the configuration if that is right"
        )
        yield QuarantinedRecord(number + 1, None, None, "too-long", detail, b"", missing)
    except (pa.ArrowException, OSError) as error:
        chunks = column_chunks(part.location, group)
        offset = min(chunk.offset for chunk in chunks) if chunks else None
        # Raises OSError where the bytes cannot be fetched: then the unit is run again. If they can, they are corrupt.
        raw = b"" if offset is None else _bytes(part.location, offset, sum(chunk.packed for chunk in chunks or ()))
        missing = last - number
        reason = " ".join(str(error).split())
        detail = f"row group {group} cannot be read from row {number + 1} on, {missing:,} rows are missing: {reason}"
        yield QuarantinedRecord(number + 1, offset, None, "corrupt-row-group", detail, raw, missing)


def _repeated_column(names: Sequence[str], columns: Columns) -> str:
    """Return a column of records that a file has more than once; empty where there is none."""
    wanted = {top for named in columns for name in named for top in (name, name.split(".")[0])}
    return next((name for name in names if name in wanted and names.count(name) > 1), "")


def _rows(batch: pa.RecordBatch, names: set[str]) -> list[dict[str, Any]]:
    """Return rows as dictionaries. Strings come as bytes, because in Parquet they may be invalid UTF-8."""
    fields = [(name, _values(batch.column(name))) for name in batch.schema.names if name in names]
    return _to_dicts(fields)


def _to_dicts(fields: list[tuple[str, list[Any]]]) -> list[dict[str, Any]]:
    names = [name for name, _ in fields]
    return [dict(zip(names, row, strict=True)) for row in zip(*(values for _, values in fields), strict=True)]


def _values(column: pa.Array) -> list[Any]:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_struct(kind):
        parts = column.flatten()
        return _to_dicts([(kind.field(index).name, _values(part)) for index, part in enumerate(parts)])
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        column = column.cast(pa.large_binary())
    elif pa.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pa.timestamp("us", kind.tz), safe=False)  # Python has no nanoseconds
    try:
        values: list[Any] = column.to_pylist()
    except (pa.ArrowException, ValueError, OverflowError, TypeError):  # one of them has no form in Python
        values = [_value(scalar) for scalar in column]
    return values


def _value(scalar: pa.Scalar) -> Any:
    try:
        return scalar.as_py()
    except (pa.ArrowException, ValueError, OverflowError, TypeError) as error:
        return UnreadableValue(f"a value of type {scalar.type} cannot be read: {error}")


def columns_to_read(schema: pa.Schema, columns: Columns) -> list[str]:
    """Return the columns of records that a file has, by their names in Parquet."""
    found = []
    for name in dict.fromkeys(name for names in columns for name in names):
        top, *inner = (name,) if name in schema.names else name.split(".")
        if top in schema.names and _has_field(schema.field(top).type, inner):
            found.append(name)
    return found


def _has_field(kind: pa.DataType, names: Sequence[str]) -> bool:
    for name in names:
        if not pa.types.is_struct(kind) or kind.get_field_index(name) < 0:
            return False
        kind = kind.field(name).type
    return True


def _bytes(location: str, offset: int, size: int) -> bytes:
    """Fetch bytes of a file and return the first of them, up to `SAMPLE_BYTES`. Raises OSError."""
    system, path = resolve_filesystem(location)
    with system.open_input_file(path) as stream:
        stream.seek(offset)
        first = bytes(stream.read(min(size, SAMPLE_BYTES)))
        left = size - len(first)
        while left > 0 and (more := stream.read(min(left, 1 << 20))):
            left -= len(more)
    return first
