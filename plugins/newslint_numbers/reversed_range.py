"""numbers/reversed-range: "between" with the greater figure first."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Quantity, Rule, Span, numbers, quantity

LEAD = Pattern(r"\s*(?:the\s+)?(?:(ages?)\s+(?:of\s+)?|roughly\s+|about\s+|an\s+estimated\s+)?(?:[$£€])?")
JOIN = Pattern(r"(?:\s+[a-z-]+){0,2}?\s+(?:and|to)\s+(?:about\s+|roughly\s+)?(?:[$£€])?")
AGED = Pattern(r"\bage[ds]?\s+$")
NO_RANGE = Pattern(
    r"""\b(?:differences?|gap|distinction|choice|choos(?:e|ing)|decid(?:e|ing)|split|divid(?:ed|es|ing)|ratio|match|game|series
        |relationship|comparison|toss-up|gulf)\s+(?:\w+\s+)?$"""
)
CLOCK = Pattern(r"\s*(?:[ap]\.?m\b|o['’]clock|noon|midnight|b\.?c\b)")


class ReversedRange(Rule):
    """Finds a range that begins with its greater end: "between 500 and 300 people".

    A range is read from the lower figure to the higher one; the other way round, one of the two is often mistyped.
    Scott Maier (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of
    a newspaper's errors with numbers to be self-evident, and the mathematics elementary. Only "between … and …" is
    looked at: scores, votes and falls ("49-42", "from 50 to 40") may begin with the greater.

    ```bad
    The ministry expects between 500 and 300 people at the memorial.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ "between 500 and 300 people" goes from the greater to the lesser; …
    ```

    ```good
    The ministry expects between 300 and 500 people at the memorial.
    The gap between 50 and 40 percent is too wide, between 9 and 5 o'clock.
    ```
    """

    name = "numbers/reversed-range"
    required_kinds = ("numbers.between",)

    def lexicon(self) -> Lexicon:
        """The word "between"."""
        return {"numbers.between": ("between",)}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each."""
        text, found = article.text, article.get(numbers)
        for at, after, _word in article.mentions("numbers.between"):
            number = bisect_left(found, (after, 0, 0.0))
            if number + 1 >= len(found) or found[number].value <= found[number + 1].value:
                continue
            lead = LEAD.match(text, after)
            if lead is None or lead.end() != found[number].start or NO_RANGE.search(text, at - 40, at):
                continue
            first, second = quantity(article, found[number]), quantity(article, found[number + 1])
            ages = lead[1] or AGED.search(text, at - 8, at)
            if (
                _joined(text, first, second)
                and (ages or _alike(text, first, second))
                and not CLOCK.match(text, second.end)
            ):
                span = Span(at, max(second.end, second.noun_phrase[1]))
                yield Finding(
                    span,
                    f'"{article[span]}" goes from the greater to the lesser; '
                    "turn it round, or mend the figure that is wrong.",
                )


def _joined(text: str, first: Quantity, second: Quantity) -> bool:
    join = JOIN.match(text, first.end, first.end + 60)
    return join is not None and join.end() == second.start + (text[second.start] in "$£€")


def _alike(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether both are of one kind, and the kind is said: bare figures may be times, routes, pages, house numbers."""
    if any(text[one.noun_phrase[0] : one.noun_phrase[0] + 1].isupper() for one in (first, second)):
        return False
    if first.unit and second.unit:
        return first.unit == second.unit and first.unit != "date"
    if second.unit == "date" or first.unit:
        return False
    if first.noun and first.noun != second.noun:
        return False
    return bool(second.unit or second.noun or first.value >= 100)
