"""Dates as metadata has them: ISO 8601, RFC 2822, spelled out, with slashes or dots, seconds since 1970."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint.text.dates.calendar import MONTH_NUMBERS, days_in_month

if TYPE_CHECKING:
    import re

MIN_YEAR, MAX_YEAR = 1500, 2199
MIN_EPOCH_SECONDS, MAX_EPOCH_SECONDS = 86_400 * 365, 7_258_118_400  # 1971 to 2199


def parse_date(value: object) -> str | None:
    """Return a date of metadata as ISO 8601, with its time of day where it has one; None if it cannot be read.

    A day is kept as it is written: newslint does not convert time zones. Of two numbers that could both be months, the
    first is the month where slashes divide them (as in the United States), and the second where dots do.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _from_number(value)
    if hasattr(value, "isoformat"):  # of TOML, YAML and Parquet
        value = value.isoformat()
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if text.lstrip("-").replace(".", "", 1).isdigit():
        return _from_number(float(text) if "." in text else int(text))
    for pattern in _patterns():
        match = pattern.match(text)
        if match:
            return _from_match(match)
    return None


def _from_number(value: float) -> str | None:
    if isinstance(value, int) and 15_000_101 <= value <= 21_991_231:  # 20250523
        return _iso(value // 10_000, value // 100 % 100, value % 100, "")
    seconds = value / 1000 if value > MAX_EPOCH_SECONDS else value
    if not MIN_EPOCH_SECONDS <= seconds <= MAX_EPOCH_SECONDS:
        return None
    from datetime import datetime, timezone

    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _from_match(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    name = found.get("name")
    year, day = int(found["year"]), int(found["day"])
    month = MONTH_NUMBERS.get(name.lower().rstrip("."), 0) if name else int(found["month"])
    if found.get("sign") in ("/", "-") and month > 12 >= day:
        month, day = day, month
    clock = found.get("clock") or ""
    return _iso(year, month, day, clock)


def _iso(year: int, month: int, day: int, clock: str) -> str | None:
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    return f"{date}T{clock}" if clock else date


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    import re

    iso_clock = r"(?P<clock>\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)"
    weekday = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s)?"
    rest = r"(?:\s?,?\s?(?:at\s|-\s|\|\s)?\d{1,2}(?::\d\d){0,2}.{0,30})?$"
    forms = (
        rf"(?P<year>\d{{4}})(?P<sign>[-/.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?:(?:T|\s){iso_clock}?.{{0,30}})?$",
        rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){rest}",
        rf"{weekday}(?P<name>[a-z]{{3,9}})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}}){rest}",
        rf"{weekday}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<name>[a-z]{{3,9}})\.?,?[\s-](?P<year>\d{{4}}){rest}",
        rf"(?P<month>\d{{1,2}})(?P<sign>[/-])(?P<day>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}){rest}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}){rest}",
        # As `date` prints it: Fri Jun 5 10:00:00 UTC 2026.
        r"(?:[a-z]{3}\s)(?P<name>[a-z]{3})\s(?P<day>\d{1,2})\s(?P<clock>\d\d:\d\d:\d\d)\s(?:[a-z+\d]{3,5}\s)?(?P<year>\d{4})$",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
