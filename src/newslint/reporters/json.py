"""The formats `json` (one document) and `jsonl` (one object per line)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Fix, Location, Position, RelatedInformation, ReportContext
from newslint.reporters.columns import column
from newslint.reporters.escaping import exact_json_text

SCHEMA = 1


def diagnostic_to_json(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    """Return a finding as a JSON object; both formats write the same."""
    location = diagnostic.location
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "path": location.path,
        "record": location.record,
        "start": _position_to_json(location, location.start, context),
        "end": _position_to_json(location, location.end, context),
        "match": diagnostic.match,
        "related": [related_to_json(related, context) for related in diagnostic.related],
        "fix": fix_to_json(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
        "url": context.rule_info(diagnostic.rule).url,
    }


def fix_to_json(fix: Fix) -> dict[str, Any]:
    """Return a fix as a JSON object. Its edits hold offsets in code points."""
    edits = [{"start": span[0], "end": span[1], "text": text} for span, text in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def related_to_json(related: RelatedInformation, context: ReportContext | None = None) -> dict[str, Any]:
    """Return a related location as a JSON object. Without a `context`, columns count code points."""
    location = related.location
    return {
        "path": location.path,
        "record": location.record,
        "message": related.message,
        "start": _position_to_json(location, location.start, context),
        "end": _position_to_json(location, location.end, context),
        "match": location.match,
    }


def _position_to_json(location: Location, position: Position, context: ReportContext | None) -> dict[str, int]:
    in_unit = position.column if context is None else column(location, position, context)
    return {"line": position.line, "column": in_unit, "offset": position.offset}


class JsonLinesReporter:
    """The `jsonl` format, for programs that read while newslint runs."""

    name: ClassVar[str] = "jsonl"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield a line for each finding."""
        for diagnostic in diagnostics:
            yield exact_json_text(diagnostic_to_json(diagnostic, context)) + "\n"


class JsonReporter:
    """The `json` format, for programs that read one document: `{"schema": 1, "findings": […], "failures": […]}`."""

    name: ClassVar[str] = "json"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one document, with a finding on each line."""
        yield f'{{"schema": {SCHEMA}, "findings": ['
        lead = "\n"
        for diagnostic in diagnostics:
            yield lead + exact_json_text(diagnostic_to_json(diagnostic, context))
            lead = ",\n"
        failures = [failure._asdict() for failure in context.failures]
        yield f'\n], "failures": {exact_json_text(failures)}}}\n'
