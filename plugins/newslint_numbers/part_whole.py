"""numbers/part-whole: parts that are more than their whole, or do not add up to it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.api import (
    Article,
    Finding,
    Lexicon,
    Number,
    Pattern,
    Quantity,
    Rule,
    Span,
    numbers,
    quantity,
    sentence_at,
)
from newslint_numbers.view.lists import CLOSES, SIGN, Listed, listed
from newslint_numbers.view.people import ANYBODY, PARTIES, PEOPLE, are_disjoint, is_person_noun

DEFINITE = Pattern(r"\b(?:the|all|these|those|its|their|his|her)[ ]$")
OUT_OF = Pattern(r"[ ]of[ ](?:the|its|his|her|their|these|those|all)[ ]$")
OF_WHOLE = Pattern(r"\bof[ ](?:the|its|his|her|their|these|those|all)[ ]$")
WERE = Pattern(r"[ ](?:were|are|was|is)[ ](\w+)")
OUTCOME_BETWEEN = Pattern(
    r"""(?:[ ](?:were|was|are|have|has|had|been|also|reportedly|fatally|shot|killed|dead|died|wounded|injured|hurt
        |arrested|detained|missing|hospitalized|rescued|in|the|attack|on|\w+day))*,?[ ]$"""
)
SPECIES = {"count": ("crime", "charge", "offense", "felony", "count"), "death": ("casualty", "fatality")}


class PartWhole(Rule):
    """Finds parts that do not fit their whole: "14 senators — six Republicans and six Democrats".

    Sums of small whole numbers leave no room for rounding: with the GRIM test (Brown and Heathers, Social Psychological
    and Personality Science, 2017) about half of the psychology papers that could be checked held an impossible mean.
    A list between dashes, in brackets or after a colon is added up; after "including" and "of the" a part may be
    smaller than the whole, never greater.

    ```bad
    The letter was signed by 14 senators — six Republicans and six Democrats.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the parts add up to 12, not to "14 …
    The blast killed nine people, including eleven children.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "eleven children" cannot be a part of "nine people"; …
    ```

    ```good
    The letter was signed by 14 senators — eight Republicans and six Democrats — on Monday.
    The blast killed nine people in three cars, including five children.
    ```
    """

    name = "numbers/part-whole"
    required_kinds = ("number",)

    def lexicon(self) -> Lexicon:
        """The word "including"."""
        return {"numbers.including": ("including",)}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each whole."""
        for at, end, _word in article.mentions("numbers.including"):
            yield from _included(article, at, end)
        found, text = article.get(numbers), article.text
        for number, ((_start, end, value), (start, _end, other)) in enumerate(pairwise(found)):
            if not 4 < start - end < 60:
                continue
            gap = text[end:start]
            if value > other and gap[1] in "oO" and OUT_OF.match(gap, 0):
                yield from _out_of(article, found[number], found[number + 1])
            elif 2 <= value <= 999 and value == int(value) and _leads(gap):
                yield from _added(article, found, number)


def _leads(gap: str) -> bool:
    """Whether a sign that may open a list stands between two figures."""
    return gap.endswith(", ") or "(" in gap or ":" in gap or "—" in gap or "–" in gap or "-" in gap


def _out_of(article: Article, part: Number, whole: Number) -> Iterator[Finding]:
    """Of "A of the N": A is greater than N."""
    counts = quantity(article, part), quantity(article, whole)
    if not (counts[0].unit or counts[1].unit) and counts[1].high == whole.value and counts[0].high == part.value:
        yield _no_part(article, counts[0], counts[1], Span(part.start, max(whole.end, counts[1].noun_phrase[1])))


