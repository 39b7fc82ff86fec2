"""Compares articles: facts grouped by key and concluded, in parts that any engine runs.

The facts stand in Parquet, so no engine moves them: each task takes the buckets of keys that are its part of all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from uuid import uuid4

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import join_path, read, remove, write
from newslint.corpus.buckets import Range, ranges, rows_of
from newslint.corpus.finalize import CROSS, PartitionResult, finalize
from newslint.corpus.linter import shared_linter
from newslint.corpus.tables import CROSS_FINDINGS, ArticleColumns, BufferedParquetWriter, concluded_row, fact_of
from newslint.corpus.types import Job, Manifest, count_failure
from newslint.engine.compare import compare_groups
from newslint.model import Failure


class Part(NamedTuple):
    """Some buckets of keys, and the files that may have facts in them."""

    buckets: Range
    files: tuple[str, ...]
    run: str  # its results are this run's alone, should two be at it at once


def compare(job: Job, engine: Executor, files: Sequence[str], facts: int, stamp: str) -> Manifest:
    """Conclude over all facts; the findings are in `diagnostics/cross.parquet`."""
    run = uuid4().hex[:12]
    work = [Part(buckets, tuple(files), run) for buckets in ranges(facts)] if files else []
    failures: Counter[str] = Counter()
    parts: list[PartitionResult] = []
    for done in run_with_retries(engine, [Task(compare_partition, (job, part)) for part in work]):
        if done.error:
            failures[f"comparing: buckets {done.task.arguments[1].buckets[:2]}: {done.error}"] += 1
            continue
        failures.update(done.value.failures)
        parts += [done.value] if done.value.findings else []
    manifest = Manifest(CROSS, stamp)
    # A task as well, since whoever drives has no need of DuckDB otherwise.
    for done in run_with_retries(engine, [Task(finalize, (job, sorted(parts), stamp))]):
        if done.error:
            failures[f"comparing: {done.error}"] += 1
        else:
            manifest = done.value
    for part in parts:
        remove(part.location)
    return manifest._replace(failures=dict(failures))


def compare_partition(job: Job, part: Part, isolated: bool = False) -> PartitionResult:
    """Conclude over the keys of a part. `isolated` means nothing here."""
    failures: Counter[str] = Counter()
    rules = {rule.name: [rule] for rule in shared_linter(job).linter.enabled_rules}
    location = join_path(job.out, "_compare", f"{part.run}-{part.buckets.first:05d}.parquet")
    with BufferedParquetWriter(location, CROSS_FINDINGS, sort=True) as table:
        for (rule, key), group in groupby(rows_of(part.files, part.buckets, "rule, key"), itemgetter(1, 2)):
            rows = list(group)
            if len(rows) == 1:  # `compare_groups` passes it over too; here that saves making a fact of it
                continue
            # Backwards, since `known` keeps the last of records with one id and one text, which is to be the first.
            rows.sort(key=itemgetter(-4, -3), reverse=True)
            facts = [fact_of(row) for row in rows]
            broken: list[Failure] = []
            found = list(compare_groups(rules[rule], facts, broken, debug=job.settings.debug))
            for failure in broken:
                count_failure(failures, failure)
            if found:
                known = {fact.location: row for fact, row in zip(facts, rows, strict=True)}
                table.add(
                    *[
                        concluded_row(one, ArticleColumns(*known[one.location][-5:]), key, n)
                        for n, one in enumerate(found)
                    ]
                )
    return PartitionResult(table.count, location, dict(failures))


def load_cached(job: Job, stamp: str) -> Manifest | None:
    """What comparing these facts gave in an earlier run."""
    try:
        found = Manifest(**json.loads(read(join_path(job.out, "_compare", "done.json"))))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.stamp == stamp else None


def save_cache(job: Job, manifest: Manifest) -> None:
    """For the next run."""
    write(join_path(job.out, "_compare", "done.json"), json.dumps(manifest._asdict()).encode())
