"""Two figures that a text sets against each other: from one to the other."""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.api import Article, Number, Pattern, Quantity, Span, quantity
from newslint_numbers.view.rounding import rounded

_LEAD = r"(?:(?:an?|the|its|their|just|only|a\s+mere|a\s+record|an\s+average\s+of)\s+)?(?:[\w'’-]+\s+){0,2}?[$£€]?$"
FROM = Pattern(rf"\b(?:up\s+|down\s+)?from\s+{_LEAD}")
AGAINST = Pattern(rf"\b(?:from|compared\s+(?:with|to)|over)\s+{_LEAD}")
TO = Pattern(rf"\bto\s+{_LEAD}")
NEAR = 4  # figures on either side that may be the pair


class Change(NamedTuple):
    """A figure before and a figure after."""

    before: Quantity
    after: Quantity

    def percent(self) -> float:
        """The change in percent of the figure before."""
        return (self.after.value / self.before.value - 1) * 100

    def factors(self, text: str) -> tuple[float, float]:
        """The least and the most that the figure after may be as a multiple of the one before, both rounded."""
        (low, high), (least, most) = rounded(text, self.before), rounded(text, self.after)
        return least / high, most / low


def neighbors(article: Article, found: Sequence[Number], number: int, sentence: Span) -> list[Quantity]:
    """The quantities of the sentence around figure `number`, dates and ages left out."""
    near = (
        quantity(article, figure)
        for figure in found[max(0, number - NEAR) : number + NEAR + 1]
        if sentence[0] <= figure.start < sentence[1]
    )
    return [one for one in near if one.unit not in ("date", "year-old")]


def from_to(text: str, first: Quantity, second: Quantity) -> Change | None:
    """The change in "from 40 to 50" or "to 50 from 40"."""
    if second.start - first.end > 60:
        return None
    if is_preceded_by(text, FROM, first) and is_preceded_by(text, TO, second):
        return comparable(first, second)
    if is_preceded_by(text, TO, first) and is_preceded_by(text, FROM, second):
        return comparable(second, first)
    return None


def is_preceded_by(text: str, pattern: Pattern, one: Quantity) -> bool:
    """Whether a word such as "from" leads to the quantity and its hedge."""
    return any(pattern.search(text, begin - 30, begin) for begin in {one.start, min(one.start, one.hedge_span[0])})


def comparable(before: Quantity, after: Quantity) -> Change | None:
    """Both as a change, where one can be reckoned: of one unit, and not of percentages, where points may be meant."""
    if before.unit == after.unit != "%" and before.value > 0 and after.value > 0:
        return Change(before, after)
    return None
