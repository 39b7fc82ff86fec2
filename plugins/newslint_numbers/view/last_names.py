"""Ages that stand with the last name of a person alone: "Name, 42, said", after "Name Name, 41"."""

from collections.abc import Iterator, Mapping, Sequence, Set

from newslint.api import Article, Pattern, Span
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
MIN_AGE_OF_ADULT = 18
COURTESY_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))


def ages_of_last_name(article: Article, persons: Sequence[PersonAge]) -> Iterator[PersonAge]:
    """Yield the ages beside the last names of `persons`, where a last name is of one person in the article."""
    places = _places(article.text, {_last_name(person) for person in persons})
    for person in {person.key: person for person in reversed(persons)}.values():
        yield from _ages_after(article, person, places)


def _last_name(person: PersonAge) -> str:
    return person.name.rpartition(" ")[2]


def _places(text: str, last_names: Set[str]) -> dict[str, list[int]]:
    """Return where each last name stands. The search is for initials, as there may be thousands of names."""
    found: dict[str, list[int]] = {name: [] for name in last_names}
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


def _ages_after(article: Article, person: PersonAge, places: Mapping[str, Sequence[int]]) -> list[PersonAge]:
    """Return the ages beside the last name after the full one, or [] if another first name stands with it."""
    text, last_name, names = article.text, _last_name(person), person.name.lower().split()
    found = list[PersonAge]()
    for start in places[last_name]:
        end = start + len(last_name)
        before = NAME_BEFORE.search(text, max(0, start - 30), start)
        word = before["name"].lower() if before else ""
        if word and word not in names and word not in COURTESY_TITLES and word not in TITLES:
            return []
        match = AGE_AFTER.match(text, end, end + 12) or AGE_BEFORE.search(text, start - 14, start)
        if match and start > person.span.end and not IN_LIST.search(text, start - 6, start):
            age = float(match["age"])
            if not (word in COURTESY_TITLES and person.age < MIN_AGE_OF_ADULT <= age):  # the father of a child
                found.append(PersonAge(person.key, age, Span(*match.span("age")), person.name))
    return found
