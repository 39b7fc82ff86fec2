"""The engine: fingerprints, failures as data, and comparisons that do not depend on order."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from newslint import api
from newslint.api import Article, CrossArticleRule, Fact, Finding, LocatedFact, RelatedLocation, Rule, Span
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.model import CheckResult, Diagnostic


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


class Anywhere(Every):
    """Finds every x, in any language."""

    name = "t/anywhere"
    any_language = True


def test_only_rules_for_any_language_run_on_an_article_that_is_not_in_english() -> None:
    english = "The bus stops at the old mill, and from there it is a short walk to the boxes and the axes of the fair."
    german = (
        "Der Bus hält an der alten Mühle, und von dort ist es nicht mehr weit bis zu den Boxen und den Äxten auf dem "
        "Markt, wie die Stadt für alle Besucher noch einmal erklärte."
    )
    assert {found.rule for found in check(english, Every(), Anywhere()).diagnostics} == {"t/x", "t/anywhere"}
    assert {found.rule for found in check(german, Every(), Anywhere()).diagnostics} == {"t/anywhere"}


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


def test_the_docstring_of_the_api_names_every_export() -> None:
    assert set(api.__all__) <= set(re.findall(r"\w+", api.__doc__ or ""))


def test_diagnostics_are_sorted() -> None:
    found: list[Diagnostic] = list(check("x\nx x").diagnostics)
    assert [(d.location.start.line, d.location.start.column) for d in found] == [(1, 1), (2, 1), (2, 3)]


class Labels(Every):
    """Counts the letters of an article."""

    def statistics_labels(self, article: Article) -> Iterator[str]:
        yield from article.text


def test_a_result_has_statistics_only_if_time_is_measured() -> None:
    checker = Checker([Labels()], clock=lambda: 0.0)
    for text, labels in (("axa", {"a": 2, "x": 1}), ("b", {"b": 1})):
        statistics = checker.check(Article("a", text)).statistics
        assert statistics
        assert (statistics.seconds_by_rule, statistics.label_counts) == ({"t/x": 0.0}, labels)
        assert "newslint.text.language.language" in statistics.seconds_by_view
    assert check("axa", Labels()).statistics is None


NOW = [0]


def inner(article: Article) -> int:
    NOW[0] += 3
    return 0


def outer(article: Article) -> int:
    NOW[0] += 10
    return article.get(inner)


class First(Rule):
    """Asks for the inner view and the outer one."""

    name = "t/first"

    def check(self, article: Article) -> Iterator[Finding]:
        NOW[0] += 1
        yield Finding(Span(article.get(outer), 1 + article.get(inner)), "Found.")


class Second(First):
    name = "t/second"


class Raising(First):
    """Breaks within a view."""

    name = "t/raising"

    def check(self, article: Article) -> Iterator[Finding]:
        article.get(lambda article: article.get(outer) / 0)
        yield from ()


def test_what_a_view_takes_is_charged_to_itself_and_to_no_rule() -> None:
    for rules in ([First(), Second()], [Second(), First()], [Raising(), Second(), First()]):
        checked = Checker(rules, clock=lambda: NOW[0]).check(Article("a", "axa"))
        by_rule, by_view, _ = checked.statistics
        assert by_rule == {"t/first": 1, "t/second": 1}
        assert {name.rpartition(".")[2]: seconds for name, seconds in by_view.items() if seconds} == {
            "outer": 10,
            "inner": 3,
        }
        assert len(checked.diagnostics) == 2
