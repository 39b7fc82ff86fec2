"""numbers/articles-disagree: reports on one event whose numbers cannot all be right."""

from collections.abc import Iterator, Sequence
from typing import Any

from newslint.api import (
    Article,
    CrossArticleRule,
    Fact,
    Finding,
    Lexicon,
    LocatedFact,
    RelatedLocation,
    Span,
    TraceStep,
)
from newslint_numbers.view import casualties, opening, time_since_last
from newslint_numbers.view.ages import ages
from newslint_numbers.view.events import (
    FOLLOW_UP_DAYS,
    blocking_keys,
    days_between,
    is_same_person,
    long_opening_event,
    opening_event,
)
from newslint_numbers.view.incidents import incident
from newslint_numbers.view.same_event import Group, group_of, is_same_event, joined_by

MAX_NEIGHBORS = 12  # earlier reports that each report is compared with, so that a large group stays cheap
MIN_NAMES_FOR_SPANS = 3  # that reports share whose spans of time are compared: "the first talks in two years"


class ArticlesDisagree(CrossArticleRule):
    """Finds articles on one event that give different casualties, ages or spans of time for it.

    The rule recognizes reports on one event by a score over the evidence that both give: the names in their openings,
    the kind of incident, its day, the time between the publications, and other counts. Then it compares how many people
    were killed, wounded or shot, how old a person is, and for how long there had been no such talks. It reports only
    numbers that cannot both be right: "at least nine" and "eleven" agree. The related locations say what joined the
    reports.

    Casualty counts change while a story develops, so a difference need not be a mistake. But readers who find both in
    one archive cannot tell which one is correct.

    ```good first.txt
    Published: March 3, 2025

    HARLOW BAY — A blast at the Kettering cannery killed two people and injured five others, Chief Adele Marsh said.
    ```

    ```bad second.txt
    Published: March 5, 2025

    HARLOW BAY — The blast at the Kettering cannery that killed four people was an accident, Adele Marsh found.
                                                         ^^^^^^^^^^^^^^^^^^ reports disagree: "killed two people" in …
    ```
    """

    name = "numbers/articles-disagree"
    required_kinds = ("numbers.casualty", "numbers.first", "number")

    def lexicon(self) -> Lexicon:
        """Return the words by which casualties and spans of time are found."""
        return {**casualties.LEXICON, **time_since_last.LEXICON, **opening.LEXICON}

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        """Yield each number under every name that its event may be known by, and an age under the person's name."""
        counts = casualties.casualty_counts(article) if article.mentions("numbers.casualty") else {}
        for count in counts.values():
            value = {**casualties.as_json(count, counts), **incident(article, count.span), **article.get(opening_event)}
            yield from _facts_by_name(count.outcome, count.span, value)
        for first in time_since_last.times_since_last(article):
            value = {**first.value, **incident(article, first.span), **article.get(long_opening_event)}
            value["counts"] = {first.noun: 1}  # both know of a first of its kind, which is evidence as well
            yield from _facts_by_name(f"first {first.noun}", first.span, value)
        persons = set()
        for person in article.get(ages):
            if person.key not in persons:
                persons.add(person.key)
                value = {"age": person.age, **article.get(opening_event)}
                yield Fact("age " + " ".join(person.key), person.span, value)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield for each number and each "first" in a span which fact it is, or why it is none."""
        from newslint_numbers.view.fact_trace import trace_facts  # a run does not need it

        return trace_facts(article, span)

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        """Yield one finding for each article that must be checked, with the others as related locations."""
        facts = sorted(facts, key=_by_date)
        group = group_of({(fact.location.path, fact.location.record): fact.value["names"] for fact in facts}.values())
        # Most reports of a town share nothing else with each other.
        facts = [fact for fact in facts if group.weigh(fact.value["names"])]
        facts = _without_copies(facts)
        conflicts = _conflicts(facts, group)
        flagged: set[int] = set()
        # The odd one out contradicts most of the others; of two that contradict each other, it is the later one.
        for odd in sorted(conflicts, key=lambda index: (-len(conflicts[index]), -index)):
            others = [facts[index] for index in sorted(conflicts[odd] - flagged)]
            if others:
                flagged.add(odd)
                if not _is_reported_under_earlier_key(facts[odd], others):
                    yield _finding(facts[odd], others)


def _conflicts(facts: Sequence[LocatedFact], group: Group) -> dict[int, set[int]]:
    """Return for the index of each fact the indexes of those that contradict it."""
    common_month = time_since_last.month_of_all([fact.value["date"] for fact in facts if fact.value["date"]])
    conflicts: dict[int, set[int]] = {}
    for index, fact in enumerate(facts):
        for earlier in range(max(0, index - MAX_NEIGHBORS), index):
            if _contradict(facts[earlier], fact, common_month, group):
                conflicts.setdefault(index, set()).add(earlier)
                conflicts.setdefault(earlier, set()).add(index)
    return conflicts


def _without_copies(facts: Sequence[LocatedFact]) -> list[LocatedFact]:
    """Return the facts, of those whose sentences are copies the first: an article and its copies count once."""
    first_of: dict[tuple[str, str], LocatedFact] = {}
    for fact in facts:
        first_of.setdefault((fact.location.context_digest, fact.location.match), fact)
    return list(first_of.values())


def _facts_by_name(kind: str, span: Span, value: dict[str, Any]) -> Iterator[Fact]:
    for name in blocking_keys(value):
        yield Fact(f"{kind} {name}", span, value)


def _by_date(fact: LocatedFact) -> tuple[Any, ...]:
    return fact.value["date"] or "", fact.location.path, fact.location.record, fact.location.start


def _contradict(first: LocatedFact, second: LocatedFact, common_month: int | None, group: Group) -> bool:
    if (first.location.path, first.location.record) == (second.location.path, second.location.record):
        return False
    kind, *name = first.key.split()
    if kind == "age":
        return _ages_differ(first.value, second.value) and is_same_person(first.value, second.value, frozenset(name))
    if kind == "first":
        shared_names = set(first.value["names"]).intersection(second.value["names"])
        contradict = len(shared_names) >= MIN_NAMES_FOR_SPANS and time_since_last.contradict(
            first.value, second.value, common_month
        )
    else:
        contradict = casualties.contradict(first.value, second.value)
    return contradict and is_same_event(first.value, second.value, group)


def _ages_differ(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Return whether birthdays between the two reports cannot explain the ages."""
    days = days_between(first, second)
    years_older = float(second["age"] - first["age"])
    if days is None:
        return abs(years_older) > 1
    if second["day"] < first["day"]:
        years_older = -years_older
    return not 0 <= years_older <= days / 365 + (days > FOLLOW_UP_DAYS)


