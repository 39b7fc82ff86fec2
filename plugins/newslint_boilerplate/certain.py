"""Lines that are junk for what they say, wherever they stand, and lines that may be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.api import Article, Mention, filled_lines
from newslint_boilerplate.labels import button_row, label_kind, word_kind
from newslint_boilerplate.lexicon import HELD_KIND, HINT_KIND, OPENING_KIND
from newslint_boilerplate.templates import template_lines

LABEL = 60  # characters: what a page writes on a button or over a list
LONGEST = 200  # characters: a line longer than this is junk only where two phrases say so
NOTICE = 420  # characters: the longest notice of a site that is looked for
LEAD = 8  # characters of marks that may stand before a line's first word

QUOTES = "\"“'‘"


def certain(article: Article) -> dict[int, str]:
    """Junk lines by their number among the filled lines, each with its kind."""
    text, lines = article.text, article.get(filled_lines)
    found = dict.fromkeys(article.get(template_lines), "template")
    for number, (start, end) in enumerate(lines):
        if end - start <= LABEL:
            kind = label_kind(text[start:end])
            if kind:
                found[number] = kind
            elif text[end - 1] not in ".?!:”" and button_row(text[start:end]):
                found[number] = "share"
        if end - start < NOTICE and text.startswith("http", start) and " " not in text[start:end]:
            found[number] = "read more"
    openings, held = article.mentions("boilerplate.opening"), article.mentions("boilerplate.held")
    for number, (start, _end, word) in _numbered(article, openings):
        if number not in found and _opens(article, number, start) and _whole(article, number, start):
            found[number] = OPENING_KIND[word]
    for number, (start, _end, word) in _numbered(article, held):
        if number not in found and text[lines[number].start] not in QUOTES and _whole(article, number, start):
            found[number] = HELD_KIND[word]
    return found


def hinted(article: Article) -> dict[int, str]:
    """Lines that begin as junk may, by number, each with the kind of junk it would be."""
    text, lines = article.text, article.get(filled_lines)
    found = {}
    for number, (start, end) in enumerate(lines):
        if end - start <= LABEL:
            kind = word_kind(text[start:end])
            if kind:
                found[number] = kind
    for number, (start, _end, word) in _numbered(article, article.mentions("boilerplate.hint")):
        if _opens(article, number, start):
            found.setdefault(number, HINT_KIND[word])
    return found


def _numbered(article: Article, mentions: Iterable[Mention]) -> Iterator[tuple[int, Mention]]:
    """Mentions with the number of the filled line that each stands in."""
    lines, beyond = article.get(filled_lines), len(article.text) + 1
    for mention in mentions:
        yield bisect_right(lines, (mention[0], beyond)) - 1, mention


def _opens(article: Article, number: int, at: int) -> bool:
    """Whether nothing but marks stands between the beginning of the line and `at`."""
    start = article.get(filled_lines)[number].start
    return at - start < LEAD and not any(map(str.isalnum, article.text[start:at]))


def _whole(article: Article, number: int, at: int) -> bool:
    """Whether the line is junk as a whole: short enough, or with another phrase after the one at `at`.

    A long line with one phrase is a sentence of the page that was run into the text.
    """
    start, end = article.get(filled_lines)[number]
    if end - start <= LONGEST:
        return True
    kinds = ("boilerplate.opening", "boilerplate.held")
    return end - start <= NOTICE and any(at < one[0] < end for kind in kinds for one in article.mentions(kind))
