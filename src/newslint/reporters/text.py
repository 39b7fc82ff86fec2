"""The `text` format: one finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.columns import column
from newslint.reporters.escaping import escape, format_path

COLORS = {"error": "\033[31m", "warning": "\033[33m", "info": "\033[36m"}
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"


def headline(diagnostic: Diagnostic, context: ReportContext) -> str:
    """`path:line:column: severity: message [rule]`, without a line end."""
    where = diagnostic.location
    place = f"{format_path(where)}:{where.start.line}:{column(where, where.start, context)}:"
    severity, rule = diagnostic.severity, f"[{diagnostic.rule}]"
    if context.color:
        place = f"{BOLD}{place}{PLAIN}"
        severity, rule = f"{COLORS[severity]}{severity}{PLAIN}", f"{DIM}{rule}{PLAIN}"  # type: ignore[assignment]
    return f"{place} {severity}: {escape(diagnostic.message)} {rule}"


class TextReporter:
    """For people, and for every program that reads `path:line:column`."""

    name: ClassVar[str] = "text"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """A line for each."""
        for diagnostic in diagnostics:
            yield headline(diagnostic, context) + "\n"
