"""Whether two reports are about one event: a score over the evidence that both give."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from newslint.api import WEEKDAYS, NamedTuple
from newslint_numbers.data.event_weights import BIAS, WEIGHTS
from newslint_numbers.view.events import days_between

MIN_NAMES, MAX_NAMES = 3, 20  # of the report with fewer names, of which the shared names are a share
DAYS_WITHOUT_DATE = 14  # that reports are taken to be apart if one has no date
MAX_DAYS_APART = 400
MAX_NAMES_IN_MESSAGE = 3
# Articles under one key that have a name, from which on it says less about the event, or nothing.
COMMON_FROM, FREQUENT_FROM = 5, 25
WEIGHT_OF_COMMON_NAME = 0.5
MIN_RARE_NAMES = 3  # that make it certain enough that two of many reports are about one event


class Group(NamedTuple):
    """What the articles under one key say about how much their names count."""

    weight_of_name: Mapping[str, float]  # where that is not 1
    doubt: float  # that the score has to exceed without rare names: of many reports, few are about one event

    def weigh(self, names: Iterable[str]) -> float:
        """Return how many names there are, by their weights."""
        return sum(self.weight_of_name.get(name, 1.0) for name in names)


SMALL_GROUP = Group({}, 0.0)


def group_of(names_of_articles: Collection[Sequence[str]]) -> Group:
    """Return the group of articles with these names: a name that many have says less about the event, or nothing."""
    if len(names_of_articles) <= COMMON_FROM:
        return SMALL_GROUP
    from math import log  # a run that compares no articles need not import it

    articles_with = Counter(name for names in names_of_articles for name in names)
    weights = {
        name: 0.0 if count > FREQUENT_FROM else WEIGHT_OF_COMMON_NAME
        for name, count in articles_with.items()
        if count > COMMON_FROM
    }
    return Group(weights, log(len(names_of_articles) / COMMON_FROM))


def evidence(first: dict[str, Any], second: dict[str, Any], group: Group) -> dict[str, float]:
    """Return the features of two facts: what their reports share, and what sets them apart."""
    from math import log

    names = group.weigh(set(first["names"]).intersection(second["names"]))
    kinds, other_kinds = set(first["kinds"]), set(second["kinds"])
    days = days_between(first, second)
    counts, other_counts = first["counts"], second["counts"]
    low, high = sorted((max(first.get("low", 1), 1), max(second.get("low", 1), 1)))
    return {
        "names": names / max(MIN_NAMES, min(len(first["names"]), len(second["names"]), MAX_NAMES)),
        "other kind": float(bool(kinds) and bool(other_kinds) and kinds.isdisjoint(other_kinds)),
        "day": float(not set(first["days"]).isdisjoint(second["days"])),
        "days apart": log(1 + min(DAYS_WITHOUT_DATE if days is None else days, MAX_DAYS_APART)),
        "other count": float(any(counts[outcome] == other_counts.get(outcome) for outcome in counts)),
        "ratio": log(high / low),
    }


def is_same_event(first: dict[str, Any], second: dict[str, Any], group: Group) -> bool:
    """Return whether the evidence for one event exceeds the threshold, which `BIAS` contains."""
    shared = set(first["names"]).intersection(second["names"])
    if group.weigh(shared) < 1:
        return False  # nothing but names that many articles have
    features = evidence(first, second, group)
    has_rare_names = len(shared.difference(group.weight_of_name)) >= MIN_RARE_NAMES
    return BIAS + sum(WEIGHTS[name] * value for name, value in features.items()) > (
        0 if has_rare_names else group.doubt
    )


def joined_by(first: dict[str, Any], second: dict[str, Any]) -> str:
    """Return in words what two reports share: "Harlow, Pennick, a fire, Monday"."""
    shared = set(second["names"])
    parts = [name.title() for name in first["names"] if name in shared][:MAX_NAMES_IN_MESSAGE]
    parts += [f"a {kind}" for kind in first.get("kinds", ()) if kind in second.get("kinds", ())]
    parts += [WEEKDAYS[day % 7].title() for day in first.get("days", ()) if day in second.get("days", ())][:1]
    return ", ".join(parts)
