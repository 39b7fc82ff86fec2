"""From sentences that advertise to what is to be taken out: the whole block, or the sentences alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newslint.api import Article, Edit, Finding, Fix, Pattern, Span, filled_lines, quoted, removal, sentences

# Somebody is reported to say it, or it is told of others.
REPORTED = Pattern(
    r"\b(?:said|says|saying|told|added|wrote|tweeted|announced|according|asked|argued|warned|urged|claimed|claims)\b"
)


def spoken(article: Article, sentence: Span, offset: int) -> bool:
    """Whether the words at `offset` are somebody's, reported or quoted, rather than the publisher's own."""
    return quoted(article, offset) or REPORTED.within(article.text, *sentence) is not None


def passages(article: Article, marked: Iterable[Span]) -> Iterator[Span]:
    """The blocks whose sentences are for the greater part marked; of other blocks, the marked sentences."""
    every, blocks = article.get(sentences), article.get(filled_lines)
    by_block: dict[Span, set[Span]] = {}
    for sentence in marked:
        block = blocks[bisect_right(blocks, (sentence.start, len(article.text))) - 1]
        by_block.setdefault(block, set()).add(sentence)
    for block, those in by_block.items():
        count = bisect_left(every, (block.end,)) - bisect_left(every, (block.start,))
        if 2 * len(those) > count:
            yield block
        else:
            yield from those


def finding(article: Article, span: Span, message: str) -> Finding:
    """A finding whose fix takes the passage out."""
    cut = Edit(removal(article, span), "")
    return Finding(span, message, Fix("Take the promotion out", False, (cut,)))


def short(text: str) -> str:
    """A passage as a message quotes it: its beginning, where it is long."""
    return text if len(text) <= 80 else text[:80].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"
