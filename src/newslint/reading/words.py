"""Words of a short stretch of text, for rules that weigh vocabulary. Not for whole articles: that is the scanner's."""

from __future__ import annotations

import re
from collections import Counter

from newslint.article import Article
from newslint.model import Span
from newslint.reading.lines import filled_lines

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
LONG = 120  # characters: a block this long is the article's own text, seldom a headline or a label


def words(text: str, span: tuple[int, int]) -> list[Span]:
    """The words and figures of a stretch."""
    return [Span(*match.span()) for match in WORD.finditer(text, *span)]


def body_words(article: Article) -> Counter[str]:
    """How often each word, in lower case, stands in the article's long blocks."""
    text = article.text
    return Counter(
        match.group().lower()
        for start, end in article.get(filled_lines)
        if end - start >= LONG
        for match in WORD.finditer(text, start, end)
    )
