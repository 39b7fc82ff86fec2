"""Magnitudes after digits: "2.4 million", "400million", "3 mln", "1.2bn", "90 lakh", "two and a half thousand"."""

from newslint.text.numbers.currencies import currency_before
from newslint.text.pattern import Pattern

MAGNITUDES: dict[str, float] = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
MAGNITUDES |= {"trillion": 1e12, "lakh": 1e5, "crore": 1e7, "millions": 1e6, "billions": 1e9, "lakhs": 1e5}
MAGNITUDES |= {"crores": 1e7, "mln": 1e6, "mn": 1e6, "bln": 1e9, "bn": 1e9, "trn": 1e12, "tn": 1e12}
MAGNITUDES |= {"milion": 1e6, "mlllion": 1e6, "millon": 1e6, "billon": 1e9}  # misspelled
SECOND_MAGNITUDES = ("thousand", "million", "billion")  # "two hundred thousand"
MONEY_MAGNITUDES: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "tr": 1e12, "cr": 1e7}
_NAMES = "|".join(sorted(MAGNITUDES, reverse=True))  # the longest first
MAGNITUDE = Pattern(
    rf"""(?:[ -]and[ -](?:a[ -])?(?P<half>half))?[ -]?(?P<name>{_NAMES})\b
        (?:[ ](?P<second>{"|".join(SECOND_MAGNITUDES)})\b)?""",
    matches=(" dozen eggs", "-million", " hundred thousand", "million", " mln", " millions", " and a half million"),
    misses=(" score", " man", " and a half"),
)
AND_A_HALF = Pattern(r"[ -]and[ -](?:a[ -])?half\b", matches=(" and a half", "-and-a-half"), misses=(" and", " half"))
MONEY_MAGNITUDE = Pattern(  # only with a currency sign: 5m may be five meters
    rf"[ ]?({'|'.join(sorted(MONEY_MAGNITUDES, reverse=True))})(?![\w'])",
    matches=("m", " b deal", "k."),
    misses=("mm", " billion", "m's"),
)
# Without one, "k" is for thousands, and "m" is for meters unless people follow.
COUNT_MAGNITUDE = Pattern(
    r"(k)(?![\w'])|(m)(?=[ ](?:people|men|women|children|km|kilomet\w+|miles|acres|hectares|tonnes?|tons|\w+[eo]rs)\b)",
    matches=("k downloads", "m people", "m voters", "m km"),
    misses=("m wall", "kg", "km", "m tall"),
)
MONEY_INITIALS = frozenset(word[0] for word in MONEY_MAGNITUDES)
_STARTS = {word[:2] for word in (*MAGNITUDES, "and")}
_STARTS |= {letter + mark for letter in MONEY_INITIALS for mark in " .,;:)\n"}
MAGNITUDE_STARTS = frozenset(case(start) for start in _STARTS for case in (str.lower, str.title, str.upper))


def read_magnitude(text: str, start: int, end: int, value: float) -> tuple[float, int]:
    """Return the value and the end of a number in digits, with the magnitude after it."""
    is_glued = text[end].isalpha()
    word_start = end if is_glued else end + 1
    first = text[word_start : word_start + 2]
    if first in MAGNITUDE_STARTS:
        match = MAGNITUDE.match(text, end, end + 40)
        if match:
            # The pattern also matches spellings that the table lacks: in any case, "s" is also the long s.
            power = MAGNITUDES.get(match["name"].lower(), 1.0) * MAGNITUDES.get((match["second"] or "").lower(), 1.0)
            return round((value + (0.5 if match["half"] else 0.0)) * power, 3), match.end()
        half = AND_A_HALF.match(text, end, end + 12)
        if half:
            return value + 0.5, half.end()
    if first[:1].lower() in MONEY_INITIALS:
        if currency_before(text, start):
            match = MONEY_MAGNITUDE.match(text, end, end + 5)
        else:
            match = COUNT_MAGNITUDE.match(text, end, end + 24) if is_glued else None
        if match:
            letters = match[match.lastindex or 0].lower()
            return round(value * MONEY_MAGNITUDES.get(letters, 1.0), 3), match.end()
    return value, end
