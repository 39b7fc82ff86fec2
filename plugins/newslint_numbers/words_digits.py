"""numbers/words-digits: a number in words that the digits beside it contradict."""

from collections.abc import Iterator
from itertools import pairwise

from newslint.api import Article, Finding, Number, Pattern, Quantity, Rejection, Span, numbers, quantity
from newslint_numbers.figure_rule import FigureRule

MAX_CHARS_TO_BRACKET = 24  # from the first number to the second: " United States dollars ($"
TO_BRACKET = Pattern(  # from the first number, with its unit, to the second
    r"[ ]?\((?:[A-Za-z]{0,4}\.?[^\w\s(]?[ ]?)?$", matches=(" (", " (N", " (US$"), misses=(" men (", ", (", " (about ")
)
# Before a number in words: the word belongs to it, but is spelled in a way that the reader does not know.
UNREAD_WORD = Pattern(
    r"\b\w*(?:ty|teen|hundred|thousand|million|billion|lakh|crore|point)s?[ -]$",
    method="search",
    matches=("fourty ", "one hundred-"),
    misses=("the ", "thirty, "),
)
# "One in five (18 percent)", "one in four (56)": the bracket gives the share or the count, not the number once more.
RATIO = Pattern(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)[ ](?:in|out[ ]of)[ ](?:every[ ])?$",
    method="search",
    matches=("one in ", "3 out of "),
    misses=("boats in ", "stone in "),
)
CLOSES = Pattern(
    r"[ ]?(?:only)?(?:[ ][\w ]{2,30}kobo)?\)", matches=(")", " only)", " thirty six kobo)"), misses=(" men)", ",")
)
KINDS = ("count", "money", "share", "serial")

NOT_TWO_FORMS = Rejection("both numbers are in words, or both in digits", "form")
NOT_IN_BRACKETS = Rejection("other words stand before the number in the bracket, or after it", "form")
UNLIKE = Rejection("the two figures are not of one unit, or of a kind that is written twice", "unit")
OF_RATIO = Rejection("the first number is a part of a ratio, and the bracket gives the share or the count", "form")
UNREAD = Rejection("the word before the number may be a part of it that is spelled in another way", "form")
EQUAL = Rejection("the two numbers are equal", "value")


class WordsDigits(FigureRule):
    """Finds a number in words and in digits that differ: "fifty (55) boats".

    Contracts and charges give a number twice, in words and in digits, so that a slip in one of them can be seen. A
    reader cannot tell which of the two is right. Scott Maier (Numbers in the News: A Mathematics Audit of a Daily
    Newspaper, Journalism Studies, 2002) found most of a newspaper's errors with numbers to be self-evident.

    Read one by one, its nine findings in 1,415 news articles were all slips, but the rule was written with some of
    these. In 26,000 other articles, of more than twenty sources, it found none.

    It speaks only where a sentence has one of these forms, in which both numbers have one unit or one of them has none:

    | form | example |
    |---|---|
    | words (digits) | fifty (50) boats, one million naira (N1,000,000) |
    | digits (words) | N4,300,000 (four million, three hundred thousand naira) |

    ```bad
    The fleet has fifty (55) boats.
                  ^^^^^^^^^^ "fifty" and "55" are two numbers; check which is correct.
    ```

    ```good
    The fleet has fifty-five (55) boats, and one million naira (N1,000,000) in the bank. It came in two (2021) years.
    ```
    """

    name = "numbers/words-digits"
    not_judged = "no bracket beside it gives the number once more"
    required_kinds = ("number",)

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each pair of numbers with a bracket between them, with a finding where they differ."""
        text = article.text
        for first, second in pairwise(article.get(numbers)):
            if second.start - first.end <= MAX_CHARS_TO_BRACKET and "(" in text[first.end : second.start]:
                yield Span(first.start, second.end), _judge(article, first, second)


def _judge(article: Article, first: Number, second: Number) -> Finding | Rejection:
    text = article.text
    if text[first.start].isalpha() == text[second.start].isalpha():
        return NOT_TWO_FORMS
    one, other = quantity(article, first), quantity(article, second)
    rejection = _why_not_the_same(text, first, second, one, other)
    if rejection is not None:
        return rejection
    if abs(first.value - second.value) < 1:
        return EQUAL
    words = text[one.start : one.end], text[other.start : other.end]
    span = Span(one.start, other.end + 1)
    return Finding(span, f'"{words[0]}" and "{words[1]}" are two numbers; check which is correct.')


def _why_not_the_same(text: str, first: Number, second: Number, one: Quantity, other: Quantity) -> Rejection | None:
    """Return why the second number does not stand in a bracket to say the first once more; None if it does."""
    if not TO_BRACKET.match(text, one.end, second.start) or not CLOSES.match(text, other.end):
        return NOT_IN_BRACKETS
    if one.kind not in KINDS or other.kind not in KINDS or (one.unit and other.unit and one.unit != other.unit):
        return UNLIKE
    if "%" in (one.unit, other.unit) and one.unit != other.unit:
        return UNLIKE  # "one in five (18 percent)", "44 boats (four percent)"
    if RATIO.search(text, first.start - 24, first.start):
        return OF_RATIO
    words = one if text[first.start].isalpha() else other
    return UNREAD if UNREAD_WORD.search(text, words.start - 20, words.start) else None
