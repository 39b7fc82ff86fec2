"""Changes: two numbers that a text compares, one before and one after."""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.api import Article, Number, Pattern, Quantity, Span, quantity
from newslint_numbers.view.rounding import rounding_interval

_WORDS_TO_NUMBER = (
    r"(?:(?:an?|the|its|their|just|only|a\s+mere|a\s+record|an\s+average\s+of)\s+)?(?:[\w'-]+\s+){0,2}?[$£€]?$"
)
FROM = Pattern(
    rf"\b(?:up\s+|down\s+)?from\s+{_WORDS_TO_NUMBER}",
    method="search",
    matches=("up from ", "rose from a mere $", "from an average of "),
    misses=("from", "from the far side of the river ", "to "),
)
COMPARED_WITH = Pattern(
    rf"\b(?:from|compared\s+(?:with|to)|over)\s+{_WORDS_TO_NUMBER}",
    method="search",
    matches=("compared with ", "over the ", "from "),
    misses=("together with ", "after "),
)
TO = Pattern(rf"\bto\s+{_WORDS_TO_NUMBER}", method="search", matches=("fell to ", "to a record €"), misses=("into ",))
MAX_NUMBERS_BESIDE = 4  # on either side, that may be the two


class Change(NamedTuple):
    """A number before and a number after."""

    before: Quantity
    after: Quantity

    def percent(self) -> float:
        """Return the change as a percentage of the number before."""
        return (self.after.value / self.before.value - 1) * 100

    def factors(self, text: str) -> tuple[float, float]:
        """Return the least and the most that the number after may be, as multiples of the one before, both rounded."""
        (low, high), (after_low, after_high) = rounding_interval(text, self.before), rounding_interval(text, self.after)
        return after_low / high, after_high / low


def neighbors(article: Article, found: Sequence[Number], index: int, sentence: Span) -> list[Quantity]:
    """Return the quantities around a number that are in its sentence, without dates and ages."""
    near = (
        quantity(article, number)
        for number in found[max(0, index - MAX_NUMBERS_BESIDE) : index + MAX_NUMBERS_BESIDE + 1]
        if sentence[0] <= number.start < sentence[1]
    )
    return [neighbor for neighbor in near if neighbor.unit not in ("date", "year-old")]


def from_to(text: str, first: Quantity, second: Quantity) -> Change | None:
    """Return the change in "from 40 to 50" or "to 50 from 40", or None."""
    if second.start - first.end > 60:
        return None
    if is_preceded_by(text, FROM, first) and is_preceded_by(text, TO, second):
        return comparable(first, second)
    if is_preceded_by(text, TO, first) and is_preceded_by(text, FROM, second):
        return comparable(second, first)
    return None


def is_preceded_by(text: str, pattern: Pattern, number: Quantity) -> bool:
    """Return whether words such as "from" stand before a number or before its hedge."""
    return any(pattern.search(text, start - 30, start) for start in {number.start, number.hedged_start})


def comparable(before: Quantity, after: Quantity) -> Change | None:
    """Return a change between two numbers of one unit, or None; of percentages, points may be meant."""
    if before.unit == after.unit != "%" and before.value > 0 and after.value > 0:
        return Change(before, after)
    return None
