"""The text of an article as the page's script gets it: paragraphs, and where in them the findings are.

Offsets in a paragraph count UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from newslint.api import Article, Location, ReportContext, truncate
from newslint.named_tuple import NamedTuple
from newslint.reporters.encoded_text import EncodedText
from newslint.reporters.html.model import ArticleView, article_key
from newslint.reporters.html.paragraphs import paragraphs

MAX_HEADLINE_CHARS = 180  # a longer first line is a paragraph of the article
SENTENCE_ENDS = (".", "!”", ".”", '."', ",", ";", ":")  # of a first line that is a paragraph, too
MAX_OPENING_CHARS = 90


class Place(NamedTuple):
    """A place to mark: that of a finding itself, or a related one."""

    finding: int  # its number in the report
    related: int  # the number of the related location, from 1; 0 for the finding itself
    location: Location


class ArticleText(NamedTuple):
    """What the page shows of an article beside its findings."""

    headline: str  # empty if the article has none
    opening: str  # its first words, which stand for a missing headline
    words: int
    data: dict[str, Any]  # JSON, for the page's script


def article_text(view: ArticleView, context: ReportContext) -> ArticleText:
    """Return the text of an article with its marks."""
    article = context.article(view.path, view.record) if context.article else None
    raw = article.raw if article else context.article_text(view.path, view.record)
    text, spans = _readable(article, raw)
    shown = [text[start:end] for start, end in spans]
    places = list(_places(view))
    starts, in_utf16 = [start for start, _ in spans], EncodedText(text, "utf-16-le")
    marks = []
    for place in places:
        if place.location.is_unchanged_in(raw):
            start, end = place.location.start.offset, place.location.end.offset
            if text is not raw and article:
                start, end = article.to_canonical((start, end))
            marks += [[*part, place.finding, place.related] for part in _parts(in_utf16, starts, spans, start, end)]
    changed = [
        [place.finding, place.related, place.location.start.line, place.location.match]
        for place in places
        if not place.location.is_unchanged_in(raw)
    ]
    headline, in_text = _headline(article, shown)
    data = {"paragraphs": shown, "headline": in_text, "marks": marks, "changed": changed}
    return ArticleText(
        headline,
        truncate(" ".join(shown[:2])[: MAX_OPENING_CHARS * 2].strip(), MAX_OPENING_CHARS),
        len(text.split()),
        data,
    )


def _places(view: ArticleView) -> Iterator[Place]:
    for number, diagnostic in view.notes:
        yield Place(number, 0, diagnostic.location)
        for index, related in enumerate(diagnostic.related, 1):
            if article_key(related.location) == (view.path, view.record):
                yield Place(number, index, related.location)
    for note, index, location in view.backlinks:
        yield Place(note.number, index, location)


def _readable(article: Article | None, raw: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text to show and its paragraphs: without markup if the file has some, else the raw text."""
    if article is None or article.blocks is None:
        text = raw.replace("\r\n", " \n")  # as long as before; a carriage return elsewhere is shown as an escape
        return (text if "\r\n" in raw else raw), paragraphs(text)
    starts = article.line_starts
    ends = [*(start - 1 for start in starts[1:]), len(article.text)]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if article.text[start:end].strip()]
    return article.text, spans or [(0, len(article.text))]


def _parts(
    in_utf16: EncodedText, starts: Sequence[int], spans: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Yield each part of a mark: the number of its paragraph, and its start and end there in UTF-16 units.

    `spans` are those of the paragraphs, and `starts` their starts.
    """
    first = max(0, bisect_right(starts, start) - 1)
    last = max(first, bisect_right(starts, end - 1) - 1)
    for number in range(first, last + 1):
        head, tail = spans[number]
        begin = min(max(start, head), tail)
        stop = max(begin, min(end, tail))
        length = in_utf16.length(head, begin)
        yield number, length, length + in_utf16.length(begin, stop)


def _headline(article: Article | None, shown: list[str]) -> tuple[str, int | None]:
    """Return the headline and the number of the paragraph that holds it, None if it stands beside the text."""
    first = next((number for number, text in enumerate(shown) if text.strip()), None)
    opening = "" if first is None else " ".join(shown[first].split())
    title = " ".join(article.meta.get("title", "").split()) if article else ""
    if title and title.casefold() != opening.casefold():
        return title, None
    if len(opening) <= MAX_HEADLINE_CHARS and not opening.endswith(SENTENCE_ENDS):
        return opening, first
    return "", None
