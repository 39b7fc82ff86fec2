"""dates/impossible-date: a date that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import (
    MONTHS,
    NO_CANDIDATE,
    Article,
    Finding,
    Pattern,
    Rejection,
    Rule,
    Span,
    TimeExpression,
    TraceStep,
    days_in_month,
    time_expressions,
)
from newslint_dates.data.words import AFTER_DATE, BEFORE_DATE

# "In June 31 people came" holds no date: without a year, the words around must show that it is one.
DATE_FOLLOWS = Pattern(
    rf"\b(?:{'|'.join(BEFORE_DATE)}|day,?)\s(?:the\s)?\Z",
    method="search",
    matches=("open until ", "on the ", "that day, "),
    misses=("in ", "open until", "a total of "),
)
DATE_ENDS = Pattern(
    rf"(?:st|nd|rd|th)?(?:[.,;:!?)”\"’]|\s(?:{'|'.join(AFTER_DATE)})\b|\s?$)",
    matches=(".", "st, they", " and", ""),
    misses=(" people", "-year-old", " android"),
)

NO_DAY = Rejection("it names no day of a month", NO_CANDIDATE)
NO_MONTH = Rejection("its month is none from 1 to 12, and it may be no date", "date")
EXISTS = Rejection("the month has such a day", "calendar")
NO_DATE = Rejection("it has no year, and the words around it do not show that it is a date", "date")


class ImpossibleDate(Rule):
    """Finds a date that does not exist, such as June 31, or February 29 in a year that is not a leap year.

    The right date cannot be derived from the wrong one, so a person must look it up. Such dates come from typing
    errors, from wrong arithmetic ("thirty days later") and from programs that generate text, and they are easily
    overlooked because they look like dates. The Society of Professional Journalists' Code of Ethics asks journalists
    to verify information before they release it, and to take responsibility for its accuracy.

    ```bad
    Bids are open until June 31, and the work is to be finished by February 29, 2027.
                        ^^^^^^^ June has only 30 days; correct "June 31".
                                                                   ^^^^^^^^^^^^^^^^^ February 2027 has only 28 days; …
    ```

    ```bad
    The fair is held on June 28-31, 2027, and the harbor closes on May 32, 2027; the bill is due 2027-13-05.
                        ^^^^^^^^^^^^^^^^ June has only 30 days; correct "June 28-31, 2027".
                                                                   ^^^^^^^^^^^^ May has only 31 days; …
                                                                                                 ^^^^^^^^^^ there is …
    ```

    ```good
    Bids are open until June 30. In June 31 firms had asked for the papers; on February 29, 2028, the work ends.
    ```
    """

    name = "dates/impossible-date"
    severity = "error"
    required_kinds = ("month-name", "year")

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each day of a month, with a finding for one that does not exist."""
        for date in article.get(time_expressions):
            if date.day is not None and date.month is not None:
                yield Span(date.start, date.end), _judge(article, date, date.month, date.day)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield what became of each time expression in a span."""
        from newslint_dates.view.trace import trace_expressions  # a run does not need it

        return trace_expressions(article, span, self.judge(article), NO_DAY)


def _judge(article: Article, date: TimeExpression, month: int, day: int) -> Finding | Rejection:
    if not 1 <= month <= 12:
        if 1 <= day <= 12 < month <= 31:  # the day before the month, as 2026-31-05
            span = Span(date.start, date.end)
            return Finding(span, f'there is no month {month}; correct "{article[span]}".')
        return NO_MONTH
    length, last_day = days_in_month(date.year, month), max(day, date.end_day or 0)
    if last_day <= length:
        return EXISTS
    if date.year is None and (last_day > 31 or not _is_date(article.text, date)):
        return NO_DATE
    span, name = Span(date.start, date.end), MONTHS[month - 1].title()
    if month == 2 and date.year:
        name += f" {date.year}"
    return Finding(span, f'{name} has only {length} days; correct "{article[span]}".')


def _is_date(text: str, date: TimeExpression) -> bool:
    """Return whether the words around a month and a number without a year show that they are a date."""
    follows = date.weekday is not None or DATE_FOLLOWS.search(text, date.start - 12, date.start) is not None
    return follows and DATE_ENDS.match(text, date.end) is not None
