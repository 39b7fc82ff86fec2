"""The Parquet files that a unit leaves behind: diagnostics, facts, quarantine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from hashlib import blake2b
from operator import itemgetter
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.batch.storage import open_atomic
from newslint.corpus.types import QuarantinedRecord
from newslint.model import Diagnostic, Fix, LocatedFact, Location, Position, RelatedInformation

ROWS = 2048  # in a row group, or some more: one who wants some buckets of facts passes the others over
SORTED = 8192  # rows that are sorted at once
BUCKETS = 1 << 16  # facts are spread over so many; those of one key share a bucket

TEXT, NUMBER = pa.string(), pa.int64()
WHERE = {"id": TEXT, "path": TEXT, "record": NUMBER, "group": TEXT, "day": TEXT}
PLACE = dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column"), NUMBER)
DIAGNOSTICS = pa.schema(
    {"id": TEXT, "rule": TEXT, "severity": TEXT, **PLACE, "message": TEXT, "match": TEXT, "fix": TEXT}
    | {"fingerprint": TEXT, "related": TEXT}
    | WHERE
)
FACTS = pa.schema(
    {"bucket": pa.uint16(), "rule": TEXT, "key": TEXT, "value": TEXT, "match": TEXT, "context": TEXT} | PLACE | WHERE
)
# Findings of comparing, before those that came under two keys are made one.
CROSS_FINDINGS = pa.schema([("bucket", pa.uint16()), *DIAGNOSTICS, ("context", TEXT), ("key", TEXT), ("nth", NUMBER)])
QUARANTINE = pa.schema(
    {"path": TEXT, "record": NUMBER, "offset": NUMBER, "id": TEXT, "reason": TEXT, "detail": TEXT}
    | {"raw": pa.binary(), "records": NUMBER}
)
Row = tuple[Any, ...]  # in the order of its schema


class ArticleColumns(NamedTuple):
    """The article of a row, as the corpus knows it."""

    id: str | None
    path: str
    record: int | None
    group: str
    day: str


class BufferedParquetWriter:
    """A Parquet file in the making: rows are held until there are enough.

    With `sort` more of them, which are sorted by the first column: who wants some buckets finds them side by side.
    """

    def __init__(self, location: str, schema: pa.Schema, *, sort: bool = False, held: int = ROWS) -> None:
        self.location = location
        self.count = 0
        self._schema, self._sort, self._held = schema, sort, SORTED if sort else held
        self._rows: list[Row] = []
        self._open = ExitStack()
        self._writer: pq.ParquetWriter | None = None

    def add(self, *rows: Row) -> None:
        """Some more rows."""
        self._rows += rows
        self.count += len(rows)
        if len(self._rows) >= self._held:
            self._flush()

    def _flush(self) -> None:
        if self._writer is None:
            stream = self._open.enter_context(open_atomic(self.location))
            self._writer = self._open.enter_context(pq.ParquetWriter(stream, self._schema, compression="zstd"))
        if self._sort:
            self._rows.sort(key=itemgetter(0))
        count = max(1, len(self._rows) // ROWS) if self._sort else 1
        size = -(-len(self._rows) // count)
        for start in range(0, len(self._rows), size):
            columns = map(pa.array, zip(*self._rows[start : start + size], strict=True), self._schema.types)
            table = pa.Table.from_arrays(list(columns), schema=self._schema)
            self._writer.write_table(table, row_group_size=size)
        self._rows.clear()

    def __enter__(self) -> BufferedParquetWriter:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None and self._rows:
            self._flush()
        self._open.__exit__(kind, error, trace)


def diagnostic_row(found: Diagnostic, known: ArticleColumns) -> Row:
    """A finding, as DIAGNOSTICS has it."""
    return (
        known.id,
        found.rule,
        found.severity,
        *_positions(found.location),
        found.message,
        found.location.match,
        None if found.fix is None else _json(_fix(found.fix)),
        found.fingerprint,
        _json([_elsewhere(other) for other in found.related]) if found.related else "[]",
        *known[1:],
    )


def concluded_row(found: Diagnostic, known: ArticleColumns, key: str, nth: int) -> Row:
    """One of the findings that a key gave, as CONCLUDED has it."""
    where = found.location
    return bucket(where.path, str(where.record)), *diagnostic_row(found, known), where.context_digest, key, nth


def fact_rows(facts: Iterable[LocatedFact], known: ArticleColumns) -> Iterator[Row]:
    """An article's facts, as FACTS has them."""
    before: Any = None
    value = "null"
    for fact in facts:
        if fact.value is not before:  # one value is often gathered under many keys
            before, value = fact.value, json.dumps(fact.value)
        where = fact.location
        of_key = (bucket(fact.rule, fact.key), fact.rule, fact.key)
        yield *of_key, value, where.match, where.context_digest, *_positions(where), *known


def bad_row(path: str, bad: QuarantinedRecord) -> Row:
    """What is in quarantine, as QUARANTINE has it."""
    return path, *bad


def article_key(identity: str | None, path: str, record: int | None) -> tuple[str, int | None]:
    """What findings know an article by: one with an id by that alone."""
    return (path, record) if identity is None else (identity, None)


def fact_of(row: Row) -> LocatedFact:
    """The fact in a row."""
    _, rule, key, value, match, context, start, end, line, column, end_line, end_column, *known = row
    first, last = Position(line, column, start), Position(end_line, end_column, end)
    return LocatedFact(rule, key, Location(*article_key(*known[:3]), first, last, match, context), _read(value)[0])


def _positions(where: Location) -> tuple[int, ...]:
    start, end = where.start, where.end
    return start.offset, end.offset, start.line, start.column, end.line, end.column


def bucket(*names: str) -> int:
    """Which bucket the facts of a key, or the findings in an article, are in; the same everywhere."""
    return int.from_bytes(blake2b("\0".join(names).encode("utf-8", "surrogatepass"), digest_size=2).digest(), "big")


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": span[0], "end": span[1], "text": text} for span, text in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _elsewhere(other: RelatedInformation) -> dict[str, Any]:
    where = other.location
    return {
        "path": where.path,
        "record": where.record,
        "message": other.message,
        "start": where.start._asdict(),
        "end": where.end._asdict(),
        "match": where.match,
    }


_json: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
_read = json.JSONDecoder().raw_decode  # of what stands here nothing has white space around it
