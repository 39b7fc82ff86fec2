"""Wholes: the forms in which a skeleton gives a number and the numbers of its parts."""

from newslint.api import NamedTuple, Pattern, Quantity, Rejection
from newslint_numbers.data.words import (
    CONSISTING,
    DEFINITE_DETERMINERS,
    OTHER_WHOLES,
    PARTIES,
    REMAINING,
    RESULTS,
    WIDER_NOUNS,
)
from newslint_numbers.view.lists import ITEM, LIST_ENDS, LIST_SEPARATOR, MAX_LIST_ITEMS, PartList, parse_list
from newslint_numbers.view.people import are_disjoint, is_person_noun
from newslint_numbers.view.skeleton import AMOUNT, SHARE, SIGNS, Skeleton

PEOPLE_IN_GENERAL = ("person", "victim")
_DETERMINER = rf"(?:{'|'.join(DEFINITE_DETERMINERS)})"
_WORDS = rf"(?:[ -][^\s,;:()“”—–{SIGNS}]+)"
_CONSISTING = "|".join(CONSISTING).replace(" ", "[ ]")
PART_OF = Pattern(
    rf"{AMOUNT}(?:[ ]of[ ]{_DETERMINER}|(?:[ ][\w'-]+)?[ ]out[ ]of(?:[ ]{_DETERMINER})?)[ ](?P<whole>{AMOUNT})",
    matches=(f"{AMOUNT} of the {AMOUNT}", f"{AMOUNT} votes out of {AMOUNT}"),
    misses=(f"{AMOUNT} of {AMOUNT}", f"{AMOUNT} votes of the {AMOUNT}"),
)
INCLUDING = Pattern(
    rf"{AMOUNT}(?P<gap>[^;:()“”—–{AMOUNT}{SHARE}]{{0,80}}?)[ ]including[ ](?:the[ ])?(?P<part>{AMOUNT})",
    matches=(f"{AMOUNT} people, including {AMOUNT}", f"{AMOUNT} others were hurt in May, including the {AMOUNT}"),
    misses=(f"{AMOUNT} people, including Decree No. {AMOUNT}", f"{AMOUNT} men; others, including {AMOUNT}"),
)
LIST_OPENING = Pattern(
    rf"""{AMOUNT}(?P<gap>{_WORDS}{{0,12}}?)(?:[ ]?(?P<dash>--|—|–)[ ]?|[ ](?P<hyphen>-)[ ]|[ ](?P<bracket>\()
        |(?P<colon>:)[ ]|(?P<comma>,)[ ]|,?[ ](?P<any>{_CONSISTING})[ ])""",
    matches=(f"{AMOUNT} senators — six", f"{AMOUNT} people: ", f"{AMOUNT} traders made up of "),
    misses=(f"{AMOUNT} senators and", f"{AMOUNT} a-b"),
)
BEFORE_RATING = Pattern(r"\ban?[ ]$", method="search", matches=("was a ",), misses=("was ", "Anna "))
BEFORE_DEFINITE = Pattern(
    rf"(?:^|\b{_DETERMINER}[ ])$", method="search", matches=("by the ", ""), misses=("by ", "bathe ")
)
BEFORE_OF_WHOLE = Pattern(
    rf"\bof[ ](?:{_DETERMINER}[ ])?$", method="search", matches=("Of the ", "of "), misses=("off the ", "by the ")
)
BEFORE_PREPOSITION = Pattern(
    r"\b(?:on|in|across|at|from|of|over|to|for)[ ]$", method="search", matches=("attacks on ",), misses=("showed ",)
)
OF_WHOLE_OPENING = Pattern(rf"{AMOUNT}{_WORDS}{{0,10}}?,[ ]", matches=(f"{AMOUNT} jurors who came, ",), misses=("x, ",))
PREDICATE = Pattern(r"[ ](?:were|are|was|is)[ ](\w+)", matches=(" were women", " is a"), misses=(" women", " wear it"))
REMAINDER = Pattern(
    rf"\b(?:{'|'.join(REMAINING)})\b|n't\b", method="search", matches=("did not", "didn't"), misses=("knotted",)
)

