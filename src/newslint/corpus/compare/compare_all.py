"""Compares all articles of a corpus: partitions of keys that any executor runs, and one last step.

The facts are in Parquet, so executors move none: each task reads the buckets of its own keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import uuid4

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import join_path, list_names, remove
from newslint.batch.units import load_manifest, write_manifest
from newslint.corpus.compare.buckets import bucket_ranges
from newslint.corpus.compare.finalize import finalize
from newslint.corpus.compare.merge_files import FileRange, MergeError, merge_all, remove_merged
from newslint.corpus.compare.partition import FOLDER, Partition, PartitionResult, compare_partition
from newslint.corpus.tables import BUCKETS, CROSS
from newslint.corpus.types import Job, Manifest

CACHE = join_path(FOLDER, "done.json")


def compare_all(job: Job, executor: Executor, files: Sequence[str], facts: int, input_digest: str) -> Manifest:
    """Compare all facts in these files; the findings are then in `diagnostics/cross.parquet`."""
    prefix = join_path(job.out, FOLDER, uuid4().hex[:12])
    failures: Counter[str] = Counter()
    manifest = Manifest(CROSS, input_digest)
    merged: list[FileRange] = []
    results: list[PartitionResult] = []
    try:
        merged = merge_all(executor, files, f"{prefix}-facts")
        results = list(_compare(job, executor, merged, facts, prefix, failures))
        remove_merged(merged, prefix)
        merged = merge_all(executor, sorted(result.location for result in results), f"{prefix}-findings")
        findings = sum(result.findings for result in results)
        # Also as a task, so that this process does not load DuckDB.
        for done in run_with_retries(executor, [Task(finalize, (job, merged, findings, input_digest))]):
            if done.error:
                raise MergeError(done.error)
            manifest = done.value
    except MergeError as error:
        failures[f"comparing: {error}"] += 1
    remove_merged(merged, prefix)
    for result in results:
        remove(result.location)
    return manifest._replace(failures=dict(failures))


def _compare(
    job: Job, executor: Executor, ranges: Sequence[FileRange], facts: int, prefix: str, failures: Counter[str]
) -> Iterator[PartitionResult]:
    """Compare the facts of each partition; yield the results of those that have findings."""
    tasks = [
        Task(compare_partition, (job, Partition(buckets, one.files, prefix)))
        for one in ranges
        for buckets in bucket_ranges(facts * (one.end - one.first) // BUCKETS, one.first, one.end)
    ]
    for done in run_with_retries(executor, tasks):
        if done.error:
            buckets = done.task.arguments[1].buckets
            failures[f"comparing: buckets {buckets.first} to {buckets.end - 1}: {done.error}"] += 1
            continue
        failures.update(done.value.failures)
        if done.value.findings:
            yield done.value


def compare_all_or_load(
    job: Job, executor: Executor, files: Sequence[str], facts: int, input_digest: str, *, use_cache: bool
) -> Manifest:
    """Return what comparing these facts gave in an earlier run, or compare them; without failures that is cached."""
    location = join_path(job.out, CACHE)
    cached = load_manifest(location, Manifest, input_digest) if use_cache else None
    if cached is not None:
        return cached
    manifest = compare_all(job, executor, files, facts, input_digest)
    if not manifest.failures:
        write_manifest(location, manifest)
    return manifest


def remove_intermediate_files(job: Job) -> None:
    """Delete what runs that were killed while they compared have left."""
    folder = join_path(job.out, FOLDER)
    for name in list_names(folder):
        if name.endswith(".parquet"):
            remove(join_path(folder, name))
