"""Compares the facts of some buckets of keys: one task of many, in whichever process or machine."""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from newslint.batch.storage import join_path
from newslint.batch.table import BufferedParquetWriter
from newslint.corpus.compare.buckets import BucketRange, read_rows
from newslint.corpus.linter import shared_linter
from newslint.corpus.tables import CrossFindingRow, article_columns, cross_finding_row, fact_of, make_fact_row
from newslint.corpus.types import Job, count_failure
from newslint.engine.compare import compare_groups
from newslint.model import Failure
from newslint.named_tuple import NamedTuple

FOLDER = "_compare"


class Partition(NamedTuple):
    """Buckets of keys, and the files that may hold facts in them."""

    buckets: BucketRange
    files: tuple[str, ...]
    run: str  # part of the name of its results, so that two runs at once do not overwrite each other's


class PartitionResult(NamedTuple):
    """The findings of a partition: how many, where they are, and the failures by message."""

    findings: int
    location: str
    failures: dict[str, int]


def compare_partition(job: Job, partition: Partition, in_child_process: bool = False) -> PartitionResult:
    """Compare the facts of each key of a partition and write the findings. `in_child_process` has no effect."""
    failures: Counter[str] = Counter()
    rules = {rule.name: [rule] for rule in shared_linter(job).linter.enabled_rules}
    location = join_path(job.out, FOLDER, f"{partition.run}-{partition.buckets.first:05d}.parquet")
    rows_by_key = groupby(
        read_rows(partition.files, make_fact_row, partition.buckets, "rule, key"), attrgetter("rule", "key")
    )
    with BufferedParquetWriter(location, CrossFindingRow, sort=True) as table:
        for (rule, key), group in rows_by_key:
            rows = list(group)
            if len(rows) == 1:  # `compare_groups` skips a single fact too; here that saves making it
                continue
            # Backwards, because the dictionary below keeps the last of several records with one id and one text.
            rows.sort(key=attrgetter("path", "record"), reverse=True)
            facts = [fact_of(row) for row in rows]
            errors: list[Failure] = []
            findings = list(compare_groups(rules[rule], facts, errors, debug=job.settings.debug))
            for failure in errors:
                count_failure(failures, failure)
            if findings:
                row_at = {fact.location: row for fact, row in zip(facts, rows, strict=True)}
                table.add(
                    *[
                        cross_finding_row(finding, article_columns(row_at[finding.location]), key, nth)
                        for nth, finding in enumerate(findings)
                    ]
                )
    return PartitionResult(table.count, location, dict(failures))
