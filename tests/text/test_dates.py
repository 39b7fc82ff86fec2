"""The views of time expressions and of the publication date, and the calendar."""

from __future__ import annotations

import datetime

import pytest

from newslint.article import Article
from newslint.text.dates.calendar import days_in_month, days_since_epoch
from newslint.text.dates.expressions import time_expressions
from newslint.text.dates.publication import PublicationDate, publication_date
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)


def read(text: str, **meta: str) -> Article:
    return SCANNER.scan(Article("a.txt", text, meta=meta))


@pytest.mark.parametrize(
    ("text", "said", "kind", "year", "month", "day"),
    [
        ("It was Friday, May 16, 2025, at noon.", "Friday, May 16, 2025", "date", 2025, 5, 16),
        ("It was Fri., 16th of May 2025.", "Fri., 16th of May 2025", "date", 2025, 5, 16),
        ("It was Friday 16, May, 2025, at noon.", "Friday 16, May, 2025", "date", 2025, 5, 16),
        ("It was on May 16 in the hall.", "May 16", "monthday", None, 5, 16),
        ("It was on May 16-18 in the hall.", "May 16-18", "monthday", None, 5, 16),
        ("It was in Sept. 2022.", "Sept. 2022", "monthyear", 2022, 9, None),
        ("It was in late May.", "May", "month", None, 5, None),
        ("It was 2025-05-16.", "2025-05-16", "date", 2025, 5, 16),
        ("It was 16/5/2025.", "16/5/2025", "date", 2025, 5, 16),
        ("It was 2025/05/16 09:00.", "2025/05/16", "date", 2025, 5, 16),
        ("It was 2025.05.16.", "2025.05.16", "date", 2025, 5, 16),
        ("May 16, 20259:30 AM", "May 16, 2025", "date", 2025, 5, 16),
        ("16 May 2025Updated at noon", "16 May 2025", "date", 2025, 5, 16),
        ("It was twenty-six years ago.", "twenty-six years ago", "ago", None, None, None),
        ("It was last week.", "last week", "relative", None, None, None),
    ],
)
def test_time_expression(text, said, kind, year, month, day):
    (expression,) = read(text).get(time_expressions)
    assert text[expression.start : expression.end] == said
    assert (expression.kind, expression.year, expression.month, expression.day) == (kind, year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "You may 16 times try.",
        "April Smith said so.",
        "May 16,000 come!",
        "A march 20 miles long.",
        "May 16% be lost?",
        "On page 16, May was cold.",
    ],
)
def test_not_a_time_expression(text):
    assert not read(text).get(time_expressions)


def test_a_weekday_is_part_of_its_date_but_not_of_the_next_sentence():
    expressions = read("He left on Friday. May 16, 2025, was dull, and so was Saturday.").get(time_expressions)
    assert [(expression.kind, expression.weekday) for expression in expressions] == [
        ("weekday", 4),
        ("date", None),
        ("weekday", 5),
    ]


def test_a_date_does_not_cross_a_line_end():
    article = read("By a reporter\nMay 16, 2025\n")
    (expression,) = article.get(time_expressions)
    assert article[expression.start, expression.end] == "May 16, 2025"


def test_the_calendar():
    for day in (datetime.date(1900, 3, 1), datetime.date(2000, 2, 29), datetime.date(2024, 12, 31)):
        assert days_since_epoch(day.year, day.month, day.day) % 7 == day.weekday()
    assert [days_in_month(year, 2) for year in (None, 1900, 2000, 2023, 2024)] == [29, 28, 29, 28, 29]


def test_publication_date_from_metadata():
    assert read("It rained on Friday.", date="2025-05-16T10:00:00Z").get(publication_date) == PublicationDate(
        None, 2025, 5, 16
    )
    assert read("It rained on Friday.", date="a while ago").get(publication_date) is None
    assert read("It rained on Friday.", date="0000-00-00").get(publication_date) is None
