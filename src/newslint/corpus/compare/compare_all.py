"""Compares all articles of a corpus: partitions of keys that any executor runs, and one last step.

The facts are in Parquet, so executors move none: each task reads the buckets of its own keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import uuid4

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import join_path, remove
from newslint.batch.units import load_manifest, write_manifest
from newslint.corpus.compare.buckets import bucket_ranges
from newslint.corpus.compare.finalize import finalize
from newslint.corpus.compare.partition import FOLDER, Partition, PartitionResult, compare_partition
from newslint.corpus.tables import CROSS
from newslint.corpus.types import Job, Manifest

CACHE = join_path(FOLDER, "done.json")


def compare_all(job: Job, executor: Executor, files: Sequence[str], facts: int, input_digest: str) -> Manifest:
    """Compare all facts in these files; the findings are then in `diagnostics/cross.parquet`."""
    run = uuid4().hex[:12]
    partitions = [Partition(buckets, tuple(files), run) for buckets in bucket_ranges(facts)] if files else []
    failures: Counter[str] = Counter()
    results: list[PartitionResult] = []
    for done in run_with_retries(executor, [Task(compare_partition, (job, partition)) for partition in partitions]):
        if done.error:
            buckets = done.task.arguments[1].buckets
            failures[f"comparing: buckets {buckets.first} to {buckets.end - 1}: {done.error}"] += 1
            continue
        failures.update(done.value.failures)
        results += [done.value] if done.value.findings else []
    manifest = Manifest(CROSS, input_digest)
    # Also as a task, so that this process does not load DuckDB.
    for done in run_with_retries(executor, [Task(finalize, (job, sorted(results), input_digest))]):
        if done.error:
            failures[f"comparing: {done.error}"] += 1
        else:
            manifest = done.value
    for result in results:
        remove(result.location)
    return manifest._replace(failures=dict(failures))


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
