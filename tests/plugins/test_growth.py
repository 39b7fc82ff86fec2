"""The cost of an article grows with its length: calls, and the characters that rules and views copy or search.

The texts repeat the examples of every rule, on one line and on many. `benchmarks/growth.py` counts instructions.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counting import CountingText, count
from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.model import CheckResult

SPEC = importlib.util.spec_from_file_location("growth", Path(__file__).parents[2] / "benchmarks" / "growth.py")
assert SPEC and SPEC.loader
growth: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(growth)
LINTER = build_linter(Settings(preview=True))
FAMILIES: dict[str, str] = growth.families(LINTER.enabled_rules)
CHARS = 12_000
MAX_FACTOR = 1.3  # of twice the cost
SLACK = 20_000  # what an article costs whatever its length


def cost(text: str) -> tuple[int, int]:
    """Return how many calls checking an article takes, and how many characters are copied or searched."""
    article = Article("a.txt", text)
    article.text = CountingText(article.text)
    results: list[CheckResult] = []
    counts = count(lambda: results.append(LINTER.checker.check(article)))
    assert not results[0].failures
    return counts


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_twice_the_text_costs_at_most_twice_as_much(name: str) -> None:
    unit = FAMILIES[name]
    LINTER.checker.check(Article("a.txt", growth.repeat(unit, CHARS)))  # compiles patterns
    once, twice = cost(growth.repeat(unit, CHARS)), cost(growth.repeat(unit, 2 * CHARS))
    for first, second in zip(once, twice, strict=True):
        assert second <= 2 * MAX_FACTOR * first + SLACK


def test_a_line_with_many_marks_of_code_is_searched_once() -> None:
    _, characters = cost("<" * 3_000)
    assert characters < 100 * 3_000


def _name(number: int) -> str:
    """Return a different name for each number: "Baaaa", "Caaaa", …"""
    letters = [chr(ord("a") + number // 26**place % 26) for place in range(5)]
    return "".join(letters).capitalize()


def _count_name(number: int) -> str:
    return ("two", "three", "four", "five", "six")[number % 5]


DIFFERENT: dict[str, Callable[[int], str]] = {
    "people and ages": lambda n: f"{_name(n)} {_name(n)}, {20 + n % 60}, spoke. ",
    "people of one last name": lambda n: f"{_name(n)} Rowe, {20 + n % 60}, spoke. ",
    "people and lines": lambda n: f"{_name(n)} {_name(n)}, {20 + n % 60}, spoke.\n",
    "headlines": lambda n: f"Why {_name(n)} {_name(n + 9)} Is the Best\n",
    "headlines and paragraphs": lambda n: (
        f"Why {_name(n)} Is the Best\n\nThe {_name(n).lower()} of {_name(n + 1)} was closed for two days, the owner of "
        "the place told reporters, and it is not known when it will open.\n\n"
    ),
    "counts": lambda n: f"{_name(n)} said {_count_name(n)} people died last year. ",
    "words": lambda n: f"{_name(n).lower()} ",
    "dates": lambda n: f"on May {1 + n % 28}, {1950 + n % 90}, ",
    "quotations": lambda n: f"“{_name(n)} is open,” {_name(n + 1)} {_name(n)} said. ",
    "sums": lambda n: f"{n} of {2 * n} {_name(n).lower()}, or {n % 100} percent, ",
}


def different(name: str, chars: int) -> str:
    """Return a text of so many characters that repeats nothing."""
    pieces: list[str] = []
    length = 0
    while length < chars:
        pieces.append(DIFFERENT[name](7919 * len(pieces) % 26**5))
        length += len(pieces[-1])
    return "".join(pieces)[:chars]


@pytest.mark.slow
@pytest.mark.parametrize("name", DIFFERENT)
def test_twice_the_text_that_repeats_nothing_costs_at_most_twice_as_much(name: str) -> None:
    LINTER.checker.check(Article("a.txt", different(name, CHARS)))  # compiles patterns
    once, twice = cost(different(name, 2 * CHARS)), cost(different(name, 4 * CHARS))
    for first, second in zip(once, twice, strict=True):
        assert second <= 2 * MAX_FACTOR * first + SLACK
