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
from newslint_numbers.data.words import (
    ANY_PERSON,
    BETWEEN_WHOLE_AND_PARTS,
    DEFINITE_DETERMINERS,
    PARTIES,
    PEOPLE,
    WIDER_NOUNS,
)
from newslint_numbers.view.lists import LIST_ENDS, LIST_OPENING, PeopleList, are_disjoint, is_person_noun, parse_list

_DETERMINER = "|".join(DEFINITE_DETERMINERS)
DEFINITE_WHOLE = Pattern(
    rf"\b(?:{_DETERMINER})[ ]$", method="search", matches=("by the ", "all "), misses=("by ", "bathe ", "the")
)
OF_WHOLE = Pattern(
    rf"\bof[ ](?:{_DETERMINER})[ ]$", method="search", matches=("six of the ", "Of his "), misses=("of ", "off the ")
)
PREDICATE = Pattern(r"[ ](?:were|are|was|is)[ ](\w+)", matches=(" were women", " is a"), misses=(" women", " wear it"))
OUTCOME_BETWEEN = Pattern(
    rf"(?:[ ](?:{'|'.join(BETWEEN_WHOLE_AND_PARTS)}|\w+day))*,?[ ]$",
    matches=(" were killed on Monday, ", " "),
    misses=(" in three cars, ", " were killed on Monday"),
)


class PartWhole(Rule):
    """Finds parts that do not fit their whole: "14 senators — six Republicans and six Democrats".

    Sums of small whole numbers leave no room for rounding: with the GRIM test (Brown and Heathers, Social Psychological
    and Personality Science, 2017) about half of the psychology papers that could be checked had an impossible mean.
    The rule adds up a list between dashes, in brackets or after a colon; after "including" and "of the" a part may be
    smaller than the whole, but never larger.

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
        """Return the word "including"."""
        return {"numbers.including": ("including",)}

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each whole."""
        for start, end, _word in article.mentions("numbers.including"):
            yield from _check_included(article, start, end)
        found, text = article.get(numbers), article.text
        for index, ((_start, end, value), (next_start, _end, next_value)) in enumerate(pairwise(found)):
            if not 4 < next_start - end < 60:
                continue
            gap = text[end:next_start]
            if value > next_value and gap.startswith((" o", " O")) and OF_WHOLE.match(gap, 1):
                yield from _check_part_of(article, quantity(article, found[index]), quantity(article, found[index + 1]))
            elif 2 <= value <= 999 and value == int(value) and _may_open_list(gap):
                yield from _check_list(article, found, index)


def _may_open_list(gap: str) -> bool:
    """Return whether a mark that may open a list stands between two numbers."""
    return gap.endswith(", ") or "(" in gap or ":" in gap or "—" in gap or "–" in gap or "-" in gap


def _check_part_of(article: Article, part: Quantity, whole: Quantity) -> Iterator[Finding]:
    """Check "A of the N": A must not be higher than N."""
    if not (part.unit or whole.unit) and whole.high == whole.value and part.high == part.value:
        yield _impossible_part(article, part, whole, Span(part.start, whole.phrase_end))


def _check_included(article: Article, start: int, end: int) -> Iterator[Finding]:
    """Check "N people, including M children": M must not be higher than N."""
    text, found = article.text, article.get(numbers)
    index = bisect_left(found, (end,))
    if not 0 < index < len(found) or found[index].start > end + 14:
        return
    has_more_parts = index + 1 < len(found) and found[index + 1].start - found[index].end < 40
    if found[index].value <= found[index - 1].value and not has_more_parts:
        return
    sentence_start = sentence_at(article, start)[0]
    part = quantity(article, found[index])
    before = [
        quantity(article, number) for number in found[max(0, index - 6) : index] if number.start >= sentence_start
    ]
    counts = [count for count in before if not count.unit]
    if part.unit or part.high != part.value or not counts or before[-1] != counts[-1]:
        return
    whole = counts[-1]
    if start - whole.phrase_end > 2:
        are_people = is_person_noun(whole.noun) and is_person_noun(part.noun)
        if not are_people or not OUTCOME_BETWEEN.match(text, whole.phrase_end, start):
            return
    highest = max(count.high for count in counts)
    if part.value > highest and _is_kind_of(text, part, whole):
        yield _impossible_part(article, part, whole, Span(whole.start, part.phrase_end))
        return
    parts = parse_list(article, found[index].start, LIST_ENDS["any"])
    if parts and parts.total > highest and are_disjoint(parts.nouns) and is_person_noun(whole.noun):
        yield _wrong_sum(article, parts, whole)


