"""numbers/unit-conversion: a converted measure that does not match the one beside it."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Rejection, Span, Unit, numbers, parse_unit
from newslint_numbers.data.words import CONVERSION_HEDGES, DIMENSION_ADJECTIVES
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.rounding import last_digit_unit

BETWEEN_UNIT_AND_BRACKET = Pattern(
    rf"[-\s]*(?:{'|'.join(DIMENSION_ADJECTIVES)})?,?\s*$",
    matches=(" tall ", " ", "-wide, ", ""),
    misses=(" long road ", ": "),
)
_HEDGES = "|".join(CONVERSION_HEDGES).replace(" ", r"\s+")
HEDGE = Pattern(
    rf"(?:or\s+)?(?:{_HEDGES}|just\s+\w+)?\s*(?=[-−–\w])",
    matches=("about 8", "or more than 8", "just over 8", "−8"),
    misses=(")", "$8"),
)
WRITTEN_NUMBER = Pattern(r"\d[\d,]*(?:\.\d+)?", matches=("98.8 acres", "1,250"), misses=("eight", ".5"))
MINUS = Pattern(r"(?:[-−–]|\bminus\s)$", method="search", matches=("to −", "to minus "), misses=("to ", "terminus "))
# The measure is only a part: "0.4 ounces" in "2 ounces +/- 0.4 ounces", "400 pounds" in "3 tons 400 pounds".
PART_BEFORE = Pattern(
    r"(?:\+/-|±|plus[ ]or[ ]minus|\d[ -]?[a-z]+)[ ]?$",
    method="search",
    matches=("ounces +/- ", "3 tons ", "6-foot "),
    misses=("about ", "the old "),
)
PART_AFTER = Pattern(
    r",?[ ](?:\d|\+/-|±|plus[ ]or|and[ ]\d)",
    matches=(" 10ins", ", 10 inches", " +/- 2"),
    misses=(") and 5", " long", " and then"),
)
DIFFERENCE_AFTER = Pattern(  # "32F (18C) above the average": degrees of difference, not on the scale
    r"[)\]]?[ ](?:\w+[ ])?(?:above|below|beyond|higher|lower|warmer|cooler|colder|hotter|more|less|of[ ]warming)\b",
    matches=(") above the average", ") warmer than", ") well below"),
    misses=(") on Monday", ", which is lower"),
)
DIFFERENCE_BEFORE = Pattern(
    r"\b(?:by|(?:rise|increase|drop|fall|difference|range|swing)[ ]of)[ ](?:[\w-]+[ ]){0,2}$",
    method="search",
    matches=("rose by ", "a difference of more than "),
    misses=("rose to ", "nearby "),
)
# How far two measures may differ, as a part of the measure; pints and gallons have several sizes.
# A measure with one digit that is not zero is a round one: "35 kilometers (20 miles)".
TOLERANCE, ROUND_TOLERANCE, VOLUME_TOLERANCE = 0.08, 0.09, 0.25
MAX_CHARS_TO_BRACKET = 40  # from a number
MAX_HEDGE_CHARS = 40  # in the bracket, before the number

NO_PAIR = Rejection("no figures stand before and after it", "form")
FAR_AWAY = Rejection("the number before it is too far away to be converted in it", "form")
NO_MEASURE = Rejection("no measure opens it", "unit")
NO_ORIGINAL = Rejection("no measure stands right before it", "unit")
COMPOUND = Rejection("a measure of two units, a range or a tolerance is not compared", "form")
NOT_CONVERTED = Rejection("the two measures have one unit, or measure two things", "unit")
FITS = Rejection("the conversion is right, as far as rounding allows", "value")


class UnitConversion(FigureRule):
    """Finds a measure in brackets that is not what the measure before it converts to.

    An error in a conversion misleads exactly those readers it was made for; the Mars Climate Orbiter was lost in 1999
    because pound-seconds were taken for newton-seconds (NASA, Mishap Investigation Board, Phase I report).

    It speaks only where a sentence has one of these forms. A and B are measures of one dimension in two units; B must
    be what A converts to:

    | form | example |
    |---|---|
    | A (B), A [B] | 5 miles (8 kilometers) |
    | A long (B) | 90 feet tall (27 meters) |
    | A, or B | 90 metres, or 295 feet |

    Both measures may be rounded as far as they are written; a few degrees may be degrees on the scale or a difference
    of degrees. Measures of two units ("6 feet 2 inches"), ranges and tolerances are not compared.

    ```bad
    The new section of the fence is 5 miles (12 kilometers) long.
                                    ^^^^^^^^^^^^^^^^^^^^^^^ "5 miles (12 kilometers)" is converted wrongly: 5 miles …
    ```

    ```good
    The new section of the fence is 5 miles (8 kilometers) long. It was 32 F (0 C) that day.
    The seas could warm by 2 C (3.6 F) by then.
    ```
    """

    name = "numbers/unit-conversion"
    required_kinds = ("numbers.bracket",)
    not_judged = "stands in no bracket after a number, nor before one"

    def lexicon(self) -> Lexicon:
        """Return the opening brackets, and the word "or" after a comma."""
        return {"numbers.bracket": ("(", "[", ", or")}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each bracket near a number, with a finding where it converts the measure before it wrongly."""
        found = article.get(numbers)
        for bracket, inside, _word in article.mentions("numbers.bracket"):
            index = bisect_left(found, (bracket,))
            if not 0 < index < len(found) or found[index].start > inside + MAX_HEDGE_CHARS:
                yield Span(bracket, inside), NO_PAIR
            elif bracket - found[index - 1].end >= MAX_CHARS_TO_BRACKET:
                yield Span(bracket, found[index].end), FAR_AWAY
            else:
                yield Span(found[index - 1].start, found[index].end), _judge(article, found[index - 1], bracket, inside)


