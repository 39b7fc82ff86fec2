"""How far the junk reaches that a phrase shows: the whole line, or only its sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from newslint.api import Article, Pattern, Rejection, Span

MAX_LABEL_CHARS = 90  # of what a page writes on a button or over a list
MAX_NOTICE_CHARS = 420  # of a site's notice
MAX_OTHER_TEXT_CHARS = 80  # of sentences before a phrase: more are the article's own, whatever follows
MIN_OTHER_TEXT_CHARS = 20  # before the end of a sentence that may be the article's own
MIN_PHRASE_DISTANCE = 30  # characters between two phrases that count as two
MAX_JUNK_LINE_CHARS = 200  # a longer line is junk only where it holds two phrases
PHRASES = ("boilerplate.opening", "boilerplate.contained")  # where they stand, words are likely a page's
HINTS = (*PHRASES, "boilerplate.possible-opening", "boilerplate.appeal", "boilerplate.inbox")

SENTENCE_END = Pattern(
    r"[.!][”\"’)]*(?:\s|(?=[A-Z]))",
    case_sensitive=True,
    method="search",
    matches=("It rained. Subscribe now", "“It rained!” Subscribe now", "It rained.Subscribe now"),
    misses=("example.com", "It rained, and", "Did it rain? Vote in our poll"),
)

INTRODUCES = Rejection("the line ends with a colon and introduces what follows", "phrases")
TOO_LONG = Rejection(f"a line of more than {MAX_NOTICE_CHARS} characters is a paragraph, not a notice", "phrases")
AFTER_TEXT = Rejection("it stands after sentences of the article in the same line", "phrases")
AFTER_SENTENCE = Rejection("it stands after a sentence in the same line, and the line holds no other phrase", "phrases")
ONE_PHRASE = Rejection(
    f"a line of more than {MAX_JUNK_LINE_CHARS} characters with one phrase of a page may be the article's", "phrases"
)


def is_junk_line(article: Article, line: Span, at: int) -> Literal[True] | Rejection:
    """Return whether the whole line is junk, not only the sentence at `at`: it is short, or holds another phrase."""
    start, end = line
    if article.text[end - 1] == ":" and end - start > MAX_LABEL_CHARS:
        return INTRODUCES
    if end - start > MAX_NOTICE_CHARS:  # before anything is searched: it may hold thousands of phrases
        return TOO_LONG
    has_sentence_before = SENTENCE_END.search(article.text, start + MIN_OTHER_TEXT_CHARS, at + 1) is not None
    if end - start <= MAX_JUNK_LINE_CHARS and not has_sentence_before:
        return True
    first = _first_mention(article, HINTS, start, at)
    if first - start > MAX_OTHER_TEXT_CHARS and SENTENCE_END.search(
        article.text, start + MIN_OTHER_TEXT_CHARS, first + 1
    ):
        return AFTER_TEXT
    if _has_mention(article, PHRASES, start, at - MIN_PHRASE_DISTANCE) or _has_mention(
        article, PHRASES, at + MIN_PHRASE_DISTANCE + 1, end
    ):
        return True
    return AFTER_SENTENCE if has_sentence_before else ONE_PHRASE


def _has_mention(article: Article, kinds: tuple[str, ...], start: int, end: int) -> bool:
    """Return whether a phrase of one of these kinds begins within a stretch."""
    for kind in kinds:
        mentions = article.mentions(kind)
        if bisect_left(mentions, (start,)) < bisect_left(mentions, (end,)):
            return True
    return False


def _first_mention(article: Article, kinds: tuple[str, ...], start: int, end: int) -> int:
    """Return where the first phrase of one of these kinds begins within a stretch; its end where there is none."""
    first = end
    for kind in kinds:
        mentions = article.mentions(kind)
        at = bisect_left(mentions, (start,))
        if at < len(mentions):
            first = min(first, mentions[at][0])
    return first
