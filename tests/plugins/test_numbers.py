"""What the examples of the family numbers cannot show: related locations, a date from metadata, long lines."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.model import Diagnostic
from newslint_numbers import newslint_rules
from support import count_calls

CHECKER = Checker([rule() for rule in newslint_rules()], cross=False)


def check(text: str, **meta: str) -> list[Diagnostic]:
    result = CHECKER.check(Article("a.txt", text, meta=meta))
    assert not result.failures
    return list(result.diagnostics)


def test_age_mismatch_relates_the_other_age() -> None:
    (one,) = check("Police arrested Max Mustermann, 34.\nMax Mustermann, 43, denies it.\n")
    assert one.rule == "numbers/age-mismatch" and one.match == "43"
    assert [other.location.match for other in one.related] == ["34"]


def test_headline_toll_relates_the_count_in_the_text() -> None:
    (one,) = check("Four killed in crash\n\nAt least six people were killed when a bus left the road.\n")
    assert one.rule == "numbers/headline-toll" and one.match == "Four killed"
    assert [other.location.match for other in one.related] == ["At least six people were killed"]


def test_years_ago_is_compared_with_a_date_from_metadata() -> None:
    text = "Twenty years ago, in 2003, the city burned.\n"
    assert not check(text)
    assert [one.rule for one in check(text, date="2018-06-12")] == ["numbers/years-since"]
    assert not check(text, date="2023-06-12")


@pytest.mark.parametrize(
    "words",
    [
        "Max Mustermann, 34, ",
        "34-year-old Max ",
        "5 miles (8 km) ",
        "up 5 percent from 4 to 3, ",
        "between 9 and ",
        "12 people — 3 men and ",
        "12 people, including 8 men, ",
        "12 years ago, in 2003, ",
        "7 men who came to the old town ",
        "12 of the ",
        "killed 7 ",
        "fifty (55) ",
    ],
)
def test_cost_grows_linearly_with_the_length_of_a_line(words: str) -> None:
    def cost(size: int) -> int:
        article = Article("a.txt", "Four killed in crash\n\n" + words * (size // len(words)))
        return count_calls(lambda: CHECKER.check(article))

    cost(1_000)  # patterns are compiled when first used
    assert cost(40_000) < 2.5 * cost(20_000)
