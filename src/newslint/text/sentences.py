"""Sentences: where they end, told from abbreviations, initials and decimals.

A sentence never crosses a line end: in a scraped article a line is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Lexicon, Span, make_span
from newslint.text.lines import cached_per_line, stripped_line

LEXICON: Lexicon = {"stop": (".", "!", "?", "…")}

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«(["
# Before a name or a number a full stop after these ends nothing.
TITLES = frozenset(
    (
        "mr mrs ms mx dr prof gen lt col maj sgt cpl capt cmdr adm brig rep reps sen sens gov govs pres rev fr st sr "
        "hon vs mt ft jan feb mar apr jun jul aug sept sep oct nov dec supt insp det atty messrs amb sec hr fig"
    ).split()
)
# After these a sentence may end, if what follows looks like a beginning.
SHORT = frozenset("inc co corp ltd jr bros dept ave blvd rd approx est al etc eg ie cf".split())


def sentences(article: Article) -> list[Span]:
    """The sentences in order, without the white space between them."""
    return [sentence for number in range(len(article.line_starts)) for sentence in _of_line(article, number)]


def sentences_in_line(article: Article, offset: int) -> Sequence[Span]:
    """The sentences of the line that holds `offset`."""
    return _of_line(article, bisect_right(article.line_starts, offset) - 1)


def sentence_at(article: Article, offset: int) -> Span:
    """The sentence that holds `offset`; between two, the one before; an empty span where there is none."""
    number = bisect_right(article.line_starts, offset) - 1
    while number >= 0:
        spans = _of_line(article, number)
        found = bisect_right(spans, (offset, len(article.text) + 1)) - 1
        if found >= 0:
            return spans[found]
        number -= 1
    return Span(offset, offset)


@cached_per_line
def _of_line(article: Article, number: int) -> list[Span]:
    text, (start, end) = article.text, stripped_line(article, number)
    spans: list[Span] = []
    if start == end:
        return spans
    stops = article.mentions("stop")
    for number in range(bisect_left(stops, (start,)), len(stops)):
        at = stops[number][1]
        if at >= end:
            break
        if start < at and stops[number][0] >= start and not text[at].isalnum():
            stop = at - 1
            while at < end and text[at] in CLOSERS:
                at += 1
            if at < end and text[at].isspace() and is_sentence_end(text, start, stop, at, end):
                spans.append(make_span((start, at)))
                start = at + 1
                while start < end and text[start].isspace():
                    start += 1
    if start < end:
        spans.append(make_span((start, end)))
    return spans


def is_sentence_end(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop at `stop`, followed by white space from `after` on, ends the sentence begun at `start`."""
    following = after + 1
    if following < end and text[following].islower():
        return False
    while following < end and (text[following].isspace() or text[following] in OPENERS):
        following += 1
    # Where the line ends, the sentence is closed by that.
    if following >= end or text[following].islower():
        return False
    if text[stop] != ".":
        return True
    if after > stop + 1:  # a closing quotation mark or bracket stands between
        return True
    word = text[max(start, text.rfind(" ", start, stop) + 1) : stop].lstrip(OPENERS)
    if word.lower() in TITLES or (word in ("No", "Nos") and text[following].isdigit()):
        return False
    if len(word) == 1 and word.isupper():  # an initial: J. Smith
        return False
    if "." in word or word.lower() in SHORT:  # U.S., a.m., Inc.: only before a word that opens sentences
        opening = text[following : following + 12].split(" ", 1)[0].rstrip(",")
        return opening in SENTENCE_OPENERS
    return True


SENTENCE_OPENERS = frozenset(
    (
        "The A An In On At He She It They We But And If As This That These Those There When While After Before For "
        "His Her Its Their Our I You Some Many Most However Meanwhile Since Earlier Asked According Also Both Not No "
        "One"
    ).split()
)
