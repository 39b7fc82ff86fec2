"""The formats `json` (one document) and `jsonl` (one object a line)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Location, Position, ReportContext
from newslint.reporters.columns import column

SCHEMA = 1


def diagnostic_to_json(diagnostic: Diagnostic, report: ReportContext) -> dict[str, Any]:
    """A finding as JSON, the same in both formats."""
    where, fix = diagnostic.location, diagnostic.fix
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "path": where.path,
        "record": where.record,
        "start": _position(where, where.start, report),
        "end": _position(where, where.end, report),
        "match": diagnostic.match,
        "related": [
            {
                "path": other.location.path,
                "record": other.location.record,
                "message": other.message,
                "start": _position(other.location, other.location.start, report),
                "end": _position(other.location, other.location.end, report),
            }
            for other in diagnostic.related
        ],
        "fix": fix
        and {
            "title": fix.title,
            "safe": fix.safe,
            "edits": [{"start": span[0], "end": span[1], "text": text} for span, text in fix.edits],
        },
        "fingerprint": diagnostic.fingerprint,
        "url": report.rule_info(diagnostic.rule).url,
    }


def _position(place: Location, position: Position, report: ReportContext) -> dict[str, int]:
    return {"line": position.line, "column": column(place, position, report), "offset": position.offset}


def _dump(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


class JsonLinesReporter:
    """For programs that read as they go."""

    name: ClassVar[str] = "jsonl"

    def report(self, diagnostics: Iterable[Diagnostic], report: ReportContext) -> Iterator[str]:
        """A line for each."""
        for diagnostic in diagnostics:
            yield _dump(diagnostic_to_json(diagnostic, report)) + "\n"


class JsonReporter:
    """For programs that want it whole: `{"schema": 1, "findings": [...], "failures": [...]}`."""

    name: ClassVar[str] = "json"

    def report(self, diagnostics: Iterable[Diagnostic], report: ReportContext) -> Iterator[str]:
        """One document, a finding a line in it."""
        yield f'{{"schema": {SCHEMA}, "findings": ['
        lead = "\n"
        for diagnostic in diagnostics:
            yield lead + _dump(diagnostic_to_json(diagnostic, report))
            lead = ",\n"
        failures = [failure._asdict() for failure in report.failures]
        yield f'\n], "failures": {_dump(failures)}}}\n'
