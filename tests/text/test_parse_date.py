"""Dates of metadata, in the forms in which scrapers and feeds write them."""

from __future__ import annotations

import datetime

import pytest

from newslint.text.dates.parse import parse_date

MAY_23 = "2025-05-23"
AT_TEN = "2025-05-23T10:00:00Z"
SECONDS = 1_747_994_400  # from 1970 to that time


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (20250523, MAY_23),
        (20250523.0, MAY_23),
        (20251323, None),  # no month has the number 13
        (14991231, None),
        (21991231, "2199-12-31"),
        (22000101, None),
        (SECONDS, AT_TEN),
        (SECONDS + 0.5, AT_TEN),
        (SECONDS * 1_000, AT_TEN),
        (SECONDS * 1_000_000, AT_TEN),
        (SECONDS * 1_000_000_000, AT_TEN),
        (86_400, None),  # in 1970: a count of something else
        (8_000_000_000, None),  # after 2199 in seconds, before 1971 in milliseconds
        (10**21, None),
        (0, None),
        (-SECONDS, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        (None, None),
        ([MAY_23], None),
        (datetime.date(2025, 5, 23), MAY_23),
        (datetime.datetime(2025, 5, 23, 10, 0, tzinfo=datetime.timezone.utc), "2025-05-23T10:00:00+00:00"),
    ],
)
def test_numbers_and_dates_of_other_types(value, date):
    assert parse_date(value) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20250523", MAY_23),
        (f"{SECONDS}.25", AT_TEN),
        ("20250523.5", None),
        ("1" * 30, None),
        ("٢٠٢٥٠٥٢٣", None),
        ("2025-05-23", MAY_23),
        ("2025-05-23T10:00:00Z", AT_TEN),
        ("2025-05-23 10:00:00 UTC", AT_TEN),
        ("2025-05-23 10:00:00 GMT", AT_TEN),
        ("2025-05-23T10:00+02:00", "2025-05-23T10:00+02:00"),
        (" " * 120 + "2025-05-23", MAY_23),
        ("2025-05-23" + " " * 200, None),  # too long to be a date
        ("2025-02-28", "2025-02-28"),
        ("2025-02-29", None),
        ("2024-02-29", "2024-02-29"),
        ("2025-04-31", None),
        ("2025-13-01", None),
        ("2025-00-10", None),
        ("2025-05-00", None),
        ("1499-12-31", None),
        ("1500-01-01", "1500-01-01"),
        ("2199-12-31", "2199-12-31"),
        ("2200-01-01", None),
        ("05/23/2025", MAY_23),
        ("23/05/2025", MAY_23),
        ("05-06-2025", "2025-05-06"),
        ("13/13/2025", None),
        ("6.5.2025", "2025-05-06"),
        ("Friday, May 23, 2025", MAY_23),
        ("Tues, Sept. 2nd, 2025 at 9:30 a.m. EDT", "2025-09-02"),
        ("Published on 23rd of May 2025", MAY_23),
        ("23 Mai 2025", None),
        ("Fri, 23 May 25 10:00 GMT", "2025-05-23T10:00Z"),
        ("Fri, 23 May 49 10:00 GMT", "2049-05-23T10:00Z"),
        ("Fri, 23 May 50 10:00:00 +0200", "1950-05-23T10:00:00+0200"),
        ("Fri May 23 10:00:00 UTC 2025", AT_TEN),
        ("soon", None),
        ("", None),
    ],
)
def test_texts(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("05/06/2025", None),  # in May or in June
        ("05/05/2025", "2025-05-05"),
        ("23/05/2025", MAY_23),
        ("05/23/2025", MAY_23),
        ("6.5.2025", "2025-05-06"),
        ("May 6, 2025", "2025-05-06"),
    ],
)
def test_without_guessing_an_ambiguous_date_is_none(text, date):
    assert parse_date(text, guess=False) == date
