"""What the examples of the family dates cannot show: related locations, and a text that ends without a line end."""

from __future__ import annotations

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.model import Diagnostic
from newslint_dates import newslint_rules

CHECKER = Checker([rule() for rule in newslint_rules()], cross=False)


def check(text: str, rule: str, **meta: str) -> list[Diagnostic]:
    result = CHECKER.check(Article("a.txt", text, meta=meta))
    assert not result.failures
    return [one for one in result.diagnostics if one.rule == rule]


def test_weekday_mismatch_relates_the_date_that_the_year_is_taken_from() -> None:
    (one,) = check("Published: June 6, 2025\n\nThey voted on Tuesday, June 4.\n", "dates/weekday-mismatch")
    assert [(other.location.match, other.message) for other in one.related] == [
        ("June 6, 2025", "the year is taken from this date")
    ]


def test_weekday_mismatch_relates_nothing_where_the_year_is_given() -> None:
    (one,) = check("Published: June 6, 2025\n\nThey voted on Friday, May 23, 2019.\n", "dates/weekday-mismatch")
    assert not one.related


def test_no_publication_date_relates_at_most_eight_other_expressions() -> None:
    (one,) = check("On Monday it rained. It snowed last week, too.\n", "dates/no-publication-date")
    assert [other.location.match for other in one.related] == ["last week"]
    (one,) = check("On Monday it rained. On Friday it snowed.\n" * 5, "dates/no-publication-date")
    assert len(one.related) == 8


def test_a_year_may_end_the_text() -> None:
    assert not check("The ferry hit the pier on May 16 and was sold in 2019", "dates/no-publication-date")
