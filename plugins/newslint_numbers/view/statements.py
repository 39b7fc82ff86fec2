"""Statements: whether the headline and the first sentence of the text say the same with two figures."""

from newslint.api import (
    Article,
    Pattern,
    Quantity,
    Rejection,
    Span,
    are_incompatible,
    numbers,
    quantity,
    sentence_at,
    word_before,
)
from newslint_numbers.data.words import LONG_STOP_WORDS, SIGNS_OF_OTHER_FIGURES
from newslint_numbers.view.rounding import rounding_interval

MIN_SHARED_STEMS, STEM_CHARS = 2, 4
MAX_ROUNDED = 0.05  # of the figure in the text: "a 180-foot crane" may have 183 feet
PREPOSITIONS = frozenset("to by for at".split())
NOT_THE_SAME = Pattern(
    rf"\b(?:{'|'.join(SIGNS_OF_OTHER_FIGURES)}|from(?=[ ][\d$£€])|up[ ]to|of[ ]which)\b",
    method="search",
    matches=("with another", "20 per day", "from 30"),
    misses=("percentage", "the nextra"),
)

OTHER_FIGURES = Rejection("the headline or the first sentence compares, or counts more than one thing", "statement")
NOT_ALONE = Rejection("it is not the only figure of its kind, or the first sentence has not exactly one", "statement")
HEDGED = Rejection("one of the two figures is hedged", "statement")
AGREE = Rejection("the figure of the first sentence agrees with it, or is the same in a rounded form", "value")
OTHER_PLACE = Rejection("the figure of the first sentence has another noun, or other words beside it", "statement")
OTHER_WORDS = Rejection("the headline and the first sentence share fewer than two other words", "statement")


def same_statement(article: Article, headline: Span, figure: Quantity) -> Quantity | Rejection:
    """Return the figure of the first sentence that stands in the same words as the headline's, and contradicts it."""
    text = article.text
    start = headline.end
    while start < len(text) and text[start].isspace():
        start += 1
    sentence = sentence_at(article, start)
    if NOT_THE_SAME.search(text, sentence.start, sentence.end) or NOT_THE_SAME.search(text, *headline):
        return OTHER_FIGURES
    here, there = _of_kind(article, headline, figure), _of_kind(article, sentence, figure)
    if len(here) != 1 or len(there) != 1:
        return NOT_ALONE
    other = there[0]
    if figure.hedge_span[0] < figure.hedge_span[1] or other.hedge_span[0] < other.hedge_span[1]:
        return HEDGED
    if not are_incompatible(figure, other) or _are_rounded(text, figure, other):
        return AGREE
    if not _have_same_place(text, figure, other):
        return OTHER_PLACE
    shared = _stems(text, headline, figure) & _stems(text, sentence, other)
    return other if len(shared) >= MIN_SHARED_STEMS else OTHER_WORDS


def _of_kind(article: Article, span: Span, figure: Quantity) -> list[Quantity]:
    found = (quantity(article, number) for number in article.get(numbers) if span.start <= number.start < span.end)
    return [other for other in found if (other.kind, other.unit) == (figure.kind, figure.unit)]


def _are_rounded(text: str, figure: Quantity, other: Quantity) -> bool:
    """Return whether one figure is the other, rounded or nearly so: 6.7 million for 6,775,000."""
    (low, high), (other_low, other_high) = rounding_interval(text, figure), rounding_interval(text, other)
    is_near = abs(figure.value - other.value) < MAX_ROUNDED * other.value
    return is_near or (low <= other_high and other_low <= high)


def _have_same_place(text: str, figure: Quantity, other: Quantity) -> bool:
    """Return whether both figures count the same noun, stand before the same word or after the same preposition."""
    if figure.noun or other.noun:
        return figure.noun == other.noun
    if _word_after(text, figure) == _word_after(text, other) != "":
        return True
    before = word_before(text, figure.hedged_start)[0].lower()
    return before in PREPOSITIONS and before == word_before(text, other.hedged_start)[0].lower()


def _word_after(text: str, figure: Quantity) -> str:
    return text[figure.end + 1 : figure.end + 20].partition(" ")[0].strip(".,;:")[:STEM_CHARS].lower()


def _stems(text: str, span: Span, figure: Quantity) -> set[str]:
    words = f"{text[span.start : figure.start]} {text[figure.phrase_end : span.end]}".lower().split()
    stems = (word.strip(".,;:'’‘“”") for word in words)
    return {word[:STEM_CHARS] for word in stems if len(word) >= STEM_CHARS and word not in LONG_STOP_WORDS}
