"""The lines that are worth scoring: most lines of most articles are not, and cost nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from newslint.api import (
    Article,
    NamedTuple,
    Rejection,
    is_laid_out,
    is_page_element,
    non_prose_lines,
    short_lines,
    words,
)
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

HEADLINE = Rejection("it is the headline: the first line of four words or more before the text", "headline")
TOO_LONG = Rejection(f"a line of more than {MAX_LINE_CHARS} characters is a paragraph", "layout")
NO_PAGE_WORDS = Rejection(
    "it does not begin like a part of a page, and no phrase in the article shows that a page left something there",
    "phrases",
)
SENTENCE = Rejection(
    "a sentence is weighed only if it begins with an order and has two words with which pages speak to visitors",
    "layout",
)
LABELLED_SENTENCE = Rejection('it reads like a sentence, though a label such as "See also" begins it', "layout")
SENTENCE_ALONE = Rejection("a sentence is weighed only where phrases show other leftovers in the article", "layout")
SUBHEADING = Rejection("a few words above a paragraph, or below a single link, are a subheading", "headline")
LAID_OUT = Rejection("the markup makes it a heading, an item of a list, a cell, a quotation or a caption", "guard")
SEPARATOR = Rejection("it only separates what stands above it from what stands below", "guard")
BYLINE_OR_CAPTION = Rejection("it is a byline, a time stamp, a caption, a picture credit or the end of a post", "guard")
CORRECTION = Rejection("it tells what was corrected in the article", "guard")
POSTAL_ADDRESS = Rejection("it is a postal address", "guard")
UNFINISHED = Rejection("the next line goes on with it: it ends with a comma, or its quotation stays open", "guard")
STAGE_DIRECTION = Rejection("it is a note of a transcript, in capitals and brackets", "guard")
DATE_AT_HEAD = Rejection("a line with a date above the first long paragraph is the article's own", "guard")
SELLING_LABEL = Rejection("its words are a label for what is sold, which the article may need", "guard")
CAPTION = Rejection("it stands below the label of a caption", "guard")
INTRODUCES = Rejection("it ends with a colon and introduces what follows", "guard")
IN_LIST = Rejection("it stands near two lines of the same form: tables and lists are the article's own", "guard")


class LineChoice(NamedTuple):
    """What decides which lines of an article are worth scoring."""

    numbers: Mapping[int, None]  # of the lines that may be, in order
    texts: dict[int, str]  # of the lines in runs, by number
    headline: int  # the number of its line


def line_choice(article: Article, layout: Layout) -> LineChoice:
    """Return what decides which lines of an article are worth scoring."""
    texts = {number: article[layout.lines[number]] for number in layout.runs}
    return LineChoice(dict.fromkeys(_numbers(article, layout)), texts, _headline(layout, texts))


def candidate_lines(article: Article, layout: Layout) -> Iterator[int]:
    """Yield the numbers of the lines worth scoring: with a page's words, or in an article that holds other junk."""
    choice = line_choice(article, layout)
    for number in choice.numbers:
        if number not in layout.certain and _is_worth_scoring(article, number, layout, choice):
            yield number


def why_not_scored(article: Article, layout: Layout, number: int, choice: LineChoice) -> Rejection | None:
    """Return why a line that is not certain junk is not worth scoring; None if it is."""
    if number not in choice.numbers:
        start, end = layout.lines[number]
        if end - start > MAX_LINE_CHARS:
            return TOO_LONG
        return SENTENCE if layout.certain else SENTENCE_ALONE
    outcome = _is_worth_scoring(article, number, layout, choice)
    return outcome if isinstance(outcome, Rejection) else None


def _numbers(article: Article, layout: Layout) -> Iterable[int]:
    messages = _messages(article, layout) if layout.certain else ()
    return sorted({*layout.runs, *layout.possible, *messages})


def _is_worth_scoring(article: Article, number: int, layout: Layout, choice: LineChoice) -> Literal[True] | Rejection:
    _, texts, headline = choice
    span, is_possible, holds_junk = layout.lines[number], number in layout.possible, bool(layout.certain)
    if number == headline:
        return HEADLINE
    if span.end - span.start > MAX_LINE_CHARS:
        return TOO_LONG
    text = article[span]
    if not (is_possible or holds_junk or may_have_page_words(text)):
        return NO_PAGE_WORDS
    if number not in layout.runs and not holds_junk:
        return SENTENCE_ALONE
    if number not in layout.runs and layout.possible.get(number) in LINK_KINDS:
        return LABELLED_SENTENCE
    if _is_subheading(number, text, layout):
        return SUBHEADING
    if is_laid_out(article, span.start):
        return LAID_OUT
    if not text.strip(SEPARATORS):
        return SEPARATOR
    if is_byline_or_caption(text):
        return BYLINE_OR_CAPTION
    if is_correction(text):
        return CORRECTION
    if is_postal_address(text):
        return POSTAL_ADDRESS
    if _is_unfinished(text):
        return UNFINISHED
    if _is_stage_direction(text):
        return STAGE_DIRECTION
    if number < layout.first_paragraph and holds_date(text):
        return DATE_AT_HEAD
    if text.lower() in SELLING_LABELS:
        return SELLING_LABEL
    if number and is_caption_label(article[layout.lines[number - 1]]):
        return CAPTION
    if is_possible:
        return True
    if text[-1] == ":" and number < layout.last_prose:
        return INTRODUCES
    return IN_LIST if number in texts and is_in_list(number, layout, texts) else True


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
    if layout.first_prose < number < layout.last_prose and number not in layout.possible:
        before = {layout.certain.get(line) for line in run[:-1]}
        if before == {"ad slot"}:
            return True
    if text.count(" ") >= MAX_SUBHEADING_WORDS or not text[-1].isalnum() or any(mark in text for mark in ":|@#/."):
        return False
    if len(run) == 1:
        return layout.first_prose < number < layout.last_prose
    if not run or number > layout.last_prose or number in layout.possible:
        return False
    return _is_whole_link(number - 1, layout) and all(line in layout.certain for line in run[:-1])


def _is_whole_link(number: int, layout: Layout) -> bool:
    """Return whether a line is a link with its text, or a place for advertising, and not the heading of a list."""
    start, end = layout.lines[number]
    kind = layout.certain.get(number)
    return kind == "ad slot" or (kind in ("related", "read more", "player") and end - start > MAX_LABEL_CHARS // 2)
