"""The files of `--clean`: the records in their own format, with the clean text in its place or in a column."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, open_atomic
from newslint.corpus.records.columns import first_present
from newslint.corpus.records.parquet import open_file
from newslint.corpus.types import FilePart, Job, Record
from newslint.files import FileError
from newslint.reporters.escaping import exact_json_text

ROW_GROUP_ROWS = 256

WriteRecord = Callable[[Record, str], None]


def clean_name(part: FilePart) -> str:
    """Return the name of the clean records of a part of a file, below the folder of results."""
    return join_path("clean", f"{part.name}.{'parquet' if part.kind == 'parquet' else 'jsonl.gz'}")


@contextmanager
def open_clean_writer(job: Job, part: FilePart, column: str = "") -> Iterator[WriteRecord]:
    """Open a part's clean file, and yield a function that writes a record with a new text, in its original format.

    The text goes into the new column `column`, or if that is empty where the record's text was. Raises FileError for a
    column that exists.
    """
    with open_atomic(join_path(job.out, clean_name(part))) as stream:
        if part.kind == "parquet":
            yield from _parquet_writer(stream, job, part, column)
        else:
            # Without a time in its header, so that the same input gives the same bytes.
            with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:

                def write(record: Record, text: str) -> None:
                    if column in record.row:
                        raise _column_exists(part, column)
                    if column:
                        record.row[column] = text
                    else:
                        _set_text(record.row, job.columns.text, text)
                    packed.write(_line(record.row))

                yield write


def _parquet_writer(stream: Any, job: Job, part: FilePart, column: str) -> Iterator[WriteRecord]:
    try:
        with open_file(part.location) as file:
            schema = file.schema_arrow
    except (pa.ArrowException, ValueError):  # not a Parquet file: there are no rows to write
        schema = pa.schema({})
    if column in schema.names:
        raise _column_exists(part, column)
    if column:
        schema = schema.append(pa.field(column, pa.large_string()))
    rows: list[pa.RecordBatch] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(pa.Table.from_batches(rows, schema))
            rows.clear()

        def write(record: Record, text: str) -> None:
            row: pa.RecordBatch = record.row
            rows.append(
                _row_with_text(row, job.columns.text, text) if not column else _row_with_column(row, column, text)
            )
            if len(rows) >= ROW_GROUP_ROWS:
                flush()

        yield write
        if rows:
            flush()


def _row_with_column(row: pa.RecordBatch, column: str, text: str) -> pa.RecordBatch:
    schema = row.schema.append(pa.field(column, pa.large_string()))
    return pa.RecordBatch.from_arrays([*row.columns, pa.array([text], pa.large_string())], schema=schema)


def _column_exists(part: FilePart, column: str) -> FileError:
    return FileError(f'{part.path}: has a column "{column}" already; choose another name for --clean-column')


def _row_with_text(row: pa.RecordBatch, names: tuple[str, ...], text: str) -> pa.RecordBatch:
    """Return the row with a new text in the column that its text was read from."""
    for name in names:
        top, *inner = (name,) if name in row.schema.names else name.split(".")
        index = row.schema.get_field_index(top)
        changed = _column_with_text(row.column(index), inner, text) if index >= 0 else None
        if changed is not None:
            return row.set_column(index, row.schema.field(index), changed)
    raise AssertionError(names)  # the text was read from one of them


def _column_with_text(column: pa.Array, inner: Sequence[str], text: str) -> pa.Array | None:
    """Return a column of one value with the text in it, `inner` fields deep; None where the value is missing."""
    if column.null_count:
        return None
    if not inner:
        return pa.array([text], column.type)
    index = column.type.get_field_index(inner[0]) if pa.types.is_struct(column.type) else -1
    parts = column.flatten() if index >= 0 else []
    changed = _column_with_text(parts[index], inner[1:], text) if parts else None
    if changed is None:
        return None
    parts[index] = changed
    return pa.StructArray.from_arrays(parts, fields=list(column.type))


def _line(row: dict[str, Any]) -> bytes:
    return exact_json_text(row).encode() + b"\n"


def _set_text(row: dict[str, Any], names: tuple[str, ...], text: str) -> None:
    """Put a new text into the field that the row's text was read from."""
    for name in names:
        if row.get(name) is not None:
            row[name] = text
            return
        if first_present(row, (name,)) is not None:
            *outer, last = name.split(".")
            for part in outer:
                row = row[part]
            row[last] = text
            return
