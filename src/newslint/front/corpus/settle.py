"""The last step of comparing: findings in order, one of each, with their fingerprints."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from newslint.engine.diagnose import Seal
from newslint.front.corpus.buckets import rows_of, spread
from newslint.front.corpus.stores import below, remove
from newslint.front.corpus.tables import CONCLUDED, DIAGNOSTICS, Table, article_of
from newslint.front.corpus.values import Job, Manifest, added
from newslint.model import Place, Position

CROSS = "cross"  # the name of what is found by comparing, where units have theirs
ARTICLE = "coalesce(id, path), if(id IS NULL, record, 0)"  # as `article_of` has it
# What one finding has in common, whatever keys it came under.
SAME = ("start", "end", "line", "column", "end_line", "end_column", "rule", "message", "match", "context")


class Concluded(NamedTuple):
    """What came of a part: findings, where they are, and what broke."""

    findings: int
    location: str
    failures: dict[str, int]


def settle(job: Job, parts: Sequence[Concluded], stamp: str, isolated: bool = False) -> Manifest:
    """Put what all parts concluded in order, one finding once, and give it its fingerprints."""
    rules: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    groups: dict[str, tuple[int, int]] = {}
    days: dict[str, tuple[int, int]] = {}
    name = below("diagnostics", f"{CROSS}.parquet")
    with Table(below(job.out, name), DIAGNOSTICS) as table:
        for article in _articles(parts):
            seal, seen = Seal(), set()
            for _, same in groupby(article, itemgetter(*SAME)):
                row, *others = same
                if others:
                    row["related"] = _united([one["related"] for one in (row, *others)])
                row["fingerprint"] = seal.fingerprint(row["rule"], _place(row))
                table.add(tuple(row[column] for column in DIAGNOSTICS.names))
                rules[row["rule"]] += 1
                severities[row["severity"]] += 1
                seen.add(row["rule"])
                added(groups, {row["group"]: (0, 1)})
                added(days, {row["day"]: (0, 1)})
            touched.update(seen)
    if not table.count:
        remove(below(job.out, name))
    return Manifest(
        CROSS,
        stamp,
        findings=table.count,
        files=(name,) if table.count else (),
        rules=dict(rules),
        severities=dict(severities),
        touched=dict(touched),
        groups=groups,
        days=days,
    )


def _articles(parts: Sequence[Concluded]) -> Iterator[list[dict[str, Any]]]:
    """The findings of one article after the other, in order."""
    files = [part.location for part in parts]
    for buckets in spread(sum(part.findings for part in parts)) if files else ():
        rows = (dict(zip(CONCLUDED.names, row, strict=True)) for row in rows_of(files, buckets, ARTICLE))
        for _, article in groupby(rows, _article):
            yield sorted(article, key=itemgetter(*SAME, "key", "nth"))


def _article(row: dict[str, Any]) -> tuple[str, int | None]:
    return article_of(row["id"], row["path"], row["record"])


def _place(row: dict[str, Any]) -> Place:
    start, end = (
        Position(row["line"], row["column"], row["start"]),
        Position(row["end_line"], row["end_column"], row["end"]),
    )
    return Place(*_article(row), start, end, row["match"], row["context"])


def _united(related: Sequence[str]) -> str:
    """The related places of one finding that came under several keys, each once."""
    places = {json.dumps(place): place for each in related for place in json.loads(each)}
    return json.dumps(list(places.values()), ensure_ascii=False)
