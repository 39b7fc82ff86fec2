"""numbers/articles-disagree: reports on one event whose numbers cannot all be right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newslint.api import Article, CrossArticleRule, Fact, Finding, Lexicon, LocatedFact, RelatedLocation, Span
from newslint_numbers.view import casualties, time_since_last
from newslint_numbers.view.ages import ages
from newslint_numbers.view.events import (
    MIN_SHARED_NAMES,
    NEAR,
    blocking_keys,
    days_apart,
    opening_event,
    same_event,
    same_person,
    whole_event,
)

NEIGHBOURS = 12  # reports next to each other in time that are compared, so that a large group stays cheap
COMMON_FROM, FREQUENT_FROM = (
    5,
    25,
)  # articles that have a name: what more of them have says less, or nothing, of what they tell of


class NameStatistics(NamedTuple):
    """What the articles that a name brings together say about it.

    `doubt`: how many more names reports have to share; `telling`: the names that say something there, None for all.
    """

    extra_shared_names: int
    distinctive_names: frozenset[str] | None


class ArticlesDisagree(CrossArticleRule):
    """Finds articles on one event that give it different tolls, ages or spans of time.

    Reports on one event are told to be of one event by the names in their openings and by their dates; what they say
    is then compared: how many were killed, wounded or shot, how old a person is, and for how long there had been no
    such talks. Only numbers that cannot both be right are reported: "at least nine" and "eleven" agree.

    Tolls change while a story runs, so a difference need not be a mistake. But a reader who finds both in one archive
    cannot tell which one holds.

    ```good first.txt
    Published: March 3, 2025

    HARLOW BAY — A blast at the Kettering cannery killed two people and injured five others, Chief Adele Marsh said.
    ```

    ```bad second.txt
    Published: March 5, 2025

    HARLOW BAY — The blast at the Kettering cannery that killed four people was an accident, Adele Marsh found.
                                                         ^^^^^^^^^^^^^^^^^^ reports differ: "killed two people" in …
    ```
    """

    name = "numbers/articles-disagree"
    required_kinds = ("numbers.toll", "numbers.first", "number")

    def lexicon(self) -> Lexicon:
        """The words by which tolls and spans are found."""
        return {**casualties.LEXICON, **time_since_last.LEXICON}

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        """Each number under every name that its event may be known by; an age under the person's name."""
        told = casualties.tolls(article) if article.mentions("numbers.toll") else {}
        for toll in told.values():
            value = {**casualties.as_json(toll, told), **article.get(opening_event)}
            yield from _under_names(toll.role, toll.span, value)
        for first in time_since_last.firsts(article):
            yield from _under_names(f"first {first.noun}", first.span, {**first.value, **article.get(whole_event)})
        known = set()
        for aged in article.get(ages):
            if aged.key not in known:
                known.add(aged.key)
                value = {"age": aged.age, **article.get(opening_event)}
                yield Fact("age " + " ".join(aged.key), aged.figure, value)

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        """One finding for each article that has to be looked at, the others related."""
        facts = sorted(facts, key=_by_time)
        company = _company(facts)
        wanted = MIN_SHARED_NAMES + company.extra_shared_names
        if company.distinctive_names is not None:  # most of a town's reports share nothing else with any other
            facts = [
                fact for fact in facts if len(company.distinctive_names.intersection(fact.value["names"])) >= wanted
            ]
        against = _conflicts(facts, company)
        flagged: set[int] = set()
        # The odd one out contradicts most of the others; of two that contradict each other, it is the later one.
        for odd in sorted(against, key=lambda number: (-len(against[number]), -number)):
            others = [facts[number] for number in sorted(against[odd] - flagged)]
            if others:
                flagged.add(odd)
                if not _reported_under_earlier_key(facts[odd], others):
                    yield _finding(facts[odd], others)


def _conflicts(facts: Sequence[LocatedFact], company: NameStatistics) -> dict[int, set[int]]:
    """For each fact those that contradict it, by their numbers."""
    today = time_since_last.month_of_all([fact.value["date"] for fact in facts if fact.value["date"]])
    against: dict[int, set[int]] = {}
    for number, fact in enumerate(facts):
        for other in range(max(0, number - NEIGHBOURS), number):
            if _differ(facts[other], fact, today, company):
                against.setdefault(number, set()).add(other)
                against.setdefault(other, set()).add(number)
    return against


def _company(facts: Sequence[LocatedFact]) -> NameStatistics:
    """What the facts under one name say about it, and about the other names of their articles."""
    articles = {(fact.location.path, fact.location.record): fact.value["names"] for fact in facts}
    if len(articles) <= FREQUENT_FROM or facts[0].key.startswith("age "):
        return NameStatistics(int(len(articles) > COMMON_FROM), None)
    written = Counter(name for names in articles.values() for name in names)
    return NameStatistics(2, frozenset(name for name, count in written.items() if 1 < count <= FREQUENT_FROM))


def _under_names(kind: str, span: Span, value: dict[str, Any]) -> Iterator[Fact]:
    for name in blocking_keys(value):
        yield Fact(f"{kind} {name}", span, value)


def _by_time(fact: LocatedFact) -> tuple[Any, ...]:
    return fact.value["date"] or "", fact.location.path, fact.location.record or 0, fact.location.start


def _differ(one: LocatedFact, other: LocatedFact, today: int | None, company: NameStatistics) -> bool:
    if (one.location.path, one.location.record) == (other.location.path, other.location.record):
        return False
    kind, *name = one.key.split()
    if kind == "age":
        return _ages_differ(one.value, other.value) and same_person(one.value, other.value, frozenset(name))
    doubt = company.extra_shared_names
    if kind == "first":
        doubt += 1  # whole articles share more names by chance than openings
        contradict = time_since_last.contradict(one.value, other.value, today)
    else:
        doubt += 2 * casualties.differs_threefold(one.value, other.value)
        contradict = casualties.contradict(one.value, other.value)
    return contradict and same_event(one.value, other.value, company.distinctive_names, doubt)


def _ages_differ(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether no birthday between the two reports explains the ages."""
    apart = days_apart(one, other)
    grown = float(other["age"] - one["age"])
    if apart is None:
        return abs(grown) > 1
    if other["day"] < one["day"]:
        grown = -grown
    return not 0 <= grown <= apart / 365 + (apart > NEAR)


def _reported_under_earlier_key(odd: LocatedFact, others: Sequence[LocatedFact]) -> bool:
    """Whether all of them also meet under a name that comes earlier in the article, where they are told of."""
    kind, _, name = odd.key.rpartition(" ")
    if kind.startswith("age"):
        return False
    shared = set(blocking_keys(odd.value)).intersection(*(blocking_keys(other.value) for other in others))
    first: str = next(known for known in odd.value["names"] if known in shared)
    return first != name


def _finding(odd: LocatedFact, others: Sequence[LocatedFact]) -> Finding:
    other = others[0]
    here = f'"{odd.location.match}" here' + _dated(odd)
    there = f'"{other.location.match}" in {other.location.path}' + _dated(other)
    older = odd.value["date"] and odd.value["date"] < (other.value["date"] or "")
    pair = f"{here}, {there}" if older else f"{there}, {here}"  # newest last
    related = tuple(RelatedLocation(one.location, f'"{one.location.match}"{_dated(one)}') for one in others)
    return Finding(odd.location, f"reports differ: {pair}; find out which holds.", related=related)


def _dated(fact: LocatedFact) -> str:
    return f" ({fact.value['date']})" if fact.value["date"] else ""
