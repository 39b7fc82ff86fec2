"""The `junit` format: findings as failed tests in the XML of JUnit, for CI servers that show tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.escaping import xml_text
from newslint.reporters.locations import related_as_text
from newslint.reporters.text import headline, line_and_column


class JunitReporter:
    """The `junit` format, with a test suite for each file.

    A suite starts with the number of its tests, so a suite for each file keeps only one file's findings in memory.
    """

    name: ClassVar[str] = "junit"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one document."""
        context = context._replace(color=False)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint">\n'
        is_empty = True
        for path, group in groupby(diagnostics, key=_path):
            is_empty = False
            of_file = list(group)
            failed = sum(diagnostic.severity != "info" for diagnostic in of_file)
            yield _suite(path, [_case(diagnostic, context) for diagnostic in of_file], failures=failed)
        if context.failures:
            errors = [
                f'<testcase classname="{xml_text(failure.path or failure.source)}" name="{xml_text(failure.source)}">'
                f'<error type="error" message="{xml_text(failure.message)}"/></testcase>\n'
                for failure in context.failures
            ]
            yield _suite("newslint", errors, errors=len(errors))
        elif is_empty:  # several CI servers reject a report without tests
            yield _suite("newslint", ['<testcase classname="newslint" name="no findings"/>\n'])
        yield "</testsuites>\n"


def _path(diagnostic: Diagnostic) -> str:
    return diagnostic.location.path


def _suite(name: str, cases: Sequence[str], failures: int = 0, errors: int = 0) -> str:
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    return f'<testsuite name="{xml_text(name)}" {counts}>\n{"".join(cases)}</testsuite>\n'


def _case(diagnostic: Diagnostic, context: ReportContext) -> str:
    location, severity = diagnostic.location, diagnostic.severity
    record = "" if location.record is None else f"record {location.record}, "
    name = f"{diagnostic.rule} at {record}{line_and_column(location, context)}"
    text = xml_text("\n".join([headline(diagnostic, context), *related_as_text(diagnostic, context)]))
    if severity == "info":  # by default, the exit status does not depend on it either: a test that passes
        content = f"<system-out>{text}</system-out>"
    else:
        content = f'<failure type="{severity}" message="{xml_text(diagnostic.message)}">{text}</failure>'
    return f'<testcase classname="{xml_text(location.path)}" name="{xml_text(name)}">{content}</testcase>\n'
