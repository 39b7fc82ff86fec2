"""Weekdays: those that stand beside a date and belong to it, and those that stand alone."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newslint.article import Article
from newslint.text.dates.calendar import WEEKDAYS, days_in_month, days_since_epoch
from newslint.text.dates.time_expression import TimeExpression
from newslint.text.pattern import Pattern

if TYPE_CHECKING:
    from newslint.article import SpanList

_TIME_OF_DAY = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon))?"
BETWEEN_WEEKDAY_AND_DATE = Pattern(
    rf"{_TIME_OF_DAY}(?:,?\s(?:the\s)?|,?\s(?P<bracket>\()|\s?(?P<dash>--|[—–-])\s?)\Z",
    matches=(", ", " morning, ", " (", " — ", ", the "),
    misses=(" and ", ". ", ", when ", "'s "),
)
BETWEEN_DATE_AND_WEEKDAY = Pattern(
    r",?\s(?:(?P<bracket>\()(?:an?\s)?|a\s)\Z", matches=(", a ", " (", " (a "), misses=(", ", " and ", " the ")
)
AFTER_WEEKDAY_OF_DATE = Pattern(
    rf"{_TIME_OF_DAY}(?P<bracket>\))?(?=[^\w\s'’-]|\s[—–-]|\n|\Z)",
    matches=(", in", " morning.", ") in", ""),
    misses=(" newspaper", "'s paper", "s"),
)
MAX_CHARS_BETWEEN = 20  # a weekday and its date


def join_weekdays(article: Article, found: SpanList[TimeExpression]) -> None:
    """Join each date with the weekday that stands beside it, and add the weekdays that stand alone, at the end.

    The dates are in order. A date may know its weekday already: "Friday, June 5".
    """
    text = article.text
    starts = [date.start for date in found] if isinstance(found, list) else found.starts()
    count = len(found)
    for start, end, word in article.mentions("weekday"):
        if not text[start].isupper():
            continue
        following = bisect_left(starts, end)
        before = found[following - 1] if following else None
        if before is not None and before.end >= end:
            continue  # it is a part of this date
        weekday = WEEKDAYS.index(word)
        if following < count and (joined := _join_before(text, start, end, weekday, found[following])):
            found[following] = joined
        elif before is not None and (joined := _join_after(text, start, end, weekday, before)):
            found[following - 1] = joined
        else:
            found.append(TimeExpression(start, end, "weekday", weekday=weekday))


def _start(expression: TimeExpression) -> int:
    return expression.start


def _may_take_weekday(date: TimeExpression) -> bool:
    return date.weekday is None and date.day is not None and date.end_day is None


def _join_before(text: str, start: int, end: int, weekday: int, date: TimeExpression) -> TimeExpression | None:
    """Return a date with the weekday before it: "Friday morning, June 5", "Friday (June 5)", "Friday 06/05/2026"."""
    if date.start - end > MAX_CHARS_BETWEEN or not _may_take_weekday(date):
        return None
    between = BETWEEN_WEEKDAY_AND_DATE.match(text, end, date.start)
    if between is None:
        return None
    date_end = date.end
    if between["bracket"] and text[date_end : date_end + 1] == ")":
        date_end += 1
    elif between["dash"] and text[date_end : date_end + 3].strip()[:1] not in ("-", "–", "—"):  # from day to day
        return None
    return _with_weekday(text, date, weekday)._replace(start=start, end=date_end)


def _join_after(text: str, start: int, end: int, weekday: int, date: TimeExpression) -> TimeExpression | None:
    """Return a date with the weekday after it: "June 5, 2026, a Friday", "5 June 2026 (Friday)"."""
    if start - date.end > MAX_CHARS_BETWEEN or not _may_take_weekday(date):
        return None
    between = BETWEEN_DATE_AND_WEEKDAY.match(text, date.end, start)
    after = AFTER_WEEKDAY_OF_DATE.match(text, end) if between else None
    if between is None or after is None:
        return None
    return _with_weekday(text, date, weekday)._replace(end=after.end() if between["bracket"] else end)


def _with_weekday(text: str, date: TimeExpression, weekday: int) -> TimeExpression:
    """Return a date with its weekday, which decides whether 05/06/2026 is in May or in June."""
    year, month, day = date.year, date.month, date.day
    is_numeric = not any(character.isalpha() for character in text[date.start : date.end])
    if is_numeric and year and month and day and day <= 12 and not text[date.start : date.start + 4].isdigit():
        fits = _falls_on(year, day, month, weekday) and not _falls_on(year, month, day, weekday)
        month, day = (day, month) if fits else (month, day)
    return date._replace(month=month, day=day, weekday=weekday)


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    return (
        1 <= month <= 12
        and 1 <= day <= days_in_month(year, month)
        and (days_since_epoch(year, month, day) % 7 == weekday)
    )
