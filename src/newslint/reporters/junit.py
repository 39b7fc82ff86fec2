"""The `junit` format: findings as failed tests in JUnit's XML, for CI servers that show nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.columns import column
from newslint.reporters.escaping import xml_text
from newslint.reporters.locations import failure_message, related_as_text
from newslint.reporters.text import headline


class JunitReporter:
    """A suite a file, since a suite says first how many tests it has, and only one file's findings need be held."""

    name: ClassVar[str] = "junit"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """One document."""
        context = context._replace(color=False)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint">\n'
        empty = True
        for path, found in groupby(diagnostics, key=_path):
            empty = False
            held = list(found)
            failed = sum(diagnostic.severity != "info" for diagnostic in held)
            yield _suite(path, [_case(diagnostic, context) for diagnostic in held], failures=failed)
        if context.failures:
            broken = [
                f'<testcase classname="{xml_text(failure.path or failure.source)}" name="{xml_text(failure.source)}">'
                f'<error type="error" message="{xml_text(failure_message(failure))}"/></testcase>\n'
                for failure in context.failures
            ]
            yield _suite("newslint", broken, errors=len(broken))
        elif empty:  # several servers take a report without any test for a broken one
            yield _suite("newslint", ['<testcase classname="newslint" name="no findings"/>\n'])
        yield "</testsuites>\n"


def _path(diagnostic: Diagnostic) -> str:
    return diagnostic.location.path


def _suite(name: str, cases: Sequence[str], failures: int = 0, errors: int = 0) -> str:
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    return f'<testsuite name="{xml_text(name)}" {counts}>\n{"".join(cases)}</testsuite>\n'


def _case(diagnostic: Diagnostic, context: ReportContext) -> str:
    where, severity = diagnostic.location, diagnostic.severity
    record = "" if where.record is None else f"record {where.record}, "
    name = f"{diagnostic.rule} at {record}{where.start.line}:{column(where, where.start, context)}"
    text = xml_text("\n".join([headline(diagnostic, context), *related_as_text(diagnostic, context)]))
    if severity == "info":  # never makes the exit status 1 unless it is asked to: a test that passed, with a word to it
        inside = f"<system-out>{text}</system-out>"
    else:
        inside = f'<failure type="{severity}" message="{xml_text(diagnostic.message)}">{text}</failure>'
    return f'<testcase classname="{xml_text(where.path)}" name="{xml_text(name)}">{inside}</testcase>\n'
