"""Runs an extraction: plans it, extracts its units, sums up. Committed units are not run again."""

from collections.abc import Mapping, Sequence

from newslint.batch.executor import Executor, Task
from newslint.batch.job import run_units, unit_failure_message
from newslint.batch.progress import Progress, ProgressState
from newslint.batch.running import writing_to
from newslint.batch.storage import join_path, remove, write
from newslint.batch.units import digest, find_old_results, find_pending, manifest_path, read_manifest
from newslint.files import FileError
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import exact_json_text
from newslint.warc.extract_unit import QUARANTINE_FOLDER, extract_unit, remove_results
from newslint.warc.plan import plan
from newslint.warc.summary import summary_as_json
from newslint.warc.types import Job, Manifest, Totals, WorkUnit

SUMMARY = "_summary.json"


class JobOptions(NamedTuple):
    """The options of one run that do not change what a unit gives."""

    patterns: tuple[str, ...]
    shard: tuple[int, int] = (1, 1)  # this one, of how many
    progress: bool = True


class JobResult(NamedTuple):
    """The counts of a job after a run; units that failed are not counted."""

    totals: Totals
    failed_units: list[WorkUnit]
    complete: bool  # all units were run, not those of one shard


def run_job(job: Job, options: JobOptions, executor: Executor) -> JobResult:
    """Run all units that are not done yet. Raises FileError for a job that cannot start."""
    units = list(plan(job, options.patterns))
    # Without the units: runs over other archives may write to the folder at the same time.
    with writing_to(job.out, digest(job.extractor, *job.versions), ("", QUARANTINE_FOLDER)):
        return _run(job, options, executor, units)


def _run(job: Job, options: JobOptions, executor: Executor, units: Sequence[WorkUnit]) -> JobResult:
    names = {unit.name for unit in units}
    old = find_old_results(job.out, units, {"": names, QUARANTINE_FOLDER: names})
    before = _manifests_of_others(job, old.others)
    for location in old.outdated:
        remove(location)
    shard, shards = options.shard
    shard_units = units[shard - 1 :: shards]
    done, pending = find_pending(job.out, shard_units, Manifest)
    if pending:
        remove(join_path(job.out, SUMMARY))  # outdated, also where this run is interrupted
    progress = Progress(len(shard_units), _progress_state(done), "pages", enabled=options.progress)
    errors: dict[WorkUnit, str] = {}
    _extract_units(job, pending, executor, done, errors, progress)
    # A unit in the middle of a file looks for its first record. Where that is not the one at which the unit before it
    # ended, it took data in a page for a record: it is run again, with the right start.
    while shards == 1 and (unit := _unit_with_wrong_start(units, done)):
        _extract_units(job, [unit], executor, done, errors, progress)
    totals = Totals()
    for manifest in (*done.values(), *before):
        totals.add(manifest)
    totals.failures.update(unit_failure_message(unit, error) for unit, error in errors.items())
    if shards == 1:
        write(join_path(job.out, SUMMARY), exact_json_text(summary_as_json(totals), is_indented=True).encode())
    return JobResult(totals, list(errors), shards == 1)


def _manifests_of_others(job: Job, units: Sequence[str]) -> list[Manifest]:
    """Return the manifests of archives that earlier runs extracted. Raises FileError for another extractor's."""
    found = []
    for unit in units:
        location = manifest_path(job.out, unit)
        manifest = read_manifest(location, Manifest)
        if manifest is None:
            raise FileError(f"{location}: is not a manifest; delete it and extract its archive again")
        if manifest.extractor.partition(" ")[0] != job.extractor:
            raise FileError(
                f"{job.out} holds pages that {manifest.extractor or 'another version'} extracted, such as those of "
                f"{unit}; use the same --extractor, or choose another --out"
            )
        found.append(manifest)
    return found


def _extract_units(
    job: Job,
    units: Sequence[WorkUnit],
    executor: Executor,
    done: dict[str, Manifest],
    errors: dict[WorkUnit, str],
    progress: Progress,
) -> None:
    """Extract units; add their manifests to `done`, and to `errors` those that failed."""
    tasks = [Task(extract_unit, (job, unit)) for unit in units]
    for result in run_units(executor, tasks, progress, lambda: _progress_state(done)):
        unit = result.task.arguments[1]
        if result.error:
            done.pop(unit.name, None)
            remove_results(job, unit)
            errors[unit] = result.error
        else:
            done[unit.name] = result.value


def _progress_state(done: Mapping[str, Manifest]) -> ProgressState:
    quarantined = sum(manifest.quarantined for manifest in done.values())
    written = sum(manifest.written for manifest in done.values())
    return ProgressState(len(done), written, (f"{quarantined:,} quarantined",))


def _unit_with_wrong_start(units: Sequence[WorkUnit], done: Mapping[str, Manifest]) -> WorkUnit | None:
    """Return a unit whose first record is not where the unit before it ended, with the start it has to have."""
    expected: int | None = None
    for unit in units:
        manifest = done.get(unit.name)
        if unit.start == 0:
            expected = 0
        if manifest is None:  # where the records after a failed unit begin is unknown
            expected = None
            continue
        first = expected if expected is not None and expected < unit.end else None
        if expected is not None and unit.size and manifest.first_record_offset != first:
            # An end at its start leaves a unit without a record.
            return unit._replace(start=first or 0, end=unit.end if first is not None else 0, starts_at_record=True)
        if manifest.next_record_offset is not None:
            expected = manifest.next_record_offset
    return None
