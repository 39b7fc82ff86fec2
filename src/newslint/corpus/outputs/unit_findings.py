"""The findings of one unit, record by record: its own and those of comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, resolve_filesystem
from newslint.corpus.compare.finalize import CROSS_FILE
from newslint.corpus.types import Job, WorkUnit

Finding = tuple[Any, ...]  # the values of the columns that were asked for


class UnitFindings:
    """Reads findings while the records of their unit are read again. `files` are the results that exist."""

    def __init__(self, job: Job, unit: WorkUnit, files: Sequence[str], columns: Sequence[str]) -> None:
        self._columns = ["record", *columns]
        name = join_path("diagnostics", f"{unit.name}.parquet")
        found = self._read(join_path(job.out, name)) if name in files else iter(())
        self._by_record = groupby(found, itemgetter(0))
        self._number: int | None
        self._findings: Iterator[Finding]
        self._number, self._findings = next(self._by_record, (None, iter(())))
        self._of_comparing = self._read_cross(job, unit) if CROSS_FILE in files else {}

    def of_record(self, number: int | None) -> tuple[list[Finding], list[Finding]]:
        """Return a record's own findings and those of comparing. Ask for each record once, in order."""
        own: list[Finding] = []
        if self._number is not None and self._number == number:
            own = [row[1:] for row in self._findings]
            self._number, self._findings = next(self._by_record, (None, iter(())))
        return own, self._of_comparing.get(number or 0, [])

    def _read(self, location: str) -> Iterator[Finding]:
        system, path = resolve_filesystem(location)
        with pq.ParquetFile(system.open_input_file(path), pre_buffer=False) as file:
            for batch in file.iter_batches(columns=self._columns, use_threads=False):
                yield from zip(*(batch.column(name).to_pylist() for name in self._columns), strict=True)

    def _read_cross(self, job: Job, unit: WorkUnit) -> dict[int, list[Finding]]:
        """Return the findings of comparing by record: those in the unit's records, and possibly in records after it."""
        system, path = resolve_filesystem(join_path(job.out, CROSS_FILE))
        in_unit = (ds.field("path") == unit.path) & (ds.field("record") > unit.records_before)
        if unit.records is not None:
            in_unit &= ds.field("record") <= unit.records_before + unit.records
        found = ds.dataset(path, filesystem=system, format="parquet")
        table = found.to_table(self._columns, filter=in_unit, use_threads=False)
        by_record: dict[int, list[Finding]] = {}
        for number, *finding in zip(*(table[name].to_pylist() for name in self._columns), strict=True):
            by_record.setdefault(number, []).append(tuple(finding))
        return by_record
