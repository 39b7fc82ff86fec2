"""Lists of people with their numbers: "six Republicans, five Democrats and an independent"."""

from bisect import bisect_left
from typing import NamedTuple

from newslint.api import Article, Pattern, numbers, quantity
from newslint_numbers.view.people import is_person_noun

SIGN = Pattern(  # what leads from a whole to the list of its parts
    r"""(?:[ ][\w'’.-]+){0,4}?(?:[ ]?(?P<dash>--|—|–)[ ]?|[ ](?P<hyphen>-)[ ]|[ ](?P<bracket>\()|(?P<colon>:)[ ]
        |(?P<comma>,)[ ])"""
)
CLOSES = {  # and what must stand behind the list, so that it is complete
    "dash": Pattern(r"[ ]?(?:--|—|–)|[.;](?=\s|$)|$"),
    "hyphen": Pattern(r"[ ]-[ ]|[.;](?=\s|$)|$"),
    "bracket": Pattern(r"\)"),
    "colon": Pattern(r"[.;](?=\s|$)|$"),
    "comma": Pattern(r",[ ](?!and\b|plus\b|as[ ]well|along)|[.;](?=\s|$)|$"),
    "any": Pattern(r"(?!\w)"),
}
NOUN = Pattern(r"(?:[ -](?!(?:and|or|but|plus)\b)[^\W\d_][\w'’]*){1,5}")
ONE = Pattern(r"an?(?=[ ])")
JOINT = Pattern(r"(?P<last>,?[ ](?:and|plus)[ ])|,[ ]")


class Listed(NamedTuple):
    """What a list adds up to, where it ends, and the nouns in it."""

    total: float
    end: int
    nouns: set[str]


def listed(article: Article, at: int, closes: Pattern) -> Listed | None:
    """The list that begins at `at`; None where it is no closed list of plain counts of people."""
    text, found = article.text, article.get(numbers)
    total, last, nouns = 0.0, False, set()
    for _ in range(8):
        one = ONE.match(text, at)
        if one:
            total, at = total + 1, one.end()
        else:
            number = bisect_left(found, (at, 0, 0.0))
            if number == len(found) or found[number].start != at:
                return None
            part = quantity(article, found[number])
            if part.unit or part.low != part.high or (part.noun and not is_person_noun(part.noun)):
                return None
            total, at = total + part.value, part.end
            nouns.add(part.noun)
        noun = NOUN.match(text, at)
        if noun:
            at = noun.end()
            if one:
                nouns.add(noun[0].rpartition(" ")[2].lower())
        if last:
            return Listed(total, at, nouns) if closes.match(text, at) else None
        joint = JOINT.match(text, at)
        if joint is None:
            return None
        last, at = bool(joint["last"]), joint.end()
    return None
