"""`--spans`: findings as span attributes in Dolma's format: a line for each record, in the order of the records."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Sequence

from newslint.batch.storage import join_path, open_atomic
from newslint.corpus.outputs.unit_findings import UnitFindings
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Job, WorkUnit

FOLDER = "attributes/newslint"


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
    findings = UnitFindings(job, unit, files, ("rule", "start", "end"))
    with open_atomic(join_path(job.out, FOLDER, name)) as stream:
        # Without a time in its header, so that the same findings give the same bytes.
        packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") if name.endswith(".gz") else stream
        for item in read_records(job, unit):
            own, of_comparing = findings.of_record(item.number)
            attributes: dict[str, list[tuple[int, int, float]]] = {}
            for rule, start, end in sorted([*own, *of_comparing]):
                label = "newslint__" + rule.replace("/", "__").replace("-", "_")
                attributes.setdefault(label, []).append((start, end, 1.0))
            line = json.dumps({"id": item.id, "attributes": attributes}, ensure_ascii=False)
            packed.write(line.encode("utf-8") + b"\n")
        if packed is not stream:
            packed.close()
