"""The last step of comparing: findings in order, one of each, with their fingerprints."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from newslint.batch.storage import join_path, remove
from newslint.corpus.buckets import ranges, rows_of
from newslint.corpus.tables import CROSS_FINDINGS, DIAGNOSTICS, ROWS, BufferedParquetWriter, Row, article_key
from newslint.corpus.types import Job, Manifest, add_counts
from newslint.engine.diagnostics import Fingerprinter
from newslint.model import Location, Position

CROSS = "cross"  # the name of what is found by comparing, where units have theirs
ARTICLE = "coalesce(id, path), if(id IS NULL, record, 0)"  # as `article_of` has it
AT = {name: number for number, name in enumerate(CROSS_FINDINGS.names)}
# What one finding has in common, whatever keys it came under.
SAME = ("start", "end", "line", "column", "end_line", "end_column", "rule", "message", "match", "context")
FINDING = slice(AT["id"], AT["context"])  # the columns of DIAGNOSTICS
FINGERPRINT, RELATED = AT["fingerprint"], AT["related"]


def at(*names: str) -> Callable[[Row], tuple[Any, ...]]:
    """What gets the values of some columns."""
    return itemgetter(*(AT[name] for name in names))


ORDER, DUPLICATE_KEY, ARTICLE_COLUMNS = at(*SAME, "key", "nth"), at(*SAME), at("id", "path", "record")
COUNT_COLUMNS = at("rule", "severity", "group", "day")
PLACE = at("line", "column", "start", "end_line", "end_column", "end", "match", "context")


class PartitionResult(NamedTuple):
    """What came of a part: findings, where they are, and what broke."""

    findings: int
    location: str
    failures: dict[str, int]


def finalize(job: Job, parts: Sequence[PartitionResult], stamp: str, isolated: bool = False) -> Manifest:
    """Put what all parts concluded in order, one finding once, and give it its fingerprints."""
    rules: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    groups: dict[str, tuple[int, int]] = {}
    days: dict[str, tuple[int, int]] = {}
    name = join_path("diagnostics", f"{CROSS}.parquet")
    # In few row groups, since what is known of each is held until the last is written: some 20 KB.
    with BufferedParquetWriter(join_path(job.out, name), DIAGNOSTICS, held=4 * ROWS) as table:
        for article in _articles(parts):
            rows = list(_deduplicated(article))
            table.add(*[row[FINDING] for row in rows])
            for row in rows:
                rule, severity, group, day = COUNT_COLUMNS(row)
                rules[rule] += 1
                severities[severity] += 1
                add_counts(groups, {group: (0, 1)})
                add_counts(days, {day: (0, 1)})
            touched.update({row[AT["rule"]] for row in rows})
    if not table.count:
        remove(join_path(job.out, name))
    return Manifest(
        CROSS,
        stamp,
        findings=table.count,
        files=(name,) if table.count else (),
        rules=dict(rules),
        severities=dict(severities),
        articles_by_rule=dict(touched),
        groups=groups,
        days=days,
    )


def _articles(parts: Sequence[PartitionResult]) -> Iterator[list[Row]]:
    """The findings of one article after the other, in order."""
    files = [part.location for part in parts]
    for buckets in ranges(sum(part.findings for part in parts)) if files else ():
        for _, article in groupby(rows_of(files, buckets, ARTICLE), lambda row: article_key(*ARTICLE_COLUMNS(row))):
            yield sorted(article, key=ORDER)


def _deduplicated(rows: list[Row]) -> Iterator[Row]:
    """Each finding of an article once, with its fingerprint: that counts where the same words are found again."""
    if len({row[FINGERPRINT] for row in rows}) == len(rows):  # as nearly always
        yield from rows
        return
    seal = Fingerprinter()
    for _, same in groupby(rows, DUPLICATE_KEY):
        row, *others = same
        values = list(row)
        if others:
            values[RELATED] = _united([one[RELATED] for one in (row, *others)])
        values[FINGERPRINT] = seal.fingerprint(row[AT["rule"]], _place(row))
        yield tuple(values)


def _place(row: Row) -> Location:
    line, column, start, end_line, end_column, end, match, context = PLACE(row)
    ends = Position(line, column, start), Position(end_line, end_column, end)
    return Location(*article_key(*ARTICLE_COLUMNS(row)), *ends, match, context)


def _united(related: Sequence[str]) -> str:
    """The related places of one finding that came under several keys, each once."""
    places = {json.dumps(place): place for each in related for place in json.loads(each)}
    return json.dumps(list(places.values()), ensure_ascii=False)
