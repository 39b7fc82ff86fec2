"""Kinds of numbers: what a number is, so that a rule compares only like with like."""

from typing import Literal

from newslint.text.dates.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from newslint.text.numbers.currencies import CURRENCY_BY_MARK, CURRENCY_BY_WORD
from newslint.text.pattern import Pattern

Kind = Literal[
    "count",  # twelve men, 300
    "money",  # $5 million, N500
    "measure",  # 12 miles, 1,358MW
    "share",  # 12 percent
    "point",  # 12 percentage points
    "period",  # six months, 30 minutes
    "age",  # 12-year-old, aged 12
    "date",  # 2024, May 16
    "clock",  # 9 p.m., 0700
    "multiple",  # five times, 12-fold
    "part",  # half
    "name",  # S&P 500, No. 14, Exit 40, Section 285, 4G
    "modifier",  # the two-day summit, a 400-level course
    "serial",  # (2)
]

CURRENCIES = frozenset((*CURRENCY_BY_MARK.values(), *CURRENCY_BY_WORD.values()))
PERIODS = frozenset(
    "year month week day hour minute second decade century night weekend quarter season semester fortnight".split()
)
# Before a number that names something, in any case and with a capital.
LABELS = frozenset(
    """no nos section sections article articles chapter clause paragraph rule decree resolution amendment route highway
    interstate exit flight gate room apartment apt page pages p pp part parts channel grade top number
    numbers""".split()
)
CAPITAL_LABELS = frozenset(
    """Act Area Bill Bus Class Covenant Day Figure Formula Group Hall Item Lane Law Level Line Lot Note Order Part Phase
    Pier Platform Precinct District Ward Zone Region Sector Round Series Stage Step Suite Table Terminal Track Train
    Type Unit Version Volume Vol Week Windows Apollo Psalm Verse Block Schedule Regulation
    Constitution Road Street""".split()
)
CLOCK = Pattern(
    r"[ ]?(?:[ap]\.?m\b|o'clock|noon\b|midnight\b|hrs\b|GMT\b|UTC\b)",
    matches=(" p.m.", "am", " o'clock"),
    misses=(" amid", " people", " hours"),
)
MULTIPLE = Pattern(r"[ -]?(?:times|fold|x)\b", matches=(" times", "-fold", "x"), misses=(" timescales", " foldable"))
BEFORE_AGE = Pattern(
    r"\bage[ds]?[ ](?:(?:of|between)[ ](?:\d\d?[ ](?:and|to)[ ])?)?$",
    method="search",
    matches=("aged ", "age of ", "ages of 14 and "),
    misses=("page ", "the ages and "),
)
NAME_WITH_ARTICLE = Pattern(
    r"\b[Tt]he[ ](?:[A-Z][\w&.]*[ ]){1,3}$",
    case_sensitive=True,
    method="search",
    matches=("the S&P ", "The Nasdaq "),
    misses=("the old ", "of Nasdaq "),
)


def kind_of(text: str, start: int, end: int, unit: str, noun: str, is_plural: bool) -> Kind:
    """Return the kind of the number from `start` to `end`, by its unit, its noun and the words around it.

    `is_plural` says whether the noun is in the plural, so that the number counts it.
    """
    if unit:
        return _kind_of_unit(unit)
    after = text[end : end + 1]
    if after.isalpha():
        return _kind_of_glued(text, end)
    if text[start] == "0" and text[start + 1 : start + 2].isdecimal():
        return "clock"
    if after == ")" and text[start - 1 : start] == "(" and end - start < 3:
        return "serial"
    before = text[max(0, start - 24) : start]
    word = before[:-1].rpartition(" ")[2].rpartition("\n")[2] if before[-1:] == " " else ""
    if before[-1:] == "#" or word.strip(".(“").lower() in LABELS or word.strip(".(“") in CAPITAL_LABELS:
        return "name"
    if CLOCK.match(text, end, end + 12):
        return "clock"
    if noun in PERIODS:
        return "period"
    if after in (" ", "-") and MULTIPLE.match(text, end, end + 8):
        return "multiple"
    if after == "-":
        is_period = text[end + 1 : end + 12].partition(" ")[0].partition("-")[0].lower() in PERIODS
        return "period" if is_period else "modifier"
    if word[-2:] in ("ge", "ed", "of", "en", "nd", "to") and BEFORE_AGE.search(text, start - 24, start):
        return "age"
    if text[start:end].lower() == "half":
        return "part"
    if word[:1].isupper() and text[start].isdecimal() and not is_plural and _is_in_name(text, start, word):
        return "name"
    return "count"


def _kind_of_unit(unit: str) -> Kind:
    if unit == "%":
        return "share"
    if unit in ("date", "point"):
        return "date" if unit == "date" else "point"
    if unit in CURRENCIES:
        return "money"
    return "age" if unit.endswith("-old") else "measure"


def _kind_of_glued(text: str, end: int) -> Kind:
    """Return the kind of digits that letters follow at once: "1,358MW" is a measure, "12x" a multiple, "4G" a name."""
    if CLOCK.match(text, end, end + 12):
        return "clock"
    if MULTIPLE.match(text, end, end + 8):
        return "multiple"
    return "measure" if text[end + 1 : end + 2].isalpha() else "name"


def _is_in_name(text: str, start: int, word: str) -> bool:
    """Return whether a number after a capitalized word is the end of a name: "the S&P 500"."""
    is_day = word.lower() in MONTH_NUMBERS or word.lower() in WEEKDAY_NUMBERS
    return not is_day and NAME_WITH_ARTICLE.search(text, start - 30, start) is not None
