"""Lists of parts in a skeleton: "six Republicans, five from the north and an independent"."""

from newslint.api import NamedTuple, Pattern
from newslint_numbers.data.words import PART_OPENERS
from newslint_numbers.view.people import is_person_noun
from newslint_numbers.view.skeleton import AMOUNT, SIGNS, Skeleton

MAX_LIST_ITEMS = 8
_WORD = rf"(?!(?:and|or|but|plus)\b)[^\s,;:().“”—–{SIGNS}]+"
_SENTENCE_END = r"[.;](?=\s|$)|[.”]*$"
ITEM = Pattern(
    rf"(?P<count>{AMOUNT}|an?(?=[ ]))(?P<words>(?:[ -](?!-){_WORD}){{0,8}})",
    matches=(f"{AMOUNT} Republicans and", "a cook", f"{AMOUNT} from the old town"),
    misses=("the cook", " men"),
)
LIST_SEPARATOR = Pattern(
    r"(?P<last>,?[ ](?:and|plus)[ ])|,[ ]",
    matches=(", a cook", ", and two", " plus one"),
    misses=("; two", " or two", ",two"),
)
# What must follow a list so that it is complete, by the mark that opens it.
LIST_ENDS = {
    "dash": Pattern(
        rf"(?:,[ ](?:who|which|all|both)\b[^—–]{{0,60}}?)?(?:[ ]?(?:--|—|–))|{_SENTENCE_END}",
        matches=(" — on", ". The", "", ", who lead it — met"),
        misses=(" and", ", on"),
    ),
    "hyphen": Pattern(rf"[ ]-[ ]|{_SENTENCE_END}", matches=(" - on", "; the"), misses=("-year", ", on")),
    "bracket": Pattern(r"\)", matches=(") on",), misses=(", on", ".")),
    "colon": Pattern(_SENTENCE_END, matches=(". The", ""), misses=(".5", " on")),
    "comma": Pattern(
        r",[ ](?!and\b|or\b|plus\b|as\b|along\b|with\b|includ|but\b)[a-z]",
        matches=(", will", ", had to"),
        misses=(", and others", ", along with", " on", ". The"),
    ),
    "any": Pattern(r"(?!\w)", matches=(" on", ""), misses=("s",)),
}
OPENS_PART = Pattern(
    rf"[ ](?:(?:{'|'.join(PART_OPENERS)})\b|\w+(?:ed|en|wn)[ ](?:by|in|at|from|on)\b)",
    matches=(" from the old town", " elected by the staff", " below deck"),
    misses=(" Republicans", " wanted a retrial"),
)


class PartList(NamedTuple):
    """A list's total, its end in the skeleton, and the nouns of its parts, in the singular."""

    total: float
    end: int
    nouns: set[str]


def parse_list(skeleton: Skeleton, start: int, list_end: Pattern, allows_phrases: bool) -> PartList | None:
    """Return the list that begins at `start`, or None if it is not a complete list of two or more plain counts.

    Each part is people, or with `allows_phrases` says where they are from: "three from the old town".
    """
    text = skeleton.text
    total, end, is_last, nouns = 0.0, start, False, set()
    for number in range(MAX_LIST_ITEMS):
        item = ITEM.match(text, end)
        if item is None:
            return None
        figure = skeleton.figures.get(item.start())
        words = item["words"]
        if figure is None:
            total += 1
            noun = words.rpartition(" ")[2].lower()
        elif figure.kind != "count" or figure.low != figure.high:
            return None
        else:
            total += figure.value
            noun = figure.noun
        if not is_person_noun(noun) and not (allows_phrases and OPENS_PART.match(words, 0)):
            if number == 0 or words:
                return None
            noun = ""  # "six Republicans and five"
        nouns.add(noun)
        end = item.end()
        if is_last:
            return PartList(total, end, nouns) if list_end.match(text, end) else None
        separator = LIST_SEPARATOR.match(text, end)
        if separator is None:  # "three drivers, two passengers, one cyclist"
            is_closed = number > 0 and list_end.match(text, end)
            return PartList(total, end, nouns) if is_closed else None
        is_last, end = bool(separator["last"]), separator.end()
    return None
