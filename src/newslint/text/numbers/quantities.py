"""Quantities: what a number counts or measures, how exactly it is meant, and what happened to those it counts."""

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Span
from newslint.text.dates.calendar import MONTH_NUMBERS
from newslint.text.numbers.hedges import AT_LEAST, HEDGES, INFINITE, find_hedge
from newslint.text.numbers.numerals import INDEFINITE_NUMBERS, Number, numbers
from newslint.text.numbers.units import GAPS, unit_of
from newslint.text.pattern import Pattern

CLOSING_MARKS = ".,;:!?)]\"'”’\n"
WORD_WITH_MARKS = Pattern(r"[\w'-]+$", matches=("mostly-muslim", "women's"), misses=("and/or", "e.g"))
SINGULAR_ENDINGS = frozenset(("ss", "us", "is", "'s", "’s"))
# No noun phrase after a number extends past these words.
NOUN_PHRASE_STOPS = frozenset(
    "a an the and or but nor in on at of to for from by with as than that which who whom whose when where while after "
    "before since until during between among into over under about against through per if because is are was were be "
    "been being has have had do does did will would can could may might should must not also still it he she they we "
    "his her its their this these those said says including killed dead died injured hurt wounded shot arrested "
    "detained missing later ago old so far each every apart".split()
)
IRREGULAR_PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
}

OUTCOMES = {
    "killed": "killed killing kills kill dead died die dies deaths death fatalities fatally slain murdered murdering",
    "wounded": "wounded wounding wounds injured injuring injures injure hurt hurting injuries hospitalized",
    "shot": "shot shooting",
    "arrested": "arrested arresting arrests arrest detained detaining detains",
    "exchanged": "exchanged exchanging swapped swapping freed freeing released releasing releases",
}
OUTCOME_OF_WORD = {word: outcome for outcome, words in OUTCOMES.items() for word in words.split()}
BETWEEN_OUTCOME_AND_NUMBER = (" ", " another", " the", " all", " a total of")
BETWEEN_NUMBER_AND_OUTCOME = frozenset(
    "other others more people were was are is have has had been being also left reported reportedly confirmed found "
    "feared critically seriously fatally".split()
)

RATE = Pattern(
    r"(?:[ ][\w'-]+){0,2}?[ ](?:apiece|each|from[ ]each|per|an?[ ](?:day|week|month|year|hour|piece|head))\b",
    matches=(" sheep a head", " each", " tons per shift", " an hour"),
    misses=(" sheep a farmer lost", " of all the sheep each", " reach"),
)


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
    """Return what the words around a number say about it; computed once for each number."""
    cache = article.get(_cache)
    found = cache.get(number.start)
    if found is None:
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
            noun_phrase, noun = _noun_phrase_after(text, max(end, hedge_span[1]))
    phrase_end = max(end, noun_phrase[1])
    if unit:
        outcome, outcome_span = "", Span(end, end)
    else:
        outcome, outcome_span = _outcome(text, min(start, hedge_span[0]), phrase_end)
    is_rate = _is_rate(text, phrase_end)
    high = INFINITE if most == INFINITE else value * most
    return Quantity(
        start, end, value, value * least, high, hedge_span, unit, noun_phrase, noun, outcome, is_rate, outcome_span
    )


def _is_rate(text: str, end: int) -> bool:
    window = text[end : end + 40]
    return (
        any(word in window for word in (" each", " per ", " apiece", " a ", " an "))
        and RATE.match(text, end) is not None
    )


def are_incompatible(first: Quantity, second: Quantity) -> bool:
    """Return whether no number fits both: "nearly 400" and 390 agree, 390 and "more than 400" do not."""
    return first.high < second.low or second.high < first.low


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


def _noun_phrase_after(text: str, end: int) -> tuple[Span, str]:
    """Return the noun phrase after a number and its noun: up to the first plural, or before a word that ends it."""
    if text.startswith(" of ", end):  # dozens of prisoners, half of the prisoners
        end += 7 if text.startswith(" of the ", end) else 3
    if text[end : end + 1] not in GAPS:
        return Span(end, end), ""
    start = word_start = end + 1
    noun = ""
    for chunk in text[start : start + 80].partition("\n")[0].split(" ", 5)[:5]:
        word = chunk.rstrip(CLOSING_MARKS).lower()
        if not word or not word[0].isalpha() or word in NOUN_PHRASE_STOPS or word in HEDGES:
            break
        if not word.isalpha() and not WORD_WITH_MARKS.match(word, 0):
            break
        end, noun = word_start + len(word), word.rpartition("-")[2]
        word_start += len(chunk) + 1
        if len(word) < len(chunk) or noun in IRREGULAR_PLURALS:
            break
        if noun[-1:] == "s" and noun[-2:] not in SINGULAR_ENDINGS:
            break
    return (Span(start, end), _singular(noun)) if noun else (Span(end, end), "")


def _singular(noun: str) -> str:
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _outcome(text: str, start: int, end: int) -> tuple[str, Span]:
    """Return what happened to those who are counted between `start` and `end`, and the span of the word for it."""
    before = text[max(0, start - 30) : start]
    if before[-1:] == " ":
        for filler in BETWEEN_OUTCOME_AND_NUMBER:
            before = before.removesuffix(filler)
        word = before.rpartition(" ")[2].rpartition("\n")[2]
        outcome = OUTCOME_OF_WORD.get(word.lower())
        if outcome:
            word_end = start - 30 + len(before) if start > 30 else len(before)
            return outcome, Span(word_end - len(word), word_end)
    word_start = end + 1
    for chunk in text[end : end + 60].partition("\n")[0].split(" ")[1:7] if text[end : end + 1] == " " else ():
        word = chunk.partition(".")[0].rstrip(CLOSING_MARKS).lower()  # "injured.A third": sentences run together
        outcome = OUTCOME_OF_WORD.get(word)
        if outcome:
            return outcome, Span(word_start, word_start + len(word))
        if word not in BETWEEN_NUMBER_AND_OUTCOME or len(word) < len(chunk):
            break
        word_start += len(chunk) + 1
    return "", Span(end, end)
