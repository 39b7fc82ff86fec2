"""numbers/reversed-range: "between" with the higher number first."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import (
    Article,
    Finding,
    Lexicon,
    Number,
    Pattern,
    Quantity,
    Rejection,
    Span,
    are_alike,
    numbers,
    quantity,
)
from newslint_numbers.data.words import NOT_A_RANGE
from newslint_numbers.figure_rule import FigureRule

TO_FIRST_NUMBER = Pattern(
    r"\s(?:the\s)?(?:(ages?)\s(?:of\s)?)?$",
    matches=(" ", " the ages of ", " the "),
    misses=(" (", ", ", "“"),
)
TO_SECOND_NUMBER = Pattern(
    r"(?:\s[a-z-]+){0,2}?\s(?:and|to)\s$",
    matches=(" and ", " men and ", " to "),
    misses=(", and ", " or ", " and the "),
)
AGED = Pattern(r"\bage[ds]?\s+$", method="search", matches=("children aged ", "age "), misses=("a stage ", "aged"))
NO_RANGE = Pattern(
    rf"\b(?:{'|'.join(NOT_A_RANGE)})\s+(?:[\w'-]+\s+){{0,4}}$",
    method="search",
    matches=("the gap ", "she must choose ", "the difference on that day "),
    misses=("the ministry expects ", "the gap", "a gap, she said, of "),
)
NO_RANGE_AFTER = Pattern(
    r"[^.;]{0,30}\b(?:respectively|b\.?c\b|ago\b|earlier\b|before\b)",
    matches=(" hours respectively", " B.C.", " years ago", " minutes before dawn"),
    misses=(" people. They respectively", " boats"),
)
MAX_CHARS_OF_RANGE = 90
RANGE_KINDS = ("count", "money", "measure", "share", "point", "age", "period")

NO_PAIR = Rejection("no two numbers follow it closely", "form")
IN_ORDER = Rejection("the first number after it is not the higher one", "order")
NOT_TOGETHER = Rejection('the two numbers after it do not stand as in "between A and B"', "form")
DIFFERENCE = Rejection("the words say that it is a difference, a choice or time counted backwards, not a range", "form")
UNLIKE_AGES = Rejection("the two ages have two units", "unit")
UNLIKE = Rejection("the two numbers do not count or measure the same, or may be times, names or pages", "unit")


class ReversedRange(FigureRule):
    """Finds a range that begins with its higher end: "between 500 and 300 people".

    A range runs from the lower number to the higher one; in the other order, one of the two is often mistyped. Scott
    Maier (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a
    newspaper's errors with numbers to be self-evident, and the mathematics elementary.

    It speaks only where a sentence has one of these forms. A and B are figures of one kind and one unit; the first may
    lack its unit. A must not be higher than B:

    | form | example |
    |---|---|
    | between A and B | between $300 and $500, between 300 and 500 people |
    | between A to B | between 10 to 15 percent |
    | between the ages of A and B | between the ages of 45 and 54 |

    Scores, votes and declines ("49-42", "from 50 to 40") may begin with the higher number, and times, names, house
    numbers, differences and choices are not ranges. Time counted backwards ("between 900 and 700 years ago") runs from
    the higher number to the lower.

    ```bad
    The ministry expects between 500 and 300 people at the memorial.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "between 500 and 300 people" lists the higher number first; …
    ```

    ```good
    The ministry expects between 300 and 500 people at the memorial.
    The fort stood between 900 and 700 years ago. Two others burned between 90 and 40 years earlier.
    The gap between 50 and 40 percent is too wide, between 9 and 5 o'clock.
    ```
    """

    name = "numbers/reversed-range"
    required_kinds = ("numbers.between",)
    not_judged = 'no "between" stands before it'

    def lexicon(self) -> Lexicon:
        """Return the word "between"."""
        return {"numbers.between": ("between",)}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each "between", with a finding for a range in the wrong order."""
        found = article.get(numbers)
        for start, end, _word in article.mentions("numbers.between"):
            second = bisect_left(found, (end,)) + 1
            if second < len(found) and found[second].end - end < MAX_CHARS_OF_RANGE:
                yield Span(start, found[second].end), _judge(article, Span(start, end), *found[second - 1 : second + 1])
            else:
                yield Span(start, end), NO_PAIR


def _judge(article: Article, between: Span, first_number: Number, second_number: Number) -> Finding | Rejection:
    """Judge the word "between" with the two numbers after it."""
    text, (start, end) = article.text, between
    if first_number.value <= second_number.value:
        return IN_ORDER
    first, second = quantity(article, first_number), quantity(article, second_number)
    lead = TO_FIRST_NUMBER.match(text, end, first.hedged_start)
    if lead is None or not TO_SECOND_NUMBER.match(text, first.end, second.hedged_start):
        return NOT_TOGETHER
    if NO_RANGE.search(text, start - 60, start) or NO_RANGE_AFTER.match(text, second.end, second.end + 44):
        return DIFFERENCE
    are_ages = lead[1] or AGED.search(text, start - 8, start)
    if are_ages and first.kind == "period" and first.noun != second.noun:
        return UNLIKE_AGES  # "aged between 10 months and nine years"
    if not are_ages and not _are_alike(text, first, second):
        return UNLIKE
    span = Span(start, second.phrase_end)
    return Finding(
        span, f'"{article[span]}" lists the higher number first; swap the two numbers or correct the wrong one.'
    )


def _are_alike(text: str, first: Quantity, second: Quantity) -> bool:
    """Return whether both numbers are of one stated kind: others may be times, routes, pages or house numbers."""
    if any(text[number.noun_phrase[0] : number.noun_phrase[0] + 1].isupper() for number in (first, second)):
        return False
    if second.kind not in RANGE_KINDS:
        return False
    if are_alike(first, second):
        return bool(second.unit or second.noun or first.value >= 100)
    return first.kind == "count" and not first.noun and bool(second.unit or second.noun)
