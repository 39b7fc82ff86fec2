"""numbers/reversed-range: "between" with the higher number first."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Quantity, Rule, Span, numbers, quantity
from newslint_numbers.data.words import NOT_A_RANGE

TO_FIRST_NUMBER = Pattern(
    r"\s*(?:the\s+)?(?:(ages?)\s+(?:of\s+)?|roughly\s+|about\s+|an\s+estimated\s+)?(?:[$£€])?(?=\w)",
    matches=(" $5", " the ages of 5", " about 5"),
    misses=(" (5", ", 5", "“5"),
)
TO_SECOND_NUMBER = Pattern(
    r"(?:\s+[a-z-]+){0,2}?\s+(?:and|to)\s+(?:about\s+|roughly\s+)?(?:[$£€])?",
    matches=(" and ", " million dollars and $", " to about "),
    misses=(", and ", " or ", " men who came and "),
)
AGED = Pattern(r"\bage[ds]?\s+$", method="search", matches=("children aged ", "age "), misses=("a stage ", "aged"))
NO_RANGE = Pattern(
    rf"\b(?:{'|'.join(NOT_A_RANGE)})\s+(?:\w+\s+)?$",
    method="search",
    matches=("the gap ", "she must choose ", "a ratio somewhere "),
    misses=("the ministry expects ", "the gap", "a gap in pay of "),
)
TIME_OR_YEAR = Pattern(
    r"\s*(?:[ap]\.?m\b|o'clock|noon|midnight|b\.?c\b)",
    matches=(" p.m.", " o'clock", " B.C."),
    misses=(" people", " pamphlets"),
)


class ReversedRange(Rule):
    """Finds a range that begins with its higher end: "between 500 and 300 people".

    A range runs from the lower number to the higher one; in the other order, one of the two is often mistyped. Scott
    Maier (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a
    newspaper's errors with numbers to be self-evident, and the mathematics elementary. The rule checks only "between …
    and …": scores, votes and declines ("49-42", "from 50 to 40") may begin with the higher number.

    ```bad
    The ministry expects between 500 and 300 people at the memorial.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "between 500 and 300 people" lists the higher number first; …
    ```

    ```good
    The ministry expects between 300 and 500 people at the memorial.
    The gap between 50 and 40 percent is too wide, between 9 and 5 o'clock.
    ```
    """

    name = "numbers/reversed-range"
    required_kinds = ("numbers.between",)

    def lexicon(self) -> Lexicon:
        """Return the word "between"."""
        return {"numbers.between": ("between",)}

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each range."""
        text, found = article.text, article.get(numbers)
        for start, end, _word in article.mentions("numbers.between"):
            index = bisect_left(found, (end,))
            if index + 1 >= len(found) or found[index].value <= found[index + 1].value:
                continue
            lead = TO_FIRST_NUMBER.match(text, end)
            if lead is None or lead.end() != found[index].start or NO_RANGE.search(text, start - 40, start):
                continue
            first, second = quantity(article, found[index]), quantity(article, found[index + 1])
            if not _are_joined(text, first, second) or TIME_OR_YEAR.match(text, second.end):
                continue
            are_ages = lead[1] or AGED.search(text, start - 8, start)
            if are_ages or _are_alike(text, first, second):
                span = Span(start, second.phrase_end)
                yield Finding(
                    span,
                    f'"{article[span]}" lists the higher number first; swap the two numbers or correct the wrong one.',
                )


def _are_joined(text: str, first: Quantity, second: Quantity) -> bool:
    join = TO_SECOND_NUMBER.match(text, first.end, first.end + 60)
    return join is not None and join.end() == second.start + (text[second.start] in "$£€")


def _are_alike(text: str, first: Quantity, second: Quantity) -> bool:
    """Return whether both numbers are of one stated kind: others may be times, routes, pages or house numbers."""
    if any(text[number.noun_phrase[0] : number.noun_phrase[0] + 1].isupper() for number in (first, second)):
        return False
    if first.unit and second.unit:
        return first.unit == second.unit and first.unit != "date"
    if second.unit == "date" or first.unit:
        return False
    if first.noun and first.noun != second.noun:
        return False
    return bool(second.unit or second.noun or first.value >= 100)
