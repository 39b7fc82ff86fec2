"""Reads the rows of some buckets from many Parquet files in order, without holding them all in memory."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from newslint.batch.table import ROW_GROUP_ROWS
from newslint.corpus.tables import BUCKETS
from newslint.named_tuple import NamedTuple

ROWS_PER_PART = 20_000  # sorted at once, which takes some 20 MB
MAX_PARTS = 16  # of a range, since a file is open for each at once
DUCKDB_MEMORY = "100MB"  # DuckDB cannot sort much more than this, even on disk

AnyRow = TypeVar("AnyRow")


class BucketRange(NamedTuple):
    """The buckets that one task reads, and the number of parts in which it sorts them."""

    first: int
    end: int
    parts: int


def bucket_ranges(rows: int) -> Iterator[BucketRange]:
    """Divide all buckets into ranges for this number of rows: one for each part, up to `MAX_PARTS` parts in each."""
    parts = 1 + rows // ROWS_PER_PART
    count = min(parts, max(MAX_PARTS, -(-parts // MAX_PARTS)))
    for number in range(count):
        yield BucketRange(BUCKETS * number // count, BUCKETS * (number + 1) // count, -(-parts // count))


def read_rows(
    files: Sequence[str], make_row: Callable[[Sequence[Any]], AnyRow], buckets: BucketRange, order: str
) -> Iterator[AnyRow]:
    """Yield the rows of some buckets, sorted by the SQL expressions `order` within each bucket at least.

    `make_row` makes a row of its values, such as the `_make` of a NamedTuple.
    """
    with TemporaryDirectory(prefix="newslint-corpus-") as folder, open_database(files, folder) as database:
        rows = database.read_parquet(list(files)).filter(f"bucket >= {buckets.first} AND bucket < {buckets.end}")
        if buckets.parts == 1:
            yield from map(make_row, values_of(rows.order(order)))
            return
        # Written once by part, because looking into every file for each part would take longer.
        database.execute(f"SET partitioned_write_flush_threshold = {ROW_GROUP_ROWS // 4}")
        size = -(-(buckets.end - buckets.first) // buckets.parts)
        rows.project(f"*, (bucket - {buckets.first}) // {size} AS part").to_parquet(
            os.path.join(folder, "parts"), partition_by=["part"], row_group_size=ROW_GROUP_ROWS, compression="zstd"
        )
        for part in sorted(os.listdir(os.path.join(folder, "parts"))):
            written = os.path.join(folder, "parts", part, "*.parquet")
            yield from map(make_row, values_of(database.read_parquet(written, hive_partitioning=False).order(order)))


@contextmanager
def open_database(files: Sequence[str], folder: str) -> Iterator[Any]:
    """Open DuckDB for these Parquet files, with little memory and with `folder` for what does not fit."""
    import duckdb  # a process that only lints or only starts tasks does not load it

    config: Any = {"memory_limit": DUCKDB_MEMORY, "threads": 1, "temp_directory": folder}
    with duckdb.connect(config=config) as database:
        database.execute("SET preserve_insertion_order = false")  # the query gives the order
        for protocol in {name.split("://")[0] for name in files if "://" in name}:
            import fsspec

            database.register_filesystem(fsspec.filesystem(protocol))
        yield database


def values_of(rows: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a relation."""
    reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_record_batch  # its name in DuckDB 1.4
    for batch in reader(1024):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
