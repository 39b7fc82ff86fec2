"""Time expressions: weekdays, dates and relative expressions ("last week", "three years ago").

A relative expression is not resolved here; `publication` finds the date that it is relative to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.article import Article, span_list
from newslint.model import Lexicon, Mention
from newslint.text.dates.calendar import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS
from newslint.text.dates.time_expression import TimeExpression, make_time_expression, word_before
from newslint.text.dates.weekdays import join_weekdays
from newslint.text.pattern import Pattern

if TYPE_CHECKING:
    from newslint.article import SpanList

PERIODS = "week weekend month year spring summer fall autumn winter quarter".split()
RELATIVE_EXPRESSIONS = (
    *("today", "tonight", "yesterday", "tomorrow", "overnight", "last night", "tomorrow night", "this morning"),
    *("this afternoon", "this evening", "coming days", "coming weeks", "coming months"),
    *(f"{which} {period}" for which in ("last", "next", "this", "this past", "this coming") for period in PERIODS),
)

LEXICON: Lexicon = {
    "weekday": WEEKDAYS,
    "month-name": MONTH_NUMBERS,
    "year": ("19*", "20*"),
    "relative-time": RELATIVE_EXPRESSIONS,
    "ago": ("ago",),
}

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%/°]|[.,]\d)"
_LAST_DAY = r"(?:\s?(?:[-–—&/]|to|and|through)\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|,\d))?"
# A time of day or the next word may follow without a space, as scrapers leave it: "June 5, 20265:00 AM".
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?=\d{1,2}:\d\d|(?-i:[A-Z][A-Za-z]))|(?![\w%]|[.,]\d))"
DAY_AFTER_MONTH = Pattern(
    rf"\.?,?\s(?:the\s)?{_DAY}{_LAST_DAY}(?:(?:,\s?|\s){_YEAR})?",
    matches=(" 9", " 9th, 2021", ". 9-11, 2021", " the 9th", " 9, 20215:00 AM", " 9, 2021Updated"),
    misses=(" 9:30", " 9,000", " 9%", " 1998"),
)
YEAR_AFTER_MONTH = Pattern(
    rf"\.?(?:,\s?|\s|\sof\s|-){_YEAR}",
    matches=(" 1998", ", 1998", " of 1998", ". 1998"),
    misses=(" 1898", " 1998.5", " 19,980", " 19985", " 1998er"),
)
ISO_DATE = Pattern(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-\d)",
    matches=("2021-04-09", "2021-04-09T07:00:00Z"),
    misses=("2021-04", "2021-04-09-1", "2021-4-9"),
)
YEAR_FIRST_DATE = Pattern(
    r"""(?P<year>\d{4})(?:/(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])
    |\.(?P<second>0[1-9]|1[0-2])\.(?P<third>0[1-9]|[12]\d|3[01]))(?![\w/]|\.\d)""",
    matches=("2021/04/09", "2021/4/9", "2021.04.09 07:00"),
    misses=("2021/04/09/", "2021/13/09", "2021/4", "2021.04.09.1", "2021.4.9"),
)
DAY_AND_MONTH_BEFORE_YEAR = Pattern(
    r"(?<![\d/.-])(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)\Z",
    method="search",
    matches=("4/9/", "on 9.4.", "04-09-"),
    misses=("1/4/9/", "4/9-", "4/9/ "),
)
# "may" and "march" are other words too, and people are called April: only after these is a bare name a month.
WORDS_BEFORE_MONTH = frozenset(
    "in since by until till last this next of early late mid from through during for".split()
)
_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several"
).split()
SPAN_BEFORE_AGO = Pattern(  # "years ago" by itself is long ago, not a day
    rf"""(?<![\w,.-])(?:an?(?:\s(?:few|couple\sof|half))?|few|\d{{1,3}}|(?:{"|".join(_COUNTS)})(?:-(?:{"|".join(_COUNTS[:9])}))?)
    (?:\sand\sa\shalf)?[\s-](?:hour|day|week|month|year)s?\s\Z""",
    method="search",
    matches=("two weeks ", "a couple of days ", "one and a half years ", "an hour ", "twenty-six years ", "15 years "),
    misses=("two decades ", "two weeks", "long ", "built years ", "many years ", "a million years ", "1,000 years "),
)


def time_expressions(article: Article) -> Sequence[TimeExpression]:
    """Return the time expressions in order. The weekday of a date is part of the date."""
    found = span_list(article, make_time_expression)
    _add_with_month(article, found)
    _add_numeric_dates(article, found)
    if article.mentions("weekday"):
        found.sort(key=_start)
        join_weekdays(article, found)
    for start, end, _word in article.mentions("relative-time"):
        found.append(TimeExpression(start, end, "relative"))
    for start, end, _word in article.mentions("ago"):
        match = SPAN_BEFORE_AGO.search(article.text, start - 35, start)
        if match:
            found.append(TimeExpression(match.start(), end, "ago"))
    found.sort(key=_start)
    return found


def _add_with_month(article: Article, found: SpanList[TimeExpression]) -> None:
    text, previous_end = article.text, 0
    for mention in article.mentions("month-name"):
        if mention[0] >= previous_end and text[mention[0]].isupper():
            expression = _parse_around_month(text, mention)
            if expression:
                previous_end = expression.end
                found.append(expression)


def _parse_around_month(text: str, mention: Mention) -> TimeExpression | None:
    start, end, word = mention
    month = MONTH_NUMBERS[word]
    before, before_start = word_before(text, start)
    day_before, begin, weekday = 0, start, None
    if before == "of":
        before, before_start = word_before(text, before_start)
        if before == "day":
            before, before_start = word_before(text, before_start)
    if before[:1].isdigit():
        bare = before.removesuffix(",")
        digits = bare[:-2] if bare[-2:] in ("st", "nd", "rd", "th") else bare
        is_apart = bare != before and word_before(text, before_start)[0].lower() not in WEEKDAY_NUMBERS
        if digits.isdecimal() and len(digits) < 3 and not is_apart:  # "Friday 27, October, 2020"
            day_before, begin = int(digits), before_start
            before, before_start = word_before(text, before_start)
    if before == "the":
        before, before_start = word_before(text, before_start)
    if before[:1].isupper():
        name = before.rstrip(",").lower()
        weekday = WEEKDAY_NUMBERS.get(name[:-1] if name[-1:] == "." and len(name) < 7 else name)
        if weekday is not None:
            begin = before_start
    if day_before:
        after = YEAR_AFTER_MONTH.match(text, end)
        if after:
            return TimeExpression(begin, after.end(), "date", int(after["year"]), month, day_before, None, weekday)
        return TimeExpression(begin, end, "monthday", None, month, day_before, None, weekday)
    next_character = text[end : end + 4].lstrip(" .,-")[:1]
    after = DAY_AFTER_MONTH.match(text, end) if next_character.isdigit() or next_character == "t" else None
    if after:
        day, last_day = int(after["day"]), int(after["last_day"]) if after["last_day"] else None
        if after["year"]:
            return TimeExpression(begin, after.end(), "date", int(after["year"]), month, day, last_day, weekday)
        return TimeExpression(begin, after.end(), "monthday", None, month, day, last_day, weekday)
    after = YEAR_AFTER_MONTH.match(text, end) if next_character.isdigit() or next_character == "o" else None
    if after:
        return TimeExpression(start, after.end(), "monthyear", int(after["year"]), month)
    if word in MONTHS and before.lower() in WORDS_BEFORE_MONTH:
        return TimeExpression(start, end, "month", None, month)
    return None


def _add_numeric_dates(article: Article, found: SpanList[TimeExpression]) -> None:
    """Add dates such as 2025-05-23, 2025/05/23 and 5/23/2025; an ambiguous one is read with the month first."""
    text = article.text
    for start, end, _word in article.mentions("year"):
        before, after = text[start - 1 : start], text[start + 4 : start + 5]
        if after == "-" or (after in ("/", ".") and before not in ("/", ".", "-")):
            iso = (ISO_DATE if after == "-" else YEAR_FIRST_DATE).match(text, start)
            if iso:
                year, month, day = (int(part) for part in iso.groups() if part)
                found.append(TimeExpression(start, iso.end(), "date", year, month, day))
        elif before in "/.-" and not after.isalnum():
            parts = DAY_AND_MONTH_BEFORE_YEAR.search(text, start - 6, start)
            if parts and text[end : start + 4].isdigit():
                month, day = int(parts["month"]), int(parts["day"])
                if month > 12:
                    month, day = day, month
                year = int(text[start : start + 4])
                found.append(TimeExpression(parts.start(), start + 4, "date", year, month, day))


def _start(expression: TimeExpression) -> int:
    return expression.start
