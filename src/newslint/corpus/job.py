"""Drives a job: plans it, has its units run, compares, sums up. What is committed is not done again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from newslint.batch.executor import MAX_ATTEMPTS, Executor, Task, run_with_retries
from newslint.batch.progress import Progress, State
from newslint.batch.storage import join_path, list_names, remove, write
from newslint.console import print_stderr
from newslint.corpus.compare import compare, load_cached, save_cache
from newslint.corpus.finalize import CROSS
from newslint.corpus.lint_unit import UNITS, load_manifest, run_unit
from newslint.corpus.plan import file_of, plan
from newslint.corpus.summary import as_json
from newslint.corpus.tables import QUARANTINE, BufferedParquetWriter, bad_row
from newslint.corpus.types import Job, Manifest, QuarantinedRecord, Totals, WorkUnit
from newslint.files import FileError
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

Files = dict[str, tuple[str, ...]]  # what units wrote, by their names


class RunOptions(NamedTuple):
    """What is asked of a run, beside the job that each unit is."""

    patterns: tuple[str, ...]
    shard: tuple[int, int] = (1, 1)  # this one of so many
    compares: bool = True
    spans: bool = False
    progress: bool = True


class JobResult(NamedTuple):
    """What a run came to."""

    totals: Totals
    failed_units: list[WorkUnit]  # units that could not be done, and not counted
    complete: bool  # all units of the corpus are done, not this shard's alone


def run_job(job: Job, wish: RunOptions, engine: Executor) -> JobResult:
    """Do all that is not done yet. Raises FileError for what cannot be begun."""
    units = list(plan(job, wish.patterns))
    _remove_outdated_results(job, units)
    number, shards = wish.shard
    mine = units[number - 1 :: shards]
    totals = Totals()
    files: Files = {}
    there = list_names(join_path(job.out, UNITS))
    left = []
    for unit in mine:
        done = load_manifest(job, unit) if f"{unit.name}.json" in there else None
        if done is None:
            left.append(unit)
            continue
        totals.add(done)
        files[unit.name] = done.files
    if len(left) < len(mine):
        print_stderr(f"{len(mine) - len(left):,} of {pluralize(len(mine), 'unit')} done before; the rest is run")
    if left or not wish.compares:
        # What was compared and summed up is no longer so, and neither is it if this run ends before its first unit.
        for name in ("_compare/done.json", f"diagnostics/{CROSS}.parquet", "summary.json"):
            remove(join_path(job.out, name))
    shown = Progress(len(mine), _state(totals), "articles", wanted=wish.progress)
    lost = _run(job, left, engine, totals, files, shown)
    complete = shards == 1
    if complete and wish.compares and totals.linted > 1:
        totals.add(_compared(job, engine, units, totals, files, afresh=bool(left)))
        totals.units -= 1
    if complete and wish.spans:
        _spans(job, engine, units, totals, files)
    if complete:
        write(join_path(job.out, "summary.json"), json.dumps(as_json(totals), indent=1, ensure_ascii=False).encode())
    return JobResult(totals, lost, complete)


def _remove_outdated_results(job: Job, units: Sequence[WorkUnit]) -> None:
    """Refuse a folder with another corpus's results. Those of other units of the same files are of an earlier state."""
    known = {unit.name for unit in units}
    files = {file_of(name) for name in known}
    old, strange = [], []
    for part in (UNITS, "diagnostics", "facts", "quarantine", "clean"):
        for name in sorted(list_names(join_path(job.out, part))):
            unit = name.partition(".")[0]
            if unit not in known and file_of(unit) in files:
                old.append(join_path(job.out, part, name))
            elif unit not in known and part == UNITS and name.endswith(".json"):
                strange.append(unit)
    if strange:
        raise FileError(
            f"{job.out} holds {pluralize(len(strange), 'unit')} that {'is' if len(strange) == 1 else 'are'} "
            "not of this "
            f"corpus, such as {strange[0]}; name all files, give another --out, or delete it"
        )
    for location in old:
        remove(location)


def _run(
    job: Job, left: Sequence[WorkUnit], engine: Executor, totals: Totals, files: Files, shown: Progress
) -> list[WorkUnit]:
    """Have the units run; those that could not be."""
    lost = []
    try:
        shown.show(_state(totals))
        for done in run_with_retries(engine, [Task(run_unit, (job, unit)) for unit in left]):
            unit = done.task.arguments[1]
            if done.error:
                lost.append(unit)
                totals.failures[f"{unit.path}: {unit.name} was tried {MAX_ATTEMPTS} times: {done.error}"] += 1
                totals.add(_quarantine_unit(job, unit, done.error))
            else:
                totals.add(done.value)
                files[unit.name] = done.value.files
            shown.show(_state(totals))
    finally:
        shown.wipe()
    return lost


def _state(totals: Totals) -> State:
    return State(totals.units, totals.linted, (f"{totals.findings:,} findings", f"{totals.quarantined:,} quarantined"))


def _quarantine_unit(job: Job, unit: WorkUnit, error: str) -> Manifest:
    """Put a whole unit into quarantine. It has no manifest, so the next run tries it again."""
    for part in ("diagnostics", "facts"):
        remove(join_path(job.out, part, f"{unit.name}.parquet"))
    row = bad_row(unit.path, QuarantinedRecord(unit.records_before + 1, None, None, "unit-failed", error))
    with BufferedParquetWriter(join_path(job.out, "quarantine", f"{unit.name}.parquet"), QUARANTINE) as table:
        table.add((*row[:-1], unit.records))
    count = unit.records or 0
    reasons, examples = {"unit-failed": count}, {"unit-failed": f"{unit.path}: {error}"}
    return Manifest(unit.name, "", records=count, quarantined=count, reasons=reasons, examples=examples)


def _compared(
    job: Job, engine: Executor, units: Sequence[WorkUnit], totals: Totals, files: Files, *, afresh: bool
) -> Manifest:
    """What comparing gives, or gave over the same units."""
    state = "\0".join(f"{unit.name} {unit.input_digest}" for unit in units if unit.name in files)
    stamp = blake2b(state.encode(), digest_size=6).hexdigest()
    done = None if afresh else load_cached(job, stamp)
    if done is None:
        facts = [join_path(job.out, name) for some in files.values() for name in some if name.startswith("facts/")]
        done = compare(job, engine, facts, totals.facts, stamp)
        if not done.failures:
            save_cache(job, done)
    files[CROSS] = done.files
    return done


def _spans(job: Job, engine: Executor, units: Sequence[WorkUnit], totals: Totals, files: Files) -> None:
    from newslint.corpus.dolma_spans import names_of, write_spans

    names, crossed = names_of(units), files.get(CROSS, ())
    done = [unit for unit in units if unit.name in files]
    tasks = [Task(write_spans, (job, unit, names[unit.name], (*files[unit.name], *crossed))) for unit in done]
    for end in run_with_retries(engine, tasks):
        if end.error:
            totals.failures[f"spans of {escape(end.task.arguments[1].path)}: {end.error}"] += 1
