"""Quantities: what a number counts or measures, how exactly it is meant, and what happened to those it counts."""

from newslint.article import Article
from newslint.model import Span
from newslint.named_tuple import NamedTuple
from newslint.text.dates.calendar import MONTH_NUMBERS
from newslint.text.numbers.counted_nouns import noun_phrase_after
from newslint.text.numbers.hedges import AT_LEAST, INFINITE, find_hedge
from newslint.text.numbers.kinds import Kind, kind_of
from newslint.text.numbers.number_words import INDEFINITE_NUMBERS
from newslint.text.numbers.numerals import Number, numbers
from newslint.text.numbers.outcomes import outcome_of
from newslint.text.numbers.units import unit_of
from newslint.text.pattern import Pattern

RATE = Pattern(
    r"(?:[ ][\w'-]+){0,2}?[ ](?:apiece|each|from[ ]each|per|an?[ ](?:day|week|month|year|hour|piece|head))\b",
    matches=(" sheep a head", " each", " tons per shift", " an hour"),
    misses=(" sheep a farmer lost", " of all the sheep each", " reach"),
)

MAX_CACHED = 10_000  # quantities of one article: all of a very long one would take hundreds of megabytes


class Quantity(NamedTuple):
    """A number with what it counts or measures. Spans are of the article's text; no two quantities overlap."""

    start: int  # of the number, with the currency sign before it
    end: int  # of the number, its magnitude and its unit
    value: float  # as written, the magnitude included: 2.4 million is 2400000.0
    low: float  # what the hedge lets it mean: at least this …
    high: float  # … and at most this; infinite after "more than"
    hedge_span: Span  # the words of the hedge; empty where there is none
    unit: str  # "" for a count; "%", "$", "mile", "year-old" …; "date" for a year or a day of a month
    noun_phrase: Span  # the noun with its modifiers, "Ukrainian prisoners"; empty where none follows
    noun: str  # the noun alone, in lower case and in the singular: "prisoner"; "" where none follows
    outcome: str  # what happened to them: killed, wounded, shot, arrested, exchanged, or ""
    is_rate: bool  # "from each side", "apiece", "per day": not a total
    outcome_span: Span  # the word that says what happened: "killing", "dead"; empty without an outcome
    kind: Kind  # count, money, measure, share, period, age, date, clock, name …

    @property
    def hedged_start(self) -> int:
        """Where the number starts, or the hedge before it."""
        return min(self.start, self.hedge_span[0])

    @property
    def phrase_end(self) -> int:
        """Where the noun phrase ends, or the number without one."""
        return max(self.end, self.noun_phrase[1])


def quantities(article: Article) -> list[Quantity]:
    """Return every number of the article as a quantity. `numbers` is cheaper; `quantity` reads a single one."""
    return [quantity(article, number) for number in article.get(numbers)]


def quantity(article: Article, number: Number) -> Quantity:
    """Return what the words around a number say about it, computed once for most numbers."""
    cache = article.get(_cache)
    found = cache.get(number.start)
    if found is None:
        if len(cache) >= MAX_CACHED:
            cache.clear()
        found = cache[number.start] = _read(article.text, number)
    return found


def _cache(article: Article) -> dict[int, Quantity]:
    """Return the article's own dict for the results of `quantity`, by the start of the number."""
    return {}


def _read(text: str, number: Number) -> Quantity:
    start, end, value = number
    unit, start, end = unit_of(text, start, end)
    hedge_span, (least, most) = find_hedge(text, start, end)
    if text[number.start : number.end].lower() in INDEFINITE_NUMBERS:
        least, most = AT_LEAST
    noun_phrase, noun = Span(end, end), ""
    if not unit:
        if _is_part_of_date(text, start, end, value):
            unit = "date"
        else:
            noun_phrase, noun = noun_phrase_after(text, max(end, hedge_span[1]))
    phrase_end = max(end, noun_phrase[1])
    if unit:
        outcome, outcome_span = "", Span(end, end)
    else:
        outcome, outcome_span = outcome_of(text, min(start, hedge_span[0]), phrase_end)
    is_rate = _is_rate(text, phrase_end)
    high = INFINITE if most == INFINITE else value * most
    is_plural = bool(noun) and text[noun_phrase[1] - len(noun) : noun_phrase[1]].lower() != noun
    kind, low = (
        kind_of(text, number.start, end, unit, noun if noun_phrase[0] <= end + 1 else "", is_plural),
        value * least,
    )
    return Quantity(
        start, end, value, low, high, hedge_span, unit, noun_phrase, noun, outcome, is_rate, outcome_span, kind
    )


def _is_rate(text: str, end: int) -> bool:
    window = text[end : end + 40]
    has_word = " each" in window or " per " in window or " apiece" in window or " a " in window or " an " in window
    return has_word and RATE.match(text, end) is not None


def are_incompatible(first: Quantity, second: Quantity) -> bool:
    """Return whether no number fits both: "nearly 400" and 390 agree, 390 and "more than 400" do not."""
    return first.high < second.low or second.high < first.low


def are_alike(first: Quantity, second: Quantity) -> bool:
    """Return whether two quantities measure the same: one kind, one unit, and one noun as far as both have one."""
    if (first.kind, first.unit) != (second.kind, second.unit):
        return False
    return not first.noun or not second.noun or first.noun == second.noun


def _is_part_of_date(text: str, start: int, end: int, value: float) -> bool:
    """Return whether a number is a year, or a day after (or before) the name of a month."""
    if end - start == 4 and 1500 <= value <= 2100 and text[start].isdigit():
        return True
    if value > 31:
        return False
    before = text[max(0, start - 12) : start].rstrip(" ").rpartition(" ")[2].rstrip(".").lower()
    if before in MONTH_NUMBERS:
        return True
    after = text[end + 1 : end + 12].partition(" ")[0].rstrip(".,").lower()
    return after in MONTH_NUMBERS and after != "may"  # "12 may"