def _is_kind_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Return whether part and whole count the same kind of thing, as far as the words show it."""
    if not part.noun:
        return text[part.end : part.end + 1] == " "
    if part.noun == whole.noun or whole.noun in WIDER_NOUNS.get(part.noun, ()) or whole.noun in ("person", "other"):
        return True
    return part.noun in PEOPLE and whole.noun in PEOPLE


def _check_list(article: Article, found: Sequence[Number], index: int) -> Iterator[Finding]:
    """Check "N people — A men and B women —" and "of the N people, A were men and B were women": A + B must be N."""
    text, number = article.text, found[index]
    opening = LIST_OPENING.match(text, number.end, found[index + 1].start + 1)
    if not opening or not any(_may_be_people(word) for word in text[number.end : opening.end()].split()):
        return
    whole = quantity(article, number)
    if not is_person_noun(whole.noun):
        return
    if opening["comma"] and OF_WHOLE.search(text, number.start - 9, number.start):
        yield from _check_predicated_parts(article, whole, found[index + 1 : index + 3])
        return
    parts = parse_list(article, opening.end(), LIST_ENDS[opening.lastgroup or "dash"])
    if parts is None or whole.low <= parts.total <= whole.high:
        return
    if opening["comma"] and not DEFINITE_WHOLE.search(text, number.start - 8, number.start):
        are_seats = parts.nouns <= PARTIES and whole.noun not in PARTIES
        if not are_disjoint(parts.nouns) or not (are_seats or whole.noun in ANY_PERSON):
            return
    yield _wrong_sum(article, parts, whole)


def _may_be_people(word: str) -> bool:
    """Return whether a word may be a plural for people: a quick check, as most numbers count something else."""
    word = word.rstrip(",:").lower()
    return word[:-1] in PEOPLE or word in ("people", "men", "women", "children") or is_person_noun(word[:-1])


def _check_predicated_parts(article: Article, whole: Quantity, pair: Sequence[Number]) -> Iterator[Finding]:
    """Check "of the N people, A were men and B were women": A + B must not be more than N."""
    predicates = [PREDICATE.match(article.text, number.end, number.end + 40) for number in pair]
    if len(predicates) < 2 or not predicates[0] or not predicates[1]:
        return
    if not article.text[: pair[1].start].endswith(" and "):
        return
    nouns = {predicate[1].lower().replace("men", "man") for predicate in predicates if predicate}
    singular = {noun if noun.endswith("man") else noun.removesuffix("s") for noun in nouns}
    total = pair[0].value + pair[1].value
    if total > whole.high and are_disjoint(singular):
        yield _wrong_sum(article, PeopleList(total, predicates[1].end(), singular), whole)


def _impossible_part(article: Article, part: Quantity, whole: Quantity, span: Span) -> Finding:
    text = article.text
    part_words, whole_words = text[part.start : part.phrase_end], text[whole.start : whole.phrase_end]
    if part_words.endswith(whole_words):  # "six of the five victims": the part's noun phrase is the whole
        part_words = text[part.start : part.end]
    return Finding(span, f'"{part_words}" cannot be a part of "{whole_words}"; check both numbers.')


def _wrong_sum(article: Article, parts: PeopleList, whole: Quantity) -> Finding:
    words = article.text[whole.start : whole.phrase_end]
    return Finding(
        Span(whole.start, parts.end),
        f'the parts add up to {parts.total:,.0f}, not to "{words}"; check all the numbers.',
    )
