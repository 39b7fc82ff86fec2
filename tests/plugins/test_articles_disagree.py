"""Reports compared with each other: which ones are compared, which one is flagged, and the cost of a large group."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.tracing import trace_rule
from newslint.model import Diagnostic, LocatedFact
from newslint_numbers.articles_disagree import ArticlesDisagree
from support import count_calls

RULES = [ArticlesDisagree()]
CHECKER = Checker(RULES)


def report(path: str, killed: str, day: int, said: str = "Captain Idris Quayle of Kettering said") -> Article:
    text = f"HARLOW — A ferry fire off Pennick killed {killed} people, {said}.\n"
    return Article(path, text, meta={"date": f"2025-03-{day:02}"})


def gathered(*articles: Article) -> list[LocatedFact]:
    return [fact for article in articles for fact in CHECKER.check(article).facts]


def found(*articles: Article) -> list[Diagnostic]:
    result = compare_facts(RULES, gathered(*articles))
    assert not result.failures
    return list(result.diagnostics)


def test_later_of_two_reports_is_flagged_once_for_all_shared_names():
    (finding,) = found(report("late.txt", "five", 4), report("early.txt", "two", 3))
    assert finding.location.path == "late.txt"
    assert finding.match == "killed five people"
    assert finding.message == (
        'reports disagree: "killed two people" in early.txt (2025-03-03), "killed five people" here (2025-03-04); '
        "check which is correct."
    )
    assert [other.location.path for other in finding.related] == ["early.txt"]


def test_odd_one_out_is_flagged_and_the_others_are_related():
    who = {2: "the guests of Marlen said", 4: "Quayle, of Kettering, wrote", 5: "the divers found"}
    articles = [report(f"{day}.txt", "four", day, who[day]) for day in who]
    (finding,) = found(report("3.txt", "five", 3), *articles)
    assert finding.location.path == "3.txt"
    assert [other.location.path for other in finding.related] == ["2.txt", "4.txt", "5.txt"]


def test_copies_of_a_report_count_once():
    copies = [report(f"{day}.txt", "five", day) for day in (3, 4, 6)]
    (finding,) = found(report("2.txt", "two", 2, "divers from Ostery found"), *copies)
    assert finding.location.path == "3.txt"
    assert [other.location.path for other in finding.related] == ["2.txt"]


def test_related_locations_say_what_joined_the_reports():
    (finding,) = found(report("early.txt", "two", 3), report("late.txt", "five", 4))
    assert [other.message for other in finding.related] == [
        '"killed two people" (2025-03-03); both have: Harlow, Pennick, a fire, a sinking'
    ]


def test_related_locations_name_a_day_that_both_reports_name():
    first = report("early.txt", "two", 3, "Quayle of Kettering said on Sunday")
    for said, named in (("Quayle of Kettering said on Sunday", ", Sunday"), ("Quayle of Kettering said on Monday", "")):
        (finding,) = found(first, report("late.txt", "five", 4, said))
        assert finding.related[0].message.endswith(f"a fire, a sinking{named}")


def test_order_of_articles_does_not_matter():
    articles = [report(f"{number}.txt", killed, 3) for number, killed in enumerate(("two", "five", "nine", "two"))]
    assert found(*articles) == found(*reversed(articles))


def test_intervals_that_overlap_are_not_reported():
    assert not found(report("a.txt", "at least two", 3), report("b.txt", "five", 4))
    assert not found(report("a.txt", "nearly 20", 3), report("b.txt", "19", 4))


def test_of_records_with_one_date_the_later_one_is_flagged():
    text, meta = report("a.jsonl", "two", 3).text, {"date": "2025-03-03"}
    records = [Article("a.jsonl", text.replace("two", how), line, meta) for line, how in ((9, "two"), (12, "five"))]
    for articles in (records, records[::-1]):
        assert [one.location.record for one in found(*articles)] == [12]


def test_casualties_are_counted_in_the_opening_alone():
    first = report("a.txt", "two", 3)
    for filler, expected in (("They wept. " * 100, 1), ("They wept. " * 200, 0)):
        text = f"HARLOW — A fire broke out off Pennick near Kettering. {filler}It killed five people.\n"
        assert len(found(first, Article("b.txt", text, meta={"date": "2025-03-03"}))) == expected


def test_message_names_at_most_three_of_the_shared_names():
    said = "guests of Marlen, Oldmoor, Halden and Arvika said"
    (finding,) = found(report("early.txt", "two", 3, said), report("late.txt", "five", 4, said))
    assert [other.message for other in finding.related] == [
        '"killed two people" (2025-03-03); both have: Harlow, Pennick, Marlen, a fire, a sinking'
    ]


def test_an_article_is_not_compared_with_itself():
    text = report("a.txt", "two", 3).text + report("a.txt", "five", 3).text
    assert not found(Article("a.txt", text))


def test_reports_without_a_date_must_share_more():
    both = [report("a.txt", "four", 3).text, report("b.txt", "five", 3).text]
    assert not found(*(Article(f"{number}.txt", text) for number, text in enumerate(both)))
    assert found(*(Article(f"{number}.txt", text, meta={"date": "2025-03-03"}) for number, text in enumerate(both)))
    both = [text.replace("killed", "hurt nine and killed") for text in both]
    assert found(*(Article(f"{number}.txt", text) for number, text in enumerate(both)))
    both[1] = both[1].replace("off Pennick", "off Oldmoor").replace("HARLOW", "MARLEN")
    assert not found(*(Article(f"{number}.txt", text) for number, text in enumerate(both)))


def test_cost_of_a_large_group_is_not_quadratic():
    def cost(count: int) -> int:
        facts = gathered(*(report(f"{number}.txt", ("two", "five")[number % 2], 3) for number in range(count)))
        return count_calls(lambda: compare_facts(RULES, facts))

    assert cost(200) < 5 * cost(50)


def compared(count: int) -> list[Diagnostic]:
    """Compare so many reports from one town, of which only the last two are of one event."""
    articles = []
    for number in range(count):
        who = "the smith Brenmar Tolvik and the cook Jarnwen Eskild" if number > count - 3 else f"a Tolvik{number:x}"
        day, killed = number % 28 + 1, number % 5 + 2
        date = "2025-03-01" if number > count - 3 else f"{2000 + number // 28 % 20}-03-{day:02}"
        text = f"date {date}\n\nA fire in Ostervik near Dunmere killed {killed} people, said {who}.\n"
        articles.append(Article(f"{number:04}.txt", text))
    return found(*articles)


def test_common_names_do_not_hide_rare_ones() -> None:
    (finding,) = compared(60)
    assert finding.location.path == "0059.txt"
    assert [one.location.path for one in finding.related] == ["0058.txt"]


@pytest.mark.parametrize(("days", "expected"), [(1, ["7.txt"]), (3, [])])
def test_names_that_some_articles_have_count_half(days: int, expected: list[str]) -> None:
    articles = []
    for number in range(8):
        who, killed = ("the smith Brenmar Tolvik", number - 4) if number > 5 else ("a guest", 2)
        day = f"2025-03-{1 + (number - 6) * days:02}" if number > 5 else f"20{number:02}-03-01"
        text = f"A fire in Ostervik near Dunmere killed {killed} people, said {who}.\n"
        articles.append(Article(f"{number}.txt", text, meta={"date": day}))
    assert [one.location.path for one in found(*articles)] == expected


@pytest.mark.parametrize(("early", "late"), [("June 31", "July 1"), ("2025-02-30", "March 2"), ("July 1", "July 1")])
def test_a_date_that_does_not_exist_joins_no_reports(early: str, late: str) -> None:
    text = "HARLOW — A ferry fire off Pennick on {} killed {} people, Captain Idris Quayle of Kettering said.\n"
    first = Article("a.txt", text.format(early, "two"), meta={"date": "2025-07-02"})
    (finding,) = found(first, Article("b.txt", text.format(late, "five"), meta={"date": "2025-07-03"}))
    (related,) = finding.related
    assert ("Tuesday" in related.message or "Sunday" in related.message) == (early == late)


TOWNS = "A fire in Ostervik, near Pennick and Kettering and Dunmere and Marlen and Oldmoor,"


@pytest.mark.parametrize(
    ("text", "candidate", "step"),
    [
        (
            f"{TOWNS} killed two people.",
            "two",
            "fact: is how many were killed, and is compared with reports that share one of these names: "
            '"Kettering", "Ostervik", "Dunmere", "Oldmoor", "Pennick" and 1 more',
        ),
        (
            "A fire in Ostervik killed two people.",
            "two",
            'fact: is how many were killed, and is compared with reports that share one of these names: "Ostervik"',
        ),
        (
            "A fire killed two people.",
            "two",
            "fact: is how many were killed, but is compared with no report: the opening has no names",
        ),
        (
            "We met Corin Aldwater, 34. Corin Aldwater, 34, left.",
            "34.",
            'fact: is the age of "Corin Aldwater": is compared with reports that have that name',
        ),
        (
            "We met Corin Aldwater, 34. Corin Aldwater, 34, left.",
            "34,",
            'fact: is the age of "Corin Aldwater": only the first is compared',
        ),
        (
            "It has 40 boats.",
            "40",
            "no candidate: is no fact about casualties: no word for people killed, wounded or shot stands near it",
        ),
        ("Two more died.", "Two", "event: is no fact about casualties: it counts only more or other dead"),
        (
            "The club, 34 in all, met.",
            "34",
            "outcome: is no fact about casualties: no word for people killed, wounded or shot stands near it",
        ),
        (
            "Their first talks in two years began. " + "It rained. " * 200 + "They met in Dunmere.",
            "first",
            'fact: says how long there was no "talks", "two years", '
            'and is compared with reports that share one of these names: "Dunmere"',
        ),
        (
            "At first they met.",
            "first",
            "form: says of nothing when it was last: no noun follows of which it is the first",
        ),
    ],
)
def test_why_says_which_fact_a_number_is(text: str, candidate: str, step: str) -> None:
    steps = trace_rule(RULES[0], Article("a.txt", text)).steps
    here = [one for one in steps if one.location.start.offset == text.index(candidate)]
    assert step in [f"{one.stage}: {one.conclusion}" for one in here]
