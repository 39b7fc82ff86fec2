"""The `rdjsonl` format: Reviewdog Diagnostic Format, one diagnostic a line, its columns in bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint.api import Diagnostic, Failure, Location, ReportContext, Span
from newslint.reporters.escaping import json_text
from newslint.reporters.locations import (
    file_region,
    message_with_record,
    position_near,
    text_if_fixable,
)

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
SOURCE = {"name": "newslint"}
MAX_SUGGESTION_BYTES = 16_000  # reviewdog stops reading at a line of 64 KiB, without an error


class RdjsonlReporter:
    """The `rdjsonl` format, for reviewdog, which comments on the lines of a change."""

    name: ClassVar[str] = "rdjsonl"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield a line for each finding, and then one for each failure, except failures without a file."""
        for diagnostic in diagnostics:
            yield json_text(_diagnostic(diagnostic, context)) + "\n"
        for failure in context.failures:
            if failure.path is not None:
                yield json_text(_failure(failure, failure.path)) + "\n"


def _diagnostic(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    location = diagnostic.location
    code = {"value": diagnostic.rule}
    url = context.rule_info(diagnostic.rule).url
    if url is not None:
        code["url"] = url
    row: dict[str, Any] = {
        "message": message_with_record(location, diagnostic.message, context),
        "location": _location(location, context),
        "severity": SEVERITIES[diagnostic.severity],
        "source": SOURCE,
        "code": code,
    }
    suggestions = list(_suggestions(diagnostic, context))
    if suggestions:
        row["suggestions"] = suggestions
    if diagnostic.related:
        row["related_locations"] = [
            {"message": message_with_record(related, message, context), "location": _location(related, context)}
            for related, message in diagnostic.related
        ]
    return row


def _location(location: Location, context: ReportContext) -> dict[str, Any]:
    return {"path": location.path, "range": _range(location, context)}


def _range(location: Location, context: ReportContext) -> dict[str, Any]:
    region = file_region(location, context._replace(column_unit="byte"))  # the unit of the format
    if region.column is None:
        return {"start": {"line": region.line}}
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }


def _suggestions(diagnostic: Diagnostic, context: ReportContext) -> Iterator[dict[str, Any]]:
    """Yield one suggestion for the whole fix, if there is one: reviewers accept suggestions one by one."""
    text, fix = text_if_fixable(diagnostic, context), diagnostic.fix
    if text is None or fix is None or not fix.edits:
        return
    whole = Span(min(span[0] for span, _ in fix.edits), max(span[1] for span, _ in fix.edits))
    pieces, done = [], whole.start
    for span, inserted in sorted(fix.edits):
        pieces += [text[done : span[0]], inserted]
        done = span[1]
    replacement = "".join(pieces) + text[done : whole.end]
    if len(replacement.encode("utf-8", "surrogatepass")) > MAX_SUGGESTION_BYTES:
        return
    near = diagnostic.location.start
    first, last = position_near(text, whole.start, near), position_near(text, whole.end, near)
    location = diagnostic.location._replace(start=first, end=last, match=text[whole.start : whole.end])
    yield {"range": _range(location, context), "text": replacement}


def _failure(failure: Failure, path: str) -> dict[str, Any]:
    return {"message": failure.message, "location": {"path": path}, "severity": "ERROR", "source": SOURCE}
