"""Ages of people who are named: "Name Name, 42", "42-year-old Name Name"."""

from collections.abc import Iterator

from newslint.api import Article, NamedTuple, Number, Rejection, Span, numbers
from newslint_numbers.data.places import TOO_LARGE
from newslint_numbers.data.words import (
    AFTER_AGE,
    AFTER_INSTITUTION,
    GROUPS_AND_PLACES,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    NAMES_ANOTHER_PERSON,
    TITLES,
    VERBS_OF_AGED,
)
from newslint_numbers.view.people import is_person_noun

MAX_CHARS_TO_NAME_END = 110  # from "42-year-old"
MAX_WORDS_BEFORE_NAME = 6
MIN_AGE_IN_BRACKETS = 13  # a lower number is mostly that of a part, or a count: "Harlow (2)"
TWO_CHARS_BEFORE_AGE = frozenset((", ", " (", "e ", "d "))  # also of "age 42" and "aged 42"
BETWEEN_NAME_AND_AGE = (", aged ", ", age ", " (aged ", " (age ", " aged ", " age ", " is ", ", ", " (")
MARKS_BEFORE_NAME = "•*–—-(\"'“‘"
MARKS_AFTER_NAME = ",.;:)\"'”’"

NO_SIGN = Rejection('it stands neither as in "Name Name, 42" nor as in "42-year-old"', "age")
NO_AGE = Rejection('the words around it are not those of an age, as in "Name Name, 42" or "42-year-old"', "age")
NO_NAME = Rejection("no full name of a person stands beside it", "name")
NO_PERSON = Rejection("the name beside it is of a place or a group, or may be of two people", "name")


class PersonAge(NamedTuple):
    """A full name and an age that stand together."""

    key: tuple[str, str]  # the first and the last name, in lower case
    age: float
    span: Span  # of the age
    name: str


def ages(article: Article) -> Iterator[PersonAge]:
    """Yield every age that stands with a full name, in the order of the text."""
    for number in _with_sign(article):
        age = _read(article.text, number)
        if not isinstance(age, Rejection):
            yield age


def age_candidates(article: Article) -> Iterator[tuple[Span, PersonAge | Rejection]]:
    """Yield every number with the age that it is, or why it is none, for `--why`."""
    with_sign = frozenset(_with_sign(article))
    for number in article.get(numbers):
        age = _read(article.text, number) if number in with_sign else NO_SIGN
        yield Span(number.start, number.end), age


def _with_sign(article: Article) -> Iterator[Number]:
    """Yield the numbers that may be ages: a quick check of a few characters, as most numbers are not ages."""
    text = article.text
    for number in article.get(numbers):
        start, end, value = number
        if value < 120 and (text[start - 2 : start] in TWO_CHARS_BEFORE_AGE or text[end + 1 : end + 5] == "year"):
            yield number


def _read(text: str, number: Number) -> PersonAge | Rejection:
    if not _may_be_age(text, number):
        return NO_AGE
    name = _name_beside(text, number)
    if not name:
        return NO_NAME
    key = _person_key(name)
    return PersonAge(key, number.value, Span(number.start, number.end), " ".join(name)) if key else NO_PERSON


def _may_be_age(text: str, number: Number) -> bool:
    start, end, value = number
    if text[end + 1 : end + 5] == "year":
        return "old" in text[end + 6 : end + 11]
    if end - start > 3 or not text[start].isdigit() or text[start] == "0":
        return False
    before = text[max(0, start - 5) : start]
    if before[-2:] == " (":
        return value >= MIN_AGE_IN_BRACKETS
    return before[-2:] == ", " or before in (" age ", "aged ", "(age ")


def _name_beside(text: str, number: Number) -> list[str]:
    """Return the words of the name of the person of this age; [] if the number is not an age, or without a name."""
    start, end, _value = number
    if text[end + 1 : end + 5] == "year":
        old_end = text.find("old", end) + 3
        is_of_name = text[end + 5] != "s" and text[old_end : old_end + 1] not in (")", "'")
        name = _name_after(text, old_end) if is_of_name else []
        if name:
            return name
    elif not _may_end_age(text, end) or _is_tally(text, start, end):
        return []
    before = text[max(0, start - 8) : start]
    for words in BETWEEN_NAME_AND_AGE:
        if before.endswith(words):
            return _name_before(text, start - len(words))
    return []


def _may_end_age(text: str, end: int) -> bool:
    """Return whether nothing after the number makes it something else than an age: 16 points, 49 percent."""
    after = text[end : end + 1]
    if after != " ":
        return after in ("", ",", ".", ")", ";", ":", "\n")
    word, _space, rest = text[end + 1 : end + 10].partition(" ")
    return word in AFTER_AGE and not (word == "and" and rest[:1].isdigit())  # "Ann and Karl Name, 39 and 40"


def _is_tally(text: str, start: int, end: int) -> bool:
    """Return whether a line has only a name and a number, as a list of votes or of points has."""
    return text[end : end + 1] in ("", "\n") and all(
        word[:1].isupper() for word in text[text.rfind("\n", 0, start) + 1 : start].split()
    )


def _name_before(text: str, end: int) -> list[str]:
    """Return the words of the name that ends at `end`, or []."""
    name: list[str] = []
    words = text[max(0, end - 60) : end].rpartition("\n")[2].split(" ")
    is_first_whole = end <= 60 or "\n" in text[end - 60 : end]
    for word in reversed(words if is_first_whole else words[1:]):
        bare = word.lstrip(MARKS_BEFORE_NAME)
        may_be_inside = bool(name) and (bare in NAME_PARTICLES or _is_initial(bare))
        if not (_is_capitalized(bare) or may_be_inside) or len(name) == 6:
            break
        name.append(bare)
        if bare != word:
            break
    while name and not _is_capitalized(name[-1]):
        name.pop()
    return name[::-1] if len(name) > 1 else []


def _name_after(text: str, start: int) -> list[str]:
    """Return the words of the name that begins a few words after `start` at most, or []."""
    name: list[str] = []
    words_before = 0
    position = start
    for word in text[start : start + MAX_CHARS_TO_NAME_END].partition("\n")[0].split(" ")[:14]:
        bare = word.rstrip(MARKS_AFTER_NAME)
        position += len(word) + 1
        if _is_capitalized(bare) or (name and (bare in NAME_PARTICLES or _is_initial(word))):
            name.append(word if _is_initial(word) else bare)
            if bare != word and not _is_initial(word):
                if word[-1] == "," and text[position : position + 1].isdigit():
                    return []  # a list: the age of this person follows
                break
            continue
        if name and bare not in AFTER_INSTITUTION:
            if is_person_noun(bare):
                return []  # "the 42-year-old Golden Award winner"
            break
        words_before += 1
        if bare in NAMES_ANOTHER_PERSON or bare in VERBS_OF_AGED or words_before > MAX_WORDS_BEFORE_NAME:
            return []
        if bare[:1].isupper() or bare.isdigit() or word.endswith("."):
            return []
        name.clear()
    return name if len(name) > 1 else []


def _person_key(name: list[str]) -> tuple[str, str] | None:
    """Return the first and the last name in lower case, or None where these may be of two people."""
    words = [word.lower() for word in name]
    while words and words[0] in TITLES:
        del words[0]
    last = words[-1] if words else ""
    if TOO_LARGE.issuperset((*words[:1], last)):  # "Rhode Island (12)"
        return None
    if len(words) < 2 or last.rstrip(".") in NAME_SUFFIXES or last in GROUPS_AND_PLACES or last.endswith(("'s", "s'")):
        return None
    return words[0], last


def _is_capitalized(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and word[-1].isalnum()


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()
