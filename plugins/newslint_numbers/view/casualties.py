"""The casualties of an event: how many were killed, wounded or shot, as the opening of a report counts them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Any

from newslint.api import (
    Article,
    Lexicon,
    NamedTuple,
    Number,
    Pattern,
    Quantity,
    Rejection,
    Span,
    numbers,
    quantity,
    sentence_at,
)
from newslint_numbers.data.casualty_words import (
    ATTACKERS,
    CASUALTY_WORDS,
    CAUSES_OF_DEATH,
    EVENT_NOUNS,
    GENERAL_NOUNS,
    OTHER_EVENT_IN_REPORT,
    OTHER_EVENT_PHRASES,
    PERIOD_DETERMINERS,
    PERIOD_NOUNS,
)
from newslint_numbers.data.words import PARTITIVE_WORDS, REST_WORDS

LEXICON: Lexicon = {"numbers.casualty": CASUALTY_WORDS, "numbers.attacker": ATTACKERS}
CASUALTY_OUTCOMES = ("killed", "wounded", "shot")
MAX_OPENING_CHARS = 1500  # in which a report counts its casualties
MAX_CHARS_TO_OUTCOME = 60  # between a number and the word for what happened
JSON_INFINITY = 1e12  # JSON has no infinity

_PHRASES = "|".join(OTHER_EVENT_PHRASES).replace(" ", "[ ]")
# What a sentence about another event, several events or a season says, as a part of patterns.
PERIOD_NOUN = rf"(?:{'|'.join(PERIOD_NOUNS)})"
OTHER_EVENT_SIGN = (
    rf"in[ ](?:19|20)\d\d|years?[ ]ago|(?:{'|'.join(PERIOD_DETERMINERS)})[ ]{PERIOD_NOUN}|{_PHRASES}"
    rf"|another[ ](?:{'|'.join(EVENT_NOUNS)})"
)
OTHER_EVENT_OR_SEASON = Pattern(
    rf"\b(?:{OTHER_EVENT_SIGN}|earlier[ ](?:attack|shooting)|{'|'.join(OTHER_EVENT_IN_REPORT)})\b",
    method="search",
    matches=("Fires in 2019 killed six.", "the third attack this year", "three years ago", "since January"),
    misses=("A fire killed six.", "the attack on Monday", "a sincere man"),
)
SOME_OF_GROUP = Pattern(
    rf"[ ]of[ ](?:{'|'.join(PARTITIVE_WORDS)})\b",
    matches=(" of them", " of the sailors"),
    misses=(" of grief", " off the pier"),
)
AM_OR_PM = Pattern(r"[ ]?[ap]\.?m\b", matches=(" a.m.", "pm"), misses=(" amid", " at noon"))
# "A woman and two men were shot": the number is not all of them; "one dead and two wounded": it is.
JOINED_TO_OTHERS = Pattern(
    r"(?:\b(?:an?|the)[ ][\w-]+(?:[ ][\w-]+)?,?[ ](?:and|&)|[\w-]+,|\band|\bthe|\bthose|\ball|\bboth)[ ]\Z",
    method="search",
    matches=("a cook and ", "the old man, and ", "sailors, ", "both "),
    misses=("killed ", "a cook with "),
)
OUTCOME_BEFORE = Pattern(
    r"\b(?:killed|dead|died|wounded|injured|hurt|leaves?|left|shot)\b[^.]{0,12}\Z",
    method="search",
    matches=("left one dead and ", "injured the "),
    misses=("It left. The ", "the harbor and "),
)


DEAD_ATTACKER = Pattern(
    rf"""\b(?:himself|herself|themselves|including[ ](?:the[ ]|an?[ ])?(?:{"|".join(ATTACKERS)})
    |(?:{"|".join(ATTACKERS)})[ ](?:(?:was|were|is|are|also)[ ])*(?:killed|dead|died|shot[ ]dead))\b""",
    method="search",
    matches=("and then killed himself", "including the gunman", "the shooter was also killed"),
    misses=("the gunman fled", "he was killed"),
)
MAX_ATTACKERS = 1
MAX_CHARS_BEFORE_ATTACKER = len("including the ")
MAX_CHARS_AFTER_ATTACKER = 40  # " was also shot dead"
INFINITE = float("inf")

FAR_DOWN = Rejection(f"it stands after the opening, the first {MAX_OPENING_CHARS:,} characters", "opening")
NO_WORD = Rejection("no word for people killed, wounded or shot stands near it", "outcome")
NO_OUTCOME = Rejection("it does not count people who were killed, wounded or shot", "outcome")
COUNTED = Rejection("an earlier count of the article has that outcome", "outcome")
FRACTION = Rejection("it is not a whole number", "figure")
INDEFINITE = Rejection("it is no definite count of people", "figure")
THE_REST = Rejection("it counts only more or other dead", "event")
RATE = Rejection("it is a rate, not a total", "figure")
SHOTS = Rejection("one that is shot may be a shot", "outcome")
SOME = Rejection("it counts some of a group", "event")
CLOCK = Rejection("it is a time of day", "figure")
OTHER_EVENT = Rejection("its sentence is of another event, several events or a season", "event")
JOINED = Rejection("others are counted beside it in words, so that it is not all of them", "event")


class CasualtyCount(NamedTuple):
    """How many people had one outcome: the span with the words around the number, and the interval it means."""

    outcome: str
    span: Span
    low: float
    high: float
    noun: str  # of those who are counted; "" for people in general
    may_have_attacker: bool  # the report has a dead attacker, whom other reports may count or leave out


def casualty_counts(article: Article) -> dict[str, CasualtyCount]:
    """Return the first count of each outcome in the article's opening, without those of other events."""
    found: dict[str, CasualtyCount] = {}
    words = [start for start, _end, _word in article.mentions("numbers.casualty")]
    for number in article.get(numbers):
        if number.start > MAX_OPENING_CHARS:
            break
        count = _read(article, number, words, found)
        if not isinstance(count, Rejection):
            found[count.outcome] = count
    return found


