"""The texts of the articles whose findings the report shows: their records are read again."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.corpus.outputs.samples import SampleRow
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import FilePart, Job, Record, Totals, WorkUnit

Texts = dict[tuple[str, int | None], str]  # by path and record


def read_texts(
    job: Job, executor: Executor, units: Iterable[WorkUnit], rows: Sequence[SampleRow], totals: Totals
) -> Texts:
    """Return the texts of these findings' articles. A unit that cannot be read becomes a failure."""
    wanted: dict[str, set[int | None]] = {}
    for row in rows:
        wanted.setdefault(row.path, set()).add(row.record)
    tasks = [
        Task(read_unit, (job, unit, {path: wanted[path] for path in unit.paths if path in wanted}))
        for unit in units
        if not wanted.keys().isdisjoint(unit.paths)
    ]
    texts: Texts = {}
    for answer in run_with_retries(executor, tasks):
        if answer.error:
            totals.failures[f"texts of {answer.task.arguments[1].path} for the report: {answer.error}"] += 1
        else:
            texts.update(answer.value)
    return texts


def read_unit(job: Job, unit: WorkUnit, wanted: Mapping[str, set[int | None]], in_child_process: bool = False) -> Texts:
    """Return the texts of the wanted records of a unit. `in_child_process` has no effect."""
    texts: Texts = {}
    for part in unit.parts:
        if part.path in wanted:
            texts.update(_read_part(job, part, wanted[part.path]))
    return texts


def _read_part(job: Job, part: FilePart, wanted: set[int | None]) -> Texts:
    texts: Texts = {}
    with closing(read_records(job, part)) as records:  # type: ignore[type-var]
        for record in records:
            if isinstance(record, Record) and record.number in wanted:
                texts[part.path, record.number] = record.text
                if len(texts) == len(wanted):  # else they are in other parts of the file
                    break
    return texts