NO_FORM = Rejection("it begins none of the forms that this rule checks", "form")
NOT_COUNTS = Rejection("the part and the whole are not both counts", "figure")
FITS = Rejection("the part or the sum of the parts is not more than the whole, or may be hedged so", "sum")
ADDS_UP = Rejection("the parts add up to the whole", "sum")
NAME = Rejection("a name follows, which the number does not count", "form")
RATING = Rejection("the part has no upper bound, or is a rating", "form")
OTHER_KIND = Rejection("the part and the whole may count different things", "form")
NO_LIST = Rejection("no complete list of plain counts of people follows", "form")
MAY_LEAVE_OUT = Rejection("the list may leave out some, or count some twice", "form")


class WrongPart(NamedTuple):
    """A part that is more than its whole, and where the two end in the skeleton."""

    part: Quantity
    whole: Quantity
    end: int


class WrongSum(NamedTuple):
    """A whole, what its parts add up to, and where the list ends in the skeleton."""

    whole: Quantity
    total: float
    end: int


def part_of(skeleton: Skeleton, at: int) -> WrongPart | Rejection:
    """Return what is wrong in "A of the N" and "A out of N", with A at `at`."""
    match = PART_OF.match(skeleton.text, at)
    if match is None:
        return NO_FORM
    part, whole = skeleton.figures[at], skeleton.figures[match.start("whole")]
    if not part.kind == whole.kind == "count":
        return NOT_COUNTS
    if part.low <= whole.high:
        return FITS
    if _is_name(skeleton, match.end()):
        return NAME
    if part.high > part.value or BEFORE_RATING.search(skeleton.text, at - 8, at):
        return RATING  # "hundreds of their four products", "a 12 out of ten"
    return WrongPart(part, whole, match.end())


def _is_name(skeleton: Skeleton, end: int) -> bool:
    """Return whether a capitalized noun in the singular follows, which the number does not count."""
    word = skeleton.text[end + 1 : end + 30].partition(" ")[0].rstrip(",.;")
    return word[:1].isupper() and not word.endswith("s")


def included(skeleton: Skeleton, at: int) -> WrongPart | WrongSum | Rejection:
    """Return what is wrong in "N people, including A children" and "including A men and B women", with N at `at`."""
    text = skeleton.text
    match = INCLUDING.match(text, at)
    if match is None:
        return NO_FORM
    whole, part = skeleton.figures[at], skeleton.figures[match.start("part")]
    if not part.kind == whole.kind == "count":
        return NOT_COUNTS
    rest = match["gap"][whole.phrase_end - whole.end :].strip(" ,")
    earlier = [figure for offset, figure in skeleton.figures.items() if offset <= at and figure.kind == "count"]
    highest = max(figure.high for figure in earlier)
    if highest == float("inf") == part.high and len(earlier) == 1:
        highest = whole.low  # "at least 12, including at least 15"
    if part.low > highest and _is_kind_of(text, at, part, whole, rest):
        return WrongPart(part, whole, match.end())
    parts = parse_list(skeleton, match.start("part"), LIST_ENDS["any"], False)
    if parts and parts.total > highest and are_disjoint(parts.nouns) and is_person_noun(whole.noun):
        return WrongSum(whole, parts.total, parts.end)
    return OTHER_KIND if part.low > highest else FITS


def _is_kind_of(text: str, at: int, part: Quantity, whole: Quantity, rest: str) -> bool:
    """Return whether part and whole count the same kind of thing, as far as the words show it."""
    if part.noun == whole.noun and part.noun:
        return True
    if is_person_noun(whole.noun) and is_person_noun(part.noun):
        return True
    if rest:  # other words than the noun of the whole stand before "including"
        return False
    if not part.noun:
        return not BEFORE_PREPOSITION.search(text, at - 10, at)
    return whole.noun in WIDER_NOUNS.get(part.noun, ())


