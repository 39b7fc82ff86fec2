"""Dates as metadata has them: ISO 8601, RFC 2822, spelled out, with slashes or dots, seconds since 1970."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint.text.dates.calendar import MONTH_NUMBERS, days_in_month

if TYPE_CHECKING:
    import re

MIN_YEAR, MAX_YEAR = 1500, 2199
MIN_COMPACT, MAX_COMPACT = MIN_YEAR * 10_000, MAX_YEAR * 10_000 + 1231  # 20250523
MIN_EPOCH_SECONDS, MAX_EPOCH_SECONDS = 86_400 * 365, 7_258_118_400  # 1971 to 2199
MAX_DATE_CHARS = 100


def parse_date(value: object, *, guess: bool = True) -> str | None:
    """Return a date of metadata as ISO 8601, with its time of day if that is certain; None if it cannot be read.

    newslint keeps a day as it is written: it does not convert time zones. Where slashes or hyphens divide two numbers
    that could both be the month, the first one is (as in the United States), or with `guess=False` the result is None.
    Where dots divide them, the second one is.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _from_number(value)
    isoformat = getattr(value, "isoformat", None)  # of the dates of TOML, YAML and Parquet
    if callable(isoformat):
        value = isoformat()
    if not isinstance(value, str) or len(value) > 2 * MAX_DATE_CHARS:
        return None
    text = " ".join(value.split())
    if len(text) > MAX_DATE_CHARS:
        return None
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) < 25:
        return _from_number(float(text) if "." in text else int(text))
    for pattern in _patterns():
        match = pattern.match(text)
        if match:
            return _from_match(match, guess)
    return None


def _from_number(value: float) -> str | None:
    if MIN_COMPACT <= value <= MAX_COMPACT and value == int(value):
        whole = int(value)
        date = _iso(whole // 10_000, whole // 100 % 100, whole % 100, "")
        if date:
            return date
    for divisor in (1, 1_000, 1_000_000, 1_000_000_000):  # of seconds, and parts of seconds
        if MIN_EPOCH_SECONDS * divisor <= value <= MAX_EPOCH_SECONDS * divisor:
            from datetime import datetime, timezone

            return datetime.fromtimestamp(int(value / divisor), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return None


def _from_match(match: re.Match[str], guess: bool) -> str | None:
    found = match.groupdict()
    name = found.get("name")
    year, day = int(found["year"]), int(found["day"])
    if len(found["year"]) == 2:  # as RFC 2822 reads two digits, which RSS allows
        year += 2000 if year < 50 else 1900
    month = MONTH_NUMBERS.get(name.lower(), 0) if name else int(found["month"])
    if found.get("order"):
        if month > 12 >= day:
            month, day = day, month
        elif day <= 12 and day != month and not guess:
            return None
    clock, zone = found.get("clock") or "", (found.get("zone") or "").upper()
    return _iso(year, month, day, clock + ("Z" if zone in ("UTC", "GMT") else zone))


def _iso(year: int, month: int, day: int, clock: str) -> str | None:
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    return f"{date}T{clock}" if clock else date


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    import re

    clock = r"(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
    weekday = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?"
    zone = r"(?:\s?[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|\s?[+-]\d\d:?\d\d|\s?\([^()]{1,40}\)){0,3}"
    # The rest is a time of day, which rules do not need.
    rest = rf"(?:(?:T|,\s?|\sat\s|\s[-–—|]\s?|\s)\d{{1,2}}(?:[:.]\d\d){{0,2}}(?:\.\d+)?\s?(?:[ap]\.?m\.?)?{zone})?$"
    label = r"(?:(?:published|posted|updated|date)\s?:?\s(?:on\s)?)?"
    start = label + weekday
    ending = r"(?:st|nd|rd|th)?"
    forms = (
        rf"{label}(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?:[T\s]{clock})?(?:\D.{{0,60}})?$",
        rf"(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}{zone})?$",
        rf"{label}(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){rest}",
        rf"{weekday}(?P<day>\d{{1,2}})\s(?P<name>[a-z]{{3,9}})\s(?P<year>\d\d(?:\d\d)?)\s{clock}{zone}$",  # RFC 2822
        rf"(?P<year>\d{{4}})\s(?P<name>[a-z]{{3,9}})\.?\s(?P<day>\d{{1,2}}){rest}",
        rf"{start}(?P<name>[a-z]{{3,9}})\.?\s(?P<day>\d{{1,2}}){ending},?\s(?P<year>\d{{4}}){rest}",
        rf"{start}(?P<day>\d{{1,2}}){ending}\.?(?:\sof)?[\s-](?P<name>[a-z]{{3,9}})\.?,?[\s-](?P<year>\d{{4}}){rest}",
        rf"{start}(?P<month>\d{{1,2}})(?P<order>[/-])(?P<day>\d{{1,2}})(?P=order)(?P<year>\d{{4}}){rest}",
        rf"{start}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}){rest}",
        # As `date` and JavaScript print it: Fri Jun 5 10:00:00 UTC 2026, Fri Jun 05 2026 10:00:00 GMT+0200 (CEST).
        rf"[a-z]{{3}}\s(?P<name>[a-z]{{3}})\s(?P<day>\d{{1,2}})\s{clock}\s(?:[a-z+\d]{{3,5}}\s)?(?P<year>\d{{4}})$",
    )
    return tuple(re.compile(form, re.IGNORECASE | re.ASCII) for form in forms)
