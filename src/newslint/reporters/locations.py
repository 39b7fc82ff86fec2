"""Where findings stand in their files, for formats whose readers open the file: a record is the line it fills."""

from __future__ import annotations

from typing import NamedTuple

from newslint.api import Diagnostic, Failure, Location, Position, ReportContext
from newslint.reporters.columns import column
from newslint.reporters.escaping import format_path


class Region(NamedTuple):
    """Lines and columns of a file, from 1, the end excluded; without columns the whole line."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


def file_region(place: Location, context: ReportContext) -> Region:
    """The place in its file. A record's own lines are escaped inside one line, so that line is all there is to show."""
    if place.record is not None:
        return Region(place.record, None, place.record, None)
    start, end = place.start, place.end
    return Region(start.line, column(place, start, context), end.line, column(place, end, context))


def message_with_record(place: Location, message: str, context: ReportContext) -> str:
    """The message, and of a record where in its article the place is."""
    if place.record is None:
        return message
    return f"{message} (line {place.start.line}, column {column(place, place.start, context)} of the article)"


def related_as_text(diagnostic: Diagnostic, context: ReportContext) -> list[str]:
    """The places that belong to a finding, for formats that can tell them only in words."""
    return [
        f"see {format_path(where)}:{where.start.line}:{column(where, where.start, context)}: {message}"
        for where, message in diagnostic.related
    ]


def failure_message(failure: Failure) -> str:
    """What broke and why, without its path, as standard error has it."""
    return failure.error if failure.source == "file" else f"{failure.source}: {failure.error}"


def text_if_fixable(diagnostic: Diagnostic, context: ReportContext) -> str | None:
    """The text that the finding's fix can be shown on.

    None where there is no fix, where the text stands escaped in a record, or where it is no longer the same.
    """
    where = diagnostic.location
    if diagnostic.fix is None or where.record is not None:
        return None
    text = context.article_text(where.path, where.record)
    return text if text[where.start.offset : where.end.offset] == where.match else None


def position_near(text: str, offset: int, near: Position) -> Position:
    """The position of an offset, counted from one that is known rather than from the text's begin."""
    first, last = sorted((offset, near.offset))
    lines = text.count("\n", first, last)
    if not lines:
        return Position(near.line, near.column + offset - near.offset, offset)
    line = near.line + (lines if offset > near.offset else -lines)
    return Position(line, offset - text.rfind("\n", 0, offset), offset)
