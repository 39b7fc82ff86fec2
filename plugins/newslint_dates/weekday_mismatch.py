"""dates/weekday-mismatch: a weekday and a date that do not match."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import (
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    Article,
    Finding,
    Pattern,
    RelatedLocation,
    Rule,
    Span,
    TimeExpression,
    days_in_month,
    days_since_epoch,
    publication_date,
    time_expressions,
)

_ABBREVIATIONS = "|".join(name for name in WEEKDAY_NUMBERS if name not in WEEKDAYS)
# "Saturday and Sunday, May 16 and 17": a rule cannot tell which weekday belongs to which day.
SEVERAL_WEEKDAYS = Pattern(
    rf"(?:day|\b(?:{_ABBREVIATIONS})\.?)\s?(?:,|and|or|to|through|[-–—/&])\s?\Z",
    method="search",
    matches=("Saturday and ", "Thurs.-", "Monday to "),
    misses=("Saturday, when ", "a monk and ", "Saturday or so "),
)
MAX_DAYS_FROM_PUBLICATION = 60  # of a date without a year


class WeekdayMismatch(Rule):
    """Finds a weekday and a date that do not match, such as a "Wednesday" that was a Thursday.

    One of the two is wrong, and readers who were there, or who plan to come, cannot tell which. The mistake is easy to
    make in January, when writers still type the old year, and in copy that is updated overnight. The Society of
    Professional Journalists' Code of Ethics asks journalists to verify information before they release it, and to take
    responsibility for its accuracy.

    Where the text gives no year, the rule takes the year from the article's publication date, and only for days that
    are no more than two months away from it. If both are missing, it reports nothing.

    ```bad
    The vote was held on Wednesday, May 23, 2019, in the old town hall.
                         ^^^^^^^^^^^^^^^^^^^^^^^ May 23, 2019, was a Thursday, not a Wednesday; correct the weekday …
    ```

    ```bad
    Published: June 6, 2025

    The vote was held on Tuesday, June 4, in the old town hall.
                         ^^^^^^^^^^^^^^^ June 4, 2025, was a Wednesday, not a Tuesday; correct the weekday or the …
    ```

    ```good
    The vote was held on Thursday, May 23, 2019, and counted on Saturday and Sunday, May 25 and 26, 2019.
    ```
    """

    name = "dates/weekday-mismatch"
    severity = "error"
    required_kinds = ("month-name",)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each weekday that does not match its date."""
        for date in article.get(time_expressions):
            if date.weekday is None or date.day is None or date.month is None or date.end_day is not None:
                continue
            if SEVERAL_WEEKDAYS.search(article.text, date.start - 16, date.start):
                continue
            year = date.year or _year_near_publication(article, date.month, date.day)
            if year is None or not 1 <= date.day <= days_in_month(year, date.month):
                continue
            weekday = days_since_epoch(year, date.month, date.day) % 7
            if weekday != date.weekday:
                yield self._finding(article, date, year, weekday)

    def _finding(self, article: Article, date: TimeExpression, year: int, weekday: int) -> Finding:
        span = Span(date.start, date.end)
        written, actual = WEEKDAYS[date.weekday or 0].title(), WEEKDAYS[weekday].title()
        day = article[span].split(" ", 1)[1] + ("" if date.year else f", {year}")
        published = None if date.year else article.get(publication_date)
        related: tuple[RelatedLocation, ...] = ()
        if published and published.span:
            related = (RelatedLocation(published.span, "the year is taken from this date"),)
        message = f"{day}, was a {actual}, not a {written}; correct the weekday or the date."
        return Finding(span, " ".join(message.split()), related=related)


def _year_near_publication(article: Article, month: int, day: int) -> int | None:
    """Return the year in which a day is near the publication date, or None."""
    published = article.get(publication_date)
    if published is None:
        return None
    published_day = days_since_epoch(published.year, published.month, published.day)
    for year in (published.year, published.year - 1, published.year + 1):
        if abs(days_since_epoch(year, month, day) - published_day) <= MAX_DAYS_FROM_PUBLICATION:
            return year
    return None
