"""Numbers: where a number stands in the text and its value, in digits or in words.

Only numbers that may count something: parts of dates with slashes, times of day, scores, model numbers and ordinals
are left out (`9/11`, `7:30`, `49-42`, `F-16`, `20th`, `1990s`).
"""

from functools import partial
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Lexicon
from newslint.text.numbers.units import CURRENCY_SIGNS
from newslint.text.pattern import Pattern

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS: dict[str, float] = {word: value for value, word in enumerate(ONES)}
for _tens, _word in enumerate(TENS, 2):
    NUMBER_WORDS[_word] = _tens * 10
    for _ones, _one in enumerate(ONES[1:10], 1):
        NUMBER_WORDS[f"{_word}-{_one}"] = _tens * 10 + _ones
NUMBER_WORDS |= {"a pair": 2, "a dozen": 12, "half a dozen": 6, "a hundred": 100, "a thousand": 1000, "a million": 1e6}
NUMBER_WORDS |= {"a billion": 1e9, "half": 0.5, "half a million": 5e5, "half a billion": 5e8}
# The least that an indefinite number can mean.
INDEFINITE_NUMBERS: dict[str, float] = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
NUMBER_WORDS |= INDEFINITE_NUMBERS

LEXICON: Lexicon = {"number": (*(f"{digit}*" for digit in range(10)), *NUMBER_WORDS)}

MAGNITUDES: dict[str, float] = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
MAGNITUDES |= {"trillion": 1e12}
SECOND_MAGNITUDES = ("thousand", "million", "billion")  # "two hundred thousand"
MONEY_MAGNITUDES: dict[str, float] = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
NUMERAL = Pattern(
    r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?", matches=("1,250", "12.5", "1,2"), misses=("twelve", ",250")
)
MAGNITUDE = Pattern(
    rf"[ -]({'|'.join(MAGNITUDES)})\b(?:[ ]({'|'.join(SECOND_MAGNITUDES)})\b)?",
    matches=(" dozen eggs", "-million", " hundred thousand"),
    misses=(" millions", "million", " score"),
)
MONEY_MAGNITUDE = Pattern(  # only with a currency sign: 5m may be five meters
    rf"[ ]?({'|'.join(MONEY_MAGNITUDES)})(?![\w'])",
    matches=("m", " bn deal", "k."),
    misses=("mm", " billion", "m's"),
)
MAGNITUDE_INITIALS = frozenset(letter for word in MAGNITUDES for letter in (word[0], word[0].upper()))
MAGNITUDE_STARTS = frozenset(word[:3] for word in MAGNITUDES)
JOINING_MARKS = frozenset("-–/:.,")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th", "s", "s ", "s,", "s.", "'s", "’s"))


class Number(NamedTuple):
    """A number in the text, with its magnitude ("2.4 million") and without its unit."""

    start: int
    end: int
    value: float  # with the magnitude: 2.4 million is 2400000.0


_make_number = partial(tuple.__new__, Number)  # half the cost of Number(…)


def numbers(article: Article) -> list[Number]:
    """Return the numbers in order, without those that count nothing."""
    text, found = article.text, []
    for start, end, word in article.mentions("number"):
        value = NUMBER_WORDS.get(word)
        if value is None:
            before = text[start - 1 : start]
            if before in JOINING_MARKS and start > 1 and text[start - 2].isalnum():
                continue  # such as the digits after the comma of a number
            # Fast path, the usual case: a space follows the digits.
            digits, space, _ = text[start : start + 8].partition(" ")
            if space and digits.isdecimal():
                end = start + len(digits)
                value = float(digits)
            else:
                match = NUMERAL.match(text, start)
                if match is None:
                    continue
                end = match.end()
                if text[end : end + 1] in JOINING_MARKS and text[end + 1 : end + 2].isdigit():
                    continue
                if text[end : end + 2] in ORDINAL_ENDINGS and not text[end + 2 : end + 3].isalpha():
                    continue
                value = float(text[start:end].replace(",", ""))
            if before in CURRENCY_SIGNS:
                short = MONEY_MAGNITUDE.match(text, end)
                if short:
                    value, end = value * MONEY_MAGNITUDES[short[1].lower()], short.end()
        if text[end + 1 : end + 2] in MAGNITUDE_INITIALS and text[end + 1 : end + 4].lower() in MAGNITUDE_STARTS:
            magnitude = MAGNITUDE.match(text, end)
            if magnitude:
                # The pattern also matches spellings that the table lacks: in any case, "s" is also the long s.
                value *= MAGNITUDES.get(magnitude[1].lower(), 1.0) * MAGNITUDES.get((magnitude[2] or "").lower(), 1.0)
                end = magnitude.end()
        found.append(_make_number((start, end, value)))
    return found
