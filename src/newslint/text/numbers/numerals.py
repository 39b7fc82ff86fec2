"""Figures: where a number stands in the text and what it is worth, in digits or in words.

Only what may count something: the parts of dates with slashes, times of day, scores, model numbers and ordinals are
left out (`9/11`, `7:30`, `49-42`, `F-16`, `20th`, `1990s`).
"""

from functools import partial
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon
from newslint.text.pattern import Pattern

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, float] = {word: value for value, word in enumerate(ONES)}
for _tens, _word in enumerate(TENS, 2):
    NUMBERS[_word] = _tens * 10
    for _ones, _unit in enumerate(ONES[1:10], 1):
        NUMBERS[f"{_word}-{_unit}"] = _tens * 10 + _ones
NUMBERS |= {"a pair": 2, "a dozen": 12, "half a dozen": 6, "a hundred": 100, "a thousand": 1000, "a million": 1e6}
NUMBERS |= {"a billion": 1e9, "half": 0.5, "half a million": 5e5, "half a billion": 5e8}
UNCOUNTED: dict[str, float] = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
NUMBERS |= UNCOUNTED  # the least that these can mean

LEXICON: Lexicon = {"figure": (*(f"{digit}*" for digit in range(10)), *NUMBERS)}

MAGNITUDES: dict[str, float] = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
MAGNITUDES |= {"trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
NUMERAL = Pattern(r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?")
MAGNITUDE = Pattern(r"[ \xa0-](dozen|hundred|thousand|million|billion|trillion)\b(?:[ ](thousand|million|billion)\b)?")
SHORT = Pattern(r"[ ]?(k|mn?|bn?|tn)(?![\w'’])")  # only with money: 5m may be metres
MONEY = frozenset("$£€")
INITIALS = frozenset("dhtmbDHTMB")  # of the magnitudes
MAGNITUDE_STARTS = frozenset(("doz", "hun", "tho", "mil", "bil", "tri"))
JOINTS = frozenset("-–/:.,")
ORDINALS = frozenset(("st", "nd", "rd", "th", "s", "s ", "s,", "s.", "'s", "’s"))


class Number(NamedTuple):
    """A number in the text, its magnitude included ("2.4 million"), its unit not."""

    start: int
    end: int
    value: float


figure = partial(tuple.__new__, Number)


def numbers(article: Article) -> list[Number]:
    """The figures in order, those that count nothing left out."""
    text, found = article.text, []
    for start, end, word in article.mentions("figure"):
        worth = NUMBERS.get(word)
        if worth is None:
            before = text[start - 1 : start]
            if before in JOINTS and start > 1 and text[start - 2].isalnum():
                continue  # also what stands behind the comma of a figure
            # Most figures are followed by a space.
            digits, space, _ = text[start : start + 8].partition(" ")
            if space and digits.isdecimal():
                end = start + len(digits)
                worth = float(digits)
            else:
                match = NUMERAL.match(text, start)
                if match is None:
                    continue
                end = match.end()
                if text[end : end + 1] in JOINTS and text[end + 1 : end + 2].isdigit():
                    continue
                if text[end : end + 2] in ORDINALS and not text[end + 2 : end + 3].isalpha():
                    continue
                worth = float(text[start:end].replace(",", ""))
            if before in MONEY:
                short = SHORT.match(text, end)
                if short:
                    worth, end = worth * MAGNITUDES[short[1].lower()], short.end()
        if text[end + 1 : end + 2] in INITIALS and text[end + 1 : end + 4].lower() in MAGNITUDE_STARTS:
            magnitude = MAGNITUDE.match(text, end)
            if magnitude:
                # In any case also means: with an old long s, which is in no table.
                worth *= MAGNITUDES.get(magnitude[1].lower(), 1.0) * MAGNITUDES.get((magnitude[2] or "").lower(), 1.0)
                end = magnitude.end()
        found.append(figure((start, end, worth)))
    return found
