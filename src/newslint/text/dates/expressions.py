"""Times: weekdays, dates and relative expressions ("last week", "three years ago"), where they stand and what they say.

What a word of time hangs on is not decided here; the publication date is in `publication`.
"""

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon, Mention
from newslint.text.pattern import Pattern

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
MONTH_OF = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_OF |= {name[:3]: number for name, number in MONTH_OF.items()} | {"sept": 9}
DAY_OF = {name: number for number, name in enumerate(WEEKDAYS)}
DAY_OF |= {name[:3]: number for name, number in DAY_OF.items()} | {"tues": 1, "thur": 3, "thurs": 3}

PERIODS = "week weekend month year spring summer fall autumn winter quarter".split()
RELATIVE = (
    *("today", "tonight", "yesterday", "tomorrow", "overnight", "last night", "tomorrow night", "this morning"),
    *("this afternoon", "this evening", "coming days", "coming weeks", "coming months"),
    *(f"{which} {spell}" for which in ("last", "next", "this", "this past", "this coming") for spell in PERIODS),
)

LEXICON: Lexicon = {
    "weekday": WEEKDAYS,
    "month-name": MONTH_OF,
    "year-figure": ("19*", "20*"),
    "relative-time": RELATIVE,
    "ago": ("ago",),
}

# What stands behind a month's name in a date, and around a year in figures. The windows are a few words wide.
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%/°]|[.,]\d)"
UNTIL = r"(?:\s?(?:[-–—&/]|to|and|through)\s?(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|,\d))?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%]|[.,]\d)"
DAY_AFTER = Pattern(rf"\.?,?\s{{1,2}}(?:the\s)?{DAY}{UNTIL}(?:(?:,\s?|\s){YEAR})?")
YEAR_AFTER = Pattern(rf"\.?(?:,\s?|\s|\sof\s|-){YEAR}")
ISO = Pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-\d)")
SLASHED = Pattern(r"(?<![\d/.-])(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)\Z")
# "may" and "march" are other words too, and people are called April: a bare month needs a sign that it is one.
TO_MONTH = frozenset("in since by until till last this next of early late mid from through during for".split())
AGO = Pattern(
    r"(?<![\w-])(?P<count>[\w-]+|a\s(?:few|couple\sof))(?:\sand\sa\shalf)?[\s-](?:hour|day|week|month|year)s?\s\Z"
)
INDEFINITE_COUNTS = frozenset("many some of the thousand million billion hundred hundreds thousands millions".split())


class TimeExpression(NamedTuple):
    """An expression of time. `kind` is date, monthday, monthyear, month, weekday, relative or ago."""

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_day: int | None = None  # the last day of several: "May 16-18"
    weekday: int | None = None  # Monday is 0


def days_since_epoch(year: int, month: int, day: int) -> int:
    """Days since a fixed day, in the Gregorian calendar; `day_number(...) % 7` is the weekday, Monday being 0."""
    earlier = year - (month < 3)
    months = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5
    return 365 * earlier + earlier // 4 - earlier // 100 + earlier // 400 + months + day + 1


def days_in_month(year: int | None, month: int) -> int:
    """How many days a month has; February 29 where the year is not known."""
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def time_expressions(article: Article) -> list[TimeExpression]:
    """The expressions of time in order; the weekday of a date is part of the date."""
    found = [*_with_month(article), *_numeric_dates(article)]
    found += _weekdays(article, found)
    for start, end, _word in article.mentions("relative-time"):
        found.append(TimeExpression(start, end, "relative"))
    for start, end, _word in article.mentions("ago"):
        match = AGO.search(article.text, start - 35, start)
        if match and match["count"].lower() not in INDEFINITE_COUNTS:
            found.append(TimeExpression(match.start(), end, "ago"))
    found.sort(key=_start)
    return found


def _with_month(article: Article) -> list[TimeExpression]:
    text, found, past = article.text, [], 0
    for mention in article.mentions("month-name"):
        if mention[0] >= past and text[mention[0]].isupper():
            when = _month(text, mention)
            if when:
                past = when.end
                found.append(when)
    return found