def _judge(article: Article, first: Number, bracket: int, inside: int) -> Finding | Rejection:
    """Judge what a bracket holds, from `inside` on, as the conversion of the number before it."""
    text = article.text
    hedge = HEDGE.match(text, inside, inside + MAX_HEDGE_CHARS)
    second = _number_at(article, hedge.end() if hedge else inside)
    converted = parse_unit(text, second.end) if second else None
    if second is None or converted is None:
        return NO_MEASURE
    original = parse_unit(text, first.end)
    if original is None or not BETWEEN_UNIT_AND_BRACKET.match(text, original[1], bracket):
        return NO_ORIGINAL
    unit, end = converted
    if _is_compound(article, first, original[0]) or PART_AFTER.match(text, end, end + 8):
        return COMPOUND
    if unit.dimension != original[0].dimension or unit.name == original[0].name:
        return NOT_CONVERTED
    expected = _expected_value(text, first, original[0], second, unit, end)
    if expected is None:
        return FITS
    span = Span(first.start, end + 1 if text[end : end + 1] in (")", "]") else end)
    correct = f"{text[first.start : original[1]]} is about {_in_words(text, second, end, expected)}"
    return Finding(span, f'"{article[span]}" is converted wrongly: {correct}; check both numbers.')


def _number_at(article: Article, start: int) -> Number | None:
    """Return the number that begins at `start`, or after a minus sign, or None."""
    found = article.get(numbers)
    index = bisect_left(found, (start - 1,))
    if index < len(found) and not article.text[start : found[index].start].strip("-−– minus"):
        return found[index]
    return None


def _number_before(article: Article, end: int) -> Number | None:
    """Return the last number that ends before `end`, or None."""
    found = article.get(numbers)
    index = bisect_left(found, (end,)) - 1
    return found[index] if index >= 0 else None


def _is_compound(article: Article, number: Number, unit: Unit) -> bool:
    """Return whether a number is only a part of a measure: 6 feet 2 inches, 5 to 6 miles, a fraction."""
    text = article.text
    before = text[max(0, number.start - 6) : number.start]
    if before.endswith((" to ", " or ", " and ", "-to-", "/")) or PART_BEFORE.search(
        text, number.start - 16, number.start
    ):
        return True
    earlier = _number_before(article, number.start - 1)
    if earlier is None or number.start - earlier.end > 10:
        return False
    measure = parse_unit(text, earlier.end)
    return measure is not None and measure[0].dimension == unit.dimension


def _expected_value(text: str, first: Number, unit: Unit, second: Number, other_unit: Unit, end: int) -> float | None:
    """Return what the first measure is in the unit of the second, which ends at `end`; None if that is correct."""
    value, written = first.value * _sign(text, first), second.value * _sign(text, second)
    size_ratio = unit.size / other_unit.size
    candidates = [value * size_ratio]
    if unit.dimension == "heat":
        # More than 15 degrees Celsius are on the scale, unless the words say that they are a difference.
        is_on_scale = abs(value) * unit.size > 15 and not DIFFERENCE_AFTER.match(text, end)
        if is_on_scale and not DIFFERENCE_BEFORE.search(text, first.start - 40, first.start):
            candidates.clear()
        candidates.append(value * 9 / 5 + 32 if other_unit.name == "f" else (value - 32) * 5 / 9)
    slack = (last_digit_unit(text, second) + last_digit_unit(text, first) * unit.size / other_unit.size) / 2
    is_round = f"{second.value:.15g}".strip("0.")[1:] == ""
    tolerance = VOLUME_TOLERANCE if unit.dimension == "volume" else ROUND_TOLERANCE if is_round else TOLERANCE
    if any(abs(written - candidate) <= max(slack, tolerance * abs(candidate)) for candidate in candidates):
        return None
    return candidates[-1]


def _in_words(text: str, second: Number, end: int, expected: float) -> str:
    """Return the expected value as the article would write it: with its magnitude and its unit."""
    digits = WRITTEN_NUMBER.match(text, second.start)
    start = digits.end() if digits else second.end
    magnitude = second.value / (float(digits[0].replace(",", "")) or 1.0) if digits else 1.0
    value = expected / (magnitude or 1.0)
    formatted = f"{value:,.0f}" if abs(value) >= 10 else f"{value:,.1f}".removesuffix(".0")
    return f"{formatted} {text[start:end].strip(' -')}"


def _sign(text: str, number: Number) -> int:
    return -1 if MINUS.search(text, number.start - 6, number.start) else 1
