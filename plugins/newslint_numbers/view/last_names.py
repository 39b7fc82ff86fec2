"""Ages that stand with the last name of a person alone: "Name, 42, said", after "Name Name, 41"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from newslint.api import Article, Pattern, Span, offset_list
from newslint_numbers.data.words import TITLES
from newslint_numbers.view.ages import PersonAge

AGE_AFTER = Pattern(
    r",[ ](?:aged[ ])?(?P<age>[1-9]\d),(?!\d)",
    matches=(", 42,", ", aged 42,"),
    misses=(", 42.", ", 142,", " 42,", ", 2,", ", 58,25"),
)
AGE_BEFORE = Pattern(
    r"\b(?P<age>[1-9]\d)-year-old[ ]$", method="search", matches=("the 42-year-old ",), misses=("a 42-year-old man ",)
)
NAME_BEFORE = Pattern(  # that makes "Name" another person's: "Karl Name", "Ann-Name"
    r"\b(?P<name>[A-Z][\w']*)(?:[’”]?[ ]|-)$",
    case_sensitive=True,
    method="search",
    matches=("said Karl ", "‘Bobby’ ", "Ann-", "Mr "),
    misses=("said ", "It was Karl. ", "Mr. "),
)
IN_LIST = Pattern(r"\d,[ ](?:and[ ])?$", method="search", matches=("Karl, 16, ",), misses=("Karl, ", "in 16 "))
AGE_DIGITS = 2  # in these patterns
MIN_AGE_OF_ADULT = 18
COURTESY_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))


def ages_of_last_name(article: Article, persons: Iterable[PersonAge]) -> list[Iterator[PersonAge]]:
    """Return for each of `persons` the ages beside the last name, where it is of one person in the article."""
    first_ages: dict[tuple[str, str], PersonAge] = {}
    for person in persons:
        first_ages[person.key] = first_ages.pop(person.key, person)
    places = _places(article, {_last_name(person) for person in first_ages.values()})
    return [_ages_after(article, person, places) for person in reversed(first_ages.values())]


def in_order(*streams: Iterable[PersonAge]) -> Iterable[PersonAge]:
    """Return the ages of streams that are each in the order of the text, in the order of the text."""
    if isinstance(streams[0], list):
        return sorted(chain.from_iterable(streams), key=_start)
    from heapq import merge  # which few articles need

    return merge(*streams, key=_start)


def _start(person: PersonAge) -> int:
    return person.span.start


def _last_name(person: PersonAge) -> str:
    return person.name.rpartition(" ")[2]


def _places(article: Article, last_names: Set[str]) -> Mapping[str, Sequence[int]]:
    """Return where each last name stands. The search is for initials, as there may be thousands of names."""
    text, found = article.text, {name: offset_list(article) for name in last_names}
    lengths: dict[str, set[int]] = {}
    for name in last_names:
        lengths.setdefault(name[0], set()).add(len(name))
    for initial, sizes in lengths.items():
        start = text.find(initial)
        while start >= 0:
            for size in sizes:
                if (places := found.get(text[start : start + size])) is not None:
                    places.append(start)
            start = text.find(initial, start + 1)
    return found


def _ages_after(article: Article, person: PersonAge, places: Mapping[str, Sequence[int]]) -> Iterator[PersonAge]:
    """Yield the ages beside the last name after the full one; none if another first name stands with it."""
    text, last_name, names = article.text, _last_name(person), person.name.lower().split()
    found = offset_list(article)
    for start in places[last_name]:
        end = start + len(last_name)
        before = NAME_BEFORE.search(text, max(0, start - 30), start)
        word = before["name"].lower() if before else ""
        if word and word not in names and word not in COURTESY_TITLES and word not in TITLES:
            return
        match = AGE_AFTER.match(text, end, end + 12) or AGE_BEFORE.search(text, start - 14, start)
        if match and start > person.span.end and not IN_LIST.search(text, start - 6, start):
            age = float(match["age"])
            if not (word in COURTESY_TITLES and person.age < MIN_AGE_OF_ADULT <= age):  # the father of a child
                found.append(match.start("age"))
    for start in found:
        span = Span(start, start + AGE_DIGITS)
        yield PersonAge(person.key, float(article[span]), span, person.name)
