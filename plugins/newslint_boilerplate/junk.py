"""What does not belong to the article, all of it: certain lines, weighed lines, and pieces run into a line.

One view for the whole family, so that no two rules report the same words, and cuts never overlap.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from newslint.api import Article, Span, filled_lines
from newslint_boilerplate.certain import phrased
from newslint_boilerplate.evidence import suspects
from newslint_boilerplate.foot import foot
from newslint_boilerplate.head import head
from newslint_boilerplate.removal import cuts

ENOUGH = 1.2  # what a line must weigh to be reported
ROUNDS = 2  # junk comes in blocks: what was found counts as a neighbour when the rest is weighed once more


class Junk(NamedTuple):
    """A line, or a part of one, that does not belong to the article."""

    span: Span
    kind: str  # which rule reports it
    cut: Span  # what to take out to be rid of it
    line: bool  # a whole line, not a part of one
    evidence: tuple[str, ...] = ()  # what weighed most, where the line was weighed


def junk(article: Article) -> list[Junk]:
    """Lines in order, then the pieces."""
    lines, (sure, maybe) = article.get(filled_lines), article.get(phrased)
    kinds = dict(sure)
    weighed: dict[int, tuple[str, ...]] = {}
    for _ in range(ROUNDS):
        heavy = dict(suspects(article, kinds, ENOUGH))
        if not heavy:
            break
        weighed.update(heavy)
        for number, evidence in heavy.items():
            kinds[number] = maybe.get(number) or ("share" if "buttons" in evidence else "stray")
    cut = cuts(article, kinds)
    found = [Junk(lines[n], kinds[n], cut[n], True, weighed.get(n, ())) for n in sorted(kinds)]
    return found + _pieces(article, kinds)


def by_kind(article: Article) -> dict[str, list[Junk]]:
    """What each rule has to report."""
    kinds: dict[str, list[Junk]] = {}
    for one in article.get(junk):
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def _pieces(article: Article, gone: Collection[int]) -> list[Junk]:
    """What was run into the first and the last of the article's own lines."""
    text, lines, found = article.text, article.get(filled_lines), []
    if len(gone) == len(lines):
        return []
    first = next(number for number in range(len(lines)) if number not in gone)
    last = next(number for number in reversed(range(len(lines))) if number not in gone)
    start, end = lines[first]
    begin, kind = head(article, start, end)
    if begin > start:
        piece = Span(start, start + len(text[start:begin].rstrip()))
        found.append(Junk(piece, kind, Span(start, begin), False))
    start, end = lines[last]
    ending = foot(article, begin if first == last else start, end)
    if ending:
        at, kind = ending
        found.append(Junk(Span(at, end), kind, Span(len(text[:at].rstrip()), end), False))
    return found
