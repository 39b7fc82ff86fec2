"""Reads the rows of some buckets from many Parquet files in order, without holding them all in memory."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shutil import rmtree
from typing import Any

import pyarrow.parquet as pq

from newslint.batch.table import ROW_GROUP_ROWS
from newslint.corpus.tables import BUCKETS
from newslint.named_tuple import NamedTuple

ROWS_PER_PART = 20_000  # sorted at once, which takes some 20 MB
MAX_PARTS = 16  # into which rows are divided at once, since a file is open for each
DUCKDB_MEMORY = "100MB"  # DuckDB cannot sort much more than this, even on disk


class BucketRange(NamedTuple):
    """The buckets that one task reads, and about how many rows they have."""

    first: int
    end: int
    rows: int


class Part(NamedTuple):
    """Some of the rows of a range, as a relation of DuckDB: few enough to be sorted, unless one bucket has more."""

    relation: Any
    rows: int


def bucket_ranges(rows: int, first: int = 0, end: int = BUCKETS) -> Iterator[BucketRange]:
    """Divide buckets with this number of rows into ranges: one for each part, up to `MAX_PARTS` parts in each."""
    parts = 1 + rows // ROWS_PER_PART
    count = min(parts, max(MAX_PARTS, -(-parts // MAX_PARTS)), end - first)
    width = end - first
    for number in range(count):
        yield BucketRange(first + width * number // count, first + width * (number + 1) // count, rows // count)


def read_parts(database: Any, files: Sequence[str], buckets: BucketRange, folder: str) -> Iterator[Part]:
    """Yield the rows of some buckets in parts, in the order of their buckets. Parts are written below `folder`.

    They are written once by part, because looking into every file for each part would take longer.
    """
    rows = database.read_parquet(list(files), hive_partitioning=False)
    rows = rows.filter(f"bucket >= {buckets.first} AND bucket < {buckets.end}")
    count = min(MAX_PARTS, -(-buckets.rows // ROWS_PER_PART), buckets.end - buckets.first)
    if count <= 1:
        yield Part(rows, buckets.rows)
        return
    size = -(-(buckets.end - buckets.first) // count)
    inside = os.path.join(folder, f"{buckets.first}-{buckets.end}")
    database.execute(f"SET partitioned_write_flush_threshold = {ROW_GROUP_ROWS // 4}")
    rows.project(f"*, (bucket - {buckets.first}) // {size} AS part").to_parquet(
        inside, partition_by=["part"], row_group_size=ROW_GROUP_ROWS, compression="zstd"
    )
    for number in sorted(int(name.partition("=")[2]) for name in os.listdir(inside)):
        part = os.path.join(inside, f"part={number}")
        written = [os.path.join(part, name) for name in sorted(os.listdir(part))]
        start = buckets.first + number * size
        found = sum(pq.read_metadata(file).num_rows for file in written)
        yield from read_parts(database, written, BucketRange(start, min(start + size, buckets.end), found), folder)
        rmtree(part)


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
