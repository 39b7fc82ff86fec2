"""Counted nouns: the noun phrase after a number, and its noun in the singular."""

from newslint.model import Span
from newslint.text.numbers.hedges import HEDGES
from newslint.text.numbers.number_words import NUMBER_WORDS
from newslint.text.numbers.units import GAPS
from newslint.text.pattern import Pattern

CLOSING_MARKS = ".,;:!?)]\"'”’\n"
WORD_WITH_MARKS = Pattern(r"[\w'-]+$", matches=("mostly-muslim", "women's"), misses=("and/or", "e.g"))
SINGULAR_ENDINGS = frozenset(("ss", "us", "is", "'s", "’s"))
POLICE_RANKS = ("officers", "officer", "men", "women", "recruits", "cadets", "constables")  # after "police"
# No noun phrase after a number extends past these words.
NOUN_PHRASE_STOPS = frozenset(
    "a an the and or but nor in on at of to for from by with as than that which who whom whose when where while after "
    "before since until during between among into over under about against through per if because is are was were be "
    "been being has have had do does did will would can could may might should must not also still it he she they we "
    "his her its their this these those said says including killed dead died die dies injured hurt wounded shot "
    "arrested detained missing later ago old so far each every apart".split()
)
PLURAL_ENDINGS = {"men": "man", "children": "child", "people": "person"}  # fishermen, schoolchildren
IRREGULAR_PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
}


def noun_phrase_after(text: str, end: int) -> tuple[Span, str]:
    """Return the noun phrase after a number and its noun: up to the first plural, or before a word that ends it."""
    if text.startswith(" of ", end):  # dozens of prisoners, half of the prisoners
        end += 7 if text.startswith(" of the ", end) else 3
    if text[end : end + 1] not in GAPS:
        return Span(end, end), ""
    start = word_start = end + 1
    noun = ""
    for chunk in text[start : start + 80].partition("\n")[0].split(" ", 5)[:5]:
        word = chunk.rstrip(CLOSING_MARKS).lower()
        if not word or not word[0].isalpha() or word in NOUN_PHRASE_STOPS or word in HEDGES or word in NUMBER_WORDS:
            break
        if not word.isalpha() and not WORD_WITH_MARKS.match(word, 0):
            break
        end, noun = word_start + len(word), word.rpartition("-")[2]
        word_start += len(chunk) + 1
        if len(word) < len(chunk) or noun.endswith(tuple(PLURAL_ENDINGS)):
            break
        if noun in IRREGULAR_PLURALS and not text.startswith(POLICE_RANKS, word_start):
            break
        if noun[-1:] == "s" and noun[-2:] not in SINGULAR_ENDINGS:
            break
    return (Span(start, end), singular(noun)) if noun else (Span(end, end), "")


def singular(noun: str) -> str:
    """Return a noun in the singular."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    for ending, singular_ending in PLURAL_ENDINGS.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + singular_ending
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
