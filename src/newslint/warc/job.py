"""Drives an extraction: plans it, has its units run, sums up. What is committed is not done again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newslint import __version__
from newslint.batch.executor import MAX_ATTEMPTS, Executor, Task, run_with_retries
from newslint.batch.progress import Progress, State
from newslint.batch.storage import join_path, list_names, write
from newslint.console import print_stderr
from newslint.corpus.summary import quarantined
from newslint.files import FileError
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize
from newslint.warc.extract_unit import UNITS, committed, give_up, run_unit
from newslint.warc.plan import plan
from newslint.warc.types import Job, Manifest, Totals, Unit


class JobResult(NamedTuple):
    """What a run came to."""

    totals: Totals
    failures: list[str]  # units that could not be done, and are not counted


def drive(job: Job, patterns: Sequence[str], engine: Executor, *, progress: bool) -> JobResult:
    """Do all that is not done yet. Raises FileError for what cannot be begun."""
    units = list(plan(job, patterns))
    there = list_names(join_path(job.out, UNITS))
    _reject_foreign_units(job, units, there)
    manifests: dict[str, Manifest] = {}
    left = []
    for unit in units:
        done = committed(job, unit) if f"{unit.name}.json" in there else None
        if done is None:
            left.append(unit)
        else:
            manifests[unit.name] = done
    if manifests:
        print_stderr(f"{len(manifests):,} of {pluralize(len(units), 'unit')} done before; the rest is run")
    shown = Progress(len(units), _state(manifests), "pages", wanted=progress)
    failures = _run(job, left, engine, manifests, shown)
    # A unit in the middle of a file looks for its first record. Where that is not the one at which the unit before it
    # ended, what it took for a record stood in a page: it is done again, from where it has to begin.
    while again := _unit_with_wrong_start(units, manifests):
        failures += _run(job, [again], engine, manifests, shown)
    totals = Totals()
    for manifest in manifests.values():
        totals.add(manifest)
    write(join_path(job.out, "_summary.json"), json.dumps(as_json(totals), indent=1, ensure_ascii=False).encode())
    return JobResult(totals, failures)


def _reject_foreign_units(job: Job, units: Sequence[Unit], there: set[str]) -> None:
    strange = sorted(there - {f"{unit.name}.json" for unit in units})
    strange = [name for name in strange if name.endswith(".json")]
    if strange:
        raise FileError(
            f"{job.out} holds {pluralize(len(strange), 'unit')} that {'is' if len(strange) == 1 else 'are'} "
            "not of these "
            f"archives, such as {strange[0].removesuffix('.json')}; name all files, give another --out, or delete it"
        )


def _run(
    job: Job, units: Sequence[Unit], engine: Executor, manifests: dict[str, Manifest], shown: Progress
) -> list[str]:
    """Have the units run; what failed."""
    failures = []
    try:
        for done in run_with_retries(engine, [Task(run_unit, (job, unit)) for unit in units]):
            unit = done.task.arguments[1]
            if done.error:
                manifests.pop(unit.name, None)
                give_up(job, unit)
                failures.append(
                    f"{escape(unit.path)}: {unit.name} was tried {MAX_ATTEMPTS} times: {escape(done.error)}"
                )
            else:
                manifests[unit.name] = done.value
                shown.show(_state(manifests))
    finally:
        shown.wipe()
    return failures


def _state(manifests: dict[str, Manifest]) -> State:
    held = sum(sum(manifest.quarantined.values()) for manifest in manifests.values())
    written = sum(manifest.written for manifest in manifests.values())
    return State(len(manifests), written, (f"{held:,} quarantined",))


def _unit_with_wrong_start(units: Sequence[Unit], manifests: dict[str, Manifest]) -> Unit | None:
    """A unit that began elsewhere than where the one before it ended, as it has to."""
    expected: int | None = None
    for unit in units:
        done = manifests.get(unit.name)
        if unit.start == 0:
            expected = 0
        if done is None:  # nothing is known of what follows it
            expected = None
            continue
        begins = expected if expected is not None and expected < unit.end else None
        if expected is not None and unit.size and done.first != begins:
            # An end at its start leaves it without a record.
            return unit._replace(start=begins or 0, end=unit.end if begins is not None else 0, starts_at_record=True)
        if done.following is not None:
            expected = done.following
    return None


def as_json(totals: Totals) -> dict[str, Any]:
    """All counts."""
    return {
        "schema": 1,
        "newslint": __version__,
        "units": totals.units,
        "records": totals.records,
        "written": totals.written,
        "characters": totals.characters,
        "processor_seconds": round(totals.seconds, 3),
        "skipped": dict(sorted(totals.skipped.items())),
        "quarantine": quarantined(totals.quarantined, totals.examples),
    }


def as_text(totals: Totals) -> Iterator[str]:
    """The same for people."""
    skipped, held = sum(totals.skipped.values()), sum(totals.quarantined.values())
    yield f"{totals.records:,} records = {totals.written:,} pages + {skipped:,} skipped + {held:,} quarantined\n"
    if skipped:
        reasons = sorted(totals.skipped.items(), key=lambda item: (-item[1], item[0]))
        yield f"skipped: {', '.join(f'{count:,} {reason}' for reason, count in reasons)}\n"
    for reason, count in sorted(totals.quarantined.items(), key=lambda item: (-item[1], item[0])):
        yield f"quarantined: {count:,} {reason}, for example {escape(totals.examples.get(reason, ''))}\n"
