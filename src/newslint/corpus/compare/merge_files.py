"""Merges many files of facts or findings, by ranges of buckets, so that a task that reads some buckets opens few files.

A corpus of 125,000 units has as many files of facts. If each of ten thousand tasks opened all of them, that would take
longer than comparing.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import open_atomic, remove, resolve_filesystem
from newslint.batch.table import ROW_GROUP_ROWS
from newslint.corpus.tables import BUCKETS
from newslint.named_tuple import NamedTuple

MAX_FILES = 64  # that a task opens
RANGES = 16  # into which a task divides the rows of its files, since a file is open for each
BUFFERED_ROWS = 65_536  # some 30 MB


class FileRange(NamedTuple):
    """Files, and the range of buckets that they are read for."""

    first: int
    end: int
    files: tuple[str, ...]


class MergeError(Exception):
    """Files that could not be merged."""


def merge_all(executor: Executor, files: Sequence[str], prefix: str) -> list[FileRange]:
    """Merge files until a range of buckets is in few of them; return the ranges, in order, all of which have files.

    What it writes begins with `prefix`. Raises MergeError.
    """
    ranges = [FileRange(0, BUCKETS, tuple(files))] if files else []
    level = 0
    while any(len(one.files) > MAX_FILES for one in ranges):
        level += 1
        tasks = [
            Task(merge_files, (one._replace(files=one.files[at : at + MAX_FILES]), f"{prefix}-{level}-{number}-{at}"))
            for number, one in enumerate(ranges)
            for at in range(0, len(one.files), MAX_FILES)
        ]
        merged: dict[tuple[int, int], list[str]] = {}
        for done in run_with_retries(executor, tasks):
            if done.error:
                raise MergeError(done.error)
            for one in done.value:
                merged.setdefault((one.first, one.end), []).extend(one.files)
        if level > 1:  # what an earlier round wrote
            for location in (location for one in ranges for location in one.files):
                remove(location)
        ranges = [FileRange(*bounds, tuple(sorted(found))) for bounds, found in sorted(merged.items())]
    return ranges


def merge_files(source: FileRange, prefix: str, in_child_process: bool = False) -> list[FileRange]:
    """Write the rows of files by ranges of buckets, a file for each range. `in_child_process` has no effect."""
    width = source.end - source.first
    bounds = [source.first + width * number // RANGES for number in range(RANGES + 1)]
    found: dict[int, FileRange] = {}
    with ExitStack() as stack:
        writers: dict[int, pq.ParquetWriter] = {}

        def write(tables: list[pa.Table]) -> None:
            rows = pa.concat_tables(tables)
            rows = rows.take(pc.sort_indices(rows["bucket"]))  # so that a reader of some buckets can skip row groups
            ends = [0, *(pc.sum(pc.less(rows["bucket"], bound)).as_py() or 0 for bound in bounds[1:])]
            for number in range(RANGES):
                part = rows.slice(ends[number], ends[number + 1] - ends[number])
                if not part.num_rows:
                    continue
                if number not in writers:
                    location = f"{prefix}-{bounds[number]:05d}.parquet"
                    found[number] = FileRange(bounds[number], bounds[number + 1], (location,))
                    stream = stack.enter_context(open_atomic(location))
                    writers[number] = stack.enter_context(pq.ParquetWriter(stream, rows.schema, compression="zstd"))
                writers[number].write_table(part, row_group_size=ROW_GROUP_ROWS)

        tables: list[pa.Table] = []
        for location in source.files:
            system, path = resolve_filesystem(location)
            with pq.ParquetFile(system.open_input_file(path), pre_buffer=False) as file:
                tables.append(file.read(use_threads=False))
            if sum(table.num_rows for table in tables) >= BUFFERED_ROWS:
                write(tables)
                tables = []
        if tables:
            write(tables)
    return [found[number] for number in sorted(found)]


def remove_merged(ranges: Sequence[FileRange], prefix: str) -> None:
    """Delete the files of ranges that `merge_all` wrote; their locations begin with a prefix."""
    for location in (location for one in ranges for location in one.files):
        if location.startswith(prefix):
            remove(location)
