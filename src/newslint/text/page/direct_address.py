"""Sentences in which a publisher addresses its readers: orders, and words that no other person is reported to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.article import Article
from newslint.model import Mention, Span
from newslint.text.lines import line_span, span_list_of_line
from newslint.text.pattern import Pattern, build_alternation
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences_in_line
from newslint.trace import Rejection

if TYPE_CHECKING:
    from newslint.article import SpanList

MAX_SENTENCE_CHARS = 400
LINK_WORDS = ("please", "now", "just", "and", "so", "or")
# What may stand before the order that a sentence gives: "If you like our work, please …", "Click here to …".
IMPERATIVE_PREFIX = rf"""
    (?: \W* (?: (?:\w+(?:.s)?\s+)? note | reminder | p\.?s\.? | special | alert ) \s* : )?
    (?: \W* (?: if | to | for | want | like | love | enjoy(?:ed|ing)? | before | hurry ) \b [^.!?]{{0,90}} [,!–—] )?
    \W*
    (?: (?: {build_alternation(LINK_WORDS)} | click\ (?:here\ )?(?:to|and) | tap\ (?:here\ )?to
        | (?: remember | be\ sure | make\ sure | don.t\ forget ) \ to ) \s+ )*
"""
LAST_PREFIX_WORDS = ("to", *LINK_WORDS)  # after which an order may follow without a mark
REPORTING_VERBS = (
    "said", "says", "saying", "told", "added", "wrote", "tweeted", "announced", "according", "asked", "argued",
    "warned", "urged", "claimed", "claims",
)  # fmt: skip

PREFIX_ALONE = Pattern(
    IMPERATIVE_PREFIX + "$",
    matches=("", "“", "Please ", "If you like our work, please ", "Click here to ", "Editor’s note: "),
    misses=("The council will ", "Please do not ", "He had one rule: "),
)
NO_ORDER = Rejection("its sentence does not begin with it as an order to the reader", "direct address")
TOO_LONG = Rejection(f"its sentence is longer than {MAX_SENTENCE_CHARS} characters", "direct address")
REPORTED = Rejection("its sentence reports what somebody said", "direct address")
QUOTED = Rejection("it stands in a quotation, so somebody says it", "direct address")
REPORTED_SPEECH = Pattern(
    rf"\b{build_alternation(REPORTING_VERBS)}\b",
    method="search",
    matches=("Sign up now, the mayor said.", "According to the mayor"),
    misses=("Sign up now for what she has to say.", "An accord"),
)


def imperative_opening(verbs: str, *, matches: tuple[str, ...] = (), misses: tuple[str, ...] = ()) -> Pattern:
    """Return a pattern of a sentence's beginning that orders its reader to do something.

    `verbs` is a pattern of the verbs, and `matches` and `misses` are its examples.
    """
    return Pattern(IMPERATIVE_PREFIX + verbs, matches=matches, misses=misses)


def reader_directed_sentences(article: Article, kind: str, *, opens: bool = False) -> Iterator[tuple[Mention, Span]]:
    """Yield the mentions of a kind in the publisher's own words, each with its sentence.

    Sentences that quote or report someone are left out; with `opens`, so are those that do not begin with the mention
    as an order.
    """
    text = article.text
    for mention in article.mentions(kind):
        if not opens or _may_begin_order(text, mention[0]):
            sentence = reader_directed_sentence(article, mention, opens=opens)
            if sentence:
                yield mention, sentence


def reader_directed_sentence(article: Article, mention: Mention, *, opens: bool = False) -> Span | Rejection:
    """Return the sentence of one mention, or why `reader_directed_sentences` leaves it out."""
    text, start = article.text, mention[0]
    sentence = sentence_at(article, start)
    if sentence.end - sentence.start > MAX_SENTENCE_CHARS:
        return TOO_LONG
    if REPORTED_SPEECH.search(text, *sentence):
        return REPORTED
    if in_quotation(article, start):
        return QUOTED
    return sentence if not opens or PREFIX_ALONE.match(text, sentence.start, start) else NO_ORDER


def merge_into_blocks(article: Article, marked: Iterable[Span]) -> Iterator[Span]:
    """Yield the lines of which most sentences are marked, as one span; of other lines, the marked sentences.

    A line that may be two blocks, since a line end in it is doubtful, yields only the sentences without that line end.
    """
    by_line: dict[int, SpanList[Span]] = {}
    for sentence in marked:
        number = article.line_index(sentence.start)
        if number not in by_line:
            by_line[number] = span_list_of_line(article, line_span(article, number))
        by_line[number].append(sentence)
    for number, sentences in by_line.items():
        marked_sentences = set(sentences) if isinstance(sentences, list) else sentences.distinct()
        line_sentences = sentences_in_line(article, article.line_starts[number])
        line = Span(line_sentences[0].start, line_sentences[-1].end)
        if article.may_be_two_blocks(line):
            yield from (sentence for sentence in marked_sentences if not article.may_be_two_blocks(sentence))
        elif 2 * len(marked_sentences) > len(line_sentences):
            yield line
        else:
            yield from marked_sentences


def _may_begin_order(text: str, start: int) -> bool:
    """Return whether an order can begin at `start`, by the word before it: fast path for most mentions."""
    before = text[max(0, start - 8) : start].rstrip(" ")
    return not before[-1:].isalnum() or before.lower().endswith(LAST_PREFIX_WORDS)
