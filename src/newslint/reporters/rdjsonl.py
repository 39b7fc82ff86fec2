"""The `rdjsonl` format: Reviewdog Diagnostic Format, one diagnostic a line, its columns in bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Failure, Location, ReportContext, Span
from newslint.reporters.escaping import json_text
from newslint.reporters.locations import (
    failure_message,
    file_region,
    message_with_record,
    position_near,
    text_if_fixable,
)

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
SOURCE = {"name": "newslint"}
LONGEST = 16_000  # bytes of a suggestion: reviewdog stops reading at a line of 64 KiB, and keeps silent about it


class RdjsonlReporter:
    """For reviewdog, which filters by a change and comments on it."""

    name: ClassVar[str] = "rdjsonl"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """A line for each, and then one for each failure. One that belongs to no file has no place in it."""
        for diagnostic in diagnostics:
            yield json_text(_diagnostic(diagnostic, context)) + "\n"
        for failure in context.failures:
            if failure.path is not None:
                yield json_text(_failure(failure, failure.path)) + "\n"


def _diagnostic(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    where = diagnostic.location
    code = {"value": diagnostic.rule}
    url = context.rule_info(diagnostic.rule).url
    if url is not None:
        code["url"] = url
    shaped: dict[str, Any] = {
        "message": message_with_record(where, diagnostic.message, context),
        "location": _location(where, context),
        "severity": SEVERITIES[diagnostic.severity],
        "source": SOURCE,
        "code": code,
    }
    suggestions = list(_suggestions(diagnostic, context))
    if suggestions:
        shaped["suggestions"] = suggestions
    if diagnostic.related:
        shaped["related_locations"] = [
            {"message": message_with_record(place, message, context), "location": _location(place, context)}
            for place, message in diagnostic.related
        ]
    return shaped


def _location(place: Location, context: ReportContext) -> dict[str, Any]:
    return {"path": place.path, "range": _range(place, context)}


def _range(place: Location, context: ReportContext) -> dict[str, Any]:
    shown = file_region(place, context._replace(column_unit="byte"))  # whatever unit people asked for
    if shown.column is None:
        return {"start": {"line": shown.line}}
    return {
        "start": {"line": shown.line, "column": shown.column},
        "end": {"line": shown.end_line, "column": shown.end_column},
    }


def _suggestions(diagnostic: Diagnostic, context: ReportContext) -> Iterator[dict[str, Any]]:
    """One at most: suggestions are taken one by one, and half a fix is none, so its edits become one."""
    text, fix = text_if_fixable(diagnostic, context), diagnostic.fix
    if text is None or fix is None or not fix.edits:
        return
    whole = Span(min(span[0] for span, _ in fix.edits), max(span[1] for span, _ in fix.edits))
    pieces, at = [], whole.start
    for span, inserted in sorted(fix.edits):
        pieces += [text[at : span[0]], inserted]
        at = span[1]
    mended = "".join(pieces) + text[at : whole.end]
    if len(mended.encode("utf-8", "surrogatepass")) > LONGEST:
        return
    near = diagnostic.location.start
    first, last = position_near(text, whole.start, near), position_near(text, whole.end, near)
    place = diagnostic.location._replace(start=first, end=last, match=text[whole.start : whole.end])
    yield {"range": _range(place, context), "text": mended}


def _failure(failure: Failure, path: str) -> dict[str, Any]:
    return {"message": failure_message(failure), "location": {"path": path}, "severity": "ERROR", "source": SOURCE}
