"""`--clean`: the records again, their safe fixes applied, beside the original and never over it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.front.corpus.fields import first
from newslint.front.corpus.read_parquet import open_file
from newslint.front.corpus.stores import below, replacing
from newslint.front.corpus.values import Job, Record, Unit

HELD = 256  # rows

Write = Callable[[Record, str], None]


def clean_name(unit: Unit) -> str:
    """What the clean records of a unit are called, below the folder of results."""
    return below("clean", f"{unit.name}.{'parquet' if unit.kind == 'parquet' else 'jsonl.gz'}")


@contextmanager
def cleaned(job: Job, unit: Unit) -> Iterator[Write]:
    """What writes one record with its new text, in the format it came in; what is in quarantine is left out."""
    with replacing(below(job.out, clean_name(unit))) as stream:
        if unit.kind == "parquet":
            yield from _rows(stream, job, unit)
        else:
            # Without a time in its head, so that the same input gives the same bytes.
            with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:

                def write(record: Record, text: str) -> None:
                    _put(record.row, job.columns.text, text)
                    packed.write(json.dumps(record.row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")

                yield write


def _rows(stream: Any, job: Job, unit: Unit) -> Iterator[Write]:
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
            name = next(name for name in job.columns.text if name in row.schema.names)
            field = row.schema.field(name)
            held.append(row.set_column(row.schema.get_field_index(name), field, pa.array([text], field.type)))
            if len(held) >= HELD:
                flush()

        yield write
        if held:
            flush()


def _put(row: dict[str, Any], names: tuple[str, ...], text: str) -> None:
    """Put the text where it was found."""
    for name in names:
        if row.get(name) is not None:
            row[name] = text
            return
        if first(row, (name,)) is not None:
            *above, last = name.split(".")
            for part in above:
                row = row[part]
            row[last] = text
            return
