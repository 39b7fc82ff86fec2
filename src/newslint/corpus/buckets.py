"""Rows of some buckets, in an order, out of many Parquet files, so that no process has to hold them all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from newslint.corpus.tables import BUCKETS, ROWS, Row

EACH = 20_000  # rows that are sorted at once: that takes some 20 MB
PARTS = 16  # of a range at most, since a file is written for each at once
MEMORY = "100MB"  # that DuckDB may take; it does not sort much more than that, on the disk or not


class Range(NamedTuple):
    """Buckets that one task takes, and in how many parts it sorts them."""

    first: int
    last: int
    parts: int


def ranges(rows: int) -> Iterator[Range]:
    """All buckets of so many rows: as many ranges as there are parts, and where these are many, some parts in each."""
    parts = 1 + rows // EACH
    count = min(parts, max(PARTS, -(-parts // PARTS)))
    for number in range(count):
        yield Range(BUCKETS * number // count, BUCKETS * (number + 1) // count, -(-parts // count))


def rows_of(files: Sequence[str], buckets: Range, order: str) -> Iterator[Row]:
    """The rows of some buckets in Parquet files, as they come: in an order, but for those of different buckets."""
    import duckdb  # here, since a process that only lints or drives has no need of it

    with (
        TemporaryDirectory(prefix="newslint-corpus-") as folder,
        duckdb.connect(config={"memory_limit": MEMORY, "threads": 1, "temp_directory": folder}) as database,
    ):
        database.execute("SET preserve_insertion_order = false")  # it is given by the query
        for protocol in {name.split("://")[0] for name in files if "://" in name}:
            import fsspec

            database.register_filesystem(fsspec.filesystem(protocol))
        rows = database.read_parquet(list(files)).filter(f"bucket >= {buckets.first} AND bucket < {buckets.last}")
        if buckets.parts == 1:
            yield from _read(rows.order(order))
            return
        # To look into every file takes longer than to write what is wanted of them, so that is done once.
        database.execute(f"SET partitioned_write_flush_threshold = {ROWS // 4}")
        size = -(-(buckets.last - buckets.first) // buckets.parts)
        rows.project(f"*, (bucket - {buckets.first}) // {size} AS part").to_parquet(
            os.path.join(folder, "parts"), partition_by=["part"], row_group_size=ROWS, compression="zstd"
        )
        for part in sorted(os.listdir(os.path.join(folder, "parts"))):
            written = os.path.join(folder, "parts", part, "*.parquet")
            yield from _read(database.read_parquet(written, hive_partitioning=False).order(order))


def _read(rows: Any) -> Iterator[Row]:
    reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_record_batch  # as DuckDB 1.4 calls it
    for batch in reader(1024):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
