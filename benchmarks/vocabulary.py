"""The words and names of generated articles: 20,000 words as frequent as in the texts that WordNet's authors tagged.

Names are made of syllables, so that they belong to nobody. A few of them are frequent and most are rare.
"""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
TITLES = (
    "Mayor|Minister|Judge|Dr.|Gen.|Sen.|Rep.|Gov.|Chief|Sgt.|Professor|President|Commissioner|Attorney General"
).split("|")
FIRST_NAMES = (
    "Anna Omar Lena David Maria Ivo Ruth Samuel Ingrid Paul Nadia Victor Helen Marcus Irene Tomas Clara Hugo Mira "
    "Peter Salma Edwin Rosa Karl Judith Amir Stella Leon Grace Felix Noor Martin Alice Boris Dana Simon Vera Jonas "
    "Ida Kofi"
).split()
COUNTRIES = (
    "Norway|Brazil|Kenya|Poland|Japan|Canada|Egypt|India|Chile|Germany|Mexico|China|the United "
    "States|Australia|Spain|South Africa|Turkey|Peru|France|Ukraine"
).split("|")
_STARTS = (
    "Al Bar Ber Bran Cal Cor Dal Dun Elm Fal Far Gar Glen Hal Har Hol Kel Kin Lan Lor Mar Mel Mor Nor Or Pen Quil "
    "Ros Sal San Sel Stan Tar Tor Val Vel Wal Wen Wil Win Yar Zel"
).split()
_SURNAME_ENDS = (
    "aro bach berg by den ell er ez field garo ina inski ka kin ler ley lin low man mond nis o ova ri sen son ton ward "
    "wicz"
).split()
_PLACE_ENDS = (
    "bridge burg by castle dale field ford gate ham haven hill ia ingen land mere mouth mund "
    "port ria stad stead ton vale ville wick wood"
).split()
PLACES = [start + end for end in _PLACE_ENDS for start in _STARTS][::3]
SURNAMES = [start + end for end in _SURNAME_ENDS for start in _STARTS]
IRREGULAR = {
    verb: (past, participle)
    for verb, past, participle in (
        entry.split("/")
        for entry in (
            "say/said/said see/saw/seen come/came/come take/took/taken find/found/found go/went/gone "
            "think/thought/thought tell/told/told begin/began/begun show/showed/shown leave/left/left "
            "hear/heard/heard hold/held/held keep/kept/kept stand/stood/stood put/put/put run/ran/run "
            "bring/brought/brought write/wrote/written grow/grew/grown know/knew/known meet/met/met lead/led/led "
            "pay/paid/paid lie/lay/lain sit/sat/sat speak/spoke/spoken read/read/read lose/lost/lost "
            "fight/fought/fought give/gave/given feel/felt/felt mean/meant/meant build/built/built fall/fell/fallen "
            "send/sent/sent win/won/won break/broke/broken drive/drove/driven rise/rose/risen spend/spent/spent "
            "choose/chose/chosen draw/drew/drawn sell/sold/sold buy/bought/bought teach/taught/taught cut/cut/cut "
            "set/set/set hit/hit/hit shoot/shot/shot catch/caught/caught seek/sought/sought "
            "understand/understood/understood sing/sang/sung swim/swam/swum throw/threw/thrown wear/wore/worn "
            "bear/bore/borne sleep/slept/slept"
        ).split()
    )
}
_VOWELS = "aeiou"


class Vocabulary:
    """Draws words, each as often as it is used."""

    def __init__(self) -> None:
        words: dict[str, list[str]] = {}
        counts: dict[str, list[int]] = {}
        for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            part, count, *listed = line.split(" ")
            words.setdefault(part, []).extend(listed)
            counts.setdefault(part, []).extend([int(count)] * len(listed))
        self._words = words
        self._sums = {part: list(accumulate(listed)) for part, listed in counts.items()}

    def word(self, draw: random.Random, part: str) -> str:
        """Return a noun, verb, adjective or adverb in its base form."""
        return draw.choices(self._words[part], cum_weights=self._sums[part])[0]


def rare(draw: random.Random, names: list[str]) -> str:
    """Return one of the names: the first is the most frequent, as in Zipf's law."""
    return names[int(len(names) ** draw.random()) - 1]


def plural(noun: str) -> str:
    """Return the plural of a regular noun, and of a few others."""
    if noun in ("man", "woman", "child", "foot"):
        return {"man": "men", "woman": "women", "child": "children", "foot": "feet"}[noun]
    return third_person(noun)


def third_person(verb: str) -> str:
    """Return the third person of a verb."""
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"


def past(verb: str) -> str:
    """Return the past of a verb."""
    return IRREGULAR[verb][0] if verb in IRREGULAR else _with_ending(verb, "ed")


def participle(verb: str) -> str:
    """Return the past participle of a verb."""
    return IRREGULAR[verb][1] if verb in IRREGULAR else _with_ending(verb, "ed")


def gerund(verb: str) -> str:
    """Return the gerund of a verb."""
    return _with_ending(verb, "ing")


def _with_ending(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + ending
    if ending == "ed" and verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    is_closed = verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3:-2] not in _VOWELS
    is_doubled = is_closed and len(verb) < 5  # stop, plan
    return verb + verb[-1] * is_doubled + ending
