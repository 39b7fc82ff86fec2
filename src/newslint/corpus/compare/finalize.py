"""The last step of comparing: the findings of each article in order, without duplicates, with their fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from newslint.batch.storage import join_path, remove
from newslint.batch.table import ROW_GROUP_ROWS, BufferedParquetWriter
from newslint.corpus.compare.buckets import bucket_ranges, read_rows
from newslint.corpus.compare.partition import PartitionResult
from newslint.corpus.tables import (
    CROSS,
    CrossFindingRow,
    DiagnosticRow,
    article_columns,
    article_key,
    diagnostic_of,
    diagnostic_row,
    make_cross_finding_row,
    without_origin,
)
from newslint.corpus.types import Job, Manifest, add_counts
from newslint.engine.compare import merge_and_fingerprint
from newslint.engine.diagnostics import sort_key

CROSS_FILE = join_path("diagnostics", f"{CROSS}.parquet")
ARTICLE = "coalesce(id, path), if(id IS NULL, record, 0)"  # `article_key` in SQL
# The engine's `sort_key` for rows of one article; duplicates are in the order of the keys that gave them.
ORDER = attrgetter("start", "end", "rule", "message", "key", "nth")


def finalize(
    job: Job, results: Sequence[PartitionResult], input_digest: str, in_child_process: bool = False
) -> Manifest:
    """Write the findings of all partitions to one file and return their counts. `in_child_process` has no effect."""
    rules: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    articles_by_rule: Counter[str] = Counter()
    groups: dict[str, tuple[int, int]] = {}
    days: dict[str, tuple[int, int]] = {}
    # In few row groups: Parquet's writer holds some 20 KB for each until the file ends.
    with BufferedParquetWriter(join_path(job.out, CROSS_FILE), DiagnosticRow, buffer_rows=4 * ROW_GROUP_ROWS) as table:
        for article in _articles(results):
            rows = list(_merged(article))
            table.add(*rows)
            for row in rows:
                rules[row.rule] += 1
                severities[row.severity] += 1
                add_counts(groups, {row.group: (0, 1)})
                add_counts(days, {row.day: (0, 1)})
            articles_by_rule.update({row.rule for row in rows})
    if not table.count:
        remove(join_path(job.out, CROSS_FILE))
    return Manifest(
        CROSS,
        input_digest,
        findings=table.count,
        files=(CROSS_FILE,) if table.count else (),
        rules=dict(rules),
        severities=dict(severities),
        articles_by_rule=dict(articles_by_rule),
        groups=groups,
        days=days,
    )


def _articles(results: Sequence[PartitionResult]) -> Iterator[list[CrossFindingRow]]:
    """Yield the findings of one article after the other, in order."""
    files = [result.location for result in results]
    for buckets in bucket_ranges(sum(result.findings for result in results)) if files else ():
        for _, rows in groupby(read_rows(files, make_cross_finding_row, buckets, ARTICLE), article_key):
            yield sorted(rows, key=ORDER)


def _merged(rows: list[CrossFindingRow]) -> Iterable[DiagnosticRow]:
    """Yield each finding of an article once, with its final fingerprint."""
    if len({row.fingerprint for row in rows}) == len(rows):  # fast path, the usual case: nothing to merge or to count
        yield from map(without_origin, rows)
        return
    diagnostics = [diagnostic_of(row) for row in rows]
    row_of: dict[object, CrossFindingRow] = {}
    for diagnostic, row in zip(diagnostics, rows, strict=True):
        row_of.setdefault(sort_key(diagnostic), row)  # several records may have one id
    for diagnostic in merge_and_fingerprint(sorted(diagnostics, key=sort_key)):
        yield diagnostic_row(diagnostic, article_columns(row_of[sort_key(diagnostic)]))
