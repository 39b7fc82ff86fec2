"""numbers/part-whole: parts that are more than their whole, or do not add up to it."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import (
    Article,
    Figure,
    Finding,
    Lexicon,
    Pattern,
    Quantity,
    Rule,
    Span,
    figures,
    quantity,
    sentence_at,
)
from newslint_numbers.people import PEOPLE

SIGN = Pattern(
    r"(?:[ ][\w'’.-]+){0,4}?(?:[ ]?(?P<dash>--|—|–)[ ]?|[ ](?P<hyphen>-)[ ]|[ ](?P<bracket>\()|(?P<colon>:)[ ]|(?P<comma>,)[ ])"
)
NOUN = Pattern(r"(?:[ -](?!(?:and|or|but|plus)\b)[^\W\d_][\w'’]*){1,5}")
ONE = Pattern(r"an?(?=[ ])")
JOINT = Pattern(r"(?P<last>,?[ ](?:and|plus)[ ])|,[ ]")
CLOSES = {
    "dash": Pattern(r"[ ]?(?:--|—|–)|[.;](?=\s|$)|$"),
    "hyphen": Pattern(r"[ ]-[ ]|[.;](?=\s|$)|$"),
    "bracket": Pattern(r"\)"),
    "colon": Pattern(r"[.;](?=\s|$)|$"),
    "comma": Pattern(r",[ ]"),
}
DEFINITE = Pattern(r"\b(?:the|all|these|those|its|their|his|her)[ ]$")
SPECIES = {"count": ("crime", "charge", "offense", "felony", "count"), "death": ("casualty", "fatality")}


class PartWhole(Rule):
    """Finds parts that do not fit their whole: "14 senators — six Republicans and six Democrats".

    Sums of small whole numbers leave no room for rounding: with the GRIM test (Brown and Heathers, Social Psychological
    and Personality Science, 2017) about half of the psychology papers that could be checked held an impossible mean.
    A list between dashes, in brackets or after a colon is added up; after "including" a part may be smaller than the
    whole, never greater.

    ```bad
    The letter was signed by 14 senators — six Republicans and six Democrats — on Monday.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the parts add up to 12, not to "14 senators"; check all the figures.
    The blast killed nine people, including eleven children.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "eleven children" cannot be a part of "nine people"; check both figures.
    ```

    ```good
    The letter was signed by 14 senators — eight Republicans and six Democrats — on Monday.
    The blast killed nine people in three cars, including five children.
    ```
    """

    name = "numbers/part-whole"
    triggers = ("figure",)

    def lexicon(self) -> Lexicon:
        """The word "including"."""
        return {"numbers.including": ("including",)}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each whole."""
        for at, end, _word in article.mentions("numbers.including"):
            yield from _included(article, at, end)
        found, text = article.get(figures), article.text
        for number, (start, end, value) in enumerate(found[:-2]):
            after = found[number + 1].start
            if 2 <= value <= 999 and 4 < after - end < 60 and text[after - 1] in " (—–" and value == int(value):
                yield from _listed(article, found, number)


def _included(article: Article, at: int, end: int) -> Iterator[Finding]:
    """Of "N people, including M children": M is greater than N."""
    text, found = article.text, article.get(figures)
    number = bisect_left(found, (end, 0, 0.0))
    if not 0 < number < len(found) or found[number].start > end + 14:
        return
    start = sentence_at(article, at)[0]
    part = quantity(article, found[number])
    wholes = [quantity(article, figure) for figure in found[max(0, number - 6) : number] if figure.start >= start]
    counts = [whole for whole in wholes if not whole.unit]
    if part.unit or part.low != part.value or not counts or wholes[-1] != counts[-1]:
        return
    whole = counts[-1]
    if at - max(whole.end, whole.counted[1]) > 2 or part.value <= max(count.high for count in counts):
        return
    if _kind_of(text, part, whole):
        span = Span(whole.start, max(part.end, part.counted[1]))
        shown = text[part.start : max(part.end, part.counted[1])], text[whole.start : max(whole.end, whole.counted[1])]
        yield Finding(span, f'"{shown[0]}" cannot be a part of "{shown[1]}"; check both figures.')


def _kind_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether the part is counted in the same thing as the whole, as far as the words tell."""
    if not part.noun:
        return text[part.end : part.end + 1] == " "
    return (
        part.noun == whole.noun
        or whole.noun in SPECIES.get(part.noun, ())
        or whole.noun in ("person", "other")
        or (part.noun in PEOPLE and whole.noun in PEOPLE)
    )


def _listed(article: Article, found: list[Figure], number: int) -> Iterator[Finding]:
    """Of "N people — A men and B women —": A and B are not N."""
    text = article.text
    sign = SIGN.at(text, found[number].end, found[number + 1].start + 1)
    if not sign or (sign["comma"] and not DEFINITE.within(text, found[number].start - 8, found[number].start)):
        return
    whole = quantity(article, found[number])
    if whole.noun not in PEOPLE or whole.role:
        return
    summed = _sum(article, sign.end(), CLOSES[sign.lastgroup or "dash"])
    if summed and not whole.low <= summed[0] <= whole.high:
        span = Span(whole.start, summed[1])
        shown = text[whole.start : whole.counted[1]]
        yield Finding(span, f'the parts add up to {summed[0]:,.0f}, not to "{shown}"; check all the figures.')


def _sum(article: Article, at: int, closes: Pattern) -> tuple[float, int] | None:
    """What a list of people adds up to, and where it ends; None where it is no closed list of plain counts."""
    text, found = article.text, article.get(figures)
    total, last = 0.0, False
    for _ in range(8):
        one = ONE.at(text, at)
        if one:
            total, at = total + 1, one.end()
        else:
            number = bisect_left(found, (at, 0, 0.0))
            if number == len(found) or found[number].start != at:
                return None
            part = quantity(article, found[number])
            if part.unit or part.low != part.high or (part.noun and part.noun not in PEOPLE):
                return None
            total, at = total + part.value, part.end
        noun = NOUN.at(text, at)
        at = noun.end() if noun else at
        if last:
            return (total, at) if closes.at(text, at) else None
        joint = JOINT.at(text, at)
        if joint is None:
            return None
        last, at = bool(joint["last"]), joint.end()
    return None
