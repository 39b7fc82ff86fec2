"""The `text` format: one finding per line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, Location, ReportContext
from newslint.reporters.escaping import escape, format_path

COLORS = {"error": "\033[31m", "warning": "\033[33m", "info": "\033[36m"}
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"


class TextReporter:
    """The `text` format, for people and for programs that read `path:line:column`."""

    name: ClassVar[str] = "text"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield a line for each finding."""
        for diagnostic in diagnostics:
            yield headline(diagnostic, context) + "\n"


def headline(diagnostic: Diagnostic, context: ReportContext) -> str:
    """Return `path:line:column: severity: message [rule]`, without a line end."""
    location = f"{format_location(diagnostic.location, context)}:"
    severity, rule = diagnostic.severity, f"[{escape(diagnostic.rule)}]"
    if context.color:
        location = f"{BOLD}{location}{PLAIN}"
        severity, rule = f"{COLORS[severity]}{severity}{PLAIN}", f"{DIM}{rule}{PLAIN}"  # type: ignore[assignment]
    return f"{location} {severity}: {escape(diagnostic.message)} {rule}"


def format_location(location: Location, context: ReportContext) -> str:
    """Return `path:line:column`, or `path#record:line:column`."""
    return f"{format_path(location)}:{line_and_column(location, context)}"


def line_and_column(location: Location, context: ReportContext) -> str:
    """Return `line:column`, the column in the unit of the report."""
    if context.column_unit == "char":  # fast path: the usual case needs no other module
        return f"{location.start.line}:{location.start.column}"
    from newslint.reporters.columns import column

    return f"{location.start.line}:{column(location, location.start, context)}"
