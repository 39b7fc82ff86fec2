"""The family on sources: chains, related locations, options."""

from __future__ import annotations

import pytest

from newslint.api import Article
from newslint.engine.checker import Checker
from newslint_sources import newslint_rules
from newslint_sources.chain_rule import ExtraWords
from newslint_sources.unexplained_anonymity import UnexplainedAnonymity
from newslint_sources.vague_collective import VagueCollective
from newslint_sources.view.chains import Chain, chains
from support import count_calls

STORY = """\
The dam will close, a senior water official said on Monday.
“We have no choice,” the official said. Critics say it is too late.
A banker, who spoke on condition of anonymity because he feared for his job, said the money was gone.
The banker said there was no more.
"""


def read(text: str) -> tuple[Article, list[Chain]]:
    article = Checker([UnexplainedAnonymity()]).scan(Article("a.txt", text))
    return article, article.get(chains)


def test_a_chain_holds_every_mention_and_one_verdict() -> None:
    article, found = read(STORY)
    assert [(chain.kind, chain.verdict, [article[span] for span in chain.mentions]) for chain in found] == [
        ("source", "unexplained", ["a senior water official", "the official"]),
        ("collective", "unexplained", ["Critics"]),
        ("source", "explained", ["A banker", "The banker"]),
    ]
    assert found[2].anonymity_formula and article[found[2].anonymity_formula] == "anonymity"
    assert found[2].reason and article[found[2].reason].startswith("because")


def test_a_source_is_reported_once_and_its_other_mentions_are_related() -> None:
    result = Checker([rule() for rule in newslint_rules()]).check(Article("a.txt", STORY))
    assert [(d.rule, d.match) for d in result.diagnostics] == [
        ("sources/unexplained-anonymity", "a senior water official"),
        ("sources/vague-collective", "Critics"),
    ]
    assert [other.location.match for other in result.diagnostics[0].related] == ["the official"]


def test_no_two_rules_report_the_same_place() -> None:
    text = "Sources say so. A source, speaking anonymously, said so. Some officials believe it. It is reportedly true."
    result = Checker([rule() for rule in newslint_rules()]).check(Article("a.txt", text))
    starts = [d.location.start.offset for d in result.diagnostics]
    assert len(starts) == len(set(starts)) == 4


def test_options_add_verbs_and_nouns() -> None:
    text = "Clerks have grumbled that the archive is damp."
    plain, added = VagueCollective(), VagueCollective(ExtraWords(verbs=("grumbled",), nouns=("clerks",)))
    assert not Checker([plain]).check(Article("a.txt", text)).diagnostics
    (found,) = Checker([added]).check(Article("a.txt", text)).diagnostics
    assert found.match == "Clerks"


@pytest.mark.parametrize(
    "unit",
    [
        "reportedly officials, who said ",
        'the official said "some ',
        "a source on condition of anonymity who ",
        "they asked not to be named, not authorized to speak and ",
        "has learned the Times has learned ",
        "A senior official said so. The official said more. ",
        "“It is so” ",
    ],
)
def test_the_cost_grows_linearly_with_the_length_of_a_line(unit: str) -> None:
    checker = Checker([rule() for rule in newslint_rules()])

    def cost(size: int) -> int:
        article = Article("a.txt", unit * (size // len(unit)))
        return count_calls(lambda: checker.check(article))

    cost(1_000)  # patterns are compiled when first used
    assert cost(40_000) < 2.5 * cost(20_000)


def test_a_name_after_the_first_mention_ends_the_anonymity() -> None:
    _, found = read(
        "A county official said on Monday the school will move.\nMaria Lind, the head of the board, said so.\n"
    )
    assert [chain.verdict for chain in found] == ["named"]
    _, found = read("A budget adviser said taxes will rise. Later budget adviser Maria Lind said by how much.")
    assert found[0].verdict == "named"


def test_a_definite_phrase_does_not_refer_to_a_source_far_back() -> None:
    aides = " ".join(f"One {number}th-floor aide said so." for number in range(40))
    reason = "The official spoke on condition of anonymity because the talks were secret."
    _, near = read(f"A harbor official said so. {reason}")
    _, far = read(f"A harbor official said so. {aides} {reason}")
    assert near[0].verdict == "explained"
    assert far[0].verdict == "unexplained"


def test_numbers_alone_are_no_source() -> None:
    result = Checker([UnexplainedAnonymity()]).check(Article("a.txt", "Two two on condition of anonymity said"))
    assert not result.failures and not result.diagnostics
