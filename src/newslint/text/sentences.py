"""Sentences: where they end, and where a full stop belongs to an abbreviation, an initial or a decimal.

A sentence never crosses a line end: in a scraped article a line is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Lexicon, Span, make_span
from newslint.text.abbreviations import ABBREVIATIONS, is_final_abbreviation
from newslint.text.lines import cached_per_line, line_span, span_list_of_line

LEXICON: Lexicon = {"stop": (".", "!", "?", "…")}

CHARS_AFTER_STOP = "\"'”’»)]"
CHARS_BEFORE_SENTENCE = "'“‘«(["
MAX_CHARS_BEFORE_STOP = 60  # read before a full stop to decide what it ends
MASKED_STOP = "·"  # for a full stop that ends no sentence


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
def _sentences_in_line(article: Article, number: int) -> Sequence[Span]:
    text, (start, end) = article.text, line_span(article, number)
    if start == end:
        return []
    spans = span_list_of_line(article, (start, end))
    stops = article.mentions("stop")
    for index in range(bisect_left(stops, (start,)), len(stops)):
        stop, after, _ = stops[index]
        if after >= end:
            break
        if stop >= start and not text[after].isalnum():
            while after < end and text[after] in CHARS_AFTER_STOP:
                after += 1
            if after < end and text[after] == " " and is_sentence_end(text, start, stop, after, end):
                spans.append(make_span((start, after)))
                start = after + 1
    if start < end:
        spans.append(make_span((start, end)))
    return spans


def mask_abbreviations(text: str, start: int, end: int) -> str:
    """Return a part of one line, with a middle dot for each full stop that ends no sentence: "Gov· Ann Lee".

    A pattern that stops at the end of a sentence then reads across abbreviations, initials and decimals.
    """
    window = text[start:end]
    at = window.find(".")
    while at >= 0:
        stop = start + at
        if (
            text[stop + 1 : stop + 2].isalnum()
            or text[stop + 1 : stop + 2] in (",", "'")
            or (
                text[stop + 1 : stop + 2] == " "
                and not is_sentence_end(text, max(0, stop - MAX_CHARS_BEFORE_STOP), stop, stop + 1, len(text))
            )
        ):
            window = f"{window[:at]}{MASKED_STOP}{window[at + 1 :]}"
        at = window.find(".", at + 1)
    return window


def is_sentence_end(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Return whether the stop at `stop`, with a space at `after`, ends the sentence that begins at `start`."""
    following = after + 1
    while following < end and text[following] in CHARS_BEFORE_SENTENCE:
        following += 1
    # At `end` the caller closes the sentence in any case.
    if following >= end or text[following].islower():
        return False
    if text[stop] != ".":
        return True
    if after > stop + 1:  # a closing quotation mark or bracket follows the stop
        return True
    word_start = max(start, text.rfind(" ", start, stop) + 1)
    word = text[word_start:stop].lstrip(CHARS_BEFORE_SENTENCE)
    if word.lower() in ABBREVIATIONS or "." in word or (len(word) == 1 and word.isupper()):
        return is_final_abbreviation(text, start, word_start, word, following)
    return not (word in ("No", "Nos") and text[following].isdigit())
