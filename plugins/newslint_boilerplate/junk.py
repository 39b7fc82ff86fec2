"""What does not belong to the article, all of it: certain lines, weighed lines, and pieces run into a line.

One view for the whole family, so that no two rules report the same words, and cuts never overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from newslint.api import Article, Span, filled_lines, removals
from newslint_boilerplate.certain import phrased
from newslint_boilerplate.evidence import suspects
from newslint_boilerplate.foot import foot
from newslint_boilerplate.head import head
from newslint_boilerplate.pleas import pleas

ENOUGH = 1.2  # what a line must weigh to be reported
ROUNDS = 2  # junk comes in blocks: what was found counts as a neighbour when the rest is weighed once more


class Junk(NamedTuple):
    """A line, or a part of one, that does not belong to the article."""

    span: Span
    kind: str  # which rule reports it
    line: bool  # a whole line, not a part of one
    evidence: tuple[str, ...]  # what weighed most, where the line was weighed
    cut: Span  # what to take out to be rid of it


Uncut = tuple[Span, str, bool, tuple[str, ...]]  # the same before the cuts are known, which hang together


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
    found: list[Uncut] = [(lines[n], kinds[n], True, weighed.get(n, ())) for n in sorted(kinds)]
    ends = _ends(article, kinds)
    taken = sorted(one[0] for one in (*found, *ends))
    found += [(plea, "sign-up", False, ()) for plea in article.get(pleas) if not _overlaps(plea, taken)]
    found += ends
    cuts = removals(article, [one[0] for one in found])
    return [Junk(*one, cut) for one, cut in zip(found, cuts, strict=True)]


def by_kind(article: Article) -> dict[str, list[Junk]]:
    """What each rule has to report."""
    kinds: dict[str, list[Junk]] = {}
    for one in article.get(junk):
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def _ends(article: Article, gone: Collection[int]) -> list[Uncut]:
    """What was run into the first and the last of the article's own lines."""
    text, lines = article.text, article.get(filled_lines)
    found: list[Uncut] = []
    if len(gone) == len(lines):
        return []
    first = next(number for number in range(len(lines)) if number not in gone)
    last = next(number for number in reversed(range(len(lines))) if number not in gone)
    start, end = lines[first]
    begin, kind = head(article, start, end)
    if begin > start:
        found.append((Span(start, start + len(text[start:begin].rstrip())), kind, False, ()))
    start, end = lines[last]
    ending = foot(article, begin if first == last else start, end)
    if ending:
        at, kind = ending
        found.append((Span(at, end), kind, False, ()))
    return found


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares words with one of the others, which are in order and apart."""
    before = bisect_left(others, (span.end,))
    return before > 0 and others[before - 1].end > span.start
