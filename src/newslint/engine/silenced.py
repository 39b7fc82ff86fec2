"""Comments that silence rules for one block of a file with markup: `<!-- newslint: ignore sources/bare-source -->`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from newslint.article import Article
from newslint.model import CheckResult, Location
from newslint.rule import is_meant

COMMENT = re.compile(r"<!--\s*newslint:\s*ignore\s+([\w/*\-]+(?:\s*,\s*[\w/*\-]+)*)\s*(?:\([^()]*\)\s*)?-->")


def without_silenced(result: CheckResult, article: Article) -> CheckResult:
    """Return the result without findings and facts in blocks for which a comment before them silences the rule."""
    is_silenced = silences(article)
    return result._replace(
        diagnostics=tuple(one for one in result.diagnostics if not is_silenced(one.rule, one.location)),
        facts=tuple(fact for fact in result.facts if not is_silenced(fact.rule, fact.location)),
    )


def silences(article: Article) -> Callable[[str, Location], bool]:
    """Return a function: whether a rule is silenced at a location."""
    blocks = [(block.pieces[0].start, block.pieces[-1].end) for block in article.blocks or () if block.pieces]
    names_by_block: dict[int, dict[str, None]] = {}
    for comment in COMMENT.finditer(article.raw):
        number = bisect_left(blocks, (comment.end(),))  # of the first block behind it
        names_by_block.setdefault(number, {}).update((name.strip(), None) for name in comment[1].split(","))

    def is_silenced(rule: str, location: Location) -> bool:
        offset = location.start.offset
        number = bisect_left(blocks, (offset + 1,)) - 1
        names = names_by_block.get(number)
        return names is not None and offset < blocks[number][1] and is_meant(rule, names)

    return is_silenced
