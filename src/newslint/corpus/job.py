"""Runs a job: plans it, lints its units, compares the articles, sums up. Committed units are not run again."""

from collections.abc import Mapping, Sequence

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.job import run_units, unit_failure_message
from newslint.batch.progress import Progress, ProgressState
from newslint.batch.running import writing_to
from newslint.batch.storage import join_path, list_names, read, remove, write
from newslint.batch.units import digest, find_old_results, find_pending
from newslint.corpus.compare.compare_all import CACHE, compare_all_or_load, remove_intermediate_files
from newslint.corpus.compare.finalize import CROSS_FILE
from newslint.corpus.compare.partition import FOLDER as COMPARE_FOLDER
from newslint.corpus.lint_unit import RESULT_FOLDERS, lint_unit, quarantine_unit, remove_results
from newslint.corpus.outputs.breakdown import FOLDER as TABLES_FOLDER
from newslint.corpus.outputs.breakdown import Breakdown
from newslint.corpus.outputs.breakdown_cache import break_down_or_load
from newslint.corpus.outputs.clean import FOLDER as CLEAN_FOLDER
from newslint.corpus.outputs.clean import CleanTotals, clean_all
from newslint.corpus.outputs.clean_types import CleanOptions
from newslint.corpus.outputs.dolma_spans import FOLDER as SPANS_FOLDER
from newslint.corpus.outputs.sample_texts import Texts, read_texts
from newslint.corpus.outputs.summary import is_summary, summary_as_json
from newslint.corpus.plan import plan
from newslint.corpus.types import Job, Manifest, Totals, WorkUnit
from newslint.files import FileError
from newslint.named_tuple import NamedTuple
from newslint.reporters.escaping import exact_json_text
from newslint.text.words import pluralize

SUMMARY = "summary.json"
COPIES_FOLDER = "clean"  # with files that are named after the parts of units
FOLDERS = (*RESULT_FOLDERS, CLEAN_FOLDER)  # with files that are named after units
DERIVED_FOLDERS = (COMPARE_FOLDER, TABLES_FOLDER, SPANS_FOLDER)  # with files that are made of them


class JobOptions(NamedTuple):
    """The options of one run that do not change what is found in a unit."""

    patterns: tuple[str, ...]
    shard: tuple[int, int] = (1, 1)  # this one, of how many
    compares: bool = True
    spans: bool = False
    clean: CleanOptions | None = None
    progress: bool = True
    texts: bool = False  # of the findings that the report shows


class JobResult(NamedTuple):
    """The counts of a job after a run."""

    totals: Totals
    failed_units: list[WorkUnit]
    clean: CleanTotals | None
    breakdown: Breakdown
    texts: Texts
    complete: bool  # all units of the corpus were run, not those of one shard


def run_job(job: Job, options: JobOptions, executor: Executor) -> JobResult:
    """Run all units that are not done yet. Raises FileError for a job that cannot start."""
    units = list(plan(job, options.patterns))
    state = digest(*(f"{unit.name} {unit.input_digest}" for unit in units))
    with writing_to(job.out, state, ("", COPIES_FOLDER, *FOLDERS, *DERIVED_FOLDERS)) as is_alone:
        if is_alone:
            remove_intermediate_files(job)
        return _run(job, options, executor, units)


