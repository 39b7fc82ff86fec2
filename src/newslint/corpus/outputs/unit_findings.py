"""The findings in the records of some units, record by record: their own and those of comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, resolve_filesystem
from newslint.corpus.compare.finalize import CROSS_FILE
from newslint.corpus.types import FilePart, Job

Finding = tuple[Any, ...]  # the values of the columns that were asked for
ARTICLE = itemgetter(0, 1)  # path and record of a row


class UnitFindings:
    """Reads findings while the records of their units are read again.

    `files` are the results of the units, and those of comparing. Several units are parts of one file.
    """

    def __init__(self, job: Job, parts: Sequence[FilePart], files: Sequence[str], columns: Sequence[str]) -> None:
        self._columns = ["path", "record", *columns]
        names = [name for name in files if name.startswith("diagnostics/") and name != CROSS_FILE]
        tables = [self._read(join_path(job.out, name)) for name in names]
        # A unit of several files has one table, in the order of its records.
        rows = tables[0] if len(tables) == 1 else merge(*tables, key=itemgetter(1))
        self._by_article = groupby(rows, ARTICLE)
        self._article: tuple[str, int | None] | None
        self._findings: Iterator[Finding]
        self._go_on()
        self._of_comparing = self._read_cross(job, parts) if CROSS_FILE in files else {}

    def of_record(self, path: str, number: int | None) -> tuple[list[Finding], list[Finding]]:
        """Return a record's own findings and those of comparing. Ask for each record once, in order."""
        own: list[Finding] = []
        if self._article == (path, number):
            own = [row[2:] for row in self._findings]
            self._go_on()
        return own, self._of_comparing.get((path, number), [])

    def _go_on(self) -> None:
        self._article, self._findings = next(self._by_article, (None, iter(())))

    def _read(self, location: str) -> Iterator[Finding]:
        system, path = resolve_filesystem(location)
        with pq.ParquetFile(system.open_input_file(path), pre_buffer=False) as file:
            for batch in file.iter_batches(columns=self._columns, use_threads=False):
                yield from zip(*(batch.column(name).to_pylist() for name in self._columns), strict=True)

    def _read_cross(self, job: Job, parts: Sequence[FilePart]) -> dict[tuple[str, int | None], list[Finding]]:
        """Return the findings of comparing by article: those in these parts, and possibly in records after them."""
        system, path = resolve_filesystem(join_path(job.out, CROSS_FILE))
        in_parts = ds.field("path").isin([part.path for part in parts])
        if len(parts) == 1:
            (part,) = parts
            in_parts &= ds.field("record") > part.records_before
            if part.records is not None:
                in_parts &= ds.field("record") <= part.records_before + part.records
        found = ds.dataset(path, filesystem=system, format="parquet")
        table = found.to_table(self._columns, filter=in_parts, use_threads=False)
        by_article: dict[tuple[str, int | None], list[Finding]] = {}
        for name, number, *finding in zip(*(table[name].to_pylist() for name in self._columns), strict=True):
            by_article.setdefault((name, number), []).append(tuple(finding))
        return by_article
