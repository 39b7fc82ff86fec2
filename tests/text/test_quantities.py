"""The views of numbers and quantities."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.text.lexicons import LEXICONS
from newslint.text.numbers.numerals import numbers
from newslint.text.numbers.quantities import Quantity, are_incompatible, quantities, quantity
from newslint.text.numbers.units import parse_unit
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)
INFINITE = float("inf")


def read(text: str) -> Article:
    return SCANNER.scan(Article("a.txt", text))


def first(text: str) -> Quantity:
    return read(text).get(quantities)[0]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("Some 1,250 men", "1,250", 1250),
        ("about 2.4 million people", "2.4 million", 2.4e6),
        ("a $677m deal", "677m", 677e6),
        ("a 7m wall", "7", 7),
        ("Twenty-one women", "Twenty-one", 21),
        ("two dozen eggs", "two dozen", 24),
        ("half a million trees", "half a million", 5e5),
        ("a pair of shoes", "a pair", 2),
        ("three hundred thousand men", "three hundred thousand", 3e5),
    ],
)
def test_a_number_includes_its_magnitude(text: str, said: str, value: float) -> None:
    article = read(text)
    (number,) = article.get(numbers)
    assert (article[number[:2]], number.value) == (said, value)


@pytest.mark.parametrize(
    "text", ["an F-16", "at 7:30", "on 9/11", "won 49-42", "the 1990s", "the 20th", "in 1.2.3", "someone", "fourteenth"]
)
def test_digits_that_count_nothing_are_not_numbers(text: str) -> None:
    assert read(text).get(numbers) == []


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("at least 37 people", "at least", 37, INFINITE),
        ("nearly 400 people", "nearly", 340, 400),
        ("up to 50 people", "up to", 0, 50),
        ("12 people", "", 12, 12),
        ("30+ people", "+", 30, INFINITE),
        ("dozens of people", "", 24, INFINITE),
        ("so at least\n12 people", "", 12, 12),
        ("slightly more than 40 people", "slightly more than", 40, 46),
        ("more than 40 people", "more than", 40, INFINITE),
        ("some 40 people", "some", 34, 46),
        ("more, than 40 people", "", 40, 40),
        ("40 or more people", " or more", 40, INFINITE),
        ("40 or fewer people", "", 40, 40),
        ("millions of people", "", 2e6, INFINITE),
    ],
)
def test_a_hedge_makes_a_number_an_interval(text: str, hedge: str, low: float, high: float) -> None:
    article = read(text)
    one = article.get(quantities)[0]
    assert (article[one.hedge_span], one.low, one.high) == (hedge, low, high)


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("paid $2.4 million", "$", "$2.4 million"),
        ("paid 20 dollars", "$", "20 dollars"),
        ("fell 24 percent", "%", "24 percent"),
        ("fell 5%", "%", "5%"),
        ("fell 5 percentage points", "point", "5 percentage points"),
        ("a 12.5-mile road", "mile", "12.5-mile"),
        ("12 square feet of it", "square-foot", "12 square feet"),
        ("at 50 miles per hour", "mph", "50 miles per hour"),
        ("at 20 °C", "c", "20 °C"),
        ("a 45-year-old man", "year-old", "45-year-old"),
        ("on May 16", "date", "16"),
        ("in 2024", "date", "2024"),
        ("12 men", "", "12"),
    ],
)
def test_units(text: str, unit: str, said: str) -> None:
    article = read(text)
    one = article.get(quantities)[0]
    assert (one.unit, article[one[:2]]) == (unit, said)


@pytest.mark.parametrize(
    ("text", "noun_phrase", "noun", "outcome"),
    [
        ("Each freed 390 Ukrainian prisoners on Friday", "Ukrainian prisoners", "prisoner", "exchanged"),
        ("left two people dead", "people", "person", "killed"),
        ("killing five", "", "", "killed"),
        ("six others were also hurt", "others", "other", "wounded"),
        ("12 new members, and others", "new members", "member", ""),
        ("blocked six mostly-Muslim countries", "mostly-Muslim countries", "country", ""),
        ("four of the ministers came", "ministers", "minister", ""),
        ("“Four men,” he said", "men", "man", ""),
        ("300 police officers came", "police officers", "officer", ""),
        ("300 police came", "police", "police", ""),
        ("12 fishermen came", "fishermen", "fisherman", ""),
        ("40 schoolchildren came", "schoolchildren", "schoolchild", ""),
        ("three lives", "lives", "life", ""),
        ("five cities came", "cities", "city", ""),
        ("five ties came", "ties", "tie", ""),
        ("five classes came", "classes", "class", ""),
        ("two dishes came", "dishes", "dish", ""),
        ("three boxes came", "boxes", "box", ""),
        ("12 class reunions came", "class reunions", "reunion", ""),
        ("12 bus crews came", "bus crews", "crew", ""),
        ("12 crisis teams came", "crisis teams", "team", ""),
        ("12 women's boats came", "women's boats", "boat", ""),
        ("12 of boats", "boats", "boat", ""),
        ("12-member board of it", "member board", "board", ""),
        ("12 (boats)", "", "", ""),
        ("12 and/or boats", "", "", ""),
        ("12 six boats", "", "", ""),
        ("12 about boats", "", "", ""),
        ("12 nearly boats", "", "", ""),
        ("12 'boats", "", "", ""),
        ("12 buses came", "buses", "buse", ""),
        ("12 glass came", "glass came", "came", ""),
        ("12 in boats", "", "", ""),
        ("12 red\nboats", "red", "red", ""),
        ("12 blue, red boats", "blue", "blue", ""),
        ("12 big old blue wooden rowing sailing boats", "big", "big", ""),
        ("killed another five men", "men", "man", "killed"),
        ("killed a total of five men", "men", "man", "killed"),
        ("killing at least five men", "men", "man", "killed"),
        ("the killing of five men", "men", "man", "killed"),
        ("were killed of five men", "men", "man", ""),
        ("the arrest of five men", "men", "man", "arrested"),
        ("the arrested\nfive men", "men", "man", ""),
        ("five men were shot", "men", "man", "shot"),
        ("five men who were shot", "men", "man", ""),
        ("five men. Shot", "men", "man", ""),
        ("five men, shot", "men", "man", ""),
        ("five men injured.A third", "men", "man", "wounded"),
        ("five men were, they said, shot", "men", "man", ""),
        ("killed five percent", "", "", ""),
    ],
)
def test_noun_phrase_and_outcome(text: str, noun_phrase: str, noun: str, outcome: str) -> None:
    article = read(text)
    one = article.get(quantities)[0]
    assert (article[one.noun_phrase], one.noun, one.outcome) == (noun_phrase, noun, outcome)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A blast killing another 12 people. Four more were shot.", ["killing", "shot"]),
        ("A blast in the old harbor was followed by deaths of 12 people.", ["deaths"]),
        ("It ended so.\nKilled all five.", ["Killed"]),
        ("At least four others have also been reported dead.", ["dead"]),
    ],
)
def test_span_of_the_outcome_word(text: str, words: list[str]) -> None:
    article = read(text)
    assert [article[one.outcome_span] for one in article.get(quantities)] == words


@pytest.mark.parametrize(
    ("text", "is_rate"),
    [
        ("390 prisoners from each side", True),
        ("390 prisoners each", True),
        ("5 pounds a day", True),
        ("5 pounds an hour", True),
        ("5 tons per shift", True),
        ("5 apples apiece", True),
        ("12 men", False),
        ("12 men a farmer knew", False),
        ("12 men came to the hall for a talk on pay per day", False),
    ],
)
def test_rates(text: str, is_rate: bool) -> None:
    assert first(text).is_rate is is_rate


def test_intervals_that_overlap_are_compatible() -> None:
    assert not are_incompatible(first("nearly 400 men"), first("390 men"))
    assert are_incompatible(first("390 men"), first("more than 400 men"))
    assert are_incompatible(first("more than 400 men"), first("390 men"))


def test_a_quantity_is_computed_once() -> None:
    article = read("12 men")
    (number,) = article.get(numbers)
    assert quantity(article, number) is quantity(article, number) is article.get(quantities)[0]


def test_parse_unit_returns_where_the_unit_ends() -> None:
    found = parse_unit("12 square kilometers of land", 2)
    assert found and (found[0].dimension, found[1]) == ("area", 20)
    assert parse_unit("12 men", 2) is None


@pytest.mark.parametrize("line", ["7" * 200_000, "7," * 100_000, "7 million " * 30_000, "at least " * 30_000 + "7"])
def test_one_long_line_is_read_in_linear_time(line: str) -> None:
    assert isinstance(read(line).get(quantities), list)
