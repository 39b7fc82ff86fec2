"""Junk within the lines of the text: what rules report of a line, and the lines that stay as they are.

`tests/cases/merged-junk.txt` holds a line in each row, with what a rule reports in braces after the rule's name. A
heading says where these lines stand: as the first line of an article, as its last line, between two others, or inside
lines that are the page's as a whole.
"""

from __future__ import annotations

import re

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from support import ROOT

LINTER = build_linter(Settings(select=("boilerplate",), preview=True))
MARKED = re.compile(r"\{([a-z-]+): ([^{}]*)\}")
ABOVE = "The county has three dams, and the oldest of them was built by hand in the year of the great flood.\n"
BELOW = "\nThe engineers will come back in spring, when the snow has melted and the lake is as full as it can be."
PLACES = {
    "first": ("", BELOW),
    "last": (ABOVE, ""),
    "between": (ABOVE, BELOW),
    "inside": ("Share on Facebook\n", "\nRelated stories"),
}


def _rows() -> list[tuple[str, str]]:
    text = (ROOT / "tests/cases/merged-junk.txt").read_text(encoding="utf-8")
    parts = (part.rstrip("\n").split("\n") for part in text.removeprefix("# ").split("\n# "))
    return [(heading.split()[0], row) for heading, *rows in parts for row in rows if row]


ROWS = _rows()


def marked(place: str, line: str) -> str:
    """Return a line that stands in a place, with what rules report in braces."""
    above, below = PLACES[place]
    result = LINTER.checker.check(Article("a.txt", above + line + below))
    assert not result.failures
    for one in sorted(result.diagnostics, key=lambda one: -one.location.start.offset):
        start, end = one.location.start.offset - len(above), one.location.end.offset - len(above)
        if place == "inside" and not 0 <= start < len(line):
            continue
        line = f"{line[:start]}{{{one.rule.partition('/')[2]}: {line[start:end]}}}{line[end:]}"
    return line


@pytest.mark.parametrize(("place", "row"), ROWS, ids=[row[:60] for _, row in ROWS])
def test_rules_report_what_is_merged_into_a_line_and_nothing_else(place: str, row: str) -> None:
    assert marked(place, MARKED.sub(r"\2", row)) == row


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n"])
def test_a_text_without_a_line_has_no_findings(text: str) -> None:
    assert not LINTER.checker.check(Article("a.txt", text)).diagnostics


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_blank_lines_around_the_text_change_nothing(blank: str) -> None:
    article = Article(
        "a.txt", f"{blank}By Ada Example The dam held on Saturday, and all were safe. Share Tweet Email{blank}"
    )
    found = [one.location.match for one in LINTER.checker.check(article).diagnostics]
    assert found == ["By Ada Example", "Share Tweet Email"]
