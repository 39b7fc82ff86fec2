"""dates/weekday-mismatch: a weekday and a date that do not match."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import (
    MONTHS,
    NO_CANDIDATE,
    WEEKDAYS,
    Article,
    Finding,
    Rejection,
    RelatedLocation,
    Rule,
    Span,
    TimeExpression,
    TraceStep,
    publication_date,
    time_expressions,
)
from newslint_dates.view.weekday_years import (
    agree_on_other_year,
    may_be_of_last_year,
    weekday_in,
    year_of_wrong_date,
)

NO_PAIR = Rejection("it is not a weekday with a day of a month", NO_CANDIDATE)
FITS_OTHER_YEAR = Rejection("it and the other dates of the article all fit in another year", "year")
FITS_LAST_YEAR = Rejection("the weekday fits in the year before", "year")


class WeekdayMismatch(Rule):
    """Finds a weekday and a date that do not match, such as a "Wednesday" that was a Thursday.

    One of the two is wrong, and readers who were there, or who plan to come, cannot tell which. The mistake is easy to
    make in January, when writers still type the old year, and in copy that is updated overnight. The Society of
    Professional Journalists' Code of Ethics asks journalists to verify information before they release it, and to take
    responsibility for its accuracy.

    Where the text gives no year, the rule takes the year from the article's publication date, and only for days that
    are no more than two weeks away from it. It reports nothing in a picture's caption, beside an earlier year, in a
    heading of a chronicle, where a weekday more than a week away fits the year before, and where the dates of the
    article agree on another year: such dates may be older than the article.

    ```bad
    The vote was held on Wednesday, May 23, 2019, in the old town hall.
                         ^^^^^^^^^^^^^^^^^^^^^^^ May 23, 2019, was a Thursday, not a Wednesday; correct the weekday …
    ```

    ```bad
    Published: June 6, 2025

    The vote was held on Tuesday, June 4, in the old town hall.
                         ^^^^^^^^^^^^^^^ June 4, 2025, was a Wednesday, not a Tuesday; correct the weekday or the …
    ```

    ```bad
    The vote was held on Friday evening, May 23, 2019, and the count on 25 May 2019 (Sunday).
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ May 23, 2019, was a Thursday, not a Friday; …
                                                                        ^^^^^^^^^^^^^^^^^^^^ May 25, 2019, was …
    ```

    ```good
    Published: June 6, 2025

    The ferry leaves the harbor on Tuesday, June 4. (Photo by Ann Lee)

    In 1996 they had met on a boat. On Tuesday, June 4, they married; their grandparents had on Tuesday, June 4, 1878.
    ```

    ```good
    Published: June 16, 2025

    The film was first shown on Tuesday, June 4, and again in the spring of 1944, as the diary of a clerk says:

    Monday, June 12

    We saw the film.
    ```

    ```good
    The vote was held on Thursday, May 23, 2019, and counted on Saturday and Sunday, May 25 and 26, 2019.
    ```
    """

    name = "dates/weekday-mismatch"
    severity = "error"
    required_kinds = ("weekday", "month-name")

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each weekday with a date, with a finding where they do not match."""
        wrong = []
        for date in article.get(time_expressions):
            if date.weekday is None or date.day is None or date.month is None:
                continue
            year = year_of_wrong_date(article, date, date.month, date.day)
            if isinstance(year, Rejection):
                yield Span(date.start, date.end), year
            else:
                wrong.append((date, year))
        fit_other_year = agree_on_other_year(wrong)
        for date, year in wrong:
            span = Span(date.start, date.end)
            if date.year is None and fit_other_year:
                yield span, FITS_OTHER_YEAR
            elif date.year is None and may_be_of_last_year(article, date, year):
                yield span, FITS_LAST_YEAR
            else:
                yield span, self._finding(article, date, year)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield what became of each time expression in a span, and which date is the publication's."""
        from newslint_dates.view.trace import trace_expressions, trace_publication  # a run does not need it

        yield from trace_expressions(article, span, self.judge(article), NO_PAIR)
        yield from trace_publication(article, span)

    def _finding(self, article: Article, date: TimeExpression, year: int) -> Finding:
        names = MONTHS[(date.month or 1) - 1], WEEKDAYS[date.weekday or 0], WEEKDAYS[weekday_in(date, year)]
        month, written, actual = (name.title() for name in names)
        published = None if date.year else article.get(publication_date)
        related: tuple[RelatedLocation, ...] = ()
        if published and published.span:
            related = (RelatedLocation(published.span, "the year is taken from this date"),)
        return Finding(
            Span(date.start, date.end),
            f"{month} {date.day}, {year}, was a {actual}, not a {written}; correct the weekday or the date.",
            related=related,
        )
