"""Hedges, and the interval that each lets a number mean: "nearly 400" agrees with 390."""

from __future__ import annotations

from newslint.model import Span
from newslint.text.pattern import Pattern

INFINITE = float("inf")

# The least and the most that a hedge lets a number mean, as multiples of the number.
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
LAST_WORDS_OF_HEDGES = frozenset(hedge.rpartition(" ")[2] for hedge in HEDGES)
POSTPOSED_HEDGE = Pattern(
    r"\+|[ ](?:or[ ]more|plus)\b", matches=("+", " or more", " plus the crew"), misses=(" or fewer", " pluses", " +")
)
POSTPOSED_HEDGE_STARTS = frozenset("+ ")


def find_hedge(text: str, start: int, end: int) -> tuple[Span, tuple[float, float]]:
    """Return the hedge of the number from `start` to `end` (an empty span without one), and the interval it means.

    The interval is the least and the most, as multiples of the number.
    """
    if text[start - 1 : start] == " ":
        before = text[max(0, start - 24) : start - 1].rpartition("\n")[2].lower()
        if before.rpartition(" ")[2] in LAST_WORDS_OF_HEDGES:
            words = before.split(" ")
            for count in (3, 2, 1):
                hedge = " ".join(words[-count:])
                if hedge in HEDGES:
                    return Span(start - 1 - len(hedge), start - 1), HEDGES[hedge]
    if text[end : end + 1] in POSTPOSED_HEDGE_STARTS:
        after = POSTPOSED_HEDGE.match(text, end)
        if after:
            return Span(*after.span()), AT_LEAST
    return Span(start, start), EXACTLY
