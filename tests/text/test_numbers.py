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
        ("7¼ miles", "7¼", 7.25),
        ("7¾ miles", "7¾", 7.75),
        ("1 2/5 miles", "1 2/5", 1.4),
        ("Ninety-nine boats", "Ninety-nine", 99),
        ("one dozen eggs", "one dozen", 12),
        ("fifty dozen eggs", "fifty dozen", 600),
        ("twenty hundred men", "twenty hundred", 2000),
        ("one hundred - five men", "one hundred - five", 105),
        ("two million, fifty thousand men", "two million, fifty thousand", 2_050_000),
        ("half a dozen boats", "half a dozen", 6),
        ("half a billion boats", "half a billion", 5e8),
        ("a thousand boats", "a thousand", 1000),
        ("scores of boats", "scores", 40),
        ("thousands of boats", "thousands", 2000),
        ("12, 000 men", "12, 000", 12_000),
        ("12 000.5 points", "12 000.5", 12_000.5),
        ("1,250,000 trees", "1,250,000", 1_250_000),
        ("-5 degrees", "5", 5),
        ("5 Million trees", "5 Million", 5e6),
        ("5 MILLION trees", "5 MILLION", 5e6),
        ("2-million-tree wood", "2-million", 2e6),
        ("2 hundred thousand trees", "2 hundred thousand", 200_000),
        ("2 thousand million trees", "2 thousand million", 2e9),
        ("1.1234567 thousand trees", "1.1234567 thousand", 1123.457),
        ("2-and-a-half miles", "2-and-a-half", 2.5),
        ("$5 b more", "5 b", 5e9),
        ("$5 tr more", "5 tr", 5e12),
        ("$5t.", "5t", 5e12),
        ("Rs 5 cr more", "5 cr", 5e7),
        ("5m voters", "5m", 5e6),
        ("the 5m tall wall", "5", 5),
        ("5 b more", "5", 5),
        ("the 1920s' boats", "1920", 1920),
    ],
)
def test_a_number_is_read_whole(text: str, said: str | None, value: float) -> None:
    article = read(text)
    (number,) = article.get(numbers)
    assert (article[number[:2]], number.value) == (said or text, value)


@pytest.mark.parametrize(
    ("names", "power"),
    [
        ("dozen", 12),
        ("hundred", 100),
        ("thousand", 1e3),
        ("lakh", 1e5),
        ("million mln mn", 1e6),
        ("crore", 1e7),
        ("billion bln bn", 1e9),
        ("trillion trn tn", 1e12),
    ],
)
def test_each_magnitude_after_digits_and_words(names: str, power: float) -> None:
    for name in names.split():
        values = [number.value for number in read(f"It had 5 {name} trees, and five {name} boats.").get(numbers)]
        assert values == [5 * power, 5 * power], name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 millions of them", 5e6),
        ("5 billions of them", 5e9),
        ("5 lakhs of them", 5e5),
        ("5 crores of them", 5e7),
        ("5 milion of them", 5e6),
        ("5 mlllion of them", 5e6),
        ("5 millon of them", 5e6),
        ("5 billon of them", 5e9),
        ("a pair of them", 2),
        ("a dozen of them", 12),
        ("dozens of them", 24),
        ("hundreds of them", 200),
        ("millions of them", 2e6),
        ("a hundred of them", 100),
        ("a million of them", 1e6),
        ("a billion of them", 1e9),
        ("half a million of them", 5e5),
    ],
)
def test_each_name_of_a_number(text: str, value: float) -> None:
    assert [number.value for number in read(text).get(numbers)] == [value]


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
        ("one thousand two million men", [1000, 2e6]),
        ("two million three million men", [2e6, 3e6]),
        ("thirty ten men", [30, 10]),
        ("thirty zero men", [30, 0]),
        ("eleven five men", [11, 5]),
        ("twelve and five men", [12, 5]),
        ("thirty and five men", [30, 5]),
        ("one hundred five hundred men", [100, 500]),
        ("one hundred, five men", [100, 5]),
        ("thirty, five men", [30, 5]),
        ("three, hundred and more", [3]),
        ("three and hundred of them", [3]),
        ("three thousand and million", [3000]),
        ("zero hundred men", [0]),
        ("one thousand, five men came", [1000, 5]),
        ("five million and a half", [5e6, 0.5]),
        ("one hundred and a half", [100, 0.5]),
        ("0 000 men", [0, 0]),
        ("1000 000 men", [1000, 0]),
        ("1.5 000 men", [1.5, 0]),
        ("Sept. 12 000 men", [12, 0]),
        ("12 200 5000 men", [12, 200, 5000]),
        ("1 2/0 of it", [1]),
        ("two third graders", [2]),
        ("ten fifths of it", [10]),
        ("half third-rate", [0.5]),
        ("$5b's deal, $5 mm deal", [5, 5]),
    ],
)
def test_neighbors_stay_apart(text: str, values: list[float]) -> None:
    assert [number.value for number in read(text).get(numbers)] == values


