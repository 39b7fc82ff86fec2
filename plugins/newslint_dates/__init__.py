"""Dates: articles that cannot be placed in time, and dates that are wrong."""

from newslint.api import Rule
from newslint_dates.impossible_date import ImpossibleDate
from newslint_dates.no_publication_date import NoPublicationDate
from newslint_dates.today_words import TodayWords
from newslint_dates.weekday_mismatch import WeekdayMismatch


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `dates`."""
    return [ImpossibleDate, NoPublicationDate, TodayWords, WeekdayMismatch]
