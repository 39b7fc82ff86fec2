"""The skeleton of a sentence: its words, with one sign for each figure, so that a pattern can state a form.

"Arrests rose from 40 to about 50 in May, a 20 percent increase." becomes "Arrests rose from A to A in May, a S
increase.", where A and S stand for signs of the Unicode private use area.
"""

from bisect import bisect_left

from newslint.api import Article, NamedTuple, Quantity, Span, numbers, quantity

SHARE, AMOUNT, PERIOD, OTHER = "\ue001", "\ue002", "\ue003", "\ue004"
SIGNS = SHARE + AMOUNT + PERIOD + OTHER
NO_SIGNS = str.maketrans(SIGNS, "\ufffd" * len(SIGNS))
MAX_SENTENCE_CHARS = 2000
MAX_CACHED = 1000  # skeletons of one article: all of a very long one would take hundreds of megabytes
SIGN_OF_KIND = {"share": SHARE, "count": AMOUNT, "money": AMOUNT, "measure": AMOUNT, "period": PERIOD}


class Skeleton(NamedTuple):
    """The text with signs, the figure of each sign by the sign's offset, in order, and where the sentence starts."""

    text: str
    figures: dict[int, Quantity]
    start: int

    def text_offset(self, offset: int) -> int:
        """Return the offset in the article's text for an offset in the skeleton that is not inside a figure."""
        before = (figure for at, figure in self.figures.items() if at < offset)
        return self.start + offset + sum(figure.end - figure.hedged_start - 1 for figure in before)


def skeleton(article: Article, sentence: Span) -> Skeleton | None:
    """Return the skeleton of a sentence, or None for one so long that it is a table or a list. It is kept for a while.

    A sign stands for a figure with its unit and the hedge before it.
    """
    if sentence[1] - sentence[0] > MAX_SENTENCE_CHARS:
        return None
    made = article.get(_made)
    if sentence[0] not in made:
        if len(made) >= MAX_CACHED:
            made.clear()
        made[sentence[0]] = _make(article, sentence)
    return made[sentence[0]]


def _made(article: Article) -> dict[int, Skeleton]:
    """Return the article's own dict for its skeletons, by the start of the sentence."""
    return {}


def _text_without_signs(article: Article) -> str:
    """Return the text, with another character for signs that the article itself has, as some icons are."""
    return article.text.translate(NO_SIGNS) if any(map(article.text.__contains__, SIGNS)) else article.text


def _make(article: Article, span: Span) -> Skeleton:
    text, found = article.get(_text_without_signs), article.get(numbers)
    parts: list[str] = []
    figures: dict[int, Quantity] = {}
    length, at = 0, span[0]
    for index in range(bisect_left(found, (span[0],)), len(found)):
        if found[index].start >= span[1]:
            break
        figure = quantity(article, found[index])
        start = figure.hedged_start
        is_basis = text.startswith(" per ", start - 5)  # "five deaths per 1,000"
        parts += (text[at:start], OTHER if is_basis else SIGN_OF_KIND.get(figure.kind, OTHER))
        length += start - at
        figures[length] = figure
        length, at = length + 1, figure.end
    parts.append(text[at : span[1]])
    return Skeleton("".join(parts), figures, span[0])
