"""`--spans`: findings as span attributes in Dolma's format: a line for each record, in the order of the records."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Any

from newslint.batch.storage import join_path, open_atomic
from newslint.corpus.outputs.unit_findings import UnitFindings
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import FilePart, Job, Manifest, WorkUnit
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import exact_json_text

FOLDER = "attributes/newslint"
DOCUMENTS = "/documents/"


class SpanTask(NamedTuple):
    """Files to write spans for, each whole: those of one unit, or one that several units have read."""

    files: tuple[FilePart, ...]
    names: tuple[str, ...]  # of their spans
    results: tuple[str, ...]  # of the units, and of comparing


def span_tasks(
    units: Sequence[WorkUnit], done: Mapping[str, Manifest], cross_files: tuple[str, ...]
) -> Iterator[SpanTask]:
    """Yield what is to be written for the files whose units are all done."""
    units_of: dict[str, list[WorkUnit]] = {}
    for unit in units:
        for part in unit.parts:
            units_of.setdefault(part.path, []).append(unit)
    wanted = {path: _document_name(owners[0], path) for path, owners in units_of.items()}
    count = Counter(wanted.values())
    names = {path: name if count[name] == 1 else _own_name(units_of[path][0], path) for path, name in wanted.items()}
    seen: set[str] = set()
    for unit in units:
        owners = units_of[unit.parts[0].path]
        if unit.name in seen or not all(owner.name in done for owner in owners):
            continue
        seen.update(owner.name for owner in owners)
        whole = tuple(
            part._replace(start=0, end=None, records_before=0, records=None, stripe=0, stripes=1) for part in unit.parts
        )
        results = tuple(name for owner in owners for name in done[owner.name].files)
        yield SpanTask(whole, tuple(names[path] for path in unit.paths), (*results, *cross_files))


def _document_name(unit: WorkUnit, path: str) -> str:
    """Return the path below `documents/`, or the name of the file."""
    location = next(part.location for part in unit.parts if part.path == path)
    below = location.rpartition(DOCUMENTS)[2] if DOCUMENTS in location else path.split("/")[-1]
    return below if below.endswith((".gz", ".zst", ".jsonl")) else _own_name(unit, path)


def _own_name(unit: WorkUnit, path: str) -> str:
    """Return a name that no other file has."""
    return f"{next(part.name for part in unit.parts if part.path == path)}.jsonl.gz"


def write_spans(job: Job, task: SpanTask, in_child_process: bool = False) -> None:
    """Read files again and write the spans of each record; quarantined records have none. It lints nothing.

    `in_child_process` has no effect.
    """
    findings = UnitFindings(job, task.files, task.results, ("rule", "start", "end"))
    for part, name in zip(task.files, task.names, strict=True):
        with open_atomic(join_path(job.out, FOLDER, name)) as stream, _packed(stream, name) as packed:
            for item in read_records(job, part):
                own, of_comparing = findings.of_record(part.path, item.number)
                attributes: dict[str, list[tuple[int, int, float]]] = {}
                for rule, start, end in sorted([*own, *of_comparing]):
                    label = "newslint__" + rule.replace("/", "__").replace("-", "_")
                    attributes.setdefault(label, []).append((start, end, 1.0))
                packed.write(exact_json_text({"id": item.id, "attributes": attributes}).encode() + b"\n")


@contextmanager
def _packed(stream: IO[bytes], name: str) -> Iterator[Any]:
    """Open what compresses the lines as the name says; the same lines give the same bytes."""
    if name.endswith(".gz"):
        with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:
            yield packed
    elif name.endswith(".zst"):
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(stream, closefd=False) as packed:
            yield packed
    else:
        yield stream