def _included(article: Article, at: int, end: int) -> Iterator[Finding]:
    """Of "N people, including M children": M is greater than N."""
    text, found = article.text, article.get(numbers)
    number = bisect_left(found, (end, 0, 0.0))
    if not 0 < number < len(found) or found[number].start > end + 14:
        return
    follows = number + 1 < len(found) and found[number + 1].start - found[number].end < 40
    if found[number].value <= found[number - 1].value and not follows:
        return
    start = sentence_at(article, at)[0]
    part = quantity(article, found[number])
    wholes = [quantity(article, figure) for figure in found[max(0, number - 6) : number] if figure.start >= start]
    counts = [whole for whole in wholes if not whole.unit]
    if part.unit or part.high != part.value or not counts or wholes[-1] != counts[-1]:
        return
    whole = counts[-1]
    between = max(whole.end, whole.noun_phrase[1])
    if at - between > 2 and not (
        is_person_noun(whole.noun) and is_person_noun(part.noun) and OUTCOME_BETWEEN.match(text, between, at)
    ):
        return
    most = max(count.high for count in counts)
    if part.value > most and _kind_of(text, part, whole):
        yield _no_part(article, part, whole, Span(whole.start, max(part.end, part.noun_phrase[1])))
        return
    parts = listed(article, found[number].start, CLOSES["any"])
    if parts and parts.total > most and are_disjoint(parts.nouns) and is_person_noun(whole.noun):
        yield _sum_is(article, parts, whole)


def _kind_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether the part is counted in the same thing as the whole, as far as the words tell."""
    if not part.noun:
        return text[part.end : part.end + 1] == " "
    if part.noun == whole.noun or whole.noun in SPECIES.get(part.noun, ()) or whole.noun in ("person", "other"):
        return True
    return part.noun in PEOPLE and whole.noun in PEOPLE


def _added(article: Article, found: Sequence[Number], number: int) -> Iterator[Finding]:
    """Of "N people — A men and B women —" and "of the N people, A were men and B were women": A and B are not N."""
    text, figure = article.text, found[number]
    sign = SIGN.match(text, figure.end, found[number + 1].start + 1)
    if not sign or not any(_plural_of_people(word) for word in text[figure.end : sign.end()].split()):
        return
    whole = quantity(article, figure)
    if not is_person_noun(whole.noun):
        return
    if sign["comma"] and OF_WHOLE.search(text, figure.start - 9, figure.start):
        yield from _check_predicated_parts(article, whole, found[number + 1 : number + 3])
        return
    parts = listed(article, sign.end(), CLOSES[sign.lastgroup or "dash"])
    if parts is None or whole.low <= parts.total <= whole.high:
        return
    if sign["comma"] and not DEFINITE.search(text, figure.start - 8, figure.start):
        seats = parts.nouns <= PARTIES and whole.noun not in PARTIES
        if not are_disjoint(parts.nouns) or not (seats or whole.noun in ANYBODY):
            return
    yield _sum_is(article, parts, whole)


def _plural_of_people(word: str) -> bool:
    """A cheap look, for most of the figures before a sign count something else."""
    word = word.rstrip(",:").lower()
    return word[:-1] in PEOPLE or word in ("people", "men", "women", "children") or is_person_noun(word[:-1])


def _check_predicated_parts(article: Article, whole: Quantity, pair: Sequence[Number]) -> Iterator[Finding]:
    """Of "of the N people, A were men and B were women": A and B are more than N."""
    said = [WERE.match(article.text, figure.end, figure.end + 40) for figure in pair]
    if len(said) < 2 or not said[0] or not said[1] or not article.text[: pair[1].start].endswith(" and "):
        return
    nouns = {word[1].lower().replace("men", "man") for word in said if word}
    total = pair[0].value + pair[1].value
    singular = {noun if noun.endswith("man") else noun.removesuffix("s") for noun in nouns}
    if total > whole.high and are_disjoint(singular):
        yield _sum_is(article, Listed(total, said[1].end(), singular), whole)


def _no_part(article: Article, part: Quantity, whole: Quantity, at: Span) -> Finding:
    text = article.text
    shown = (
        text[part.start : max(part.end, part.noun_phrase[1])],
        text[whole.start : max(whole.end, whole.noun_phrase[1])],
    )
    if shown[0].endswith(shown[1]):  # "six of the five victims": the part's noun is the whole
        shown = text[part.start : part.end], shown[1]
    return Finding(at, f'"{shown[0]}" cannot be a part of "{shown[1]}"; check both figures.')


def _sum_is(article: Article, parts: Listed, whole: Quantity) -> Finding:
    shown = article.text[whole.start : max(whole.end, whole.noun_phrase[1])]
    return Finding(
        Span(whole.start, parts.end),
        f'the parts add up to {parts.total:,.0f}, not to "{shown}"; check all the figures.',
    )
