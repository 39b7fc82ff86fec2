"""The `full` format: each finding with its words in their line, marked by carets, and the places that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, ReportContext
from newslint.reporters.columns import display_width
from newslint.reporters.escaping import escape
from newslint.reporters.locations import related_as_text
from newslint.reporters.text import COLORS, PLAIN, headline

CHARS_BEFORE, CHARS_AFTER = 40, 100  # that an excerpt shows around the start of a finding: lines may be long


class FullReporter:
    """The `full` format, for people who read findings one after the other."""

    name: ClassVar[str] = "full"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield some lines for each finding, and an empty one."""
        for diagnostic in diagnostics:
            yield headline(diagnostic, context) + "\n"
            yield from _excerpt(diagnostic, context)
            for related in related_as_text(diagnostic, context):
                yield f"  {escape(related)}\n"
            yield "\n"


def _excerpt(diagnostic: Diagnostic, context: ReportContext) -> Iterator[str]:
    location = diagnostic.location
    text = context.article_text(location.path, location.record)
    if not location.is_unchanged_in(text):
        yield "  (the file has changed since it was linted)\n"
        return
    start = location.start.offset
    line_start, limit = start - location.start.column + 1, start + CHARS_AFTER + 1
    line_end = text.find("\n", start, limit)
    line_end = min(len(text), limit) if line_end < 0 else line_end
    first, last = max(line_start, start - CHARS_BEFORE), min(line_end, start + CHARS_AFTER)
    end = min(location.end.offset, last)
    before, match, after = escape(text[first:start]), escape(text[start:end]), escape(text[end:last].rstrip("\r"))
    lead, tail = "…" if first > line_start else "", "…" if last < line_end else ""
    number = str(location.start.line)
    carets = "^" * max(1, display_width(match))
    if context.color:
        carets = f"{COLORS[diagnostic.severity]}{carets}{PLAIN}"
    yield escape(f"  {number} | {lead}{before}{match}{after}{tail}") + "\n"  # a command may begin in one part
    yield f"  {' ' * len(number)} | {' ' * display_width(lead + before)}{carets}\n"
