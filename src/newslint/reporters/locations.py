"""Locations of findings for formats whose readers open the file: a record is one line of its JSONL file there."""

from __future__ import annotations

from newslint.api import Diagnostic, Location, Position, ReportContext
from newslint.named_tuple import NamedTuple
from newslint.reporters.columns import column
from newslint.reporters.text import format_location


class Region(NamedTuple):
    """A part of a file: lines and columns from 1, the end excluded. Without columns, it is whole lines."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


def file_region(location: Location, context: ReportContext) -> Region:
    """Return the part of the file: for a record, whose line ends are escaped in the file, the record's line."""
    if location.record is not None:
        return Region(location.record, None, location.record, None)
    start, end = location.start, location.end
    return Region(start.line, column(location, start, context), end.line, column(location, end, context))


def message_with_record(location: Location, message: str, context: ReportContext) -> str:
    """Return the message, for a record followed by line and column in its article."""
    if location.record is None:
        return message
    in_article = f"line {location.start.line}, column {column(location, location.start, context)} of the article"
    return f"{message} ({in_article})"


def related_as_text(diagnostic: Diagnostic, context: ReportContext) -> list[str]:
    """Return a line of text for each related location, for formats that have no field for these."""
    return [f"see {format_location(location, context)}: {message}" for location, message in diagnostic.related]


def text_if_fixable(diagnostic: Diagnostic, context: ReportContext) -> str | None:
    """Return the text to which the finding's fix applies.

    None if there is no fix, if the text is escaped in a record, or if the file has changed.
    """
    location = diagnostic.location
    if diagnostic.fix is None or location.record is not None:
        return None
    text = context.article_text(location.path, location.record)
    return text if location.is_unchanged_in(text) else None


def position_near(text: str, offset: int, near: Position) -> Position:
    """Return the position of an offset, counted from the position `near` it rather than from the text's start."""
    first, last = sorted((offset, near.offset))
    lines = text.count("\n", first, last)
    if not lines:
        return Position(near.line, near.column + offset - near.offset, offset)
    line = near.line + (lines if offset > near.offset else -lines)
    return Position(line, offset - text.rfind("\n", 0, offset), offset)
