"""The engine: fingerprints, failures as data, and comparisons that do not depend on order."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import api
from newslint.api import Article, CrossArticleRule, Edit, Fact, Finding, Fix, LocatedFact, RelatedLocation, Rule, Span
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.fixes import apply_fixes
from newslint.model import CheckResult, Diagnostic
from support import count_calls


class Every(Rule):
    """Finds every x."""

    name = "t/x"

    def check(self, article: Article) -> Iterator[Finding]:
        for at, letter in enumerate(article.text):
            if letter == "x":
                yield Finding(Span(at, at + 1), "an x", related=(RelatedLocation(Span(0, 1), "the beginning"),))


class Same(CrossArticleRule):
    """Finds lines that other articles contain too; raises when a line says so."""

    name = "t/same"

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        start = 0
        for line in article.text.split("\n"):
            yield Fact(line, Span(start, start + len(line)), len(line))
            start += len(line) + 1

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        if facts[0].key == "break":
            raise KeyError("no")
        for fact in facts:
            yield Finding(fact.location, f"{len(facts)} times")


def check(text: str, *rules: Rule, path: str = "a.txt") -> CheckResult:
    return Checker(rules or [Every()]).check(Article(path, text))


def prints(text: str, path: str = "a.txt") -> list[str]:
    return [found.fingerprint for found in check(text, path=path).diagnostics]


def test_a_finding_becomes_a_diagnostic() -> None:
    (found,) = check("one\nan x.\n").diagnostics
    assert (found.rule, found.severity, found.match, found.message) == ("t/x", "warning", "x", "an x")
    assert (found.location.start, found.location.end) == ((2, 4, 7), (2, 5, 8))
    assert found.related[0].location.match == "o"


def test_a_fingerprint_stays_when_lines_move() -> None:
    assert prints("An x.\nTwo.") == prints("More.\n\nAn  x.\nThree.")


def test_fingerprints_differ_by_sentence_path_and_repeat() -> None:
    assert prints("An x.") != prints("The x.")
    assert prints("An x.") != prints("An x.", path="b.txt")
    assert len(set(prints("An x x.\nAn x x."))) == 4


class Pair(CrossArticleRule):
    """Collects a tuple as a fact."""

    name = "t/pair"

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        yield Fact("pair", Span(0, 1), {"pair": (1, (2,))})


def test_compare_facts_receives_values_as_json_returns_them() -> None:
    (fact,) = check("x", Pair()).facts
    assert fact.value == {"pair": [1, [2]]}


def test_every_result_can_be_pickled() -> None:
    result = check("an x\nbreak", Every(), Same())
    assert pickle.loads(pickle.dumps(result)) == result


def conclusions(articles: Sequence[Article]) -> CheckResult:
    checker = Checker([Same()])
    facts = [fact for article in articles for fact in checker.check(article).facts]
    return compare_facts([Same()], facts)


def test_facts_are_compared_by_key_and_a_single_fact_is_not() -> None:
    result = conclusions([Article("a", "one\ntwo"), Article("b", "two\nthree")])
    assert [(found.location.path, found.location.start.line, found.message) for found in result.diagnostics] == [
        ("a", 2, "2 times"),
        ("b", 1, "2 times"),
    ]


def test_an_error_in_one_comparison_leaves_the_others() -> None:
    result = conclusions([Article("a", "break\ntwo"), Article("b", "two\nbreak")])
    assert len(result.diagnostics) == 2
    (failure,) = result.failures
    assert failure.source == "t/same"
    assert "KeyError" in failure.error


@given(st.permutations(range(6)), st.integers(0, 6))
def test_order_and_repeats_of_facts_do_not_change_the_findings(order: list[int], again: int) -> None:
    articles = [Article(f"{n}.txt", f"both\n{n % 2}\n{n}") for n in range(6)]
    plain = conclusions(articles)
    shuffled = [articles[n] for n in order]
    assert conclusions([*shuffled, *shuffled[:again]]) == plain


def test_without_cross_rules_no_facts_are_collected() -> None:
    assert Checker([Same()], cross=False).check(Article("a", "x")).facts == ()
    assert Checker([Same()]).check(Article("a", "x"), single_article=True).facts == ()


def fix(start: int, end: int, text: str) -> Fix:
    return Fix("t", True, (Edit(Span(start, end), text),))


def test_the_first_of_overlapping_fixes_wins() -> None:
    assert apply_fixes("abcdef", [fix(0, 3, "X"), fix(2, 4, "Y"), fix(4, 5, "Z")]) == "XdZf"


def test_a_duplicate_fix_is_applied_once() -> None:
    assert apply_fixes("ab", [fix(1, 1, "-"), fix(1, 1, "-")]) == "a-b"


def test_the_first_of_two_insertions_at_one_offset_is_applied() -> None:
    assert apply_fixes("ab", [fix(1, 1, "+"), fix(1, 1, "-"), fix(1, 2, "c")]) == "a+c"
    assert apply_fixes("abc", [fix(0, 2, ""), fix(1, 1, "-"), fix(2, 2, "+")]) == "+c"


class Mends(Rule):
    """Finds the first letter, with a fix of the given edits."""

    name = "t/mends"

    def __init__(self, *spans: tuple[int, int]) -> None:
        super().__init__()
        self._fix = Fix("t", True, tuple(Edit(Span(*span), "") for span in spans))

    def check(self, article: Article) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "m", self._fix)


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([(0, 4)], "edit 0-4 lies outside the article's 3 characters"),
        ([(-1, 1)], "edit -1-1 lies outside"),
        ([(2, 1)], "edit 2-1 lies outside"),
        ([(1, 3), (0, 2)], "edits 0-2 and 1-3 overlap"),
        ([(1, 1), (0, 2)], "edits 0-2 and 1-1 overlap"),
        ([(1, 1), (1, 1)], "edits 1-1 and 1-1 overlap"),
    ],
)
def test_an_invalid_fix_is_a_failure_of_its_rule(spans: list[tuple[int, int]], message: str) -> None:
    result = check("abc", Mends(*spans))
    assert (result.diagnostics, [failure.source for failure in result.failures]) == ((), ["t/mends"])
    assert message in result.failures[0].error


class MendsLines(Same):
    """The same, in a comparison of articles."""

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        yield Finding(facts[0].location, "m", fix(3, 2, ""))


def test_a_fix_of_a_cross_article_finding_is_validated() -> None:
    (failure,) = compare_facts([MendsLines()], check("abc\nabc", MendsLines()).facts).failures
    assert failure.source == "t/same"
    assert "edit 3-2 lies outside the article" in failure.error


def test_many_fixes_and_quotations_cost_linear_time() -> None:
    def cost(count: int) -> int:
        article = Article("a.txt", "“a” b\n" * count)
        checker = Checker([Mends(*((6 * line + 4, 6 * line + 5) for line in range(count)))])
        fixes = [fix(6 * line, 6 * line + 1, "") for line in range(count)]
        return count_calls(lambda: (checker.check(article), apply_fixes(article.text, fixes)))

    assert cost(400) < 5 * cost(100)


def test_the_docstring_of_the_api_names_every_export() -> None:
    assert set(api.__all__) <= set(re.findall(r"\w+", api.__doc__ or ""))


def test_diagnostics_are_sorted() -> None:
    found: list[Diagnostic] = list(check("x\nx x").diagnostics)
    assert [(d.location.start.line, d.location.start.column) for d in found] == [(1, 1), (2, 1), (2, 3)]
