"""Quantities: what a figure counts or measures, how exactly it is meant, and what happened to those it counts."""

from __future__ import annotations

from typing import NamedTuple

from newslint.article import Article
from newslint.model import Span
from newslint.reading.figures import UNCOUNTED, Figure, figures
from newslint.reading.pattern import Pattern
from newslint.reading.units import unit_of

INFINITE = float("inf")

# What a hedge before (or after) a figure lets it mean: the least and the most, as multiples of the figure.
AT_LEAST, AT_MOST, AROUND, BELOW = (1.0, INFINITE), (0.0, 1.0), (0.85, 1.15), (0.85, 1.0)
HEDGES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("at least", "more than", "over", "exceeding", "above", "upwards of", "no fewer than"), AT_LEAST),
    **dict.fromkeys(("no less than", "not less than", "greater than", "well over", "topping", "minimum of"), AT_LEAST),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "no more than", "less than", "under"), AT_MOST),
    **dict.fromkeys(("fewer than", "below", "maximum of", "as few as", "not more than"), AT_MOST),
    **dict.fromkeys(("about", "around", "roughly", "some", "approximately", "circa", "an estimated"), AROUND),
    **dict.fromkeys(("estimated", "perhaps", "maybe", "or so", "probably", "possibly"), AROUND),
    **dict.fromkeys(("nearly", "almost", "just under", "close to", "approaching", "virtually"), BELOW),
    **dict.fromkeys(("just over", "slightly more than", "a little over"), (1.0, 1.15)),
}
AFTERWARDS = Pattern(r"\+|[ ](?:or[ ]more|plus)\b")

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
WORD = Pattern(r"[ \xa0-]([^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*)")
# No noun that is counted goes on past these.
BREAKS = frozenset(
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
BEFORE_ROLE = Pattern(r"\b([a-z]+)(?:[ ](?:another|the|a[ ]total[ ]of|all))?[ ]$")
AFTER_ROLE = Pattern(
    r"""(?:[ ](?:others?|more|people|were|was|are|is|have|has|had|been|being|also|left|reported|reportedly|confirmed
        |found|feared|critically|seriously|fatally))*[ ]([a-z]+)\b"""
)


class Quantity(NamedTuple):
    """A figure with what it counts or measures. Spans are of the article's text; no two quantities overlap."""

    start: int  # of the figure, with the currency sign before it
    end: int  # of the figure, its magnitude and its unit
    value: float  # as written, the magnitude included: 2.4 million is 2400000.0
    low: float  # what the hedge lets it mean: at least this …
    high: float  # … and at most this; infinite after "more than"
    hedge: Span  # the words of the hedge; empty where there is none
    unit: str  # "" for a count; "%", "$", "mile", "year-old" …; "date" for a year or a day of a month
    counted: Span  # the noun with its modifiers, "Ukrainian prisoners"; empty where none follows
    noun: str  # the noun alone, in lower case and in the singular: "prisoner"; "" where none follows
    role: str  # what happened to them: killed, wounded, shot, arrested, exchanged, or ""
    each: bool  # "from each side", "apiece", "per day": not a total
    event: Span  # the word that gives the role: "killing", "dead"; empty without a role


def quantities(article: Article) -> list[Quantity]:
    """Every figure of the article, read closely. `figures` is cheaper, `quantity` reads a single one."""
    return [quantity(article, figure) for figure in article.get(figures)]


def quantity(article: Article, figure: Figure) -> Quantity:
    """What the words around a figure make of it."""
    text = article.text
    start, end, value = figure
    unit, start, end = unit_of(text, start, end)
    hedge, (least, most) = _hedge(text, start, end)
    if text[figure.start : figure.end].lower() in UNCOUNTED:
        least, most = AT_LEAST
    counted, noun = Span(end, end), ""
    if not unit:
        if _dated(text, start, end, value):
            unit = "date"
        else:
            counted, noun = _counted(text, end)
    role, event = ("", Span(end, end)) if unit else _role(text, min(start, hedge[0]), max(end, counted[1]))
    each = EACH.at(text, max(end, counted[1]), max(end, counted[1]) + 40) is not None
    high = INFINITE if most == INFINITE else value * most
    return Quantity(start, end, value, value * least, high, hedge, unit, counted, noun, role, each, event)


EACH = Pattern(
    r"(?:[ ][\w'’-]+){0,2}?[ ](?:apiece|each|from[ ]each|per|an?[ ](?:day|week|month|year|hour|piece|head))\b"
)


def disagree(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both: "nearly 400" and 390 agree, 390 and "more than 400" do not."""
    return one.high < other.low or other.high < one.low


def _hedge(text: str, start: int, end: int) -> tuple[Span, tuple[float, float]]:
    tail = text[max(0, start - 24) : start]
    words = tail.lower().split()
    if tail[-1:] == " ":
        for count in (3, 2, 1):
            range_ = HEDGES.get(" ".join(words[-count:]))
            if range_:
                begin = start - 1 - len(" ".join(words[-count:]))
                return Span(begin, start - 1), range_
    after = AFTERWARDS.at(text, end)
    if after:
        return Span(*after.span()), AT_LEAST
    return Span(start, start), (1.0, 1.0)


def _dated(text: str, start: int, end: int, value: float) -> bool:
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
    begin, at, noun = end, end, ""
    for _ in range(5):
        match = WORD.at(text, at, at + 40)
        word = match[1].lower() if match else ""
        if match is None or word in BREAKS or word in HEDGES:
            break
        if at == end:
            begin = match.start(1)
        at, noun = match.end(), word.rpartition("-")[2]
        if noun in IRREGULAR or (noun[-1] == "s" and noun[-2:] not in ("ss", "us", "is", "'s", "’s")):
            break
    return (Span(begin, at), _singular(noun)) if noun else (Span(end, end), "")


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
    before = BEFORE_ROLE.within(text, start - 30, start)
    if before and before[1].lower() in ROLES:
        return ROLES[before[1].lower()], Span(*before.span(1))
    after = AFTER_ROLE.at(text, end, end + 60)
    if after and after[1].lower() in ROLES:
        return ROLES[after[1].lower()], Span(*after.span(1))
    return "", Span(end, end)
