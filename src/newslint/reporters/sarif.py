"""The `sarif` format: SARIF 2.1.0, for code scanning and for editors that show its logs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from newslint import __version__
from newslint.api import Diagnostic, Failure, Location, Position, ReportContext
from newslint.reporters.escaping import json_text
from newslint.reporters.locations import position_near, text_if_fixable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
BASE = "%SRCROOT%"  # the customary name in SARIF for the folder that paths are relative to


class SarifReporter:
    """The `sarif` format. Failures and rules follow the results, since they are known only after these."""

    name: ClassVar[str] = "sarif"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one document, with a result on each line."""
        yield f'{{"$schema": {json_text(SCHEMA)}, "version": "2.1.0", "runs": [{{{_members(HEAD)}, "results": ['
        rule_indexes: dict[str, int] = {}
        lead = "\n"
        for diagnostic in diagnostics:
            index = rule_indexes.setdefault(diagnostic.rule, len(rule_indexes))
            yield lead + json_text(_result(diagnostic, index, context))
            lead = ",\n"
        rules = [_rule(name, context) for name in rule_indexes]
        tail = {
            "invocations": [_invocation(context.failures)],
            "tool": {"driver": {"name": "newslint", "version": __version__, "rules": rules}},
        }
        yield f"\n], {_members(tail)}}}]}}\n"


HEAD = {
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\n"],
    "defaultEncoding": "utf-8",
    # Without a URI, so that the log is the same on every machine.
    "originalUriBaseIds": {BASE: {"description": {"text": "The working directory of the run."}}},
}


def _members(value: dict[str, Any]) -> str:
    return json_text(value)[1:-1]


def _message(text: str) -> dict[str, str]:
    """Return a message. In SARIF, braces without escapes are placeholders, and `[…](…)` is a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}


def _result(diagnostic: Diagnostic, index: int, context: ReportContext) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": _message(diagnostic.message),
        "locations": [_location(diagnostic.location)],
        "partialFingerprints": {"newslint/v1": diagnostic.fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(location), "message": _message(message)}
            for number, (location, message) in enumerate(diagnostic.related, 1)
        ]
    text = text_if_fixable(diagnostic, context)
    if text is not None:
        result["fixes"] = [_fix(diagnostic, text)]
    return result


def _location(location: Location) -> dict[str, Any]:
    region = {**_region(location.start, location.end), "snippet": {"text": location.match}}
    if location.record is None:
        return {"physicalLocation": {"artifactLocation": _artifact(location.path), "region": region}}
    # The article is escaped in one line of the file: this line is the region, and a property holds the one in the text.
    return {
        "physicalLocation": {"artifactLocation": _artifact(location.path), "region": {"startLine": location.record}},
        "logicalLocations": [
            {"name": str(location.record), "fullyQualifiedName": f"{location.path}#{location.record}", "kind": "record"}
        ],
        "properties": {"regionInRecord": region},
    }


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _artifact(path: str) -> dict[str, str]:
    """Return the path as a URI. Only a relative one has a base: `--stdin-filename` may be any path."""
    if path.startswith("/"):
        return {"uri": f"file://{_quoted(path)}"}
    if os.name == "nt" and path[1:3] == ":/":  # on another drive than the working directory
        return {"uri": f"file:///{path[:2]}{_quoted(path[2:])}"}
    return {"uri": _quoted(path), "uriBaseId": BASE}


def _quoted(path: str) -> str:
    from urllib.parse import quote

    # A name that is not Unicode becomes the bytes that the file system has. A colon is escaped, since it could end what
    # looks like a scheme.
    try:
        name = path.encode("utf-8", sys.getfilesystemencodeerrors())
    except UnicodeEncodeError:  # not the name of a file, but what a reader of a plugin calls its article
        name = path.encode("utf-8", "backslashreplace")
    return quote(name, safe="/!$&'()*+,;=@")


def _fix(diagnostic: Diagnostic, text: str) -> dict[str, Any]:
    fix, near = diagnostic.fix, diagnostic.location.start
    assert fix is not None, "text_if_fixable returns no text without a fix"
    replacements = []
    for span, inserted in fix.edits:
        start = position_near(text, span[0], near)
        near = position_near(text, span[1], start)  # the next edit is not far from here
        replacements.append({"deletedRegion": _region(start, near), "insertedContent": {"text": inserted}})
    change = {"artifactLocation": _artifact(diagnostic.location.path), "replacements": replacements}
    return {"description": _message(fix.title), "artifactChanges": [change], "properties": {"safe": fix.safe}}


def _rule(name: str, context: ReportContext) -> dict[str, Any]:
    info = context.rule_info(name)
    rule: dict[str, Any] = {
        "id": name,
        "shortDescription": {"text": info.summary},
        "fullDescription": {"text": info.documentation.split("\n\n```", 1)[0]},
        "help": {"text": info.documentation, "markdown": info.documentation},
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {"tags": [name.split("/", 1)[0]], "preview": info.preview},
    }
    if info.url is not None:
        rule["helpUri"] = info.url
    precision = context.measured(name).get("precision")
    if precision is not None:
        rule["properties"] |= {"precision": _grade(precision), "measuredPrecision": precision}
    return rule


def _grade(precision: float) -> str:
    """Return a precision in the words that code scanning sorts by."""
    grades = ((0.95, "very-high"), (0.9, "high"), (0.8, "medium"))
    return next((grade for least, grade in grades if precision >= least), "low")


def _invocation(failures: list[Failure]) -> dict[str, Any]:
    return {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": [_notification(failure) for failure in failures],
    }


def _notification(failure: Failure) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "level": "error",
        "message": _message(failure.error),
        "descriptor": {"id": failure.source},
    }
    if failure.path is not None:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}]
    return notification
