"""Compares articles: facts grouped by key, concluded, and made one where one finding came under several keys.

The facts stand in Parquet, so no engine moves them: each task takes the buckets of keys that are its part of all, and
sorts them by key without holding them all. What they conclude is small beside, and is put in order at the end.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from uuid import uuid4

from newslint.engine.conclude import compare as compared
from newslint.engine.diagnose import Seal
from newslint.front.corpus.engines import Engine, Task, ran
from newslint.front.corpus.linter import linter
from newslint.front.corpus.stores import below, read, remove, write
from newslint.front.corpus.tables import (
    BUCKETS,
    CONCLUDED,
    DIAGNOSTICS,
    Known,
    Row,
    Table,
    article_of,
    diagnostic_row,
    fact_of,
)
from newslint.front.corpus.values import Job, Manifest, added, count_failure
from newslint.model import Failure, Place, Position

EACH = 100_000  # facts in a part: they are sorted in memory
MEMORY = "100MB"  # of a sort; what is more goes to the disk
CROSS = "cross"  # the name of what is found by comparing, where units have theirs

ARTICLE = "coalesce(id, path), if(id IS NULL, record, 0)"  # as `article_of` has it
# What one finding has in common, whatever keys it came under.
SAME = ("start", "end", "line", "column", "end_line", "end_column", "rule", "message", "match", "context")


class Part(NamedTuple):
    """Some buckets of keys, and the files that may have facts in them."""

    first: int
    last: int
    files: tuple[str, ...]
    run: str  # its results are this run's alone, should two be at it at once


def compare(job: Job, engine: Engine, files: Sequence[str], facts: int, stamp: str) -> Manifest:
    """Conclude over all facts; the findings are in `diagnostics/cross.parquet`."""
    parts = min(BUCKETS, 1 + facts // EACH) if files else 0
    edges = [BUCKETS * number // max(1, parts) for number in range(parts + 1)]
    run = uuid4().hex[:12]
    work = [Part(first, last, tuple(files), run) for first, last in pairwise(edges)]
    failures: Counter[str] = Counter()
    written = []
    for done in ran(engine, [Task(conclude_part, (job, part)) for part in work]):
        if done.error:
            failures[f"comparing: buckets {done.task.arguments[1][:2]}: {done.error}"] += 1
            continue
        name, broken = done.value
        failures.update(broken)
        written += [name] if name else []
    manifest = Manifest(CROSS, stamp)
    # By a task as well, since whoever drives has no need of DuckDB otherwise.
    for done in ran(engine, [Task(settle, (job, tuple(sorted(written)), stamp))]):
        if done.error:
            failures[f"comparing: {done.error}"] += 1
        else:
            manifest = done.value
    for name in written:
        remove(name)
    return manifest._replace(failures=dict(failures))


def conclude_part(job: Job, part: Part, isolated: bool = False) -> tuple[str, dict[str, int]]:
    """Conclude over the keys of a part: where the findings are, and what broke. `isolated` means nothing here."""
    failures: Counter[str] = Counter()
    rules = {rule.name: [rule] for rule in linter(job).session.rules}
    location = below(job.out, "_compare", f"{part.run}-{part.first:03d}.parquet")
    with Table(location, CONCLUDED) as table:
        rows = _sorted(part.files, f"bucket >= {part.first} AND bucket < {part.last}", "rule, key, path, record")
        for (rule, key), group in groupby(rows, itemgetter(1, 2)):
            given = list(group)
            facts = [fact_of(row) for row in given]
            broken: list[Failure] = []
            found = list(compared(rules[rule], facts, broken, debug=job.settings.debug))
            for failure in broken:
                count_failure(failures, failure)
            if found:
                known = {fact.where: Known(*row[-5:]) for fact, row in zip(facts, given, strict=True)}
                for nth, one in enumerate(found):
                    table.add((*diagnostic_row(one, known[one.where]), one.where.context, key, nth))
    return location if table.count else "", dict(failures)


def settle(job: Job, files: tuple[str, ...], stamp: str, isolated: bool = False) -> Manifest:
    """Put what all parts concluded in order, one finding once, and give it its fingerprints."""
    rules: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    groups: dict[str, tuple[int, int]] = {}
    days: dict[str, tuple[int, int]] = {}
    location = below(job.out, "diagnostics", f"{CROSS}.parquet")
    order = ", ".join((ARTICLE, *(f'"{name}"' for name in SAME), "key, nth"))
    rows = (dict(zip(CONCLUDED.names, row, strict=True)) for row in _sorted(files, "true", order))
    with Table(location, DIAGNOSTICS) as table:
        for _, article in groupby(rows, _article):
            seal, seen = Seal(), set()
            for _, same in groupby(article, itemgetter(*SAME)):
                row, *others = same
                if others:
                    row["related"] = _united([one["related"] for one in (row, *others)])
                row["fingerprint"] = seal.fingerprint(row["rule"], _place(row))
                table.add(tuple(row[name] for name in DIAGNOSTICS.names))
                rules[row["rule"]] += 1
                severities[row["severity"]] += 1
                seen.add(row["rule"])
                added(groups, {row["group"]: (0, 1)})
                added(days, {row["day"]: (0, 1)})
            touched.update(seen)
    if not table.count:
        remove(location)
    count, there = table.count, (below("diagnostics", f"{CROSS}.parquet"),) if table.count else ()
    return Manifest(
        CROSS,
        stamp,
        findings=count,
        files=there,
        rules=dict(rules),
        severities=dict(severities),
        touched=dict(touched),
        groups=groups,
        days=days,
    )


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


def _sorted(files: Sequence[str], condition: str, order: str) -> Iterator[Row]:
    """Rows of Parquet files in an order, as they come."""
    if not files:
        return
    import duckdb  # here, since a process that only lints or drives has no need of it

    with (
        TemporaryDirectory(prefix="newslint-corpus-") as spill,
        duckdb.connect(config={"memory_limit": MEMORY, "threads": 1, "temp_directory": spill}) as database,
    ):
        database.execute("SET preserve_insertion_order = false")  # it is given by the query
        for protocol in {name.split("://")[0] for name in files if "://" in name}:
            import fsspec

            database.register_filesystem(fsspec.filesystem(protocol))
        rows = database.read_parquet(list(files)).filter(condition).order(order)
        reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_record_batch  # as DuckDB 1.4 calls it
        for batch in reader(1024):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def kept(job: Job, stamp: str) -> Manifest | None:
    """What comparing these facts gave in an earlier run."""
    try:
        found = Manifest(**json.loads(read(below(job.out, "_compare", "done.json"))))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.stamp == stamp else None


def keep(job: Job, manifest: Manifest) -> None:
    """For the next run."""
    write(below(job.out, "_compare", "done.json"), json.dumps(manifest._asdict()).encode())
