"""Sentences: where they end, and where a full stop belongs to an abbreviation, an initial or a decimal.

A sentence never crosses a line end: in a scraped article a line is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Lexicon, Span, make_span
from newslint.text.lines import cached_per_line, stripped_line

LEXICON: Lexicon = {"stop": (".", "!", "?", "…")}

CHARS_AFTER_STOP = "\"'”’»)]"
CHARS_BEFORE_SENTENCE = "\"'“‘«(["
# A full stop after one of these does not end a sentence: a name or a number follows.
NEVER_FINAL_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms mx dr prof gen lt col maj sgt cpl capt cmdr adm brig rep reps sen sens gov govs pres rev fr st sr "
        "hon vs mt ft jan feb mar apr jun jul aug sept sep oct nov dec supt insp det atty messrs amb sec hr fig"
    ).split()
)
# A full stop after one of these ends a sentence only before one of `SENTENCE_OPENERS`.
POSSIBLY_FINAL_ABBREVIATIONS = frozenset("inc co corp ltd jr bros dept ave blvd rd approx est al etc eg ie cf".split())


def sentences(article: Article) -> list[Span]:
    """Return the sentences in order, without the white space between them."""
    return [sentence for number in range(len(article.line_starts)) for sentence in _sentences_in_line(article, number)]


def sentences_in_line(article: Article, offset: int) -> Sequence[Span]:
    """Return the sentences of the line that holds `offset`."""
    return _sentences_in_line(article, article.line_index(offset))


def sentence_at(article: Article, offset: int) -> Span:
    """Return the sentence that holds `offset`; between two, the one before; before the first, an empty span."""
    number = article.line_index(offset)
    while number >= 0:
        spans = _sentences_in_line(article, number)
        index = bisect_right(spans, (offset, len(article.text) + 1)) - 1
        if index >= 0:
            return spans[index]
        number -= 1
    return Span(offset, offset)


@cached_per_line
def _sentences_in_line(article: Article, number: int) -> list[Span]:
    text, (start, end) = article.text, stripped_line(article, number)
    spans: list[Span] = []
    if start == end:
        return spans
    stops = article.mentions("stop")
    for index in range(bisect_left(stops, (start,)), len(stops)):
        stop, after, _ = stops[index]
        if after >= end:
            break
        if stop >= start and not text[after].isalnum():
            while after < end and text[after] in CHARS_AFTER_STOP:
                after += 1
            if after < end and text[after].isspace() and is_sentence_end(text, start, stop, after, end):
                spans.append(make_span((start, after)))
                start = after + 1
                while start < end and text[start].isspace():
                    start += 1
    if start < end:
        spans.append(make_span((start, end)))
    return spans


def is_sentence_end(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Return whether the stop at `stop`, with white space at `after`, ends the sentence that begins at `start`."""
    following = after + 1
    if following < end and text[following].islower():
        return False
    while following < end and (text[following].isspace() or text[following] in CHARS_BEFORE_SENTENCE):
        following += 1
    # At `end` the caller closes the sentence in any case.
    if following >= end or text[following].islower():
        return False
    if text[stop] != ".":
        return True
    if after > stop + 1:  # a closing quotation mark or bracket follows the stop
        return True
    word = text[max(start, text.rfind(" ", start, stop) + 1) : stop].lstrip(CHARS_BEFORE_SENTENCE)
    if word.lower() in NEVER_FINAL_ABBREVIATIONS or (word in ("No", "Nos") and text[following].isdigit()):
        return False
    if len(word) == 1 and word.isupper():  # an initial: J. Smith
        return False
    if "." in word or word.lower() in POSSIBLY_FINAL_ABBREVIATIONS:  # U.S., a.m., Inc.
        return text[following : following + 12].split(" ", 1)[0].rstrip(",") in SENTENCE_OPENERS
    return True


SENTENCE_OPENERS = frozenset(
    (
        "The A An In On At He She It They We But And If As This That These Those There When While After Before For "
        "His Her Its Their Our I You Some Many Most However Meanwhile Since Earlier Asked According Also Both Not No "
        "One"
    ).split()
)
