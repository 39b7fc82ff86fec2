"""What a report says around a figure about the incident that it belongs to: its kind, and the day."""

from typing import Any

from newslint.api import (
    Article,
    Span,
    TimeExpression,
    days_in_month,
    days_since_epoch,
    publication_date,
    time_expressions,
)
from newslint_numbers.data.incidents import KIND_OF_WORD

CHARS_AROUND = 300  # of a figure, before and after
MARKS_AROUND_WORD = ".,;:!?()\"'“”‘’—–-"
MAX_DAYS = 4
DAYS_IN_WEEK = 7


def incident(article: Article, span: Span) -> dict[str, Any]:
    """Return the incident of a figure, as JSON.

    `kinds`: the kinds of incidents that words near the figure name; `days`: the days that stand near it, as days since
    the epoch, where the publication date makes them certain.
    """
    text = article.text
    start, end = max(0, span.start - CHARS_AROUND), min(len(text), span.end + CHARS_AROUND)
    words = {word if word.isalpha() else word.strip(MARKS_AROUND_WORD) for word in text[start:end].lower().split()}
    kinds = sorted({KIND_OF_WORD[word] for word in words.intersection(KIND_OF_WORD)})
    return {"kinds": kinds, "days": _days(article, start, end)}


def _days(article: Article, start: int, end: int) -> list[int]:
    """Return the days that are named between two offsets."""
    published = article.get(publication_date)
    if published is None:
        return []
    today = days_since_epoch(published.year, published.month, published.day)
    found = set()
    for expression in article.get(time_expressions):
        if expression.start >= end:
            break
        if expression.start >= start and published.span != (expression.start, expression.end):
            found.add(_day(expression, published.year, today))
    return sorted(day for day in found if day is not None)[:MAX_DAYS]


def _day(expression: TimeExpression, year: int, today: int) -> int | None:
    """Return the day of an expression, the last before the publication where it may be any; None if it names no day."""
    month, day = expression.month, expression.day
    if month and day:
        if month > 12 or day > days_in_month(expression.year, month):
            return None  # no such day: another one would join reports
        if expression.year:
            return days_since_epoch(expression.year, month, day)
        this_year = days_since_epoch(year, month, day)
        return this_year if this_year <= today + DAYS_IN_WEEK else days_since_epoch(year - 1, month, day)
    if expression.weekday is not None:
        return today - (today - expression.weekday) % DAYS_IN_WEEK
    return None
