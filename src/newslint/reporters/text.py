"""The `text` format: one finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, Location, ReportContext
from newslint.reporters.escaping import escape, format_path

COLORS = {"error": "\033[31m", "warning": "\033[33m", "info": "\033[36m"}
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"


def headline(diagnostic: Diagnostic, context: ReportContext) -> str:
    """`path:line:column: severity: message [rule]`, without a line end."""
    where = diagnostic.location
    place = f"{format_path(where)}:{where.start.line}:{_column(where, context)}:"
    severity, rule = diagnostic.severity, f"[{diagnostic.rule}]"
    if context.color:
        place = f"{BOLD}{place}{PLAIN}"
        severity, rule = f"{COLORS[severity]}{severity}{PLAIN}", f"{DIM}{rule}{PLAIN}"  # type: ignore[assignment]
    return f"{place} {severity}: {escape(diagnostic.message)} {rule}"


def _column(where: Location, context: ReportContext) -> int:
    if context.column_unit == "char":  # fast path: the usual case needs no other module
        return where.start.column
    from newslint.reporters.columns import column

    return column(where, where.start, context)


class TextReporter:
    """For people, and for every program that reads `path:line:column`."""

    name: ClassVar[str] = "text"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """A line for each."""
        for diagnostic in diagnostics:
            yield headline(diagnostic, context) + "\n"
