"""`--clean`: the records again, their safe fixes applied, beside the original and never over it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, open_atomic
from newslint.corpus.columns import first_present
from newslint.corpus.records_parquet import open_file
from newslint.corpus.types import Job, Record, WorkUnit

HELD = 256  # rows

Write = Callable[[Record, str], None]


def clean_name(unit: WorkUnit) -> str:
    """What the clean records of a unit are called, below the folder of results."""
    return join_path("clean", f"{unit.name}.{'parquet' if unit.kind == 'parquet' else 'jsonl.gz'}")


@contextmanager
def open_clean_writer(job: Job, unit: WorkUnit) -> Iterator[Write]:
    """What writes one record with its new text, in the format it came in; what is in quarantine is left out."""
    with open_atomic(join_path(job.out, clean_name(unit))) as stream:
        if unit.kind == "parquet":
            yield from _rows(stream, job, unit)
        else:
            # Without a time in its head, so that the same input gives the same bytes.
            with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:

                def write(record: Record, text: str) -> None:
                    _put(record.row, job.columns.text, text)
                    packed.write(_line(record.row))

                yield write


def _rows(stream: Any, job: Job, unit: WorkUnit) -> Iterator[Write]:
    try:
        with open_file(unit.location) as file:
            schema = file.schema_arrow
    except (pa.ArrowException, ValueError):  # no row will come
        schema = pa.schema({})
    held: list[pa.RecordBatch] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(pa.Table.from_batches(held, schema))
            held.clear()

        def write(record: Record, text: str) -> None:
            row: pa.RecordBatch = record.row
            held.append(_with(row, job.columns.text, text))
            if len(held) >= HELD:
                flush()

        yield write
        if held:
            flush()


def _with(row: pa.RecordBatch, names: tuple[str, ...], text: str) -> pa.RecordBatch:
    """The row with its text where it was found."""
    for name in names:
        top, *inner = (name,) if name in row.schema.names else name.split(".")
        at = row.schema.get_field_index(top)
        changed = _replaced(row.column(at), inner, text) if at >= 0 else None
        if changed is not None:
            return row.set_column(at, row.schema.field(at), changed)
    raise AssertionError(names)  # no text came from it, and it was not linted


def _replaced(column: pa.Array, inner: Sequence[str], text: str) -> pa.Array | None:
    """One value with the text in it, or as deep in it as the names say; None where nothing was there."""
    if column.null_count:
        return None
    if not inner:
        return pa.array([text], column.type)
    at = column.type.get_field_index(inner[0]) if pa.types.is_struct(column.type) else -1
    parts = column.flatten() if at >= 0 else []
    changed = _replaced(parts[at], inner[1:], text) if parts else None
    if changed is None:
        return None
    parts[at] = changed
    return pa.StructArray.from_arrays(parts, fields=list(column.type))


def _line(row: dict[str, Any]) -> bytes:
    try:
        line = json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a character in another field, which can be written as an escape alone
        line = json.dumps(row).encode()
    return line + b"\n"


def _put(row: dict[str, Any], names: tuple[str, ...], text: str) -> None:
    """Put the text where it was found."""
    for name in names:
        if row.get(name) is not None:
            row[name] = text
            return
        if first_present(row, (name,)) is not None:
            *above, last = name.split(".")
            for part in above:
                row = row[part]
            row[last] = text
            return