def listed(skeleton: Skeleton, at: int) -> WrongSum | Rejection:
    """Return what is wrong in "N people — A men and B women —" and "N people comprising A men and B women"."""
    text = skeleton.text
    match, whole = LIST_OPENING.match(text, at), skeleton.figures[at]
    if match is None or whole.kind != "count":
        return NO_FORM
    mark = str(match.lastgroup)
    if not (is_person_noun(whole.noun) or whole.noun in OTHER_WHOLES):
        return _listed_over(skeleton, at, match.end()) if mark == "colon" else NO_FORM
    rest = match["gap"][whole.phrase_end - whole.end :]
    parts = parse_list(skeleton, match.end(), LIST_ENDS[mark], mark != "any")
    is_of_people = False
    if whole.noun in PEOPLE_IN_GENERAL:
        parts = parts or parse_list(skeleton, match.end(), LIST_ENDS["colon"], False)
        is_of_people = parts is not None and are_disjoint(parts.nouns)
    if parts is None:
        return NO_LIST
    if whole.low <= parts.total <= whole.high:
        return ADDS_UP
    is_apposition = is_of_people or BEFORE_DEFINITE.search(text, at - 10, at)
    if mark == "comma" and (parts.total < whole.low or not is_apposition or len(rest) > 20):
        return MAY_LEAVE_OUT
    if len(rest.split()) > 4 and not (parts.nouns <= {""} or parts.nouns <= PARTIES):
        return MAY_LEAVE_OUT
    return WrongSum(whole, parts.total, parts.end)


def _listed_over(skeleton: Skeleton, at: int, start: int) -> WrongSum | Rejection:
    """Return what is wrong in "N people were hurt in two cars: A men and B women", with another number at `at`."""
    before = [offset for offset in skeleton.figures if offset < at]
    whole = skeleton.figures[before[-1]] if before else None
    if whole is None or not (whole.outcome or is_person_noun(whole.noun)) or ":" in skeleton.text[before[-1] : at]:
        return NO_FORM
    parts = parse_list(skeleton, start, LIST_ENDS["colon"], False)
    if parts is None or whole.kind != "count":
        return NO_LIST
    return ADDS_UP if whole.low <= parts.total <= whole.high else WrongSum(whole, parts.total, parts.end)


def of_whole(skeleton: Skeleton, at: int) -> WrongSum | Rejection:
    """Return what is wrong in "of the N jurors, A agreed, B did not and C could not say"."""
    text, whole = skeleton.text, skeleton.figures[at]
    match = OF_WHOLE_OPENING.match(text, at) if BEFORE_OF_WHOLE.search(text, at - 12, at) else None
    if match is None:
        return NO_FORM
    parts = _parse_clauses(skeleton, match.end()) if whole.kind == "count" else None
    if parts is None:
        return NO_LIST
    if whole.low <= parts.total <= whole.high:
        return ADDS_UP
    has_remainder = "remainder" in parts.nouns
    if has_remainder or (parts.total > whole.high and are_disjoint(parts.nouns)):
        return WrongSum(whole, parts.total, parts.end)
    return MAY_LEAVE_OUT


def _parse_clauses(skeleton: Skeleton, start: int) -> PartList | None:
    """Return the list of parts that each have a verb; its nouns hold "remainder" if one part is those left over."""
    text, total, end, is_last, nouns = skeleton.text, 0.0, start, False, set()
    for _ in range(MAX_LIST_ITEMS):
        item = ITEM.match(text, end)
        figure = skeleton.figures.get(item.start()) if item else None
        if item is None or figure is None or figure.kind != "count" or figure.low != figure.high:
            return None
        predicate = PREDICATE.match(item["words"], 0)
        first_word = item["words"][1:].partition(" ")[0]
        noun = predicate[1].lower().replace("men", "man") if predicate else first_word if first_word in RESULTS else ""
        nouns.add("remainder" if REMAINDER.search(item["words"], 0, 80) else noun.removesuffix("s"))
        total, end = total + figure.value, item.end()
        if is_last:
            return PartList(total, end, nouns)
        separator = LIST_SEPARATOR.match(text, end)
        if separator is None:
            return None
        is_last, end = bool(separator["last"]), separator.end()
    return None
