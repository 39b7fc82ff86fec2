"""The toll of an event: how many were killed, wounded or shot, as a report's opening counts them."""

from bisect import bisect_left
from itertools import combinations
from typing import Any, NamedTuple

from newslint.api import Article, Lexicon, Pattern, Quantity, Span, numbers, quantity, sentence_at
from newslint_numbers.view.people import PEOPLE

LEXICON: Lexicon = {
    "numbers.toll": (
        *("killed", "killing", "kills", "dead", "died", "deaths", "slain", "murdered", "fatally"),
        *("wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt", "hurting", "hospitalized"),
        *("shot", "shooting"),
    )
}
ROLES = ("killed", "wounded", "shot")
OPENING = 1500  # characters in which a report gives its toll
JSON_INFINITY = 1e12  # stands for infinity, which JSON has not
NEAR = 60  # characters between a figure and the word that makes it a toll

ELSEWHERE = Pattern(  # of another event, of several, or of a whole season
    r"""\b(?:in[ ](?:19|20)\d\d|(?:this|previous|each|every|past)[ ](?:year|month|week|decade)|years?[ ]ago
        |earlier[ ](?:attack|shooting)|so[ ]far|since|nationwide|annual|another[ ](?:shooting|attack|incident)|massacre
        |violent|bloody|shootings|attacks|crashes|fires|bombings|incidents|storms|killings|across|total|previous|separate)\b"""
)
# Some of them; or no count at all: "shot around 6 a.m."
PART = Pattern(r"[ ]of[ ](?:the|them|those|whom|his|her|its|their)\b|[ ]?[ap]\.?m\b")
# "A woman and two men were shot": the figure is not all; "one dead and two wounded": it is.
JOINED = Pattern(
    r"(?:\b(?:an?|the)[ ][\w-]+(?:[ ][\w-]+)?,?[ ](?:and|&)|[\w-]+,|\band|\bthe|\bthose|\ball|\bboth)[ ]\Z"
)
COUNTED_WITH = Pattern(r"\b(?:killed|dead|died|wounded|injured|hurt|leaves?|left|shot)\b[^.]{0,12}\Z")
GENERAL = frozenset(("", "person", "other", "victim", "more", "casualty", "member"))


class Toll(NamedTuple):
    """How many of one role: the figure with the words around it, and the least and the most it can mean."""

    role: str
    span: Span
    low: float
    high: float
    is_total: bool  # not of men alone, or of officers, who may be part of more


def tolls(article: Article) -> dict[str, Toll]:
    """The first count of each role in the article's opening, what tells of other events left out."""
    found: dict[str, Toll] = {}
    words = [start for start, _end, _word in article.mentions("numbers.toll")]
    for figure in article.get(numbers):
        if figure.start > OPENING:
            break
        near = bisect_left(words, figure.start - NEAR)
        if near == len(words) or words[near] > figure.end + NEAR:
            continue
        one = quantity(article, figure)
        if (
            one.outcome in ROLES
            and one.outcome not in found
            and one.value == int(one.value)
            and _of_the_event(article, one)
        ):
            span = Span(
                min(one.start, one.hedge_span[0], one.outcome_span[0]),
                max(one.end, one.noun_phrase[1], one.outcome_span[1]),
            )
            whole = one.noun in GENERAL or one.noun not in PEOPLE
            found[one.outcome] = Toll(one.outcome, span, one.low, one.high, whole)
    return found


def _of_the_event(article: Article, one: Quantity) -> bool:
    text = article.text
    sentence = sentence_at(article, one.start)
    if (
        one.is_rate
        or (one.outcome == "shot" and one.value == 1)
        or PART.match(text, one.end)
        or ELSEWHERE.search(text, sentence.start, min(sentence.end, one.end + 200))
    ):
        return False
    start = min(one.start, one.hedge_span[0])
    joined = JOINED.search(text, start - 24, start)
    return joined is None or COUNTED_WITH.search(text, start - 40, start) is not None


def contradict(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two tolls of one role, as `as_json` gives them, cannot both be right."""
    if not (one["high"] < other["low"] or other["high"] < one["low"]):
        return False
    less = one if one["low"] < other["low"] else other
    if not less["whole"]:
        return False
    killed = one["all"].get("killed"), other["all"].get("killed")
    if killed[0] is not None and killed[0] == killed[1] and one["role"] != "killed":
        return True
    return not set(one["sums"]) & {other["low"], *other["sums"]} and one["low"] not in other["sums"]


def differs_threefold(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one toll is more than three times the other: few mistakes are so large, but events differ so."""
    low, high = sorted((one["low"], other["low"]))
    return bool(high > 3 * max(low, 1))


def as_json(toll: Toll, every: dict[str, Toll]) -> dict[str, Any]:
    """A toll with the others of its article: the dead and the wounded together may be another report's count."""
    counts = {role: other.low for role, other in every.items()}
    sums = [counts[one] + counts[two] for one, two in combinations(sorted(counts), 2)]
    return {
        "role": toll.role,
        "low": toll.low,
        "high": min(toll.high, JSON_INFINITY),
        "whole": toll.is_total,
        "all": counts,
        "sums": sums,
    }
