"""Lists of people with their numbers: "six Republicans, five Democrats and an independent"."""

from bisect import bisect_left
from typing import NamedTuple

from newslint.api import Article, Pattern, numbers, quantity
from newslint_numbers.data.words import DISJOINT_GROUPS, PEOPLE

MAX_LIST_ITEMS = 8
LIST_OPENING = Pattern(  # from a whole to the list of its parts
    r"""(?:[ ][\w'.-]+){0,4}?(?:[ ]?(?P<dash>--|—|–)[ ]?|[ ](?P<hyphen>-)[ ]|[ ](?P<bracket>\()|(?P<colon>:)[ ]
        |(?P<comma>,)[ ])""",
    matches=(" senators — six", " new members (", " people: ", ", four"),
    misses=(" senators and", " of the many new members of it, four", " a-b"),
)
_SENTENCE_END = r"[.;](?=\s|$)|$"
# What must follow a list so that it is complete, by the group of LIST_OPENING that opens it.
LIST_ENDS = {
    "dash": Pattern(rf"[ ]?(?:--|—|–)|{_SENTENCE_END}", matches=(" — on", ". The", ""), misses=(" and", ", on")),
    "hyphen": Pattern(rf"[ ]-[ ]|{_SENTENCE_END}", matches=(" - on", "; the"), misses=("-year", ", on")),
    "bracket": Pattern(r"\)", matches=(") on",), misses=(", on", ".")),
    "colon": Pattern(_SENTENCE_END, matches=(". The", ""), misses=(".5", " on")),
    "comma": Pattern(
        rf",[ ](?!and\b|plus\b|as[ ]well|along)|{_SENTENCE_END}",
        matches=(", will", ". The"),
        misses=(", and others", ", along with", " on"),
    ),
    "any": Pattern(r"(?!\w)", matches=(" on", ""), misses=("s",)),
}
LIST_NOUN = Pattern(
    r"(?:[ -](?!(?:and|or|but|plus)\b)[^\W\d_][\w']*){1,5}",
    matches=(" Republicans", "-member crews", " old men from"),
    misses=(" and women", ", women", " 12"),
)
INDEFINITE_ARTICLE = Pattern(r"an?(?=[ ])", matches=("a cook", "an officer"), misses=("and", "the cook"))
LIST_SEPARATOR = Pattern(
    r"(?P<last>,?[ ](?:and|plus)[ ])|,[ ]",
    matches=(", a cook", ", and two", " plus one"),
    misses=("; two", " or two", ",two"),
)


class PeopleList(NamedTuple):
    """A list's total, its end in the text, and the nouns in it, in the singular."""

    total: float
    end: int
    nouns: set[str]


def parse_list(article: Article, start: int, list_end: Pattern) -> PeopleList | None:
    """Return the list that begins at `start`, or None if it is not a complete list of plain counts of people."""
    text, found = article.text, article.get(numbers)
    total, end, is_last, nouns = 0.0, start, False, set()
    for _ in range(MAX_LIST_ITEMS):
        one = INDEFINITE_ARTICLE.match(text, end)
        if one:
            total, end = total + 1, one.end()
        else:
            index = bisect_left(found, (end,))
            if index == len(found) or found[index].start != end:
                return None
            part = quantity(article, found[index])
            if part.unit or part.low != part.high or (part.noun and not is_person_noun(part.noun)):
                return None
            total, end = total + part.value, part.end
            nouns.add(part.noun)
        noun = LIST_NOUN.match(text, end)
        if noun:
            end = noun.end()
            if one:
                nouns.add(noun[0].rpartition(" ")[2].lower())
        if is_last:
            return PeopleList(total, end, nouns) if list_end.match(text, end) else None
        separator = LIST_SEPARATOR.match(text, end)
        if separator is None:
            return None
        is_last, end = bool(separator["last"]), separator.end()
    return None


def is_person_noun(noun: str) -> bool:
    """Return whether a noun in the singular names a person, by the list or by its ending."""
    return noun in PEOPLE or noun.endswith(("ist", "ian", "man", "woman", "ese"))


def are_disjoint(nouns: set[str]) -> bool:
    """Return whether a person can be only one of these."""
    return len(nouns) > 1 and any(nouns <= group for group in DISJOINT_GROUPS)
