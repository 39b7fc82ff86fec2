"""Hedges: how exactly a figure is meant. "Nearly 400" agrees with 390."""

from __future__ import annotations

from newslint.model import Span
from newslint.text.pattern import Pattern

INFINITE = float("inf")

# What a hedge before (or after) a figure lets it mean: the least and the most, as multiples of the figure.
EXACTLY, AT_LEAST, AT_MOST = (1.0, 1.0), (1.0, INFINITE), (0.0, 1.0)
AROUND, BELOW = (0.85, 1.15), (0.85, 1.0)
HEDGES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("at least", "more than", "over", "exceeding", "above", "upwards of", "no fewer than"), AT_LEAST),
    **dict.fromkeys(("no less than", "not less than", "greater than", "well over", "topping", "minimum of"), AT_LEAST),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "no more than", "less than", "under"), AT_MOST),
    **dict.fromkeys(("fewer than", "below", "maximum of", "as few as", "not more than"), AT_MOST),
    **dict.fromkeys(("about", "around", "roughly", "some", "approximately", "circa", "an estimated"), AROUND),
    **dict.fromkeys(("estimated", "perhaps", "maybe", "or so", "probably", "possibly"), AROUND),
    **dict.fromkeys(("nearly", "almost", "just under", "close to", "approaching", "virtually"), BELOW),
    **dict.fromkeys(("just over", "slightly more than", "a little over"), (1.0, 1.15)),
}
LAST_WORDS = frozenset(hedge.rpartition(" ")[2] for hedge in HEDGES)
POSTPOSED_HEDGE = Pattern(r"\+|[ ](?:or[ ]more|plus)\b")
AFTER_SIGNS = frozenset("+ ")


def find_hedge(text: str, start: int, end: int) -> tuple[Span, tuple[float, float]]:
    """The hedge of the figure from `start` to `end` (empty: none), and what it lets it mean."""
    if text[start - 1 : start] == " ":
        tail = text[max(0, start - 24) : start - 1].rpartition("\n")[2].lower()
        last = tail.rpartition(" ")[2]
        if last in LAST_WORDS:
            words = tail.split(" ")
            for count in (3, 2, 1):
                hedge = " ".join(words[-count:])
                if hedge in HEDGES:
                    return Span(start - 1 - len(hedge), start - 1), HEDGES[hedge]
    if text[end : end + 1] in AFTER_SIGNS:
        after = POSTPOSED_HEDGE.match(text, end)
        if after:
            return Span(*after.span()), AT_LEAST
    return Span(start, start), EXACTLY
