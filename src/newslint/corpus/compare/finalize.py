"""The last step of comparing: the findings of each article in order, without duplicates, with their fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newslint.batch.storage import join_path, open_atomic, remove
from newslint.batch.table import schema_of
from newslint.corpus.compare.buckets import bucket_ranges, open_database, read_parts
from newslint.corpus.compare.merge_files import FileRange
from newslint.corpus.tables import (
    BUCKETS,
    CROSS,
    CrossFindingRow,
    DiagnosticRow,
    article_columns,
    article_key,
    diagnostic_of,
    diagnostic_row,
    make_cross_finding_row,
)
from newslint.corpus.types import Job, Manifest, add_counts
from newslint.engine.compare import merge_and_fingerprint
from newslint.engine.diagnostics import sort_key

CROSS_FILE = join_path("diagnostics", f"{CROSS}.parquet")
SCHEMA = schema_of(DiagnosticRow)
BUFFERED_ROWS = 8_192  # in few row groups: Parquet's writer holds some 20 KB for each until the file ends
# In the engine's order: by article (`article_key`), and in one by `sort_key`; duplicates are in the order of the keys
# that gave them. `repeats` says whether an article has two findings with one fingerprint.
QUERY = """
    SELECT found.*, repeated.path IS NOT NULL AS repeats
    FROM (SELECT *, coalesce(id, path) AS article, if(id IS NULL, record, 0) AS number FROM part) AS found
    LEFT JOIN (
        SELECT DISTINCT coalesce(id, path) AS path, if(id IS NULL, record, 0) AS number
        FROM part GROUP BY coalesce(id, path), if(id IS NULL, record, 0), fingerprint HAVING count(*) > 1
    ) AS repeated ON found.article = repeated.path AND found.number = repeated.number
    ORDER BY article, found.number, start, "end", rule, message, key, nth
"""


def finalize(
    job: Job, ranges: Sequence[FileRange], findings: int, input_digest: str, in_child_process: bool = False
) -> Manifest:
    """Write the findings of comparing to one file and return their counts. `in_child_process` has no effect.

    `ranges` are the files of all partitions, `findings` is the number of rows in them.
    """
    counts = _Counts()
    rows = 0
    with (
        open_atomic(join_path(job.out, CROSS_FILE)) as stream,
        pq.ParquetWriter(stream, SCHEMA, compression="zstd") as out,
    ):
        buffered: list[pa.Table] = []
        for table in _tables(ranges, findings):
            counts.add(table)
            rows += table.num_rows
            buffered.append(table)
            if sum(one.num_rows for one in buffered) >= BUFFERED_ROWS:
                out.write_table(pa.concat_tables(buffered))
                buffered = []
        if buffered:
            out.write_table(pa.concat_tables(buffered))
    if not rows:
        remove(join_path(job.out, CROSS_FILE))
    return counts.manifest(input_digest, rows)


def _tables(ranges: Sequence[FileRange], findings: int) -> Iterator[pa.Table]:
    """Yield the findings in order, whole articles at once."""
    for one in ranges:
        with TemporaryDirectory(prefix="newslint-corpus-") as folder, open_database(one.files, folder) as database:
            for buckets in bucket_ranges(findings * (one.end - one.first) // BUCKETS, one.first, one.end):
                for part in read_parts(database, one.files, buckets, folder):
                    found = part.relation.query("part", QUERY)
                    read = getattr(found, "to_arrow_table", None) or found.fetch_arrow_table  # its name in DuckDB 1.4
                    yield from _merged(read())


def _merged(table: pa.Table) -> Iterator[pa.Table]:
    """Yield the rows of sorted findings, each once, with its final fingerprint."""
    start = 0
    for repeats, group in groupby(table["repeats"].to_pylist()):
        length = sum(1 for _ in group)
        rows = table.slice(start, length)
        start += length
        if not repeats:  # the usual case: nothing to merge or to count
            yield rows.select(SCHEMA.names).cast(SCHEMA)
            continue
        columns = [rows[name].to_pylist() for name in CrossFindingRow._fields]
        found = map(make_cross_finding_row, zip(*columns, strict=True))
        merged = [row for _, article in groupby(found, article_key) for row in _merge_article(list(article))]
        arrays = map(pa.array, zip(*merged, strict=True), SCHEMA.types)
        yield pa.Table.from_arrays(list(arrays), schema=SCHEMA)


def _merge_article(rows: list[CrossFindingRow]) -> Iterable[DiagnosticRow]:
    diagnostics = [diagnostic_of(row) for row in rows]
    row_of: dict[object, CrossFindingRow] = {}
    for diagnostic, row in zip(diagnostics, rows, strict=True):
        row_of.setdefault(sort_key(diagnostic), row)  # several records may have one id
    for diagnostic in merge_and_fingerprint(sorted(diagnostics, key=sort_key)):
        yield diagnostic_row(diagnostic, article_columns(row_of[sort_key(diagnostic)]))


class _Counts:
    """The counts of findings, by what the summary has."""

    def __init__(self) -> None:
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.articles_by_rule: Counter[str] = Counter()
        self.groups: dict[str, tuple[int, int]] = {}
        self.days: dict[str, tuple[int, int]] = {}

    def add(self, table: pa.Table) -> None:
        """Add findings, those of an article at once."""
        self.rules.update(_counts_of(table, "rule"))
        self.severities.update(_counts_of(table, "severity"))
        add_counts(self.groups, {name: (0, count) for name, count in _counts_of(table, "group").items()})
        add_counts(self.days, {name: (0, count) for name, count in _counts_of(table, "day").items()})
        number = pc.if_else(pc.is_null(table["id"]), table["record"], 0)
        article = pc.coalesce(table["id"], table["path"])
        articles = pa.table({"article": article, "number": number, "rule": table["rule"]})
        self.articles_by_rule.update(_counts_of(articles.group_by(articles.schema.names).aggregate([]), "rule"))

    def manifest(self, input_digest: str, findings: int) -> Manifest:
        """Return the counts as those of a unit."""
        return Manifest(
            CROSS,
            input_digest,
            findings=findings,
            files=(CROSS_FILE,) if findings else (),
            rules=dict(self.rules),
            severities=dict(self.severities),
            articles_by_rule=dict(self.articles_by_rule),
            groups=self.groups,
            days=self.days,
        )


def _counts_of(table: pa.Table, name: str) -> dict[Any, int]:
    counts = table[name].value_counts()
    return dict(zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True))
