"""What examples of the family numbers cannot show: related locations, metadata, long lines, why a rule is silent."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.engine.tracing import trace_rule
from newslint.model import Diagnostic
from newslint_numbers import newslint_rules
from support import count_calls

RULES = {rule.name.removeprefix("numbers/"): rule() for rule in newslint_rules()}
CHECKER = Checker(list(RULES.values()), cross=False)


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


def test_headline_figure_reads_the_opening_alone() -> None:
    text = "Glider fell from 3,800 feet\n\n{}The glider had reached 38,000 feet on Monday.\n"
    assert [one.match for one in check(text.format("The club met again. " * 20))] == ["3,800 feet"]
    assert not check(text.format("The club met again. " * 50))


def test_years_ago_is_compared_with_a_date_from_metadata() -> None:
    text = "Twenty years ago, in 2003, the city burned.\n"
    assert not check(text)
    assert [one.rule for one in check(text, date="2018-06-12")] == ["numbers/years-since"]
    assert not check(text, date="2023-06-12")


@pytest.mark.parametrize(
    ("rule", "text", "candidate", "reason"),
    [
        (
            "percent-of",
            "They met 40 of the friends of 30 men, and 9 percent of all.",
            "They",
            "no part and whole stand",
        ),
        ("total", "The fines were $200, $300 or $400 in total.", "total", "the figures of the sentence stand in none"),
        ("shares", "It cost 5, and 60 percent voted.", "It", "the sentence has one percentage"),
        ("shares", "It has 60 percent of the men and 70 percent of the women.", "It", "a percentage is of a group"),
        ("twin-sentences", "We saw 31 boats in the port. They had 25 boats in the port.", "25", "the sentences of the"),
        (
            "twin-sentences",
            "We saw 31 boats in the port. They had 31 boats in the port.",
            "31",
            "the number with the same",
        ),
        (
            "part-whole",
            "In the 12 years, including nine months at sea, he wrote.",
            "12",
            "it is no count, sum or measure",
        ),
        ("part-whole", "Nine people, including five children, were hurt.", "Nine", "the part or the sum of the parts"),
        ("part-whole", "He saw nine games, including twelve starts.", "nine", "the part and the whole may count"),
        ("part-whole", "The 14 senators — eight women and six men — met.", "14", "the parts add up to the whole"),
        (
            "reversed-range",
            "Peace between us lasts. " + "It rained. " * 9 + "They 40 and 30.",
            "between",
            "no two numbers",
        ),
        ("reversed-range", "It is between 10 months and nine years.", "between", "the two numbers do not count"),
        (
            "reversed-range",
            "Boys aged between 10 months and nine years play.",
            "between",
            "the two ages have two units",
        ),
        (
            "total",
            "They met, " * 210 + "and the fines of $200 and $300 total $600.",
            "total",
            "the sentence is so long",
        ),
        ("headline-toll", "Blast leaves 12 dead", "12", "is compared with nothing: the first line is no headline"),
        (
            "headline-toll",
            "Blast shuts mill\n\nIt employs 40 men.\n",
            "40",
            "is compared with nothing: it does not count",
        ),
        ("headline-toll", "Blast leaves 12 dead\n\nIt was loud.\n", "12", "is compared with nothing: the first 350"),
        (
            "headline-toll",
            "Blast kills 8\n\n" + "It rained. " * 40 + "It killed 9.\n",
            "9",
            "is compared with nothing: it sta",
        ),
        ("headline-toll", "Blast shuts mill\n\nIt killed 9.\n", "9", "is compared with nothing: the headline has no"),
        (
            "articles-disagree",
            "A fire killed two people. It killed two people.",
            "two people. I",
            "is how many were killed",
        ),
        (
            "articles-disagree",
            "A fire killed two people. It killed two men.",
            "two men",
            "is no fact about casualties: an ea",
        ),
        (
            "articles-disagree",
            "It rained. " * 150 + "It killed 40.",
            "40",
            "is no fact about casualties: it stands",
        ),
        ("articles-disagree", "Police met Max Mustermann, 34.", "34", 'is the age of "Max Mustermann"'),
        ("age-mismatch", "Police met Max Mustermann, 34.", "34", 'is the age of "Max Mustermann"'),
        ("age-mismatch", "Police met Max Mustermann, 34.", "34", "it is the first age of that person"),
        (
            "age-mismatch",
            "Max Mustermann, 34, met us. Max Mustermann, 34, left.",
            "34, l",
            "the first age of that person is",
        ),
    ],
)
def test_why_gives_the_reason(rule: str, text: str, candidate: str, reason: str) -> None:
    start = text.rindex(candidate)
    steps = [
        step for step in trace_rule(RULES[rule], Article("a.txt", text)).steps if step.location.start.offset == start
    ]
    assert any(step.conclusion.startswith(reason) for step in steps)


@pytest.mark.parametrize("icon", "\ue001\ue002\ue003\ue004")
def test_characters_that_stand_for_figures_in_forms_are_no_figures(icon: str) -> None:
    text = (
        f"The fee doubled from {icon} to {icon} for 4 or 5. Fines rose from {icon} to {icon}, a 20 percent drop.\n"
        f"Votes: 60 percent Reds, {icon} Blues and {icon} Greens. Of the {icon} boats, {icon} or 40 percent sank.\n"
        f"He won by {icon} points, {icon} to {icon}. The crew of 9: {icon} men and {icon} women, 4 of them young.\n"
    )
    assert not check(text)
    (one,) = check(f"{icon} Membership doubled from 1,200 to 3,100. {icon}\n")
    assert one.match == "doubled from 1,200 to 3,100"


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