def _is_reported_under_earlier_key(odd: LocatedFact, others: Sequence[LocatedFact]) -> bool:
    """Return whether all facts also meet under a name that comes earlier in the article, which reports them."""
    kind, _, name = odd.key.rpartition(" ")
    if kind.startswith("age"):
        return False
    shared = set(blocking_keys(odd.value)).intersection(*(blocking_keys(other.value) for other in others))
    first: str = next(other_name for other_name in odd.value["names"] if other_name in shared)
    return first != name


def _finding(odd: LocatedFact, others: Sequence[LocatedFact]) -> Finding:
    other = others[0]
    here = f'"{odd.location.match}" here' + _date_in_brackets(odd)
    there = f'"{other.location.match}" in {other.location.path}' + _date_in_brackets(other)
    is_older = odd.value["date"] and odd.value["date"] < (other.value["date"] or "")
    pair = f"{here}, {there}" if is_older else f"{there}, {here}"  # newest last
    related = tuple(
        RelatedLocation(
            fact.location,
            f'"{fact.location.match}"{_date_in_brackets(fact)}; both have: {joined_by(odd.value, fact.value)}',
        )
        for fact in others
    )
    return Finding(odd.location, f"reports disagree: {pair}; check which is correct.", related=related)


def _date_in_brackets(fact: LocatedFact) -> str:
    return f" ({fact.value['date']})" if fact.value["date"] else ""