def _month(text: str, mention: Mention) -> TimeExpression | None:
    start, end, word = mention
    month = MONTH_OF[word]
    before, at = word_before(text, start)
    first, begin, weekday = 0, start, None
    if before == "of":
        before, at = word_before(text, at)
    if before[:1].isdigit():
        figure = before[:-2] if before[-2:] in ("st", "nd", "rd", "th") else before
        if figure.isdecimal() and len(figure) < 3:
            first, begin = int(figure), at
            before, at = word_before(text, at)
    if before == "the":
        before, at = word_before(text, at)
    if before[:1].isupper():
        name = before.rstrip(",").lower()
        weekday = DAY_OF.get(name[:-1] if name[-1:] == "." and len(name) < 7 else name)
        if weekday is not None:
            begin = at
    if first:
        after = YEAR_AFTER.match(text, end)
        if after:
            return TimeExpression(begin, after.end(), "date", int(after["year"]), month, first, None, weekday)
        return TimeExpression(begin, end, "monthday", None, month, first, None, weekday)
    goes_on = text[end : end + 4].lstrip(" .,\xa0-")[:1]
    after = DAY_AFTER.match(text, end) if goes_on.isdigit() or goes_on == "t" else None
    if after:
        day, until = int(after["day"]), int(after["until"]) if after["until"] else None
        if after["year"]:
            return TimeExpression(begin, after.end(), "date", int(after["year"]), month, day, until, weekday)
        return TimeExpression(begin, after.end(), "monthday", None, month, day, until, weekday)
    after = YEAR_AFTER.match(text, end) if goes_on.isdigit() or goes_on == "o" else None
    if after:
        return TimeExpression(start, after.end(), "monthyear", int(after["year"]), month)
    if (len(word) > 4 or word in MONTHS) and before.lower() in TO_MONTH:
        return TimeExpression(start, end, "month", None, month)
    return None


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word before `at`, with what is joined to it, and where it begins; empty where a line begins at `at`."""
    if text[at - 1 : at] not in (" ", "-", "\xa0"):
        return "", at
    end = at - 1
    if text[end - 1 : end] == " ":
        end -= 1
    chunk = text[max(0, end - 16) : end]
    for sign in ' \n\xa0-(“"':
        chunk = chunk[chunk.rfind(sign) + 1 :]
    return chunk, end - len(chunk)


def _numeric_dates(article: Article) -> list[TimeExpression]:
    """2025-05-23, and 5/23/2025; where a slashed date can be read both ways, the month is taken to come first."""
    text, found = article.text, []
    for start, end, _word in article.mentions("year-figure"):
        around = text[start - 1 : start], text[start + 4 : start + 5]
        if around[1] == "-":
            iso = ISO.match(text, start)
            if iso:
                year, month, day = (int(part) for part in iso.group("year", "month", "day"))
                found.append(TimeExpression(start, iso.end(), "date", year, month, day))
        elif around[0] in "/.-" and around[0] and not around[1].isalnum():
            slashed = SLASHED.search(text, start - 6, start)
            if slashed and text[end : start + 4].isdigit():
                month, day = int(slashed["month"]), int(slashed["day"])
                if month > 12:
                    month, day = day, month
                found.append(
                    TimeExpression(slashed.start(), start + 4, "date", int(text[start : start + 4]), month, day)
                )
    return found


def _start(when: TimeExpression) -> int:
    return when.start


def _weekdays(article: Article, dates: list[TimeExpression]) -> list[TimeExpression]:
    text, found = article.text, []
    spans = iter([(when.start, when.end) for when in dates if when.weekday is not None])
    taken = next(spans, None)
    for start, end, word in article.mentions("weekday"):
        while taken is not None and taken[1] <= start:
            taken = next(spans, None)
        if text[start].isupper() and not (taken is not None and taken[0] <= start):
            found.append(TimeExpression(start, end, "weekday", weekday=WEEKDAYS.index(word)))
    return found
