"""numbers/headline-figure: a figure in the headline that the opening of the text contradicts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.api import (
    Article,
    Finding,
    Number,
    Quantity,
    Rejection,
    RelatedLocation,
    Span,
    are_alike,
    numbers,
    quantity,
    word_before,
)
from newslint_numbers.data.words import DAYS_OF_PERIOD, LONG_STOP_WORDS
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.headline import headline_line
from newslint_numbers.view.statements import same_statement

KINDS = ("money", "measure", "share", "period", "count")
MAX_OPENING_CHARS = 900  # of the text after the headline
MIN_SAME_PERIOD, MAX_SAME_PERIOD = 0.8, 1.25  # a month may be 28 or 31 days
STEM_CHARS = 5

WRONG_KIND = Rejection("it is no count, sum of money, percentage, measure or period", "figure")
OF_PEOPLE = Rejection("it counts people killed, hurt or arrested: numbers/headline-toll compares these", "figure")
IN_TEXT = Rejection("the text gives the same figure", "text")


class HeadlineFigure(FigureRule):
    """Finds a figure in the headline that the text contradicts: "from 3,800 feet", and below it "38,000 feet".

    The headline is what most people read, and the number that others quote. The Society of Professional Journalists'
    Code of Ethics asks for special care not to misrepresent a story in summarizing it. A text may give many figures of
    one kind, so the rule compares only three forms. It ignores people killed or hurt, which `numbers/headline-toll`
    compares, and a headline's figure that the text gives too:

    | form | example | what must hold |
    |---|---|---|
    | the same two or more digits and unit | 3,800 feet / 38,000 feet | they have the same number of zeros |
    | the same preposition and a period | extended by 90 days / extended it by nine months | they are of one length |
    | the same words, in the first sentence | firm orders 40 jets / the firm has ordered 30 jets | they are equal |

    The third form needs two words of the headline in the first sentence of the text, the only figure of its kind in
    each, and the same noun, next word or preposition beside both; a figure may be rounded, by up to a twentieth.

    ```bad
    Glider fell from 3,800 feet
                     ^^^^^^^^^^ the headline says "3,800 feet", the text "38,000 feet"; make them agree.

    The glider had reached 38,000 feet when it lost a wing on Monday, the club said.
    ```

    ```bad
    Airline orders 40 jets
                   ^^^^^^^ the headline says "40 jets", the text "30 jets"; make them agree.

    The airline has ordered 30 jets, it said on Monday.
    ```

    ```good
    Glider fell from 38,000 feet

    The glider had reached 38,000 feet when it lost a wing on Monday. It was found 3,800 feet from the road.
    ```
    """

    name = "numbers/headline-figure"
    required_kinds = ("number",)
    not_judged = "is not in the headline, whose figures this rule compares with the text"

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each figure of the headline, with a finding where the text contradicts it."""
        text, found = article.text, article.get(numbers)
        headline = headline_line(text)
        if headline is None:
            return
        first, last = (bisect_left(found, (end,)) for end in (headline.end, headline.end + MAX_OPENING_CHARS))
        body, opening = found[first:], found[first:last]
        for number in found[:first]:
            figure = quantity(article, number)
            span = Span(figure.start, figure.phrase_end)
            if figure.kind not in KINDS:
                yield span, WRONG_KIND
                continue
            if figure.outcome:
                yield span, OF_PEOPLE
                continue
            if any(other.value == figure.value for other in body):
                yield span, IN_TEXT
                continue
            other = (
                _same_digits(article, opening, figure)
                or _same_phrase(article, headline, opening, figure)
                or same_statement(article, headline, figure)
            )
            yield span, other if isinstance(other, Rejection) else _finding(text, figure, other)


def _finding(text: str, figure: Quantity, other: Quantity) -> Finding:
    words = text[figure.start : figure.phrase_end], text[other.start : other.phrase_end]
    return Finding(
        Span(figure.start, figure.phrase_end),
        f'the headline says "{words[0]}", the text "{words[1]}"; make them agree.',
        related=(RelatedLocation(Span(other.start, other.phrase_end), "the figure in the text"),),
    )


def _same_digits(article: Article, opening: Sequence[Number], figure: Quantity) -> Quantity | None:
    """Return the first figure of the same unit and digits that has more or fewer zeros; one digit is a round number."""
    if len(f"{figure.value:.0f}".rstrip("0")) < 2:
        return None
    for number in opening:
        low, high = sorted((figure.value, number.value))
        if low and high / low in (10.0, 100.0, 1000.0):
            other = quantity(article, number)
            if are_alike(figure, other) and (figure.unit or figure.noun == other.noun != ""):
                return other
    return None


def _same_phrase(article: Article, headline: Span, opening: Sequence[Number], figure: Quantity) -> Quantity | None:
    """Return the first period of another length after the same preposition, in a sentence with the same words."""
    if figure.kind != "period" or figure.noun not in DAYS_OF_PERIOD:
        return None
    text = article.text
    preposition = word_before(text, figure.hedged_start)[0]
    for other in [quantity(article, number) for number in opening]:
        if other.kind == "period" and other.noun in DAYS_OF_PERIOD and preposition in ("by", "for"):
            ratio = other.value * DAYS_OF_PERIOD[other.noun] / (figure.value * DAYS_OF_PERIOD[figure.noun] or 1.0)
            if word_before(text, other.hedged_start)[0] != preposition or MIN_SAME_PERIOD < ratio < MAX_SAME_PERIOD:
                continue
            before = _stems(text[headline.start : figure.start])
            if len(before & _stems(text[text.rfind("\n", 0, other.start) + 1 : other.start])) >= 2:
                return other
    return None


def _stems(text: str) -> set[str]:
    words = (word.strip(",.'") for word in text.lower().split())
    return {word[:STEM_CHARS] for word in words if len(word) >= STEM_CHARS and word not in LONG_STOP_WORDS}
