"""The reader of figures: every way to write a number, and the kind of each."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.text.lexicons import LEXICONS
from newslint.text.numbers.numerals import numbers
from newslint.text.numbers.quantities import are_alike, quantities
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)


def read(text: str) -> Article:
    return SCANNER.scan(Article("a.txt", text))


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("one hundred and fifty guests", "one hundred and fifty", 150),
        ("one hundred twenty miles", "one hundred twenty", 120),
        ("a hundred and five guests", "a hundred and five", 105),
        ("One Hundred and Fifty - Five Thousand", None, 155_000),
        ("thirty five members", "thirty five", 35),
        ("two-and-a-half miles", "two-and-a-half", 2.5),
        ("three and a half thousand", "three and a half thousand", 3500),
        ("one and half million naira", "one and half million", 1.5e6),
        ("two hundred and nineteen thousand", "two hundred and nineteen thousand", 219_000),
        ("Four Million, Two Hundred and One Thousand and Six", None, 4_201_006),
        ("Nine Million, Twenty Five Thousand, Three Hundred", None, 9_025_300),
        ("two thousand two hundred rounds", "two thousand two hundred", 2200),
        ("one mln barrels", "one mln", 1e6),
        ("a quarter of a million trees", "a million", 250_000),
        ("400million litres", "400million", 4e8),
        ("4.1 mln tonnes", "4.1 mln", 4.1e6),
        ("1.2bn messages", "1.2bn", 1.2e9),
        ("1.2m people", "1.2m", 1.2e6),
        ("40k downloads", "40k", 40_000),
        ("90 lakh tonnes", "90 lakh", 9e6),
        ("1.2 crore tonnes", "1.2 crore", 1.2e7),
        ("$6 millions", "6 millions", 6e6),
        ("2 and a half million", "2 and a half million", 2.5e6),
        ("N3.96m", "3.96m", 3.96e6),
        ("₦5bn", "5bn", 5e9),
        ("KSh500", "500", 500),
        ("10 000 staff", "10 000", 10_000),
        ("1 250 000 trees", "1 250 000", 1_250_000),
        ("45, 957.35 points", "45, 957.35", 45_957.35),
        ("$48, 200", "48, 200", 48_200),
        (".84 meters", ".84", 0.84),
        ("2 1/2 miles", "2 1/2", 2.5),
        ("2½ miles", "2½", 2.5),
        ("7½ miles", "7½", 7.5),
    ],
)
def test_a_number_is_read_whole(text: str, said: str | None, value: float) -> None:
    article = read(text)
    (number,) = article.get(numbers)
    assert (article[number[:2]], number.value) == (said or text, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between one hundred and two hundred men", [100, 200]),
        ("between one hundred and five and one hundred and thirty", [105, 130]),
        ("between one thousand and two thousand", [1000, 2000]),
        ("between 90,000 and 2 lakh", [90_000, 200_000]),
        ("On Jan. 12, 200 people and, on May 5 300 people", [12, 200, 5, 300]),
        ("two million, five of them new", [2e6, 5]),
        ("five and six", [5, 6]),
        ("twenty, five and ten", [20, 5, 10]),
        ("two fifth graders", [2]),
        ("a bus, 40 men and 5 and a boy", [40, 5]),
        ("call 555 123 4567", [555, 123, 4567]),
    ],
)
def test_neighbors_stay_apart(text: str, values: list[float]) -> None:
    assert [number.value for number in read(text).get(numbers)] == values


@pytest.mark.parametrize("text", ["48, 200 trees", "two-thirds of it", "one fifth of it", "N95 masks", "the R2 unit"])
def test_what_may_be_no_number_is_left_out(text: str) -> None:
    assert read(text).get(numbers) == []


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("12 men", "count", ""),
        ("US$340 a night", "money", "$"),
        ("A$340 a night", "money", "A$"),
        ("₹340 a night", "money", "₹"),
        ("Rs. 340 a night", "money", "₹"),
        ("N500 a night", "money", "₦"),
        ("GH₵20 a night", "money", "₵"),
        ("5 mln dlrs", "money", "$"),
        ("500 naira", "money", "₦"),
        ("12 pct", "share", "%"),
        ("12 p.c. of it", "share", "%"),
        ("2 percentage points", "point", "point"),
        ("12 miles", "measure", "mile"),
        ("1,358MW", "measure", ""),
        ("six months", "period", ""),
        ("the two-day summit", "period", ""),
        ("a 400-level course", "modifier", ""),
        ("a 12-year-old boy", "age", "year-old"),
        ("aged 12, she", "age", ""),
        ("in 2024", "date", "date"),
        ("at 9 p.m.", "clock", ""),
        ("by 0700", "clock", ""),
        ("at 3am", "clock", ""),
        ("five times", "multiple", ""),
        ("half of it", "part", ""),
        ("the Stoxx 600 has", "name", ""),
        ("The 600 boats", "count", ""),
        ("the Harl 600 boats", "count", ""),
        ("on the Monday 60 came", "count", ""),
        ("Decree No. 14", "name", ""),
        ("from Exit 40", "name", ""),
        ("under Section 285", "name", ""),
        ("in Ward 12", "name", ""),
        ("4G", "name", ""),
        ("Holdings (2)", "serial", ""),
    ],
)
def test_kinds(text: str, kind: str, unit: str) -> None:
    one = read(text).get(quantities)[0]
    assert (one.kind, one.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("40 men, 50 men", True),
        ("40 men, 50", True),
        ("40 men, 50 boats", False),
        ("40 men, $50", False),
        ("US$40, $50", True),
        ("A$40, $50", False),
        ("3 hours, 45 minutes", False),
        ("5 miles, 5 km", False),
    ],
)
def test_only_like_figures_are_alike(text: str, alike: bool) -> None:
    first, second = read(text).get(quantities)
    assert are_alike(first, second) is alike
