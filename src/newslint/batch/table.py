"""Parquet files that are written row by row, with schemas that are made of the rows' types."""

from contextlib import ExitStack
from operator import itemgetter
from typing import Any, NewType

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.storage import open_atomic
from newslint.batch.types import QuarantinedRecord
from newslint.named_tuple import NamedTuple

ROW_GROUP_ROWS = 2048  # at least; small, so that a reader of a few buckets can skip most row groups
SORTED_ROWS = 8192  # sorted at once

Bucket = NewType("Bucket", int)  # 0 to 65,535
ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    str | None: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    int | None: pa.int64(),
    bytes: pa.binary(),
    Bucket: pa.uint16(),
}
Row = tuple[Any, ...]  # in the order of its schema


def schema_of(row_type: type[Row]) -> pa.Schema:
    """Return the Parquet schema of a NamedTuple's rows."""
    return pa.schema([(name, ARROW_TYPES[kind]) for name, kind in row_type.__annotations__.items()])


class QuarantineRow(NamedTuple):
    """A record in quarantine."""

    path: str
    record: int | None
    offset: int | None
    id: str | None
    reason: str
    detail: str
    raw: bytes
    records: int | None  # the number of records in the range; None where it is unknown


QUARANTINE = schema_of(QuarantineRow)


def quarantine_row(path: str, bad: QuarantinedRecord) -> QuarantineRow:
    """Return the row of a record in a file."""
    return QuarantineRow(path, *bad)


class BufferedParquetWriter:
    """Writes a Parquet file: a row group whenever it has enough rows, and no file if it gets none.

    With `sort` it collects more rows at once and sorts them by the first column, so that a reader finds the rows of
    one bucket side by side.
    """

    def __init__(
        self, location: str, row_type: type[Row], *, sort: bool = False, buffer_rows: int = ROW_GROUP_ROWS
    ) -> None:
        self.location = location
        self.count = 0
        self._schema, self._sort, self._buffer_rows = schema_of(row_type), sort, SORTED_ROWS if sort else buffer_rows
        self._rows: list[Row] = []
        self._open = ExitStack()
        self._writer: pq.ParquetWriter | None = None

    def add(self, *rows: Row) -> None:
        """Append rows."""
        self._rows += rows
        self.count += len(rows)
        if len(self._rows) >= self._buffer_rows:
            self._flush()

    def _flush(self) -> None:
        if self._writer is None:
            stream = self._open.enter_context(open_atomic(self.location))
            self._writer = self._open.enter_context(pq.ParquetWriter(stream, self._schema, compression="zstd"))
        if self._sort:
            self._rows.sort(key=itemgetter(0))
        count = max(1, len(self._rows) // ROW_GROUP_ROWS) if self._sort else 1
        size = -(-len(self._rows) // count)
        for start in range(0, len(self._rows), size):
            columns = map(pa.array, zip(*self._rows[start : start + size], strict=True), self._schema.types)
            table = pa.Table.from_arrays(list(columns), schema=self._schema)
            self._writer.write_table(table, row_group_size=size)
        self._rows.clear()

    def __enter__(self) -> "BufferedParquetWriter":
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None and self._rows:
            self._flush()
        self._open.__exit__(kind, error, trace)