def _run(job: Job, options: JobOptions, executor: Executor, units: Sequence[WorkUnit]) -> JobResult:
    unit_names = {unit.name for unit in units}
    copies = {part.name for unit in units for part in unit.parts}
    old = find_old_results(job.out, units, {**dict.fromkeys(FOLDERS, unit_names), COPIES_FOLDER: copies})
    if old.others:
        raise FileError(
            f"{job.out} holds results of other files ({pluralize(len(old.others), 'unit')}, such as {old.others[0]}); "
            "pass all files, choose another --out, or delete the folder"
        )
    if SUMMARY in list_names(job.out) and not is_summary(read(join_path(job.out, SUMMARY))):
        raise FileError(f"{job.out} holds a {SUMMARY} of something else; choose another --out, or move the file away")
    for location in old.outdated:
        remove(location)
    shard, shards = options.shard
    shard_units = units[shard - 1 :: shards]
    done, pending = find_pending(job.out, shard_units, Manifest)
    totals = Totals()
    for manifest in done.values():
        totals.add(manifest)
    if pending or not options.compares:
        # Outdated from the first unit on, also where this run is interrupted before that ends.
        for name in (CACHE, CROSS_FILE, SUMMARY):
            remove(join_path(job.out, name))
    progress = Progress(len(shard_units), _progress_state(totals), "articles", enabled=options.progress)
    failed, divided = _lint_units(job, pending, executor, done, totals, progress)
    units = [part for unit in units for part in divided.get(unit.name, [unit])]
    complete = shards == 1
    files = [name for manifest in done.values() for name in manifest.files]
    input_digest = ""
    if complete and options.compares and totals.linted > 1:
        input_digest = digest(*(f"{unit.name} {unit.input_digest}" for unit in units if unit.name in done))
        facts = [join_path(job.out, name) for name in files if name.startswith("facts/")]
        manifest = compare_all_or_load(job, executor, facts, totals.facts, input_digest, use_cache=not pending)
        totals.add(manifest)
        totals.units -= 1
        files += manifest.files
    if complete and options.spans:
        _write_spans(job, executor, units, done, CROSS_FILE in files, totals)
    breakdown = Breakdown()
    if complete:
        state = digest(*(unit.input_digest for unit in units if unit.name in done))
        breakdown = break_down_or_load(job, executor, files, totals, state)
    texts: Texts = {}
    if complete and options.texts:
        linted_units = [unit for unit in units if unit.name in done]
        texts = read_texts(job, executor, linted_units, breakdown.samples, totals)
    clean = None
    if complete and options.clean:
        cross_files = (CROSS_FILE,) if CROSS_FILE in files else ()
        clean = clean_all(job, options.clean, executor, units, done, cross_files, input_digest)
        totals.failures.update(clean.failures)
    if complete:
        counts = summary_as_json(totals) | breakdown.as_json() | ({"clean": clean.as_json()} if clean else {})
        write(join_path(job.out, SUMMARY), exact_json_text(counts, is_indented=True).encode())
    return JobResult(totals, failed, clean, breakdown, texts, complete)


def _lint_units(
    job: Job,
    pending: Sequence[WorkUnit],
    executor: Executor,
    done: dict[str, Manifest],
    totals: Totals,
    progress: Progress,
) -> tuple[list[WorkUnit], dict[str, list[WorkUnit]]]:
    """Lint units, add their manifests to `done` and `totals`, and return the units that failed.

    If a unit of several files fails, its files are linted one by one: the second value has these units, by its name.
    """
    failed: list[WorkUnit] = []
    divided: dict[str, list[WorkUnit]] = {}
    tasks = [Task(lint_unit, (job, unit)) for unit in pending]
    while tasks:
        again: list[WorkUnit] = []
        for result in run_units(executor, tasks, progress, lambda: _progress_state(totals)):
            unit = result.task.arguments[1]
            if not result.error:
                totals.add(result.value)
                done[unit.name] = result.value
            elif len(unit.parts) > 1:
                remove_results(job, unit)
                divided[unit.name] = [WorkUnit(part.name, unit.input_digest, (part,)) for part in unit.parts]
                again += divided[unit.name]
            else:
                failed.append(unit)
                totals.failures[unit_failure_message(unit, result.error)] += 1
                totals.add(quarantine_unit(job, unit, result.error))
        tasks = [Task(lint_unit, (job, unit)) for unit in again]
    return failed, divided


def _progress_state(totals: Totals) -> ProgressState:
    details = f"{totals.findings:,} findings", f"{totals.quarantined:,} quarantined"
    return ProgressState(totals.units, totals.linted, details)


def _write_spans(
    job: Job,
    executor: Executor,
    units: Sequence[WorkUnit],
    done: Mapping[str, Manifest],
    has_cross_findings: bool,
    totals: Totals,
) -> None:
    from newslint.corpus.outputs.dolma_spans import span_tasks, write_spans

    tasks = [
        Task(write_spans, (job, task)) for task in span_tasks(units, done, (CROSS_FILE,) if has_cross_findings else ())
    ]
    for result in run_with_retries(executor, tasks):
        if result.error:
            totals.failures[f"spans of {result.task.arguments[1].files[0].path}: {result.error}"] += 1
