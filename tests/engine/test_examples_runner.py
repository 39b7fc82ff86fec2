"""The runner of examples: it must report every example that fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from newslint.api import Article, CrossArticleRule, Edit, Fact, Finding, Fix, Lexicon, LocatedFact, Rule, Span
from newslint.engine.example_blocks import blocks
from newslint.engine.examples import ExampleFailure
from newslint.engine.examples import check_examples as check_with
from newslint.linter.example_settings import set_up_example


def check_examples(rule: Rule, document: str) -> list[ExampleFailure]:
    return check_with(rule, document, set_up_example)


class Shout(Rule):
    """Finds a cat."""

    name = "zoo/cat"
    required_kinds = ("zoo.cat",)

    def lexicon(self) -> Lexicon:
        return {"zoo.cat": ("cat", "cats")}

    def check(self, article: Article) -> Iterator[Finding]:
        for start, end, word in article.mentions("zoo.cat"):
            at = Span(start, end)
            yield Finding(at, f'"{word}" is no dog.', Fix("make it a dog", True, (Edit(at, "dog"),)))


GOOD = "```good\nA dog.\n```\n"


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ('```bad\nA cat.\n  ^^^ "cat" is no dog.\n```', None),
        ("```bad\nA cat.\n  ^^^\n```", None),
        ('```bad\nA cat.\n  ^^^ "cat"…\n```', None),
        ('```bad\nA cat and a cat.\n  ^^^\n            ^^^ "cat" is no dog.\n```', None),
        ('```bad\nA cat.\n  ^^ "cat" is no dog.\n```', "expected line 1, columns 3-4"),
        ('```bad\nA cat.\n ^^^ "cat" is no dog.\n```', "expected line 1, columns 2-4"),
        ("```bad\nA cat.\n  ^^^ wrong words\n```", "wrong words"),
        ("```bad\nA dog.\n  ^^^\n```", "not found"),
        ("```bad\nA cat.\n```", "without a line of carets"),
        ("```good\nA cat.\n```", "found but not expected"),
        ("```bad\nA cat.\n  ^^^\n```\n```fixed\nA dog.\n```", None),
        ("```bad\nA cat.\n  ^^^\n```\n```fixed\nA cow.\n```", "the fix returns"),
    ],
)
def test_the_runner_reports_examples_that_fail(example: str, problem: str | None) -> None:
    problems = check_examples(Shout(), f"{GOOD}\nand\n\n{example}\n\n```bad\nCats.\n^^^^\n```")
    if problem is None:
        assert problems == []
    else:
        assert problem in " ".join(found.text for found in problems)


def test_a_document_needs_bad_and_good_blocks() -> None:
    assert [found.text for found in check_examples(Shout(), GOOD)] == ["has no `bad` example"]


def test_consecutive_named_blocks_form_one_set() -> None:
    one = "```bad a.txt\nx\n^\n```\n\n```good b.txt\ny\n```\n"
    assert [[block.name for block in group] for group in blocks(one + "words\n" + one)] == [["a.txt", "b.txt"]] * 2


def test_a_name_that_comes_again_begins_the_next_set() -> None:
    two = "```bad a.txt\nA cat.\n^\n```\n\n```good b.txt\nA dog.\n```\n\n"
    assert [[block.name for block in group] for group in blocks(two + GOOD.replace("good", "good a.txt"))] == [
        ["a.txt", "b.txt"],
        ["a.txt"],
    ]


class Last(CrossArticleRule):
    """Reports the last fact, with the number of facts."""

    name = "zoo/last"

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        yield Fact("all", Span(0, 1), [article.text])

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        yield Finding(facts[-1].location, f"{len(facts)} facts.")


def test_facts_are_sorted_and_deduplicated() -> None:
    document = "```good a.txt\nx\n```\n```bad b.txt\ny\n^ 2 facts.\n```\n"
    assert check_examples(Last(), document) == []


class Live(Last):
    """Expects a value that JSON cannot represent."""

    name = "zoo/live"

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        for fact in facts:
            assert isinstance(fact.value, tuple)
        yield Finding(facts[0].location, "x")


def test_a_rule_that_depends_on_a_live_object_fails_its_examples() -> None:
    problems = check_examples(Live(), "```bad a.txt\nx\n^\n```\n```good b.txt\ny\n```")
    assert any("AssertionError" in found.text for found in problems)


class Limited(Shout):
    """Finds so many cats, and dates the first."""

    class Options(NamedTuple):
        """How many."""

        limit: int = 10

    def check(self, article: Article) -> Iterator[Finding]:
        for start, end, word in article.mentions("zoo.cat")[: self.options.limit]:
            yield Finding(Span(start, end), f'"{word}" of {article.meta.get("date", "no day")}.')


@pytest.mark.parametrize(
    ("fence", "problem"),
    [
        ("{ options.limit = 0 }", None),
        ("a.txt { options.limit = 0, meta.date = 'x' }", None),
        ("{ options.limits = 0 }", 'unknown option "limits"; did you mean "limit"?'),
        ("{ options.limit = '0' }", "limit must be of type int, not str"),
        ("{ option.limit = 0 }", 'must hold "options.NAME = value" and "meta.NAME = text" alone'),
        ("{ meta.date = 2025 }", "meta.date must be a text, in quotation marks"),
        ("{ limit }", "is not an inline table of TOML"),
        ("{ meta.date = '2025' }", "found but not expected: line 1, columns 1-3: '\"cat\" of 2025.'"),
    ],
)
def test_a_table_after_the_fence_sets_options_and_metadata(fence: str, problem: str | None) -> None:
    bad = '```bad { meta.date = "2025-05-23" }\nA cat.\n  ^^^ "cat" of 2025-05-23.\n```'
    problems = check_examples(Limited(), f"{bad}\n\nand\n\n```good {fence}\nCat.\n```")
    if problem is None:
        assert problems == []
    else:
        assert [found.line for found in problems] == [8]
        assert problem in problems[0].text


def test_a_set_has_one_table_of_options() -> None:
    one = "```bad a.txt { options.limit = 1 }\nCat cat.\n^^^\n```\n"
    assert check_examples(Limited(), f"{one}```good b.txt\nDog.\n```") == []
    two = check_examples(Limited(), f"{one}```good b.txt {{ options.limit = 0 }}\nCat.\n```")
    assert "the blocks of one set have different options" in two[0].text


class Misspelled(Shout):
    """Asks for words that it does not name."""

    required_kinds = ()

    def check(self, article: Article) -> Iterator[Finding]:
        for start, end, word in article.mentions("zoo.cats"):
            yield Finding(Span(start, end), word)


def test_a_kind_that_no_lexicon_names_is_an_error() -> None:
    problems = check_examples(Misspelled(), GOOD)
    assert (
        'LookupError: no lexicon names the kind "zoo.cats"; the lexicon() of the rule names zoo.cat' in problems[0].text
    )
