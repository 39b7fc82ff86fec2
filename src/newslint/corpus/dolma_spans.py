"""Findings as span attributes in the manner of Dolma's taggers: a line a record, in the order of the records."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, open_atomic, resolve_filesystem
from newslint.corpus.finalize import CROSS
from newslint.corpus.records import records
from newslint.corpus.types import Job, WorkUnit

FOLDER = "attributes/newslint"
COLUMNS = ["record", "rule", "start", "end"]
Found = tuple[int, str, int, int]  # as the columns


def names_of(units: Sequence[WorkUnit]) -> dict[str, str]:
    """What the file of each unit is called: as its documents', unless others are called so, too."""
    wanted = {unit.name: _name_of(unit) for unit in units}
    count = Counter(wanted.values())
    return {unit: name if count[name] == 1 else f"{unit}.jsonl.gz" for unit, name in wanted.items()}


def _name_of(unit: WorkUnit) -> str:
    """As the documents' file is called below `documents/`, where one unit reads all of it."""
    whole = unit.stripes == 1 and unit.start == 0 and unit.end is None
    path = unit.location.rpartition("/documents/")[2] if "/documents/" in unit.location else unit.path.split("/")[-1]
    return path if whole and path.endswith((".gz", ".jsonl")) else f"{unit.name}.jsonl.gz"


def write_spans(job: Job, unit: WorkUnit, name: str, files: tuple[str, ...], isolated: bool = False) -> None:
    """Read the unit again and write what was found in each record; one in quarantine has nothing. No linting here."""
    own = join_path("diagnostics", f"{unit.name}.parquet")
    found = _own(job, own) if own in files else iter(())
    coming = groupby(found, lambda row: row[0])
    at, rows = next(coming, (None, iter(())))
    crossed = _crossed(job, unit) if join_path("diagnostics", f"{CROSS}.parquet") in files else {}
    with open_atomic(join_path(job.out, FOLDER, name)) as stream:
        packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") if name.endswith(".gz") else stream
        for item in records(job._replace(clean=False), unit):
            here = list(crossed.get(item.number or 0, ()))
            if at is not None and at == item.number:
                here += rows
                at, rows = next(coming, (None, iter(())))
            attributes: dict[str, list[tuple[int, int, float]]] = {}
            for _, rule, start, end in sorted(here):
                label = "newslint__" + rule.replace("/", "__").replace("-", "_")
                attributes.setdefault(label, []).append((start, end, 1.0))
            line = json.dumps({"id": item.id, "attributes": attributes}, ensure_ascii=False)
            packed.write(line.encode("utf-8") + b"\n")
        if packed is not stream:
            packed.close()


def _own(job: Job, name: str) -> Iterator[Found]:
    system, path = resolve_filesystem(join_path(job.out, name))
    with pq.ParquetFile(system.open_input_file(path), pre_buffer=False) as file:
        for batch in file.iter_batches(columns=COLUMNS, use_threads=False):
            yield from zip(*(batch.column(name).to_pylist() for name in COLUMNS), strict=True)


def _crossed(job: Job, unit: WorkUnit) -> dict[int, list[Found]]:
    """What comparing found in the unit's records, and perhaps in its neighbours'."""
    system, path = resolve_filesystem(join_path(job.out, "diagnostics", f"{CROSS}.parquet"))
    wanted = (ds.field("path") == unit.path) & (ds.field("record") > unit.records_before)
    if unit.records is not None:
        wanted &= ds.field("record") <= unit.records_before + unit.records
    table = ds.dataset(path, filesystem=system, format="parquet").to_table(COLUMNS, filter=wanted, use_threads=False)
    found: dict[int, list[Found]] = {}
    for row in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True):
        found.setdefault(row[0], []).append(row)
    return found
