"""dates/weekday-mismatch: a weekday and a date that do not go together."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import (
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

# "Saturday and Sunday, May 16 and 17": which weekday belongs to which day is not for a rule to say.
SEVERAL = Pattern(r"(?:day|\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?)\s?(?:,|and|or|to|through|[-–—/&])\s?\Z")
NEAR = 60  # days between a date without a year and the publication date


class WeekdayMismatch(Rule):
    """Finds a weekday and a date that do not go together, such as a "Wednesday" that was a Thursday.

    One of the two is wrong, and a reader who was there, or who plans to come, cannot tell which. The slip is easiest in
    January, when the old year is still in the fingers, and in copy that is updated over night. The Society of
    Professional Journalists' Code of Ethics asks journalists to verify information before they release it, and to take
    responsibility for its accuracy.

    Where the text gives no year, the rule takes the year from the article's publication date, and only for days that
    are no more than two months away from it. Without either it stays silent.

    ```bad
    The vote was held on Wednesday, May 23, 2019, in the old town hall.
                         ^^^^^^^^^^^^^^^^^^^^^^^ May 23, 2019, was a Thursday, not a Wednesday; correct the day or …
    ```

    ```bad
    Published: June 6, 2025

    The vote was held on Tuesday, June 4, in the old town hall.
                         ^^^^^^^^^^^^^^^ June 4, 2025, was a Wednesday, not a Tuesday; correct the day or the date.
    ```

    ```good
    The vote was held on Thursday, May 23, 2019, and counted on Saturday and Sunday, May 25 and 26, 2019.
    ```
    """

    name = "dates/weekday-mismatch"
    severity = "error"
    required_kinds = ("month-name",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each pair that does not fit."""
        for when in article.get(time_expressions):
            if when.weekday is None or when.day is None or when.month is None or when.end_day is not None:
                continue
            if SEVERAL.search(article.text, when.start - 16, when.start):
                continue
            year = when.year or _year(article, when)
            if year is None or not 1 <= when.day <= days_in_month(year, when.month):
                continue
            day = days_since_epoch(year, when.month, when.day) % 7
            if day != when.weekday:
                yield self._finding(article, when, year, day)

    def _finding(self, article: Article, when: TimeExpression, year: int, day: int) -> Finding:
        at = Span(when.start, when.end)
        said, real = WEEKDAYS[when.weekday or 0].title(), WEEKDAYS[day].title()
        date = article[at].split(" ", 1)[1] + ("" if when.year else f", {year}")
        anchor = None if when.year else article.get(publication_date)
        related = (RelatedLocation(anchor.span, "the year is taken from here"),) if anchor and anchor.span else ()
        message = f"{date}, was a {real}, not a {said}; correct the day or the date."
        return Finding(at, " ".join(message.split()), related=related)


def _year(article: Article, when: TimeExpression) -> int | None:
    """The year that puts a date without one near the day of publication."""
    anchor = article.get(publication_date)
    if anchor is None or when.month is None or when.day is None:
        return None
    published = days_since_epoch(anchor.year, anchor.month, anchor.day)
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        if abs(days_since_epoch(year, when.month, when.day) - published) <= NEAR:
            return year
    return None
