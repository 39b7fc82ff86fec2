"""Quantities: what a figure counts or measures, how exactly it is meant, and what happened to those it counts."""

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Span
from newslint.text.numbers.hedges import AT_LEAST, HEDGES, INFINITE, find_hedge
from newslint.text.numbers.numerals import UNCOUNTED, Number, numbers
from newslint.text.numbers.units import unit_of
from newslint.text.pattern import Pattern

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
GAPS = frozenset(" -\xa0")
CLOSING = ".,;:!?)]\"'”’\n"
INNER = Pattern(r"[\w'’-]+$")
NO_PLURAL = frozenset(("ss", "us", "is", "'s", "’s"))
# No noun that is counted goes on past these.
NOUN_PHRASE_STOPS = frozenset(
    "a an the and or but nor in on at of to for from by with as than that which who whom whose when where while after "
    "before since until during between among into over under about against through per if because is are was were be "
    "been being has have had do does did will would can could may might should must not also still it he she they we "
    "his her its their this these those said says including killed dead died injured hurt wounded shot arrested "
    "detained missing later ago old so far each every apart".split()
)
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
}

EVENTS = {
    "killed": "killed killing kills kill dead died die dies deaths death fatalities fatally slain murdered murdering",
    "wounded": "wounded wounding wounds injured injuring injures injure hurt hurting injuries hospitalized",
    "shot": "shot shooting",
    "arrested": "arrested arresting arrests arrest detained detaining detains",
    "exchanged": "exchanged exchanging swapped swapping freed freeing released releasing releases",
}
ROLES = {word: role for role, words in EVENTS.items() for word in words.split()}
FILLERS = (" ", " another", " the", " all", " a total of")
BETWEEN = frozenset(
    "other others more people were was are is have has had been being also left reported reportedly confirmed found "
    "feared critically seriously fatally".split()
)

EACH = Pattern(
    r"(?:[ ][\w'’-]+){0,2}?[ ](?:apiece|each|from[ ]each|per|an?[ ](?:day|week|month|year|hour|piece|head))\b"
)


class Quantity(NamedTuple):
    """A figure with what it counts or measures. Spans are of the article's text; no two quantities overlap."""

    start: int  # of the figure, with the currency sign before it
    end: int  # of the figure, its magnitude and its unit
    value: float  # as written, the magnitude included: 2.4 million is 2400000.0
    low: float  # what the hedge lets it mean: at least this …
    high: float  # … and at most this; infinite after "more than"
    hedge_span: Span  # the words of the hedge; empty where there is none
    unit: str  # "" for a count; "%", "$", "mile", "year-old" …; "date" for a year or a day of a month
    noun_phrase: Span  # the noun with its modifiers, "Ukrainian prisoners"; empty where none follows
    noun: str  # the noun alone, in lower case and in the singular: "prisoner"; "" where none follows
    outcome: str  # what happened to them: killed, wounded, shot, arrested, exchanged, or ""
    is_rate: bool  # "from each side", "apiece", "per day": not a total
    outcome_span: Span  # the word that gives the role: "killing", "dead"; empty without a role


def quantities(article: Article) -> list[Quantity]:
    """Every figure of the article, read closely. `figures` is cheaper, `quantity` reads a single one."""
    return [quantity(article, figure) for figure in article.get(numbers)]


def quantity(article: Article, figure: Number) -> Quantity:
    """What the words around a figure make of it; read once, however many ask."""
    known = article.get(_known)
    found = known.get(figure.start)
    if found is None:
        found = known[figure.start] = _read(article.text, figure)
    return found


def _known(article: Article) -> dict[int, Quantity]:
    """What `quantity` has read so far, by the figures' starts."""
    return {}


def _read(text: str, figure: Number) -> Quantity:
    start, end, value = figure
    unit, start, end = unit_of(text, start, end)
    hedge, (least, most) = find_hedge(text, start, end)
    if text[figure.start : figure.end].lower() in UNCOUNTED:
        least, most = AT_LEAST
    counted, noun = Span(end, end), ""
    if not unit:
        if _is_part_of_date(text, start, end, value):
            unit = "date"
        else:
            counted, noun = _counted(text, max(end, hedge[1]))
    role, event = ("", Span(end, end)) if unit else _role(text, min(start, hedge[0]), max(end, counted[1]))
    each = _each(text, max(end, counted[1]))
    high = INFINITE if most == INFINITE else value * most
    return Quantity(start, end, value, value * least, high, hedge, unit, counted, noun, role, each, event)


def _each(text: str, end: int) -> bool:
    window = text[end : end + 40]
    return (
        any(sign in window for sign in (" each", " per ", " apiece", " a ", " an "))
        and EACH.match(text, end) is not None
    )


def are_incompatible(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both: "nearly 400" and 390 agree, 390 and "more than 400" do not."""
    return one.high < other.low or other.high < one.low


def _is_part_of_date(text: str, start: int, end: int, value: float) -> bool:
    """A year, or a day after (or before) the name of a month."""
    if end - start == 4 and 1500 <= value <= 2100 and text[start].isdigit():
        return True
    if value > 31:
        return False
    before = text[max(0, start - 12) : start].rstrip(" ").rpartition(" ")[2].rstrip(".").lower()
    return before in MONTHS or text[end + 1 : end + 12].partition(" ")[0].rstrip(".,").lower() in MONTHS - {"may"}


def _counted(text: str, end: int) -> tuple[Span, str]:
    """The noun phrase after a figure: up to the first plural, or what stands before a word that breaks it off."""
    if text.startswith(" of ", end):  # dozens of prisoners, half of the prisoners
        end += 7 if text.startswith(" of the ", end) else 3
    if text[end : end + 1] not in GAPS:
        return Span(end, end), ""
    begin = at = end + 1
    noun = ""
    for chunk in text[begin : begin + 80].partition("\n")[0].split(" ", 5)[:5]:
        word = chunk.rstrip(CLOSING).lower()
        if not word or not word[0].isalpha() or word in NOUN_PHRASE_STOPS or word in HEDGES:
            break
        if not word.isalpha() and not INNER.match(word, 0):
            break
        end, noun = at + len(word), word.rpartition("-")[2]
        at += len(chunk) + 1
        if len(word) < len(chunk) or noun in IRREGULAR or (noun[-1:] == "s" and noun[-2:] not in NO_PLURAL):
            break
    return (Span(begin, end), _singular(noun)) if noun else (Span(end, end), "")


def _singular(noun: str) -> str:
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _role(text: str, start: int, end: int) -> tuple[str, Span]:
    """What happened to those who are counted between `start` and `end`, and the word that says so."""
    before = text[max(0, start - 30) : start]
    if before[-1:] == " ":
        for filler in FILLERS:
            before = before.removesuffix(filler)
        word = before.rpartition(" ")[2].rpartition("\n")[2]
        role = ROLES.get(word.lower())
        if role:
            at = start - 30 + len(before) if start > 30 else len(before)
            return role, Span(at - len(word), at)
    at = end
    for chunk in text[end : end + 60].partition("\n")[0].split(" ")[1:7] if text[end : end + 1] == " " else ():
        word = chunk.partition(".")[0].rstrip(CLOSING).lower()  # "injured.A third": scraped sentences run together
        role = ROLES.get(word)
        if role:
            return role, Span(at + 1, at + 1 + len(word))
        if word not in BETWEEN or len(word) < len(chunk):
            break
        at += len(chunk) + 1
    return "", Span(end, end)
