"""Rows of some buckets, in an order, out of many Parquet files, so that no process has to hold them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from tempfile import TemporaryDirectory

from newslint.front.corpus.tables import BUCKETS, Row

EACH = 40_000  # rows in a part: to sort them takes some 35 MB
MEMORY = "100MB"  # that a sort may take, should a part be larger; DuckDB's own sorting on the disk needs nearly as much


def spread(rows: int) -> Iterator[tuple[int, int]]:
    """Ranges of buckets, in each of which there are some EACH of so many rows."""
    count = min(BUCKETS, 1 + rows // EACH)
    return pairwise(BUCKETS * number // count for number in range(count + 1))


def rows_of(files: Sequence[str], buckets: tuple[int, ...], order: str) -> Iterator[Row]:
    """The rows of some buckets in Parquet files, in an order, as they come."""
    import duckdb  # here, since a process that only lints or drives has no need of it

    with (
        TemporaryDirectory(prefix="newslint-corpus-") as spill,
        duckdb.connect(config={"memory_limit": MEMORY, "threads": 1, "temp_directory": spill}) as database,
    ):
        database.execute("SET preserve_insertion_order = false")  # it is given by the query
        for protocol in {name.split("://")[0] for name in files if "://" in name}:
            import fsspec

            database.register_filesystem(fsspec.filesystem(protocol))
        first, last = buckets
        rows = database.read_parquet(list(files)).filter(f"bucket >= {first} AND bucket < {last}").order(order)
        reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_record_batch  # as DuckDB 1.4 calls it
        for batch in reader(1024):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
