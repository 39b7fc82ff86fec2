"""Fixes: which are valid, which are applied, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from newslint.api import Article, CrossArticleRule, Edit, Fact, Finding, Fix, LocatedFact, Rule, Span
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.fixes import applicable_raw_fix, apply_fixes
from newslint.model import CheckResult
from support import count_calls

A, B = Article("a.txt", "One “two” three."), Article("b.txt", "One two.")


def fix(start: int, end: int, text: str) -> Fix:
    return Fix("t", True, (Edit(Span(start, end), text),))


def test_the_first_of_overlapping_fixes_wins() -> None:
    assert apply_fixes("abcdef", [fix(0, 3, "X"), fix(2, 4, "Y"), fix(4, 5, "Z")]) == "XdZf"


def test_a_duplicate_fix_is_applied_once() -> None:
    assert apply_fixes("ab", [fix(1, 1, "-"), fix(1, 1, "-")]) == "a-b"


def test_the_first_of_two_insertions_at_one_offset_is_applied() -> None:
    assert apply_fixes("ab", [fix(1, 1, "+"), fix(1, 1, "-"), fix(1, 2, "c")]) == "a+c"
    assert apply_fixes("abc", [fix(0, 2, ""), fix(1, 1, "-"), fix(2, 2, "+")]) == "+c"


def test_a_fix_by_comparison_does_not_cross_a_line_end_that_may_end_a_paragraph() -> None:
    lines = (
        "The council widened the bridge, which was so narrow until",
        "today that no bus and no cart of any kind was able to pass",
    )
    raw = (
        "\n".join(
            (
                *lines,
                "it, and",
                *lines,
                "the Harl",
                *lines,
                "Harlow. It was built in the year in which the king Otto",
                "Hale died.",
            )
        )
        + "\n"
    )
    article = Article("a.txt", raw)
    start, end = raw.index("king"), raw.index("died")
    assert "king Otto Hale" in article.text
    assert applicable_raw_fix(fix(start, end, ""), article) is None
    assert applicable_raw_fix(fix(start, start + 4, ""), article) is not None


class RemovesSpans(Rule):
    """Finds the first letter, with a fix that removes the given spans."""

    name = "t/spans"

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
    result = Checker([RemovesSpans(*spans)]).check(Article("a.txt", "abc"))
    assert (result.diagnostics, [failure.source for failure in result.failures]) == ((), ["t/spans"])
    assert message in result.failures[0].error


class RemovesSpanOfBoth(CrossArticleRule):
    """Compares two articles, with a fix in each that removes a given span."""

    name = "t/both"

    def __init__(self, start: int, end: int) -> None:
        super().__init__()
        self._fix = fix(start, end, "")

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        yield Fact("both", Span(0, 1), None)

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        for fact in facts:
            yield Finding(fact.location, "m", self._fix)


def compare(start: int, end: int, *now: Article) -> CheckResult:
    """Compare two articles; `now` are those of them that can be read again, possibly with another text."""
    rule = RemovesSpanOfBoth(start, end)
    checker = Checker([rule])
    facts = [fact for article in (A, B) for fact in checker.check(article).facts]
    readable = {article.path: article for article in now}
    return compare_facts([rule], facts, lambda path, _: readable.get(path))


@pytest.mark.parametrize(
    ("start", "end", "now", "has_fix"),
    [
        (4, 7, [A, B], [False, True]),  # in a quotation of the first article
        (0, 3, [A, B], [True, True]),
        (0, 3, [B], [False, True]),  # the first one has disappeared
        (0, 3, [A, Article("b.txt", "Two.")], [True, False]),  # the second one has changed
    ],
)
def test_a_cross_article_finding_keeps_only_a_valid_fix(
    start: int, end: int, now: list[Article], has_fix: list[bool]
) -> None:
    result = compare(start, end, *now)
    assert [bool(diagnostic.fix) for diagnostic in result.diagnostics] == has_fix
    assert result.failures == ()


def test_a_cross_article_fix_outside_its_article_is_a_failure() -> None:
    result = compare(0, 9, A, B)
    assert [bool(diagnostic.fix) for diagnostic in result.diagnostics] == [False, False]  # one ends in a quotation
    (failure,) = result.failures
    assert failure == ("t/both", "b.txt", "the fix's edit 0-9 lies outside the article's 8 characters")


def test_an_impossible_cross_article_fix_is_a_failure_of_its_rule() -> None:
    (failure,) = compare(3, 2, A, B).failures
    assert failure.source == "t/both"
    assert "edit 3-2 lies outside the article" in failure.error


def test_many_fixes_and_quotations_cost_linear_time() -> None:
    def cost(count: int) -> int:
        article = Article("a.txt", "“a” b\n" * count)
        checker = Checker([RemovesSpans(*((6 * line + 4, 6 * line + 5) for line in range(count)))])
        fixes = [fix(6 * line, 6 * line + 1, "") for line in range(count)]
        return count_calls(lambda: (checker.check(article), apply_fixes(article.text, fixes)))

    assert cost(400) < 5 * cost(100)


class DeletesAll(Rule):
    """Deletes the first block."""

    name = "house/deletes"

    def check(self, article: Article) -> Iterator[Finding]:
        end = article.text.find("\n") + 1 or len(article.text)
        yield Finding(Span(0, end), "It is wrong; remove it.", Fix("Remove it", True, (Edit(Span(0, end), ""),)))


CERTAIN = "The council of the small town\nvoted for the new bridge over\nthe river, and it was glad to.\n\nTwo."
DOUBTFUL = """\
The council of the small town
voted for the new bridge over
the river, and it was glad to
Anna it was not the best plan
of all, but it was a good one.
Two."""


@pytest.mark.parametrize(("text", "is_offered"), [(CERTAIN, True), (DOUBTFUL, False)])
def test_what_may_be_two_paragraphs_is_not_deleted_at_once(text: str, is_offered: bool) -> None:
    (found,) = Checker([DeletesAll()]).check(Article("a.txt", text)).diagnostics
    assert bool(found.fix) == is_offered
