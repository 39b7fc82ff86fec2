"""The Parquet files that a unit leaves behind: diagnostics, facts, quarantine."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from hashlib import blake2b
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.front.corpus.stores import replacing
from newslint.model import Diagnostic, Edit, Elsewhere, Fix, Place, Position, SeenFact, Span

ROWS = 2048  # in a row group: one who wants some buckets of facts passes the others over
BUCKETS = 256  # facts are spread over so many; those of one key share a bucket

TEXT, NUMBER = pa.string(), pa.int64()
WHERE = {"id": TEXT, "path": TEXT, "record": NUMBER, "group": TEXT, "day": TEXT}
PLACE = dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column"), NUMBER)
DIAGNOSTICS = pa.schema(
    {"id": TEXT, "rule": TEXT, "severity": TEXT, **PLACE, "message": TEXT, "match": TEXT, "fix": TEXT}
    | {"fingerprint": TEXT, "related": TEXT}
    | WHERE
)
FACTS = pa.schema(
    {"bucket": pa.uint8(), "rule": TEXT, "key": TEXT, "value": TEXT, "match": TEXT, "context": TEXT} | PLACE | WHERE
)
# Findings of comparing, before those that came under two keys are made one.
CONCLUDED = pa.schema({**dict(zip(DIAGNOSTICS.names, DIAGNOSTICS.types, strict=True)), "key": TEXT, "context": TEXT})
QUARANTINE = pa.schema(
    {"path": TEXT, "record": NUMBER, "offset": NUMBER, "id": TEXT, "reason": TEXT, "detail": TEXT}
    | {"raw": pa.binary(), "records": NUMBER}
)


class Table:
    """A Parquet file in the making: rows are held until there are enough, or what they hold is enough."""

    def __init__(self, location: str, schema: pa.Schema, sort: str | None = None, *, held: int = 4096) -> None:
        self.location = location
        self.count = 0
        self._schema, self._sort, self._held = schema, sort, held
        self._rows: list[dict[str, Any]] = []
        self._open = ExitStack()
        self._writer: pq.ParquetWriter | None = None

    def add(self, row: dict[str, Any]) -> None:
        """One more row."""
        self._rows.append(row)
        self.count += 1
        if len(self._rows) >= self._held:
            self._flush()

    def _flush(self) -> None:
        if self._writer is None:
            stream = self._open.enter_context(replacing(self.location))
            self._writer = self._open.enter_context(pq.ParquetWriter(stream, self._schema, compression="zstd"))
        table = pa.Table.from_pylist(self._rows, self._schema)
        if self._sort:
            table = table.sort_by(self._sort)
        self._writer.write_table(table, row_group_size=ROWS)
        self._rows.clear()

    def __enter__(self) -> Table:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None and self._rows:
            self._flush()
        self._open.__exit__(kind, error, trace)


def place_columns(where: Place) -> dict[str, Any]:
    """A place without its article."""
    start, end = where.start, where.end
    return {
        "start": start.offset,
        "end": end.offset,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "match": where.match,
    }


def place_of(row: Mapping[str, Any]) -> Place:
    """The place in a row of facts or findings: an article with an id is known by that alone."""
    path, record = (row["path"], row["record"]) if row["id"] is None else (row["id"], None)
    start = Position(row["line"], row["column"], row["start"])
    end = Position(row["end_line"], row["end_column"], row["end"])
    return Place(path, record, start, end, row["match"], row["context"])


def diagnostic_columns(found: Diagnostic) -> dict[str, Any]:
    """A finding without its article."""
    return {
        "rule": found.rule,
        "severity": found.severity,
        **place_columns(found.where),
        "message": found.message,
        "fix": None if found.fix is None else _json(_fix(found.fix)),
        "fingerprint": found.fingerprint,
        "related": _json([_elsewhere(other) for other in found.related]),
    }


def fact_columns(fact: SeenFact) -> dict[str, Any]:
    """A fact without its article."""
    return {
        "bucket": bucket(fact.rule, fact.key),
        "rule": fact.rule,
        "key": fact.key,
        "value": json.dumps(fact.value),
        "context": fact.where.context,
        **place_columns(fact.where),
    }


def fact_of(row: Mapping[str, Any]) -> SeenFact:
    """The fact in a row."""
    return SeenFact(row["rule"], row["key"], place_of(row), json.loads(row["value"]))


def bucket(rule: str, key: str) -> int:
    """Which bucket a key's facts are in; the same everywhere."""
    return blake2b(f"{rule}\0{key}".encode("utf-8", "surrogatepass"), digest_size=1).digest()[0]


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": span[0], "end": span[1], "text": text} for span, text in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _elsewhere(other: Elsewhere) -> dict[str, Any]:
    where = other.where
    return {
        "path": where.path,
        "record": where.record,
        "message": other.message,
        "start": where.start._asdict(),
        "end": where.end._asdict(),
        "match": where.match,
    }


def diagnostic_of(row: Mapping[str, Any]) -> Diagnostic:
    """The finding in a row that has its context."""
    fix = row["fix"] and json.loads(row["fix"])
    return Diagnostic(
        row["rule"],
        row["severity"],
        place_of(row),
        row["message"],
        tuple(_elsewhere_of(other) for other in json.loads(row["related"])),
        fix and _fix_of(fix),
        row["fingerprint"],
    )


def _fix_of(fix: Mapping[str, Any]) -> Fix:
    edits = [Edit(Span(edit["start"], edit["end"]), edit["text"]) for edit in fix["edits"]]
    return Fix(fix["title"], fix["safe"], tuple(edits))


def _elsewhere_of(other: Mapping[str, Any]) -> Elsewhere:
    start, end = Position(**other["start"]), Position(**other["end"])
    return Elsewhere(Place(other["path"], other["record"], start, end, other["match"], ""), other["message"])


_json: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
