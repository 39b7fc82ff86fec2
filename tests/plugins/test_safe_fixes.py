"""Safe fixes: they leave every line of an article as it is, and what they delete needs no other line."""

from __future__ import annotations

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.example_blocks import blocks
from newslint.engine.repeated_fixes import RuleFix, apply_until_stable
from newslint.linter.linter import build_linter
from support import ROOT

LINTER = build_linter(Settings(preview=True))
FAMILIES = ("advertising/", "boilerplate/")
RULES = sorted(name for name in LINTER.all_rules if name.startswith(FAMILIES))
BODY = (
    "The harbour board voted on Tuesday to keep the old ferry for one more winter, and to look for a cheaper boiler.",
    "“Nobody asked who is to pay,” the captain said, and she left the hall before the vote was counted a second time.",
)
OWN_LINES = (
    "Board keeps the ferry",
    "By Mia Rowe",
    "Published: June 5, 2026",
    "This article was first published on February 4, 2024.",
    "This article was originally published in the Harl Review and is republished under a Creative Commons licence.",
    "Correction: An earlier version gave a wrong number of boats.",
    "The Example Press contributed to this report.",
    "The ferry at the pier. Photograph: Mia Rowe/Example Press",
    "Share prices",
    "Shares",
    "Ads",
    "LinkedIn",
    "21:17 18.11.2025 Share this",
    "You must be a registered voter to take part on Sunday, the clerk said.",
    "“Share this story,” said the board.",
    "Sponsored content",
    "Paid post",
    "{Example.com}",
    "<b>The dam</b>",
    "[youtube https://video.example/dam]",
)
LABELS = ("Advertisement", "Story continued below", "Share this article", "7.5k SHARES Facebook Twitter", "{{ title }}")


def fix(text: str, *, unsafe: bool = False) -> str:
    def find(current: str) -> list[RuleFix]:
        found = LINTER.checker.check(Article("a.txt", current)).diagnostics
        own = [one for one in found if one.rule.startswith(FAMILIES)]
        return [(one.rule, one.fix) for one in own if one.fix and (unsafe or one.fix.safe)]

    return apply_until_stable(text, find)


@pytest.mark.parametrize("line", OWN_LINES)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_of_the_article_stays(line: str, place: int) -> None:
    lines = list(BODY)
    lines.insert(place, line)
    text = "\n\n".join(lines) + "\n"
    assert fix(text) == text


@pytest.mark.parametrize("label", LABELS)
def test_a_label_goes_and_every_other_line_stays(label: str) -> None:
    lines = [line for line in (BODY[0], *OWN_LINES, BODY[1]) for line in (line, BODY[0], label, BODY[1])]
    assert fix("\n".join(lines)) == "\n".join(line for line in lines if line != label)


@pytest.mark.parametrize("name", RULES)
def test_the_texts_in_which_a_rule_finds_nothing_stay(name: str) -> None:
    cases = (ROOT / "tests" / "cases" / f"{name}.md").read_text(encoding="utf-8")
    for document in (LINTER.all_rules[name].info().documentation, cases):
        for block in (block for group in blocks(document) for block in group if block.kind == "good"):
            for label in LABELS:
                text = f"{BODY[0]}\n{label}\n{BODY[1]}\n{block.text.rstrip()}"
                left = fix(text).split("\n")
                assert [line for line in left if line not in LABELS] == [
                    line for line in text.split("\n") if line not in LABELS
                ]


@pytest.mark.parametrize(
    "label, below",
    [
        ("READ MORE:", "Board keeps the ferry for one more winter"),
        ("Related", "Board keeps the ferry for one more winter"),
        ("Advertisement", "Ten Chairs That Every Captain Wants"),
        ("Share this: Facebook", "Reddit"),
        ("Share this article", "412"),
        ("Advertisement", "Sponsored content"),
    ],
)
def test_a_label_stays_with_the_line_below_that_needs_it(label: str, below: str) -> None:
    text = "\n".join((BODY[0], label, below, BODY[1]))
    assert fix(text) == text


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((BODY[0], "Related:", "Photo by Mia Rowe", BODY[1]), None),
        ((BODY[0], "Share this article", "Photo by Mia Rowe", BODY[1]), "Share this article"),
        ((BODY[0], "Photo by Mia Rowe", "Read more", BODY[1]), None),
        ((BODY[0], "Photo by Mia Rowe", "Share this article", BODY[1]), "Share this article"),
        ((BODY[0], "Photo by Mia Rowe", "Click here:", BODY[1]), "Click here:"),
        (("Photo by Mia Rowe", "Read more", *BODY), "Read more"),
        ((BODY[0], "Read more", BODY[1]), "Read more"),
        ((*BODY, "Read more"), "Read more"),
    ],
)
def test_junk_stays_where_a_line_of_the_article_would_lose_its_sense(lines: tuple[str, ...], gone: str | None) -> None:
    assert fix("\n".join(lines), unsafe=True) == "\n".join(line for line in lines if line != gone)


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((BODY[0], "412", "Share this article", BODY[1]), ()),
        ((BODY[0], "412", "<br>", BODY[1]), ("<br>",)),
        (("Board keeps the ferry", "Share this article", *BODY), ("Share this article",)),
        ((BODY[0], "Share this article", "Share Tweet Email", BODY[1]), ("Share this article", "Share Tweet Email")),
        ((BODY[0], "Share this article", "Photo by Mia Rowe", BODY[1]), ("Share this article",)),
    ],
)
def test_a_label_goes_where_no_neighbour_needs_it(lines: tuple[str, ...], gone: tuple[str, ...]) -> None:
    assert fix("\n".join(lines)) == "\n".join(line for line in lines if line not in gone)


def test_a_button_stays_with_the_teaser_above() -> None:
    text = "\n".join((*BODY, "Board keeps the ferry for one more winter", "Read more", BODY[0]))
    assert fix(text) == text


def test_a_label_at_the_head_may_say_that_the_whole_article_is_an_advertisement() -> None:
    text = "\n".join(("Board keeps the ferry", "Advertisement", *BODY))
    assert fix(text) == text


@pytest.mark.parametrize("label", ["READ MORE:", "Related:", "You may also like"])
def test_no_fix_deletes_a_heading_and_leaves_its_link(label: str) -> None:
    link = "Board keeps the ferry for one more winter"
    left = fix("\n".join((BODY[0], label, link, BODY[1])), unsafe=True).split("\n")
    assert label in left or link not in left


def test_a_thousand_labels_in_a_row_are_deleted() -> None:
    assert fix("\n".join((BODY[0], *["Advertisement"] * 3000, BODY[1]))) == "\n".join(BODY)
