"""Comments in Markdown and HTML that silence rules for a block."""

from __future__ import annotations

import pytest

from counting import count
from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.silenced import without_silenced
from newslint.linter.linter import build_linter
from newslint.readers.markdown import MarkdownReader
from support import Run, Write

SOURCE = "A source said the visit was off."
AIDE = "A palace aide said the guests had left."
OFFICER = "A security official said the road was shut."


def places(output: str) -> list[str]:
    """Return the line of each finding."""
    return [line.split(":")[1] for line in output.splitlines()]


@pytest.mark.parametrize(
    "names",
    ["sources/bare-source", "sources", "*/bare-*", "numbers, sources/bare-source", "sources (checked with the desk)"],
)
def test_a_comment_silences_the_block_after_it(newslint: Run, write: Write, names: str) -> None:
    write("a.md", f"{AIDE}\n\n<!-- newslint: ignore {names} -->\n\n{SOURCE}\n\n{OFFICER}\n")
    assert places(newslint("a.md", "--select", "sources").stdout) == ["1", "7"]


@pytest.mark.parametrize(
    "comment", ["<!-- newslint: ignore numbers -->", "<!-- newslint ignore sources -->", "sources"]
)
def test_another_comment_silences_nothing(newslint: Run, write: Write, comment: str) -> None:
    write("a.md", f"{comment}\n\n{SOURCE}\n")
    assert places(newslint("a.md", "--select", "sources").stdout) == ["3"]


def test_a_comment_within_a_list_is_for_its_next_item(newslint: Run, write: Write) -> None:
    write("a.md", f"- {AIDE}\n<!-- newslint: ignore sources -->\n- {SOURCE}\n- {OFFICER}\n")
    assert places(newslint("a.md", "--select", "sources").stdout) == ["1", "4"]


def test_plain_text_has_no_comments(newslint: Run, write: Write) -> None:
    write("a.txt", f"<!-- newslint: ignore sources -->\n{SOURCE}\n")
    assert places(newslint("a.txt", "--select", "sources").stdout) == ["2"]


def test_a_silenced_block_is_not_compared(newslint: Run, write: Write) -> None:
    lede = "A fire in Harl on Tuesday killed {} people at the ferry port, the mayor Erika Mustermann said."
    write("a.md", f"date 2025-05-23\n\n{lede.format(12)}\n")
    write("b.md", f"date 2025-05-23\n\n{lede.format(14)}\n")
    select = ("--select", "numbers/articles-disagree")
    assert newslint(".", *select).stdout
    write("b.md", f"date 2025-05-23\n\n<!-- newslint: ignore numbers -->\n{lede.format(14)}\n")
    assert newslint(".", *select).stdout == ""


def test_twice_the_comments_cost_twice_as_much() -> None:
    checker = build_linter(Settings(preview=True)).checker

    def cost(blocks: int) -> int:
        text = f"<!-- newslint: ignore numbers -->\n\n{SOURCE}\n\n" * blocks
        (article,) = MarkdownReader().read("a.md", text)
        assert isinstance(article, Article)
        result = checker.check(article)
        assert not result.failures
        return count(lambda: without_silenced(result, article))[0]

    assert cost(400) <= 2.6 * cost(200)
