"""Compares the facts of some buckets of keys: one task of many, in whichever process or machine."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from tempfile import TemporaryDirectory
from typing import Any

from newslint.batch.table import BufferedParquetWriter
from newslint.corpus.compare.buckets import BucketRange, Part, open_database, read_parts, values_of
from newslint.corpus.compare.stored_facts import StoredFacts
from newslint.corpus.linter import shared_linter
from newslint.corpus.tables import CrossFindingRow, FactRow, article_columns, cross_finding_row, fact_of, make_fact_row
from newslint.corpus.types import Job, count_failure
from newslint.engine.compare import compare_group, compare_groups
from newslint.linter.linter import Linter
from newslint.model import Diagnostic, Failure, Location
from newslint.named_tuple import NamedTuple

FOLDER = "_compare"
MAX_ROWS_IN_MEMORY = 20_000  # facts of one key, about 1 KB each; more are read from disk


class Partition(NamedTuple):
    """Buckets of keys, and the files that may hold facts in them."""

    buckets: BucketRange
    files: tuple[str, ...]
    prefix: str  # of the location of its results: that of this run, so that two do not overwrite each other's


class PartitionResult(NamedTuple):
    """The findings of a partition: how many, where they are, and the failures by message."""

    findings: int
    location: str
    failures: dict[str, int]


def compare_partition(job: Job, partition: Partition, in_child_process: bool = False) -> PartitionResult:
    """Compare the facts of each key of a partition and write the findings. `in_child_process` has no effect."""
    failures: Counter[str] = Counter()
    linter = shared_linter(job).linter
    rules = {rule.name: rule for rule in linter.enabled_rules}
    location = f"{partition.prefix}-{partition.buckets.first:05d}.parquet"
    with (
        TemporaryDirectory(prefix="newslint-corpus-") as folder,
        open_database(partition.files, folder) as database,
        BufferedParquetWriter(location, CrossFindingRow, sort=True) as table,
    ):
        for part in read_parts(database, partition.files, partition.buckets, folder):
            for rule, key, rows in _groups(part):
                errors: list[Failure] = []
                found, row_at = _compare(linter, rules[rule], rows, errors)
                for nth, finding in enumerate(found):
                    table.add(cross_finding_row(finding, article_columns(row_at(finding.location)), key, nth))
                for failure in errors:
                    count_failure(failures, failure)
    return PartitionResult(table.count, location, dict(failures))


def _groups(part: Part) -> Iterator[tuple[str, str, Sequence[FactRow] | StoredFacts]]:
    """Yield the rows of each key that has at least two, with its rule and key."""
    relation = part.relation
    if part.rows > MAX_ROWS_IN_MEMORY:
        counts = relation.aggregate("rule, key, count(*) AS rows", "rule, key").filter(f"rows > {MAX_ROWS_IN_MEMORY}")
        for rule, key in sorted(values_of(counts.project("rule, key"))):
            is_key = f"rule = {_quoted(rule)} AND key = {_quoted(key)}"
            yield rule, key, StoredFacts(map(make_fact_row, values_of(relation.filter(is_key))))
            relation = relation.filter(f"NOT ({is_key})")
    sorted_rows = map(make_fact_row, values_of(relation.order("rule, key")))
    for (rule, key), group in groupby(sorted_rows, attrgetter("rule", "key")):
        rows = list(group)
        if len(rows) > 1:  # the engine skips a single fact too; here that saves making it
            yield rule, key, rows


def _compare(
    linter: Linter, rule: Any, rows: Sequence[FactRow] | StoredFacts, errors: list[Failure]
) -> tuple[Iterator[Diagnostic], Callable[[Location], Any]]:
    """Return what a rule finds in the facts of a key, and a function that returns the row of a location."""
    guard, debug = linter.guard_of, linter.settings.debug
    if isinstance(rows, StoredFacts):
        return compare_group(rule, rows, rows.locations, errors, guard=guard, debug=debug), rows.row_at
    # Backwards, because the dictionary keeps the last of several records with one id and one text.
    ordered = sorted(rows, key=attrgetter("path", "record"), reverse=True)
    facts = list(map(fact_of, ordered))
    row_at = {fact.location: row for fact, row in zip(facts, ordered, strict=True)}
    return compare_groups([rule], facts, errors, guard=guard, debug=debug), row_at.__getitem__


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
