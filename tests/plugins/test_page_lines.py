"""Lines of a page beside lines of an article, in the same place: which rule reports each line, and which lines stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.compare import compare_facts
from newslint.linter.linter import build_linter
from newslint.linter.why import trace_article
from newslint.readers.markdown import MarkdownReader
from support import ROOT

LINTER = build_linter(Settings(select=("boilerplate",)))
HEADLINE = "Wells of eleven villages to be tested"
FIRST = (
    "The council will test the wells of eleven villages after traces of a solvent were found in drinking water near an "
    "old airfield, it said on Monday after a meeting."
)
LAST = (
    "Residents can collect bottled water at the fire stations until the results are known, which will take about a "
    "week in all, the council said."
)
BUTTONS, FOLLOW = "Share Tweet Email", "Follow us on Facebook"
PLACES = {
    "first": ("", "\n".join((FIRST, LAST))),
    "below the headline": (HEADLINE, "\n".join((FIRST, LAST, BUTTONS))),
    "below buttons": ("\n".join((HEADLINE, BUTTONS)), "\n".join((FIRST, LAST))),
    "between paragraphs": (FIRST, LAST),
    "above buttons": (FIRST, "\n".join((BUTTONS, LAST))),
    "last": ("\n".join((FIRST, LAST)), ""),
    "between buttons": ("\n".join((FIRST, LAST, BUTTONS)), FOLLOW),
}
ARTICLES = (
    (
        "The glacier lost two metres of ice in one summer, said the institute that has measured it since the war.",
        "Ice of the north", "It has a hut", "Ada walked there", "Below it is a lake", "And a road",
    ),
    (
        "The path to the hut has been moved uphill three times since then, and the club wants to move it again soon.",
        "Paths of the club", "The hut is full", "Ben carried the beams", "His mules were old", "One is dead",
    ),
    (
        "The next measurement is planned for October, if the snow comes as late as it has in each of the past years.",
        "Snow of the past", "October is late", "Cleo reads the poles", "There are forty", "Two have fallen",
    ),
)  # fmt: skip


def _rows() -> Iterator[tuple[str, str, str]]:
    """Yield each line with its place, and with the rule that reports it and whether its fix is safe."""
    text = (ROOT / "tests/cases/page-lines.txt").read_text(encoding="utf-8")
    for part in text.removeprefix("# ").rstrip("\n").split("\n# "):
        title, *lines = part.split("\n")
        place, expected = title.split(": ")
        for line in lines:
            yield place, line, expected


@pytest.mark.parametrize(("place", "line", "expected"), [row for row in _rows() if row[0] in PLACES])
def test_a_line_is_reported_or_stays(place: str, line: str, expected: str) -> None:
    before, after = PLACES[place]
    line, part = line.replace(">>", "").replace("<<", ""), line.partition(">>")[2].partition("<<")[0] or line
    text = "\n".join(lines for lines in (before, line, after) if lines)
    start = text.index(line)
    end = start + len(line)
    found = [
        one
        for one in LINTER.checker.check(Article("a.txt", text)).diagnostics
        if one.location.start.offset < end and start < one.location.end.offset
    ]
    reported = [one.rule.removeprefix("boilerplate/") + ", safe" * bool(one.fix and one.fix.safe) for one in found]
    assert reported == [expected] * (expected != "kept")
    assert all(one.location.match == part for one in found)


def test_the_cells_of_a_table_stay_whatever_they_say() -> None:
    text = f"{FIRST}\n\n| What they used |\n|---|\n| {BUTTONS} |\n\n{LAST}\n\n{BUTTONS}\n"
    (article,) = MarkdownReader().read("a.md", text)
    assert isinstance(article, Article)
    found = LINTER.checker.check(article).diagnostics
    assert [(one.location.start.line, one.location.match) for one in found] == [(9, BUTTONS)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "The results are out, for all who wait for them. The page only said: follow us on Facebook for more.",
            "it stands after a sentence in the same line, and the line holds no other phrase",
        ),
        (
            "Follow us on Facebook is what the page asks of all those who want to know how the wells of the eleven "
            "villages are, and so do the pages of the two other counties that have had to test the water of their "
            "wells since spring",
            "a line of more than 200 characters with one phrase of a page may be the article's",
        ),
    ],
)
def test_a_phrase_that_does_not_decide_about_its_line_says_why(line: str, reason: str) -> None:
    trace = trace_article(LINTER, "boilerplate/share-widget", Article("a.txt", f"{FIRST}\n{line}\n{LAST}"), 2)
    (rejected,) = [step.conclusion for step in trace.steps if "does not decide" in step.conclusion]
    assert rejected.endswith(f"does not decide about the line: {reason}")


def _place_in_three(place: str, line: str) -> list[str]:
    """Return three articles that share a line."""
    if place == "head of three articles":
        return ["\n".join((headline, line, text)) for text, headline, *_ in ARTICLES]
    if place == "amid three articles":
        return ["\n".join((text, line, text)) for text, *_ in ARTICLES]
    return ["\n".join((text, *rest[:2], line, *rest[2:])) for text, *rest in ARTICLES]


@pytest.mark.parametrize(("place", "line", "expected"), [row for row in _rows() if row[0] not in PLACES])
def test_a_line_that_three_articles_share_is_reported_or_stays(place: str, line: str, expected: str) -> None:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(_place_in_three(place, line))]
    facts = [fact for article in articles for fact in LINTER.checker.check(article).facts]
    found = compare_facts(LINTER.enabled_rules, facts).diagnostics
    assert [one.location.match for one in found] == [line] * 3 * (expected != "kept")
    assert all(f" stands at the {place.split()[0]} of 3 articles here: " in one.message for one in found)
