"""Lines that a site's template may have written, as opposed to lines that recur because many articles need them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import ENGLISH, Article, Rejection, Span, is_laid_out, language, non_blank_lines
from newslint_boilerplate.data.words import (
    NAME_PARTICLES,
    PAGE_PARTS,
    PAGE_VERBS,
    PUBLICATION_WORDS,
    READER_WORDS,
    SECTIONS,
)
from newslint_boilerplate.view.junk import junk
from newslint_boilerplate.view.line_kinds.bylines import is_byline_or_caption, is_date
from newslint_boilerplate.view.line_kinds.credits import is_contribution, is_publication_credit
from newslint_boilerplate.view.line_kinds.labels import normalize_label

HEAD_LINES, FOOT_LINES = 3, 5  # at each end of an article, where templates write
MAX_LINE_CHARS = {"head": 80, "foot": 160}
MIN_PARAGRAPH_CHARS = 100
MIN_LOWER_WORDS = 3  # of a line that is not English
MAX_NAME_WORDS = 4
MAX_SUBHEADING_WORDS = 3
QUOTES = frozenset('"“”„‟«»‹›‘')
STAMPS = ("by ", "date", "published", "posted", "updated")  # bylines and time stamps repeat, but not from a template
SENTENCE_ENDS = (".", "!", "?")
OWN_WORDS = READER_WORDS | PAGE_PARTS | PUBLICATION_WORDS  # a page speaks of itself and to its readers

IN_TEXT = Rejection("it stands among the paragraphs", "layout")
TOO_LONG = Rejection("it is longer than the lines that templates write", "layout")
JUNK = Rejection("another rule of this family reports it")
LONGEST = Rejection("it is the longest line of the article", "layout")
LAID_OUT = Rejection("the markup makes it a heading, an item of a list, a cell, a quotation or a caption", "guard")
QUOTED = Rejection("it is a quotation, or holds one", "guard")
ONE_WORD = Rejection("it is a single word", "guard")
STAMP = Rejection("it is a byline or a time stamp", "guard")
NAME = Rejection("it may be a person's name", "guard")
SUBHEADING = Rejection("it may be a subheading that several articles have", "guard")
STATEMENT = Rejection("it is a sentence that neither speaks of the publication nor to its readers", "guard")
DATE_OR_CREDIT = Rejection("it is a date, a byline, a caption or a credit", "guard")
FOREIGN_STATEMENT = Rejection("it is a byline, ends like a sentence or holds a figure", "guard")
FOREIGN_NAME = Rejection(f"it has fewer than {MIN_LOWER_WORDS} words in lower case, so it may be a name", "guard")


def template_candidates(article: Article) -> Iterator[tuple[Span, str, str]]:
    """Yield the lines at both ends that may be a template's, each with its end ("head" or "foot") and its label."""
    for line, end, outcome in template_outcomes(article):
        if not isinstance(outcome, Rejection):
            yield line, end, outcome


def template_outcomes(article: Article) -> Iterator[tuple[Span, str, str | Rejection]]:
    """Yield the lines at both ends, each with its end, and with its label or the reason why no template wrote it."""
    lines = article.get(non_blank_lines)
    count = len(lines)
    if not count:
        return
    junk_lines = {piece.span for piece in article.get(junk) if piece.is_line}
    lengths = [end - start for start, end in lines]
    body = lines[lengths.index(max(lengths))]
    is_english = article.get(language) == ENGLISH
    paragraphs = [number for number, length in enumerate(lengths) if length >= MIN_PARAGRAPH_CHARS]
    first_paragraph, last_paragraph = (paragraphs[0], paragraphs[-1]) if paragraphs else (count, 0)
    for number in (*range(min(HEAD_LINES, count)), *range(max(HEAD_LINES, count - FOOT_LINES), count)):
        line = lines[number]
        end = "head" if number < HEAD_LINES and number * 2 < count else "foot"
        if number > first_paragraph if end == "head" else number < last_paragraph:
            yield line, end, IN_TEXT
        elif lengths[number] > MAX_LINE_CHARS[end]:
            yield line, end, TOO_LONG
        elif line in junk_lines:
            yield line, end, JUNK
        elif line == body:
            yield line, end, LONGEST
        elif is_laid_out(article, line.start):
            yield line, end, LAID_OUT
        elif not QUOTES.isdisjoint(text := article[line]):
            yield line, end, QUOTED
        else:
            yield line, end, _template_label(text) if is_english else _foreign_label(text)


def _template_label(text: str) -> str | Rejection:
    """Return the label of a line of several words that is not a byline, a date, a credit, a name or a statement."""
    label = normalize_label(text)
    if " " not in label:
        return ONE_WORD
    if label.startswith(STAMPS):
        return STAMP
    if _is_name(text):
        return NAME
    if _is_subheading(text, label):
        return SUBHEADING
    if text.endswith(SENTENCE_ENDS) and OWN_WORDS.isdisjoint(label.split()):
        return STATEMENT
    is_own = is_date(text) or is_byline_or_caption(text) or is_contribution(text) or is_publication_credit(text)
    return DATE_OR_CREDIT if is_own else label


def _foreign_label(text: str) -> str | Rejection:
    """Return the label of a line in another language that is more than a name, not a sentence, and undated."""
    label = normalize_label(text)
    if label.startswith(STAMPS) or text.endswith(SENTENCE_ENDS) or any(map(str.isdigit, text)):
        return FOREIGN_STATEMENT
    return label if sum(word[0].islower() for word in text.split()) >= MIN_LOWER_WORDS else FOREIGN_NAME


def _is_subheading(text: str, label: str) -> bool:
    """Return whether a line is a few words in lower case, none of them a page's: several articles may be divided so."""
    words = text.split()
    return (
        len(words) <= MAX_SUBHEADING_WORDS
        and all(word.isalpha() for word in words)
        and all(word.islower() for word in words[1:])
        and (OWN_WORDS | SECTIONS | PAGE_VERBS).isdisjoint(label.split())
    )


def _is_name(text: str) -> bool:
    """Return whether a line of several words may be a name: all with capitals, none of them a publication's."""
    words = text.strip(" .,:;|–—-").split()
    return (
        len(words) <= MAX_NAME_WORDS
        and words[0] not in ("The", "THE")
        and all(word[0].isupper() or word in NAME_PARTICLES for word in words)
        and (PUBLICATION_WORDS | SECTIONS).isdisjoint(word.lower().strip("'’.,") for word in words)
    )
