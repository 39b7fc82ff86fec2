"""Where a text turns to its reader: orders at the head of a sentence, and words that nobody else is said to speak."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newslint.article import Article
from newslint.model import Mention, Span
from newslint.reading.lines import filled_lines
from newslint.reading.pattern import Pattern
from newslint.reading.quotations import quoted
from newslint.reading.sentences import sentence_at, sentences

# What may stand before the order that a sentence gives: "If you like our work, please …", "Click here to …".
LEADING = r"""
    (?: \W* (?: if | to | for | want | like | love | enjoy(?:ed|ing)? | before | hurry ) \b [^.!?]{0,90} [,!–—] )?
    \W*
    (?: (?: please | now | just | and | so | or | click\ (?:here\ )?(?:to|and) | tap\ (?:here\ )?to
        | (?: remember | be\ sure | make\ sure | don.t\ forget ) \ to ) \s+ )*
"""
LEADS = ("to", "please", "now", "just", "and", "so", "or")  # what LEADING may end with, a mark apart
ORDERED = Pattern(LEADING + "$")
# Somebody is reported to say it, or it is told of others.
REPORTED = Pattern(
    r"\b(?:said|says|saying|told|added|wrote|tweeted|announced|according|asked|argued|warned|urged|claimed|claims)\b"
)
LONGEST = 400  # characters of a sentence that is looked at


def orders(verbs: str) -> Pattern:
    """What a sentence begins with that gives its reader an order by one of these verbs, a pattern."""
    return Pattern(LEADING + verbs)


def addressed(article: Article, kind: str, *, opens: bool = False) -> Iterator[tuple[Mention, Span]]:
    """The mentions of a kind that are the publisher's own words, with their sentences; with `opens`, orders alone."""
    text = article.text
    for mention in article.mentions(kind):
        if opens and not _may_open(text, mention[0]):
            continue
        sentence = sentence_at(article, mention[0])
        if sentence.end - sentence.start > LONGEST or REPORTED.within(text, *sentence) or quoted(article, mention[0]):
            continue
        if not opens or ORDERED.at(text, sentence.start, mention[0]):
            yield mention, sentence


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


def _may_open(text: str, start: int) -> bool:
    """A first look, at little cost, whether the words at `start` can open a sentence's order."""
    before = text[max(0, start - 8) : start].rstrip(" ")
    return not before[-1:].isalnum() or before.lower().endswith(LEADS)
