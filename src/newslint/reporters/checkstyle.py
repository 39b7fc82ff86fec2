"""The `checkstyle` format: the XML of Checkstyle, for CI servers and review tools that read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.escaping import xml_text
from newslint.reporters.locations import file_region, message_with_record


class CheckstyleReporter:
    """The `checkstyle` format: a `file` element for each file with findings, with an `error` for each finding."""

    name: ClassVar[str] = "checkstyle"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield one document."""
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
        for path, of_file in groupby(diagnostics, key=_path):
            yield f'<file name="{xml_text(path)}">\n'
            for diagnostic in of_file:
                yield _error(diagnostic, context)
            yield "</file>\n"
        for failure in context.failures:
            text = xml_text(failure.message)
            if failure.path is None:
                yield f"<exception>{text}</exception>\n"
            else:  # not an `exception`: programs that read the format ignore those
                error = f'<error line="0" severity="error" message="{text}" source="newslint"/>'
                yield f'<file name="{xml_text(failure.path)}">\n{error}\n</file>\n'
        yield "</checkstyle>\n"


def _path(diagnostic: Diagnostic) -> str:
    return diagnostic.location.path


def _error(diagnostic: Diagnostic, context: ReportContext) -> str:
    region = file_region(diagnostic.location, context)
    position = f'line="{region.line}"' + ("" if region.column is None else f' column="{region.column}"')
    message = xml_text(message_with_record(diagnostic.location, diagnostic.message, context))
    rule = xml_text(diagnostic.rule)
    return f'<error {position} severity="{diagnostic.severity}" message="{message}" source="{rule}"/>\n'
