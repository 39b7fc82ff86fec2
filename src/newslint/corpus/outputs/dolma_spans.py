"""`--spans`: findings as span attributes in Dolma's format: a line for each record, in the order of the records."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, open_atomic, resolve_filesystem
from newslint.corpus.compare.finalize import CROSS_FILE
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Job, WorkUnit

FOLDER = "attributes/newslint"
COLUMNS = ["record", "rule", "start", "end"]
Finding = tuple[int, str, int, int]  # in the order of COLUMNS


def span_files(units: Sequence[WorkUnit]) -> dict[str, str]:
    """Return the name of each unit's file of spans: that of its documents, unless two units would share it."""
    wanted = {unit.name: _document_name(unit) for unit in units}
    count = Counter(wanted.values())
    return {unit: name if count[name] == 1 else f"{unit}.jsonl.gz" for unit, name in wanted.items()}


def _document_name(unit: WorkUnit) -> str:
    """Return the path below `documents/` or the name of the file where the unit is all of it, else the unit's name."""
    whole = unit.stripes == 1 and unit.start == 0 and unit.end is None
    path = unit.location.rpartition("/documents/")[2] if "/documents/" in unit.location else unit.path.split("/")[-1]
    return path if whole and path.endswith((".gz", ".jsonl")) else f"{unit.name}.jsonl.gz"


def write_spans(job: Job, unit: WorkUnit, name: str, files: tuple[str, ...], in_child_process: bool = False) -> None:
    """Read a unit again and write the spans of each record; quarantined records have none. It lints nothing.

    `files` are the results that exist: the unit's and those of comparing. `in_child_process` has no effect.
    """
    unit_file = join_path("diagnostics", f"{unit.name}.parquet")
    unit_findings = _read_findings(job, unit_file) if unit_file in files else iter(())
    by_record = groupby(unit_findings, itemgetter(0))
    next_record, findings = next(by_record, (None, iter(())))
    cross_findings = _read_cross_findings(job, unit) if CROSS_FILE in files else {}
    with open_atomic(join_path(job.out, FOLDER, name)) as stream:
        # Without a time in its header, so that the same findings give the same bytes.
        packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") if name.endswith(".gz") else stream
        for item in read_records(job._replace(clean=False), unit):
            of_record = list(cross_findings.get(item.number or 0, ()))
            if next_record is not None and next_record == item.number:
                of_record += findings
                next_record, findings = next(by_record, (None, iter(())))
            attributes: dict[str, list[tuple[int, int, float]]] = {}
            for _, rule, start, end in sorted(of_record):
                label = "newslint__" + rule.replace("/", "__").replace("-", "_")
                attributes.setdefault(label, []).append((start, end, 1.0))
            line = json.dumps({"id": item.id, "attributes": attributes}, ensure_ascii=False)
            packed.write(line.encode("utf-8") + b"\n")
        if packed is not stream:
            packed.close()


def _read_findings(job: Job, name: str) -> Iterator[Finding]:
    system, path = resolve_filesystem(join_path(job.out, name))
    with pq.ParquetFile(system.open_input_file(path), pre_buffer=False) as file:
        for batch in file.iter_batches(columns=COLUMNS, use_threads=False):
            yield from zip(*(batch.column(name).to_pylist() for name in COLUMNS), strict=True)


def _read_cross_findings(job: Job, unit: WorkUnit) -> dict[int, list[Finding]]:
    """Return the findings of comparing by record: those in the unit's records, and possibly in records after it."""
    system, path = resolve_filesystem(join_path(job.out, CROSS_FILE))
    in_unit = (ds.field("path") == unit.path) & (ds.field("record") > unit.records_before)
    if unit.records is not None:
        in_unit &= ds.field("record") <= unit.records_before + unit.records
    table = ds.dataset(path, filesystem=system, format="parquet").to_table(COLUMNS, filter=in_unit, use_threads=False)
    by_record: dict[int, list[Finding]] = {}
    for finding in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True):
        by_record.setdefault(finding[0], []).append(finding)
    return by_record
