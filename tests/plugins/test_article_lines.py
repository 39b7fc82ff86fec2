"""Lines that belong to articles, in the styles of many newsrooms: no rule on boilerplate or advertising flags them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from support import ROOT

LINTER = build_linter(Settings(select=("advertising", "boilerplate")))
HEADLINE = "A headline about it"


def _kept() -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each kind of lines, with the three paragraphs of the article that contains them."""
    paragraphs: list[str] = []
    text = (ROOT / "tests/cases/article-lines.txt").read_text(encoding="utf-8")
    for part in text.removeprefix("# ").split("\n# "):
        title, *lines = part.rstrip("\n").split("\n")
        if title.startswith("article"):
            paragraphs = lines
        else:
            yield title, paragraphs, lines


def _places(kind: str, line: str, group: list[str], first: str, second: str, third: str) -> list[list[str]]:
    """Return the articles in which a line of this kind may stand, as lists of lines."""
    if kind == "subhead":
        return [[first, line, second, third], [first, "", second, "", line, "", third]]
    if kind == "tweet tail":
        post = "“What a night. We will tell you more as soon as we know more ourselves.”"
        return [[first, post, line, second, third], [first, second, third, "What a night. More as soon as we", line]]
    if kind == "list item":
        return [[first, "These are the points:", *group, second, third], [first, second, third, "At a glance", *group]]
    if kind == "dateline":
        return [[line + first, second, third], [HEADLINE, line + first, second, third]]
    if kind == "correction":
        return [[first, second, third, "", line], [line, first, second, third]]
    if kind == "byline":
        return [[HEADLINE, line, first, second, third], [first, second, third, line]]
    return [[first, line, second, third], [HEADLINE, line, first, second, third], [first, second, third, line]]


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in _kept()}))
def test_lines_of_an_article_are_not_flagged(kind: str) -> None:
    for _, paragraphs, lines in (one for one in _kept() if one[0] == kind):
        assert lines
        for line in lines:
            for article in _places(kind, line, lines, *paragraphs):
                text = "\n".join(article)
                start, end = text.index(line), text.index(line) + len(line)
                found = LINTER.checker.check(Article("a.txt", text)).diagnostics
                assert [
                    one for one in found if one.location.start.offset < end and start < one.location.end.offset
                ] == []
