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
        ("It was 3 years ago.", "3 years ago", "ago", None, None, None),
        ("It was Tues., Sept. 2, 2025, at noon.", "Tues., Sept. 2, 2025", "date", 2025, 9, 2),
        ("It was Thur. May 15 2025.", "Thur. May 15 2025", "date", 2025, 5, 15),
        ("It was Thurs. the 15th of May.", "Thurs. the 15th of May", "monthday", None, 5, 15),
        ("It was on the 16th day of May, 2025.", "16th day of May, 2025", "date", 2025, 5, 16),
        ("It was on the 1st of May.", "1st of May", "monthday", None, 5, 1),
        ("It was on the 3rd of May 2025.", "3rd of May 2025", "date", 2025, 5, 3),
        ("It was on 2nd May.", "2nd May", "monthday", None, 5, 2),
        ("It was May the 16th, 2025.", "May the 16th, 2025", "date", 2025, 5, 16),
        ("It was May 16 and 17, 2025.", "May 16 and 17, 2025", "date", 2025, 5, 16),
        ("It was in May of 2025.", "May of 2025", "monthyear", 2025, 5, None),
        ("It was in mid-May.", "May", "month", None, 5, None),
        ("It was since September.", "September", "month", None, 9, None),
        ("It was 04.05.2025.", "04.05.2025", "date", 2025, 4, 5),
        ("It was 2025/5/16.", "2025/5/16", "date", 2025, 5, 16),
        ("It was 4-9-2021 here.", "4-9-2021", "date", 2021, 4, 9),
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
        "Of the crew, May was the first.",
        "In may, or in june, they left.",
        "Since Sep they left.",
        "Read 116 May songs.",
        "Read 1a May songs.",
        "It was 4/9/20, “so” they said.",
        "A path is /2025/05/16 here.",
        "The part x2025/05/16 broke.",
        "The file 1-2-2025-3 broke.",
        "The file 1/2/2025a broke.",
        "It was years ago.",
        "It was long ago.",
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


def test_a_day_belongs_to_one_month():
    expressions = read("They met on May 16, June 17 and 18 July.").get(time_expressions)
    assert [(expression.month, expression.day) for expression in expressions] == [(5, 16), (6, 17), (7, 18)]


@pytest.mark.parametrize(
    ("text", "said", "weekday", "month"),
    [
        ("It was Friday morning, May 16, 2025.", "Friday morning, May 16, 2025", 4, 5),
        ("It was Tues., May 13, 2025.", "Tues., May 13, 2025", 1, 5),
        ("It was Thur. May 15, 2025.", "Thur. May 15, 2025", 3, 5),
        ("It was Thurs., the 15th of May.", "Thurs., the 15th of May", 3, 5),
        ("It was Sun. May 18.", "Sun. May 18", 6, 5),
        ("It was Friday (May 16, 2025).", "Friday (May 16, 2025)", 4, 5),
        ("It was Friday (May 16, 2025, at noon).", "Friday (May 16, 2025", 4, 5),
        ("Friday -- May 16 -- was dull.", "Friday -- May 16", 4, 5),
        ("Friday - 05/16/2025 - was dull.", "Friday - 05/16/2025", 4, 5),
        ("It was May 16, 2025, a Friday.", "May 16, 2025, a Friday", 4, 5),
        ("It was May 16, 2025 (a Friday), at noon.", "May 16, 2025 (a Friday)", 4, 5),
        ("It was May 16, 2025 (Friday), at noon.", "May 16, 2025 (Friday)", 4, 5),
        ("It was Thursday 05/06/2025.", "Thursday 05/06/2025", 3, 6),  # June 5 was one, and May 6 was not
        ("It was Friday 05/06/2025.", "Friday 05/06/2025", 4, 5),  # neither was one
        ("It was Tuesday 05/06/2025.", "Tuesday 05/06/2025", 1, 5),
        ("It was Wednesday 12/03/2025.", "Wednesday 12/03/2025", 2, 12),  # and March 12 was one, too
        ("It was Thursday morning, May 6, 2025.", "Thursday morning, May 6, 2025", 3, 5),
        ("(It was Friday, 05/16/2025)", "Friday, 05/16/2025", 4, 5),
        ("It was Friday 05/16/2025.", "Friday 05/16/2025", 4, 5),
        ("It was Friday 05/40/2025.", "Friday 05/40/2025", 4, 5),
        ("It was Thursday, 2025/05/06.", "Thursday, 2025/05/06", 3, 5),
    ],
)
def test_a_weekday_beside_a_date_is_a_part_of_it(text, said, weekday, month):
    (expression,) = read(text).get(time_expressions)
    assert text[expression.start : expression.end] == said
    assert (expression.weekday, expression.month) == (weekday, month)


@pytest.mark.parametrize(
    "text",
    [
        "Friday and May 16, 2025, were dull.",
        "Friday - May 16, 2025, was dull.",  # from a day to a day
        "They came Friday, and went on the long way home May 16, 2025.",
        "It was May 16, 2025, a Friday newspaper said.",
        "It was May 16, 2025, and Friday.",
        "Friday, in May 2025, was dull.",
        "Friday (May 2025) was dull.",
        "Friday (May 16-18, 2025) was dull.",
        "It was May 16-18, 2025 (a Friday), at noon.",
        "It was May 2025 (a Friday), at noon.",
        "It was Friday, May 16, 2025 (a Saturday), at noon.",
    ],
)
def test_a_weekday_apart_from_a_date_stands_alone(text):
    kinds = [expression.kind for expression in read(text).get(time_expressions)]
    assert kinds.count("weekday") == 1


def test_a_date_does_not_cross_a_line_end():
    article = read("By a reporter\nMay 16, 2025\n")
    (expression,) = article.get(time_expressions)
    assert article[expression.start, expression.end] == "May 16, 2025"


def test_the_calendar():
    first = datetime.date(1890, 1, 1)
    for number in range(0, 80_000, 13):
        day = first + datetime.timedelta(number)
        assert days_since_epoch(day.year, day.month, day.day) % 7 == day.weekday()
    assert [days_in_month(2023, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [days_in_month(year, 2) for year in (None, 1900, 2000, 2023, 2024)] == [29, 28, 29, 28, 29]


def test_publication_date_from_metadata():
    assert read("It rained on Friday.", date="2025-05-16T10:00:00Z").get(publication_date) == PublicationDate(
        None, 2025, 5, 16
    )
    assert read("It rained on Friday.", date="a while ago").get(publication_date) is None
    assert read("It rained on Friday.", date="0000-00-00").get(publication_date) is None
