"""Headlines between paragraphs, and the short lines that do not read like sentences."""

from __future__ import annotations

import pytest

from newslint.api import Article
from newslint.text.page.headlines import headlines
from newslint.text.page.line_runs import non_prose_lines

LONG = "The council voted on Tuesday to close the bridge for repairs, and to send the traffic over the ring road. " * 2
LINKS = ("A list of things", "Second of them", "Third one now", "And the fourth", "Now the fifth")


def read(*lines: str) -> list[tuple[str, bool]]:
    article = Article("a", "\n".join((LONG, *lines, LONG)))
    return [(article[found.block.span], found.stands_alone) for found in article.get(headlines)]


@pytest.mark.parametrize(
    "line",
    [
        "What the Bridge Means for You",
        "The Bridge Opened on Monday.",
        "Why the Old Bridge Opens.”",
        "Marlow Met Novak, Lind and Else.",
        "Bridge Opens Again Today in Dunmere",
    ],
)
def test_a_line_in_title_case_is_a_headline(line: str) -> None:
    assert read(line) == [(line, True)]


@pytest.mark.parametrize(
    "line", ["Bridge Opens in Dunmere", "Next: The Bridge Opens Again Today", "Posted by Maria Lind May 3rd, 2024"]
)
def test_a_label_or_a_stamp_does_not_stand_alone(line: str) -> None:
    assert read(line) == [(line, False)]


@pytest.mark.parametrize(
    "line",
    [
        "The Bridge opened on Monday.",
        "THE BRIDGE IS OPEN AGAIN",
        "The Old Bridge",
        "Bridge Opens again in Old Dunmere",
        "Bridge Opens again today in old Dunmere",
        "Marlow Met Novak, Lind and who Else.",
    ],
)
def test_other_lines_are_no_headlines(line: str) -> None:
    assert read(line) == []


def test_links_elsewhere_leave_a_headline_alone() -> None:
    assert read("What the Bridge Means for You", LONG, *LINKS) == [("What the Bridge Means for You", True)]
    assert not any(alone for _, alone in read(*(f"What the Bridge Number {n} Means" for n in "ABCDEF")))


@pytest.mark.parametrize(
    ("line", "is_prose"),
    [
        ("He left the town.", False),
        ("It was a really good year.", True),
        ("Is it a really good year?", False),
        ("Is it a really good year for the town?", True),
        ("Constantinople's harbormasters disagree.", False),
        ("The Bridge, the Dam, the Wall and the Harbor: All That Was Built in Dunmere since the Great Flood of Old",
         False),
    ],
)  # fmt: skip
def test_prose_ends_like_a_sentence_and_is_long_enough(line: str, is_prose: bool) -> None:
    assert (Article("a", line).get(non_prose_lines) == []) is is_prose
