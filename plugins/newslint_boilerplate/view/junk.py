"""What does not belong to the article, all of it: certain lines, weighed lines, and pieces run into a line.

One view for the whole family, so that no two rules report the same words, and cuts never overlap.
"""

from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from newslint.api import Article, Span, deletion_spans, non_blank_lines
from newslint_boilerplate.view.leading_junk import head
from newslint_boilerplate.view.phrase_matching import phrase_matches
from newslint_boilerplate.view.scoring import score_lines
from newslint_boilerplate.view.subscription_appeals import pleas
from newslint_boilerplate.view.trailing_junk import foot

THRESHOLD = 1.2  # what a line must weigh to be reported
ROUNDS = 2  # junk comes in blocks: what was found counts as a neighbour when the rest is weighed once more


class Junk(NamedTuple):
    """A line, or a part of one, that does not belong to the article."""

    span: Span
    kind: str  # which rule reports it
    line: bool  # a whole line, not a part of one
    evidence: tuple[str, ...]  # what weighed most, where the line was weighed
    deletion: Span  # what to take out to be rid of it


JunkWithoutCut = tuple[Span, str, bool, tuple[str, ...]]  # the same before the cuts are known, which hang together


def junk(article: Article) -> list[Junk]:
    """Lines in order, then the pieces."""
    sure, maybe = article.get(phrase_matches)
    kinds = dict(sure)
    weighed: dict[int, tuple[str, ...]] = {}
    for _ in range(ROUNDS):
        heavy = dict(score_lines(article, kinds, THRESHOLD))
        if not heavy:
            break
        weighed.update(heavy)
        for number, evidence in heavy.items():
            kinds[number] = maybe.get(number) or ("share" if "buttons" in evidence else "stray")
    found: list[JunkWithoutCut] = []
    if kinds:
        lines = article.get(non_blank_lines)
        found = [(lines[n], kinds[n], True, weighed.get(n, ())) for n in sorted(kinds)]
    ends = _ends(article, kinds)
    if asked := article.get(pleas):
        taken = sorted(one[0] for one in (*found, *ends))
        found += [(plea, "sign-up", False, ()) for plea in asked if not _overlaps(plea, taken)]
    found += ends
    if not found:
        return []
    cuts = deletion_spans(article, [one[0] for one in found])
    return [Junk(*one, cut) for one, cut in zip(found, cuts, strict=True)]


def by_kind(article: Article) -> dict[str, list[Junk]]:
    """What each rule has to report."""
    kinds: dict[str, list[Junk]] = {}
    for one in article.get(junk):
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def _ends(article: Article, gone: Collection[int]) -> list[JunkWithoutCut]:
    """What was run into the first and the last of the article's own lines."""
    text, own = article.text, _first_and_last(article, gone)
    found: list[JunkWithoutCut] = []
    if own is None:
        return found
    (start, end), (final, final_end) = own
    begin, kind = head(article, start, end)
    if begin > start:
        found.append((Span(start, start + len(text[start:begin].rstrip())), kind, False, ()))
    end = final_end
    ending = foot(article, max(begin, final), end)
    if ending:
        at, kind = ending
        found.append((Span(at, end), kind, False, ()))
    return found


def _first_and_last(article: Article, gone: Collection[int]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first and the last of the lines that stay; where all of them do, without a look at those between."""
    if gone:
        lines = article.get(non_blank_lines)
        first = next((line for number, line in enumerate(lines) if number not in gone), None)
        last = next((number for number in reversed(range(len(lines))) if number not in gone), 0)
        return (first, lines[last]) if first else None
    text = article.text
    bare = text.strip()
    if not bare:
        return None
    start = text.index(bare[0])
    end = start + len(bare)
    opening, closing = bare.partition("\n")[0].rstrip(), bare.rpartition("\n")[2].lstrip()
    return (start, start + len(opening)), (end - len(closing), end)


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares words with one of the others, which are in order and apart."""
    before = bisect_left(others, (span.end,))
    return before > 0 and others[before - 1].end > span.start
