"""numbers/unit-conversion: a converted measure that does not fit the one it stands beside."""

from bisect import bisect_right
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Rule, Span, Unit, numbers, parse_unit
from newslint_numbers.view.rounding import last_digit_unit

OPENING = Pattern(r"[-\s]*(?:tall|long|wide|deep|high|away|thick)?,?\s*$")
HEDGE = Pattern(r"(?:or\s+)?(?:about|around|roughly|some|nearly|almost|over|more\s+than|approximately|just\s+\w+)?\s*")
MAGNITUDE_ON = Pattern(r"\d[\d,]*(?:\.\d+)?")
NEGATIVE = Pattern(r"(?:[-−–]|\bminus\s)$")
TENTH, QUARTER = 0.08, 0.25
# Characters: between a figure and the bracket; in the bracket before the figure's sign; of the sign.
NEAR, HEDGED, SIGNED = 40, 40, 6


class UnitConversion(Rule):
    """Finds a measure in brackets that is not what the measure before it converts to.

    A slip in a conversion misleads exactly those readers it was made for; the Mars Climate Orbiter was lost in 1999
    over pound-seconds taken for newton-seconds (NASA, Mishap Investigation Board, Phase I report). Both measures may be
    rounded as far as they are written; a few degrees may be degrees on the scale or a difference of degrees.

    ```bad
    The new section of the fence is 5 miles (12 kilometers) long.
                                    ^^^^^^^^^^^^^^^^^^^^^^^ "5 miles (12 kilometers)" does not fit: 5 miles is about 8 …
    ```

    ```good
    The new section of the fence is 5 miles (8 kilometers) long. It was 32 F (0 C) that day.
    The seas could warm by 2 C (3.6 F) by then.
    ```
    """

    name = "numbers/unit-conversion"
    required_kinds = ("numbers.bracket",)

    def lexicon(self) -> Lexicon:
        """An opening bracket, or the word "or" behind a comma."""
        return {"numbers.bracket": ("(", "[", ", or")}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each pair."""
        text, found = article.text, article.get(numbers)
        for at, inside, _sign in article.mentions("numbers.bracket"):
            number = bisect_right(found, (at, 0, 0.0))
            if not 0 < number < len(found) or found[number].start > inside + HEDGED + SIGNED:
                continue
            first = found[number - 1]
            if at - first.end >= NEAR:
                continue
            after = HEDGE.match(text, inside, inside + HEDGED)
            second = _starting(article, after.end() if after else inside)
            converted = parse_unit(text, second.end) if second else None
            if second is None or converted is None:
                continue
            other = parse_unit(text, first.end)
            if other is None or not OPENING.match(text, other[1], at) or _compound(article, first, other[0]):
                continue
            unit, end = converted
            if unit.dimension != other[0].dimension or unit.name == other[0].name:
                continue
            expected = _expected(text, first, other[0], second, unit)
            if expected is not None:
                span = Span(first.start, end + 1 if text[end : end + 1] in (")", "]") else end)
                shown = f"{text[first.start : other[1]]} is about {_in_words(text, second, end, expected)}"
                yield Finding(span, f'"{article[span]}" does not fit: {shown}; check both figures.')


def _starting(article: Article, start: int) -> Number | None:
    """The figure that begins at `start`, a minus sign allowed."""
    found = article.get(numbers)
    number = bisect_right(found, (start - 1, 0, 0.0))
    if number < len(found) and not article.text[start : found[number].start].strip("-−– minus"):
        return found[number] if found[number].start - start <= SIGNED else None
    return None


def _before(article: Article, at: int) -> Number | None:
    """The last figure that ends at most a long unit's name before `at`."""
    found = article.get(numbers)
    number = bisect_right(found, (at, 0, 0.0)) - 1
    return found[number] if number >= 0 and at - found[number].end < NEAR else None


def _compound(article: Article, figure: Number, unit: Unit) -> bool:
    """Whether the figure is only a part: 6 feet 2 inches, 5 to 6 miles, a fraction."""
    text = article.text
    before = text[max(0, figure.start - 6) : figure.start]
    if (
        before.endswith((" to ", " or ", " and ", "-to-", "/", "½", "¼", "¾"))
        or "and a half" in text[figure.end : figure.end + 20]
    ):
        return True
    earlier = _before(article, figure.start - 1)
    if earlier is None or figure.start - earlier.end > 10:
        return False
    found = parse_unit(text, earlier.end)
    return found is not None and found[0].dimension == unit.dimension


def _expected(text: str, first: Number, unit: Unit, second: Number, other: Unit) -> float | None:
    """What the first measure is in the second one's unit, where the second does not fit; else None."""
    a, b = first.value * _sign(text, first), second.value * _sign(text, second)
    exact = a * unit.size / other.size
    options = [exact]
    if unit.dimension == "heat":
        if abs(a) * unit.size > 15:  # more than 15 degrees Celsius are on the scale, not a difference
            options.clear()
        options.append(a * 9 / 5 + 32 if other.name == "f" else (a - 32) * 5 / 9)
    slack = (last_digit_unit(text, second) + last_digit_unit(text, first) * unit.size / other.size) / 2
    share = QUARTER if unit.dimension == "volume" else TENTH
    if any(abs(b - option) <= max(slack, share * abs(option)) for option in options):
        return None
    return options[-1]


def _in_words(text: str, second: Number, end: int, expected: float) -> str:
    """The expected figure as the article would write it: with its magnitude and its unit."""
    words = MAGNITUDE_ON.match(text, second.start)
    start = words.end() if words else second.end
    written = second.value / (float(words[0].replace(",", "")) or 1.0) if words else 1.0
    number = expected / (written or 1.0)
    digits = f"{number:,.0f}" if abs(number) >= 10 else f"{number:,.1f}".removesuffix(".0")
    return f"{digits} {text[start:end].strip(' -')}"


def _sign(text: str, figure: Number) -> int:
    return -1 if NEGATIVE.search(text, figure.start - 6, figure.start) else 1
