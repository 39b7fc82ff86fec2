"""The rows of findings and facts in Parquet: their types, and the way from and to the engine's values."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import blake2b
from typing import Any

from newslint.batch.table import Bucket
from newslint.model import Diagnostic, Edit, Fix, LocatedFact, Location, Position, RelatedInformation, Severity, Span
from newslint.named_tuple import NamedTuple
from newslint.reporters.json import fix_to_json, related_to_json

BUCKETS = 1 << 16  # facts of one key, and cross-article findings in one article, share a bucket
CROSS = "cross"  # the name of the results of comparing, as units have names


class ArticleColumns(NamedTuple):
    """The columns that name the article of a row."""

    id: str | None
    path: str
    record: int | None
    group: str
    day: str


class DiagnosticRow(NamedTuple):
    """A finding. Positions are code points; `fix` and `related` are JSON, as `newslint --format json` writes it."""

    id: str | None
    rule: str
    severity: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    match: str
    fix: str | None
    fingerprint: str
    related: str
    path: str
    record: int | None
    group: str
    day: str


class FactRow(NamedTuple):
    """A fact; `value` is JSON."""

    bucket: Bucket
    rule: str
    key: str
    value: str
    match: str
    context: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    id: str | None
    path: str
    record: int | None
    group: str
    day: str


class CrossFindingRow(NamedTuple):
    """A finding of comparing, before duplicates are merged: a DiagnosticRow between its bucket and its origin."""

    bucket: Bucket
    id: str | None
    rule: str
    severity: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    match: str
    fix: str | None
    fingerprint: str
    related: str
    path: str
    record: int | None
    group: str
    day: str
    context: str
    key: str
    nth: int  # among the findings of the key


AnyRow = DiagnosticRow | FactRow | CrossFindingRow

# From an iterable of all columns; faster than `_make`, which matters for facts.
make_fact_row = partial(tuple.__new__, FactRow)
make_cross_finding_row = partial(tuple.__new__, CrossFindingRow)


def bucket_of(*names: str) -> Bucket:
    """Return the bucket of a fact's rule and key, or of a finding's article; the same on every machine."""
    content = "\0".join(names).encode("utf-8", "surrogatepass")
    return Bucket(int.from_bytes(blake2b(content, digest_size=2).digest(), "big"))


def article_key(row: AnyRow | ArticleColumns) -> tuple[str, int | None]:
    """Return the path and record of an article's locations: of an article with an id that id alone."""
    return (row.path, row.record) if row.id is None else (row.id, None)


def article_columns(row: AnyRow) -> ArticleColumns:
    """Return the columns that name the article of a row."""
    return ArticleColumns(row.id, row.path, row.record, row.group, row.day)


def diagnostic_row(diagnostic: Diagnostic, article: ArticleColumns) -> DiagnosticRow:
    """Return the row of a finding."""
    start, end = diagnostic.location.start, diagnostic.location.end
    return DiagnosticRow(
        article.id,
        diagnostic.rule,
        diagnostic.severity,
        *(start.offset, end.offset, start.line, start.column, end.line, end.column),
        diagnostic.message,
        diagnostic.location.match,
        None if diagnostic.fix is None else _to_json(fix_to_json(diagnostic.fix)),
        diagnostic.fingerprint,
        _to_json([related_to_json(related) for related in diagnostic.related]) if diagnostic.related else "[]",
        article.path,
        article.record,
        article.group,
        article.day,
    )


def cross_finding_row(diagnostic: Diagnostic, article: ArticleColumns, key: str, nth: int) -> CrossFindingRow:
    """Return the row of a finding that comparing the facts of `key` gave."""
    location = diagnostic.location
    bucket = bucket_of(location.path, str(location.record))
    return make_cross_finding_row((bucket, *diagnostic_row(diagnostic, article), location.context_digest, key, nth))


def without_origin(row: CrossFindingRow) -> DiagnosticRow:
    """Return the row of a cross-article finding without its bucket and its origin."""
    return DiagnosticRow._make(row[1:-3])


def fact_rows(facts: Iterable[LocatedFact], article: ArticleColumns) -> Iterator[FactRow]:
    """Yield the rows of an article's facts."""
    last_value: Any = None
    value = "null"
    for fact in facts:
        if fact.value is not last_value:  # rules often collect one value under many keys
            last_value, value = fact.value, json.dumps(fact.value)
        (_, _, start, end, match, context), bucket = fact.location, bucket_of(fact.rule, fact.key)
        positions = start.offset, end.offset, start.line, start.column, end.line, end.column
        yield make_fact_row((bucket, fact.rule, fact.key, value, match, context, *positions, *article))


def fact_of(row: FactRow) -> LocatedFact:
    """Return the fact in a row."""
    return LocatedFact(row.rule, row.key, _location(row), _from_json(row.value)[0])


def diagnostic_of(row: CrossFindingRow) -> Diagnostic:
    """Return the finding in a row."""
    severity: Severity = row.severity  # type: ignore[assignment]
    related = tuple(map(_related, _from_json(row.related)[0]))
    fix = None if row.fix is None else fix_from_json(row.fix)
    return Diagnostic(row.rule, severity, _location(row), row.message, related, fix, row.fingerprint)


def _location(row: FactRow | CrossFindingRow) -> Location:
    start, end = Position(row.line, row.column, row.start), Position(row.end_line, row.end_column, row.end)
    return Location(*article_key(row), start, end, row.match, row.context)


def _related(place: dict[str, Any]) -> RelatedInformation:
    start, end = Position(**place["start"]), Position(**place["end"])
    return RelatedInformation(
        Location(place["path"], place["record"], start, end, place["match"], ""), place["message"]
    )


def fix_from_json(text: str) -> Fix:
    """Return the fix in a row's column."""
    fix = _from_json(text)[0]
    edits = tuple(Edit(Span(edit["start"], edit["end"]), edit["text"]) for edit in fix["edits"])
    return Fix(fix["title"], fix["safe"], edits)


_to_json: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
_from_json = json.JSONDecoder().raw_decode  # the fastest way: the columns hold no white space around values