def casualty_candidates(article: Article) -> Iterator[tuple[Span, CasualtyCount | Rejection]]:
    """Yield every number with the count of casualties that it is, or why it is none, for `--why`."""
    found: dict[str, CasualtyCount] = {}
    words = [start for start, _end, _word in article.mentions("numbers.casualty")]
    for number in article.get(numbers):
        count = FAR_DOWN if number.start > MAX_OPENING_CHARS else _read(article, number, words, found)
        if count:
            found[count.outcome] = count
        yield Span(number.start, number.end), count


def _read(article: Article, number: Number, words: Sequence[int], found: Collection[str]) -> CasualtyCount | Rejection:
    """Return a number as the count of an outcome that is not in `found`; `words` are where outcomes stand."""
    index = bisect_left(words, number.start - MAX_CHARS_TO_OUTCOME)
    if index == len(words) or words[index] > number.end + MAX_CHARS_TO_OUTCOME:
        return NO_WORD
    count = quantity(article, number)
    outcome = count.outcome
    if outcome not in CASUALTY_OUTCOMES:
        return NO_OUTCOME
    if outcome in found:
        return COUNTED
    if count.value != int(count.value):
        return FRACTION
    rejection = _why_not_whole(article, count)
    if rejection is None:
        rejection = _why_of_other_event(article, count)
    if rejection is not None:
        return rejection
    noun = "" if count.noun in GENERAL_NOUNS else count.noun
    span, most = casualty_span(count), _most(article, count)
    return CasualtyCount(outcome, span, count.low, most, noun, article.get(_has_dead_attacker))


def _has_dead_attacker(article: Article) -> bool:
    return any(
        DEAD_ATTACKER.search(
            article.text, start - MAX_CHARS_BEFORE_ATTACKER, min(end + MAX_CHARS_AFTER_ATTACKER, MAX_OPENING_CHARS)
        )
        for start, end, _word in article.mentions("numbers.attacker")
        if start < MAX_OPENING_CHARS
    )


def _why_not_whole(article: Article, count: Quantity) -> Rejection | None:
    """Return why a count is not of all that an event killed or hurt, as "two more", "scores" and "two strikes"."""
    is_indefinite = count.high > count.value and count.hedge_span[0] == count.hedge_span[1]
    if count.kind != "count" or is_indefinite or count.noun in CAUSES_OF_DEATH:
        return INDEFINITE
    if count.outcome != "killed":
        return None  # "one dead, five others hurt" are all of the wounded
    return None if REST_WORDS.isdisjoint(article[count.noun_phrase].lower().split()) else THE_REST


def _most(article: Article, count: Quantity) -> float:
    """Return the most that a count may mean: not all who are hurt are taken to a hospital."""
    return INFINITE if article[count.outcome_span].lower().startswith("hospital") else count.high


def casualty_span(count: Quantity) -> Span:
    """Return the span of a count with its hedge and its outcome: "at least ten people dead"."""
    return Span(
        min(count.hedged_start, count.outcome_span[0]),
        max(count.phrase_end, count.outcome_span[1]),
    )


def _why_of_other_event(article: Article, count: Quantity) -> Rejection | None:
    text = article.text
    sentence = sentence_at(article, count.start)
    if count.is_rate:
        return RATE
    if count.outcome == "shot" and count.value == 1:
        return SHOTS
    if SOME_OF_GROUP.match(text, count.end):
        return SOME
    if AM_OR_PM.match(text, count.end):  # "shot around 6 a.m."
        return CLOCK
    if OTHER_EVENT_OR_SEASON.search(text, sentence.start, min(sentence.end, count.end + 200)):
        return OTHER_EVENT
    start = count.hedged_start
    is_joined = JOINED_TO_OTHERS.search(text, start - 24, start) is not None
    return JOINED if is_joined and not OUTCOME_BEFORE.search(text, start - 40, start) else None


def as_json(count: CasualtyCount, counts: dict[str, CasualtyCount]) -> dict[str, Any]:
    """Return a count for a fact, with all counts of its article: another report may count two outcomes together."""
    lows = {outcome: other.low for outcome, other in counts.items()}
    sums = [lows[first] + lows[second] for first, second in combinations(sorted(lows), 2)]
    return {
        "outcome": count.outcome,
        "low": count.low,
        "high": min(count.high, JSON_INFINITY),
        "noun": count.noun,
        "attacker": count.may_have_attacker,
        "counts": lows,
        "sums": sums,
    }


def contradict(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Return whether two counts of one outcome, as `as_json` gives them, cannot both be right."""
    if not (first["high"] < second["low"] or second["high"] < first["low"]):
        return False
    lower = first if first["low"] < second["low"] else second
    higher = second if lower is first else first
    if lower["noun"] and lower["noun"] != higher["noun"]:
        return False
    if (first["attacker"] or second["attacker"]) and abs(first["low"] - second["low"]) <= MAX_ATTACKERS:
        return False
    killed = first["counts"].get("killed"), second["counts"].get("killed")
    if killed[0] is not None and killed[0] == killed[1]:
        return True
    return not set(first["sums"]) & {second["low"], *second["sums"]} and first["low"] not in second["sums"]
