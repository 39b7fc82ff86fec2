"""The lines that are worth scoring: most lines of most articles are not, and cost nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, is_laid_out, is_page_element, non_prose_lines, short_lines, words
from newslint_boilerplate.data.words import PAGE_VERBS, SECTIONS, SELLING_LABELS, VISITOR_WORDS
from newslint_boilerplate.view.line_kinds.bylines import (
    holds_date,
    is_byline_or_caption,
    is_caption_label,
    is_correction,
    is_postal_address,
)
from newslint_boilerplate.view.line_kinds.instructions import REPORTED
from newslint_boilerplate.view.line_kinds.labels import BUTTON_WORDS, FIRST_WORDS, MARKS_AROUND_LABEL, split_camel_case
from newslint_boilerplate.view.scored.layout import Layout
from newslint_boilerplate.view.scored.list_guard import is_in_list

MAX_LINE_CHARS = 320  # a longer line is not scored
MAX_SUBHEADING_WORDS = 3  # of a phrase of a page that may be a subheading
MAX_LABEL_CHARS = 40
MIN_HEADLINE_SPACES = 3
MIN_VISITOR_WORDS = 2  # of a sentence that may be a page's message
LINK_KINDS = frozenset(("label", "related", "credit"))
ORDERS = BUTTON_WORDS | PAGE_VERBS  # with which a message begins
QUOTES = frozenset("“‘\"'")
SEPARATORS = " _-–—*=~.…•"


def candidate_lines(article: Article, layout: Layout) -> Iterator[int]:
    """Yield the numbers of the lines worth scoring: with a page's words, or in an article that holds other junk."""
    texts = {number: article[layout.lines[number]] for number in layout.runs}
    headline, holds_junk = _headline(layout, texts), bool(layout.certain)
    messages = _messages(article, layout) if holds_junk else ()
    for number in sorted({*layout.runs, *layout.possible, *messages}):
        span, is_possible = layout.lines[number], number in layout.possible
        if number in layout.certain or number == headline or span.end - span.start > MAX_LINE_CHARS:
            continue
        text = article[span]
        if not (is_possible or holds_junk or may_have_page_words(text)):
            continue
        if number not in layout.runs and (not holds_junk or layout.possible.get(number) in LINK_KINDS):
            continue  # a sentence of a text without junk, or one that begins with "Tags" or "See also"
        if _is_subheading(number, text, layout) or is_laid_out(article, span.start) or not text.strip(SEPARATORS):
            continue
        if is_byline_or_caption(text) or is_correction(text) or is_postal_address(text):
            continue
        if _is_unfinished(text) or _is_stage_direction(text):
            continue
        if (number < layout.first_paragraph and holds_date(text)) or text.lower() in SELLING_LABELS:
            continue
        if number and is_caption_label(article[layout.lines[number - 1]]):
            continue
        introduces = text[-1] == ":" and number < layout.last_prose
        if is_possible or not (introduces or (number in texts and is_in_list(number, layout, texts))):
            yield number


def _messages(article: Article, layout: Layout) -> Iterator[int]:
    """Yield the lines that read like a sentence, but open with an order and have several words for visitors."""
    text = article.text
    for number, (start, end) in enumerate(layout.lines):
        if number in layout.runs or end - start > MAX_LINE_CHARS or text[start] in QUOTES:
            continue
        first = text[start:end].partition(" ")[0].strip(MARKS_AROUND_LABEL).lower()
        if first not in ORDERS and not is_page_element(text, start, end):
            continue
        found = VISITOR_WORDS.intersection(split_camel_case(words(text, (start, end))))
        if len(found) >= MIN_VISITOR_WORDS and not REPORTED.search(text, start, end):
            yield number


def _headline(layout: Layout, texts: dict[int, str]) -> int:
    """Return the first line before the text that can be its headline: of four words or more, and not convicted."""
    before = (number for number in range(layout.first_prose) if number not in layout.certain)
    return next((number for number in before if texts[number].count(" ") >= MIN_HEADLINE_SPACES), -1)


def has_candidates(article: Article) -> bool:
    """Return whether a line can be worth scoring though no line has a phrase: fast path for most articles."""
    text, not_prose = article.text, frozenset(article.get(non_prose_lines))
    return any(
        number in not_prose and may_have_page_words(text[start:end])
        for number, start, end in (article.get(short_lines) if not_prose else ())
    )


def may_have_page_words(text: str) -> bool:
    """Return whether a line may have a supporting feature of its own, by its first word and a few marks."""
    first = text.partition(" ")[0].strip(MARKS_AROUND_LABEL).lower()
    if first in FIRST_WORDS or (first in SECTIONS and len(text) < MAX_LABEL_CHARS):
        return True
    return "http" in text or "www." in text or is_page_element(text, 0, len(text))


def _is_unfinished(text: str) -> bool:
    """Return whether the next line goes on with this one: a salutation, or a quotation that does not close in it."""
    return text[-1] == "," or (text[0] == "“" and "”" not in text)


def _is_stage_direction(text: str) -> bool:
    """Return whether a line is a note of a transcript: "(APPLAUSE)"."""
    return text[0] in "([" and text[-1] in ")]" and text.isupper()


def _is_subheading(number: int, text: str, layout: Layout) -> bool:
    """Return whether a few words stand alone above a paragraph, or below one link: "Privacy".

    Below a place for advertising, whatever stands alone above a paragraph is a subheading.
    """
    run = layout.runs.get(number, range(0))
    if number == run.stop - 1 and layout.first_prose < number < layout.last_prose and number not in layout.possible:
        before = {layout.certain.get(line) for line in run[:-1]}
        if before == {"ad slot"}:
            return True
    if text.count(" ") >= MAX_SUBHEADING_WORDS or not text[-1].isalnum() or any(mark in text for mark in ":|@#/."):
        return False
    if len(run) == 1:
        return layout.first_prose < number < layout.last_prose
    if number != run.stop - 1 or number > layout.last_prose or number in layout.possible:
        return False
    return _is_whole_link(number - 1, layout) and all(line in layout.certain for line in run[:-1])


def _is_whole_link(number: int, layout: Layout) -> bool:
    """Return whether a line is a link with its text, or a place for advertising, and not the heading of a list."""
    start, end = layout.lines[number]
    kind = layout.certain.get(number)
    return kind == "ad slot" or (kind in ("related", "read more", "player") and end - start > MAX_LABEL_CHARS // 2)