@pytest.mark.parametrize(
    "text",
    [
        *("48, 200 trees", "two-thirds of it", "one fifth of it", "five tenths of it", "N95 masks", "the R2 unit"),
        *("12-34 won", "12:34 won", "12/34 won", "12–34 won", "12.34.56 won", "x-5 won", "it is,5 won", "the 2nd won"),
        *("the 3rd won", "the 1st won", "the 1920s", "the 5s, and", "the 5s.", "the 5's won", "the 5’s won"),
    ],
)
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
        ("from (200) of them", "count", ""),
        ("paid A£5", "money", "£"),
        ("paid $ 5 of it", "money", "$"),
        ("the May 600 has", "count", ""),
        ("The March 600 has", "count", ""),
        ("the Stoxx 600 boat", "name", ""),
        ("paid HK$5", "money", "HK$"),
        ("paid XX$5", "money", "$"),
        ("paid $ 5 million", "money", "$"),
        ("paid Rs 500", "money", "₹"),
        ("paid CHF 20", "money", "CHF"),
        ("paid (USD 20)", "money", "$"),
        ("paid xUSD 20", "count", ""),
        ("paid N 95", "count", ""),
        ("paid R2.5 of it", "money", "R"),
        ("has bought 20 of it", "count", ""),
        ("20 kobo", "money", "kobo"),
        ("5 kronor", "money", "SEK"),
        ("20-percent rise", "share", "%"),
        ("20 per cent of it", "share", "%"),
        ("20 per day", "count", ""),
        ("a 20-percentage-point rise", "point", "point"),
        ("12 days old", "age", "day-old"),
        ("12 days of it", "period", ""),
        ("12 years older", "period", ""),
        ("a 10-week course", "period", ""),
        ("12 nautical miles", "measure", "nautical-mile"),
        ("12 metric tons", "measure", "tonne"),
        ("12 sq. ft of it", "measure", "square-foot"),
        ("12°C", "measure", "c"),
        ("12 °F", "measure", "f"),
        ("at 12 noon", "clock", ""),
        ("at 12 midnight", "clock", ""),
        ("12 UTC", "clock", ""),
        ("07 of them", "clock", ""),
        ("12-fold", "multiple", ""),
        ("12x the size", "multiple", ""),
        ("ages of 14 and more", "age", ""),
        ("of the age of 14", "age", ""),
        ("on page 14", "name", ""),
        ("the #14 bus", "name", ""),
        ("a law 14 wrote", "count", ""),
        ("the Law 14 wrote", "name", ""),
        ("(No. 14)", "name", ""),
        ("the S&P 500 fell", "name", ""),
        ("the Stoxx 600 boats came", "count", ""),
        ("the Stoxx five has", "count", ""),
        ("on May 16", "date", "date"),
        ("on 16 June", "date", "date"),
        ("on 16 may", "count", ""),
        ("on 32 June letters", "count", ""),
        ("in 1499", "count", ""),
        ("in 2101", "count", ""),
        ("the 2G net", "name", ""),
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
