"""The `full` format: each finding with the words it is about, marked by carets, and the places that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.api import Diagnostic, Location, ReportContext
from newslint.reporters.columns import column, display_width
from newslint.reporters.escaping import escape, format_path
from newslint.reporters.text import COLORS, PLAIN, headline

BEFORE, AFTER = 40, 100  # code points shown before a finding's begin, and from there on: paragraphs are long


class FullReporter:
    """For people who read findings rather than jump to them."""

    name: ClassVar[str] = "full"

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Some lines for each, and an empty one."""
        for diagnostic in diagnostics:
            yield headline(diagnostic, context) + "\n"
            yield from _excerpt(diagnostic, context)
            for other in diagnostic.related:
                where = other.location
                place = f"{format_path(where)}:{where.start.line}:{column(where, where.start, context)}"
                yield f"  see {place}: {escape(other.message)}\n"
            yield "\n"


def _excerpt(diagnostic: Diagnostic, context: ReportContext) -> Iterator[str]:
    where = diagnostic.location
    text = context.article_text(where.path, where.record)
    if not _still_there(text, where):
        yield "  (the file has changed since it was linted)\n"
        return
    first = where.start.offset - where.start.column + 1
    last = text.find("\n", where.start.offset)
    last = len(text) if last < 0 else last
    begin, stop = max(first, where.start.offset - BEFORE), min(last, where.start.offset + AFTER)
    end = min(where.end.offset, stop)
    before, match = escape(text[begin : where.start.offset]), escape(text[where.start.offset : end])
    after = escape(text[end:stop].rstrip("\r"))
    lead, tail = "…" if begin > first else "", "…" if stop < last else ""
    number = str(where.start.line)
    carets = "^" * max(1, display_width(match))
    if context.color:
        carets = f"{COLORS[diagnostic.severity]}{carets}{PLAIN}"
    yield f"  {number} | {lead}{before}{match}{after}{tail}\n"
    yield f"  {' ' * len(number)} | {' ' * display_width(lead + before)}{carets}\n"


def _still_there(text: str, where: Location) -> bool:
    return text[where.start.offset : where.end.offset] == where.match
