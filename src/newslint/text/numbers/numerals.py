"""Numbers: where a number stands in the text and its value, in digits or in words.

Only numbers that may count something: parts of dates with slashes, times of day, scores, model numbers, ordinals and
fractions are left out (`9/11`, `7:30`, `49-42`, `F-16`, `20th`, `1990s`, "two-thirds"). So is "48, 200", which may be
one number or two.
"""

from collections.abc import Sequence
from functools import partial

from newslint.article import Article, span_list
from newslint.model import Lexicon
from newslint.named_tuple import NamedTuple
from newslint.text.dates.calendar import MONTH_NUMBERS
from newslint.text.numbers.currencies import LETTERS_BEFORE_DIGITS, currency_before
from newslint.text.numbers.magnitudes import MAGNITUDE_STARTS, read_magnitude
from newslint.text.numbers.number_words import NUMBER_WORDS, is_fraction, may_continue, read_words
from newslint.text.pattern import Pattern

PREFIXES = tuple(letters.lower() for letters in LETTERS_BEFORE_DIGITS)
LEXICON: Lexicon = {
    "number": (
        *(f"{letters}{digit}*" for letters in ("", *PREFIXES) for digit in range(10)),
        *NUMBER_WORDS,
    )
}

NUMERAL = Pattern(
    r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?", matches=("1,250", "12.5", "1,2"), misses=("twelve", ",250")
)
POINT = Pattern(r"\.\d+", matches=(".84",), misses=("84", "."))
FRACTION = Pattern(r"[ ](\d)/([1-9])(?![\d/])", matches=(" 1/2 miles",), misses=(" 1/2/99", "1/2", " 12/5", " 0/0"))
FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
NEXT_THOUSANDS = Pattern(
    r",?[ ](\d{3})(?![\d\w/:-])(?:,?[ ]?\d{3}(?![\d\w/:-]))*(\.\d+)?(?![ ]\d{4})",
    matches=(" 000 staff", ", 957.35", " 500", ", 250, 000"),
    misses=(" 5000", " 50", " 200-page", " 555 1234"),
)
JOINING_MARKS = frozenset("-–/:.,")
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th", "s", "s ", "s,", "s.", "'s", "’s"))


class Number(NamedTuple):
    """A number in the text, with its magnitude ("2.4 million") and without its unit."""

    start: int
    end: int
    value: float  # with the magnitude: 2.4 million is 2400000.0


_make_number = partial(tuple.__new__, Number)  # half the cost of Number(…)


def numbers(article: Article) -> Sequence[Number]:
    """Return the numbers in order, without those that count nothing."""
    text, found = article.text, span_list(article, _make_number)
    last_end = 0
    for start, end, word in article.mentions("number"):
        if start < last_end:
            continue
        value = NUMBER_WORDS.get(word)
        if value is not None:
            if word[:2] == "a " and text[start - 11 : start].lower() == "quarter of ":
                value *= 0.25
            elif may_continue(text, end):
                if is_fraction(text, end, value):
                    continue
                value, end = read_words(text, end, value)
            found.append(_make_number((start, end, value)))
            last_end = end
            continue
        if word[0].isalpha():  # "N500"
            start += len(word) - 1
            if currency_before(text, start) is None:
                continue
        before = text[start - 1 : start]
        if before in JOINING_MARKS:
            if start > 1 and text[start - 2].isalnum():
                continue  # such as the digits after the comma of a number
            if before == ".":
                start -= 1  # ".84"
        # Fast path, the usual case: a space and a letter follow the digits.
        digits, space, rest = text[start : start + 9].partition(" ")
        if space and digits.isdecimal() and not rest[:1].isdecimal():
            end = start + len(digits)
            value = float(digits)
        else:
            end, value = _read_numeral(text, start)
            if value is None:
                last_end = end
                continue
        if text[end + 1 : end + 3] in MAGNITUDE_STARTS or text[end : end + 1].isalpha():
            value, end = read_magnitude(text, start, end, value)
        found.append(_make_number((start, end, value)))
        last_end = end
    return found


def _read_numeral(text: str, start: int) -> tuple[int, float | None]:
    """Return the end and the value of the digits at `start`; no value where they count nothing."""
    match = NUMERAL.match(text, start) or POINT.match(text, start)
    if match is None:
        return start, None
    end = match.end()
    after, following = text[end : end + 1], text[end + 1 : end + 2]
    if after in JOINING_MARKS and following.isdigit():
        return end, None
    if text[end : end + 2] in ORDINAL_ENDINGS and not text[end + 2 : end + 3].isalpha():
        return end, None
    value = float(match[0].replace(",", ""))
    if after in FRACTION_SIGNS:
        return end + 1, value + FRACTION_SIGNS[after]
    if after == " " and following.isdecimal():
        fraction = FRACTION.match(text, end)
        if fraction:
            return fraction.end(), value + int(fraction[1]) / int(fraction[2])
    elif after != "," or following != " " or not text[end + 2 : end + 3].isdecimal():
        return end, value
    return _read_spaced_thousands(text, start, end, value)


def _read_spaced_thousands(text: str, start: int, end: int, value: float) -> tuple[int, float | None]:
    """Return the end and the value of "10 000" and "N48, 200"; no value for "48, 200", which may be two numbers."""
    match = NEXT_THOUSANDS.match(text, end) if 1 <= value <= 999 and text[start:end].isdecimal() else None
    if (
        match is None
        or text[max(0, start - 12) : start].rstrip(" ").rpartition(" ")[2].strip(".").lower() in MONTH_NUMBERS
    ):
        return end, value
    is_one = text[end] == " " or match[1][:1] == "0" or match[2] or currency_before(text, start)
    return match.end(), float(text[start : match.end()].replace(",", "").replace(" ", "")) if is_one else None
