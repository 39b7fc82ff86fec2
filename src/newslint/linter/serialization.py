"""Results as bytes, for other processes and temporary files.

`marshal` writes plain tuples several times as fast as `pickle` writes named tuples, and reading them runs no code of a
plugin. A string of a plugin's own class becomes a plain one. The same Python reads the bytes.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from typing import Any

from newslint.linter.lint_file import FileResult
from newslint.model import (
    CheckResult,
    Diagnostic,
    Edit,
    Failure,
    Fix,
    LocatedFact,
    Location,
    RelatedInformation,
    Statistics,
    make_located_fact,
    make_location,
    make_position,
    make_span,
)


def to_bytes(values: Sequence[Any]) -> bytes:
    """Return diagnostics, facts, or results of files as bytes. Raises TypeError for what is no data."""
    plain = [_to_plain(value) for value in values]
    try:
        return marshal.dumps(plain)
    except ValueError:  # a value of a type that marshal does not know
        return marshal.dumps(_plain_data(plain))


def from_bytes(data: bytes | memoryview) -> list[Any]:
    """Return the values of which `to_bytes` made the bytes."""
    return [_from_plain(value) for value in marshal.loads(data)]


def _plain_data(value: Any) -> Any:
    """Return data without values of a plugin's own types. Raises TypeError for another object."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, tuple):
        return tuple(map(_plain_data, tuple.__iter__(value)))
    if isinstance(value, list):
        return list(map(_plain_data, list.__iter__(value)))
    if isinstance(value, dict):
        return {_plain_data(key): _plain_data(item) for key, item in dict.items(value)}
    raise TypeError(f"a plugin returned an object of the type {type(value).__name__} within a finding or a fact")


def _to_plain(value: Diagnostic | LocatedFact | FileResult) -> tuple[Any, ...]:
    """Return a value in tuples without names; their length tells its type."""
    if isinstance(value, LocatedFact):
        return value.rule, value.key, _plain_location(value.location), value.value
    if isinstance(value, Diagnostic):
        related = [(_plain_location(location), message) for location, message in value.related]
        fix = value.fix and (value.fix.title, value.fix.safe, [(*span, text) for span, text in value.fix.edits])
        location = _plain_location(value.location)
        return value.rule, value.severity, location, value.message, related, fix, value.fingerprint
    return value.articles, [_plain_result(result) for result in value.results]


def _from_plain(plain: tuple[Any, ...]) -> Diagnostic | LocatedFact | FileResult:
    if len(plain) == 4:
        rule, key, location, value = plain
        fact: LocatedFact = make_located_fact((rule, key, _location(location), value))
        return fact
    if len(plain) == 7:
        rule, severity, location, message, related, fix, fingerprint = plain
        places = tuple([RelatedInformation(_location(place), text) for place, text in related]) if related else ()
        if fix:
            title, safe, edits = fix
            fix = Fix(title, safe, tuple([Edit(make_span((start, end)), text) for start, end, text in edits]))
        return Diagnostic(rule, severity, _location(location), message, places, fix, fingerprint)
    articles, results = plain
    return FileResult(articles, tuple([_result(*result) for result in results]))


def _plain_location(location: Location) -> tuple[Any, ...]:
    path, record, start, end, match, context_digest = location
    return path, record, *start, *end, match, context_digest


def _location(plain: tuple[Any, ...]) -> Location:
    path, record, line, column, offset, end_line, end_column, end_offset, match, context_digest = plain
    start, end = make_position((line, column, offset)), make_position((end_line, end_column, end_offset))
    location: Location = make_location((path, record, start, end, match, context_digest))
    return location


def _plain_result(result: CheckResult) -> tuple[Any, ...]:
    statistics = result.statistics and tuple(map(dict, result.statistics))
    failures = list(map(tuple, result.failures))
    return [*map(_to_plain, result.diagnostics)], [*map(_to_plain, result.facts)], failures, statistics


def _result(diagnostics: Iterable[Any], facts: Iterable[Any], failures: Iterable[Any], statistics: Any) -> CheckResult:
    return CheckResult(
        tuple(map(_from_plain, diagnostics)),  # type: ignore[arg-type]
        tuple(map(_from_plain, facts)),  # type: ignore[arg-type]
        tuple([Failure(*failure) for failure in failures]),
        Statistics(*statistics) if statistics else None,
    )
