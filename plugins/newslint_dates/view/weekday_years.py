"""The year of a day that the text gives without one, and whether a weekday fits it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from newslint.api import (
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    Article,
    Pattern,
    Rejection,
    Span,
    TimeExpression,
    days_in_month,
    days_since_epoch,
    line_at,
    non_blank_lines,
    publication_date,
)
from newslint_dates.data.words import PICTURE_SIGNS

_ABBREVIATIONS = "|".join(name for name in WEEKDAY_NUMBERS if name not in WEEKDAYS)
# "Saturday and Sunday, May 16 and 17": a rule cannot tell which weekday belongs to which day.
SEVERAL_WEEKDAYS = Pattern(
    rf"(?:day|\b(?:{_ABBREVIATIONS})\.?)\s?(?:,|and|or|to|through|[-–—/&])\s?\Z",
    method="search",
    matches=("Saturday and ", "Thurs.-", "Monday to "),
    misses=("Saturday, when ", "a monk and ", "Saturday or so "),
)
# Of a date without a year: a date that is farther away may be of another year.
MAX_DAYS_FROM_PUBLICATION = 14
DAYS_OF_WEEK = 7
MIN_SPACES_IN_TITLE = 2  # of a gallery; other lines that are repeated are labels of the site
MAX_YEARS_APART = 4  # of the publication and of what a gallery or a retrospective shows
CHARS_AROUND_DATE = 300  # in which words show that a date belongs to a picture, or to the story of another year
PICTURE_SIGN = Pattern(
    rf"\b(?:{'|'.join(PICTURE_SIGNS)})\b",
    method="search",
    matches=("Hide caption", "4 of 9 Photos: The flood", "(Photo by Ann Lee)"),
    misses=("a photogenic dog", "the imagery"),
)
YEAR_FOLLOWS = Pattern(
    r"(?:,\s?|\s(?:of\s|in\s)?)\d{4}(?!\d|[ap]m)",
    matches=(", 1865", " of 1890", " 1492."),
    misses=(", 4 p.m.", " 1,200"),
)
SEVERAL_DAYS = Rejection("several weekdays or days stand together, and it is not clear which belong together", "date")
NO_YEAR = Rejection("it has no year, and the article states no publication date to take it from", "year")
FAR_AWAY = Rejection("it has no year, and is more than two weeks from the publication date", "year")
DIARY = Rejection("it heads an entry, and the article names older years: it may be of one of these", "year")
GALLERY = Rejection("it stands below a title that the page repeats: a picture may be older", "year")
PICTURE = Rejection("it belongs to a picture, which may be older", "year")
EARLIER_YEAR = Rejection("an earlier year stands near it, and may be its own", "year")
NO_SUCH_DAY = Rejection("the month has no such day: dates/impossible-date reports that", "calendar")
FITS = Rejection("the weekday is right", "calendar")


def weekday_in(date: TimeExpression, year: int) -> int:
    """Return the number of the weekday of a date in a year, Monday being 0."""
    return days_since_epoch(year, date.month or 1, date.day or 1) % 7


def year_of_wrong_date(article: Article, date: TimeExpression, month: int, day: int) -> int | Rejection:
    """Return the year in which a date does not have its weekday, or why none is certain."""
    if date.end_day is not None or SEVERAL_WEEKDAYS.search(article.text, date.start - 16, date.start):
        return SEVERAL_DAYS
    year = date.year or _year_near_publication(article, date, month, day)
    if isinstance(year, Rejection):
        return year
    if day > days_in_month(year, month):
        return NO_SUCH_DAY
    return FITS if weekday_in(date, year) == date.weekday else year


def _year_near_publication(article: Article, date: TimeExpression, month: int, day: int) -> int | Rejection:
    """Return the year in which a day without one is near the publication date."""
    published = article.get(publication_date)
    if published is None:
        return NO_YEAR
    published_day = days_since_epoch(published.year, published.month, published.day)
    for year in (published.year, published.year - 1, published.year + 1):
        if abs(days_since_epoch(year, month, day) - published_day) <= MAX_DAYS_FROM_PUBLICATION:
            older = _why_older(article, date, year)
            return year if older is None else older
    return FAR_AWAY


def _why_older(article: Article, date: TimeExpression, year: int) -> Rejection | None:
    """Return why a picture or an earlier year beside a date may make it older than the article, or None."""
    text = article.text
    line = line_at(article, date.start)
    if date.end - date.start == line.end - line.start and _names_older_year(article, year):
        return DIARY  # the heading of an entry in a diary or a chronicle
    if _stands_below_repeated_line(article, line):
        return GALLERY  # a gallery repeats its title above each picture
    start, end = max(line.start, date.start - CHARS_AROUND_DATE), min(line.end, date.end + CHARS_AROUND_DATE)
    if PICTURE_SIGN.search(text, start, end):
        return PICTURE
    years = article.mentions("year")
    is_older = YEAR_FOLLOWS.match(text, date.end) or any(
        text[first : first + 4].isdecimal() and int(text[first : first + 4]) < year
        for first, _end, _word in years[bisect_left(years, (start,)) : bisect_left(years, (end,))]
    )
    return EARLIER_YEAR if is_older else None


def _stands_below_repeated_line(article: Article, line: Span) -> bool:
    blocks = article.get(non_blank_lines)
    number = bisect_left(blocks, (line.start,))
    before = article[blocks[number - 1]] if number else ""
    return before.count(" ") >= MIN_SPACES_IN_TITLE and article.get(_repetitions)[before] > 1


def _repetitions(article: Article) -> Counter[str]:
    """Return how often each line stands in the article, apart from its first line, which may be the headline."""
    return Counter([article[line] for line in article.get(non_blank_lines)[1:]])


def may_be_of_last_year(article: Article, date: TimeExpression, year: int) -> bool:
    """Return whether a day has its weekday in the year before, and is more than a week old or has an anniversary."""
    published = article.get(publication_date)
    if published is None or weekday_in(date, year - 1) != date.weekday:
        return False
    if "anniversary" in article.text:
        return True
    day, published_day = (year, date.month or 1, date.day or 1), (published.year, published.month, published.day)
    return abs(days_since_epoch(*day) - days_since_epoch(*published_day)) > DAYS_OF_WEEK


def _names_older_year(article: Article, year: int) -> bool:
    """Return whether the article names a year at least two years before this one."""
    text = article.text
    years = (text[start : start + 4] for start, _end, _word in article.mentions("year"))
    return any(digits.isdecimal() and int(digits) <= year - 2 for digits in years)


def agree_on_other_year(wrong: Sequence[tuple[TimeExpression, int]]) -> bool:
    """Return whether several dates without a year all match their weekdays in one other year."""
    without_year = [(date, year) for date, year in wrong if date.year is None]
    days = {(date.month, date.day) for date, _year in without_year}
    return len(days) > 1 and any(
        all(weekday_in(date, year + distance) == date.weekday for date, year in without_year)
        for distance in range(-MAX_YEARS_APART, MAX_YEARS_APART + 1)
    )
