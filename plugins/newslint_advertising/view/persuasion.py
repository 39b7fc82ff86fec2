"""Can a line persuade at all? It must have a word that does, or be worded like advertising, and be no other line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newslint.api import (
    Article,
    Headline,
    Rejection,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    line_at,
    short_line_runs,
)
from newslint_advertising.view.other_lines import LINK, is_other_line

MAX_RUN_LINES = 3  # that are not sentences; more are a signature, a table, links
MAX_HEADING_CHARS = 40
MIN_SUBJECT_CHARS = 4  # of a word that may name the article's subject
MAX_SEARCHED_CHARS = 20_000  # of the text, in which a subject recurs
MAX_RECURRENCE, CHARS_PER_RECURRENCE = 3, 1500  # of a subject's name in the text
MIN_WORDING, MIN_OWN_WORDING = 0.0, 1.0  # of a line without a persuasive word, or of the article's words; see `wording`
OWN_OVERLAP = 0.6  # of a line that has most of its words from the article
# A line needs one of these: headlines of other stories are long and share nothing with an article either.
PERSUASIVE_FEATURES = ("opens like a list", "hype", "selling", "superlative")

OTHER_LINE = Rejection(
    "it is a list of names, a credit, an address, a link, a label, a quotation or a part of the page", "guard"
)
IN_RUN = Rejection(
    f"more than {MAX_RUN_LINES} lines in a row are not sentences: a page's links, which boilerplate/stray-line reports",
    "guard",
)
BELOW_HEADING = Rejection("the line above it is the heading of a page's list", "guard")
OWN_WORDS = Rejection("most of its words are the article's own, as those of a subheading", "persuasion")
NOT_PERSUASIVE = Rejection("it has no persuasive word, and is worded like news", "persuasion")
PARTLY_TITLE_CASE = Rejection(
    "it has no persuasive word, and not all of its longer words begin with a capital", "persuasion"
)
NAMES_SUBJECT = Rejection(
    "it has no persuasive word, and names the article's subject, as a subheading does", "persuasion"
)
NAMES_NOTHING = Rejection("it names nothing, and may stand in any article", "persuasion")


def may_persuade(article: Article, line: Headline, features: Mapping[str, float]) -> Literal[True] | Rejection:
    """Return whether a line with these features can be promotion at all.

    A subheading may have a persuasive word, but then most of its words are the article's. Without one, a line is a
    subheading, however it is worded, if it names the article's subject. A line that names nothing may stand anywhere.
    """
    if is_other_line(article.text, *line.block.span):
        return OTHER_LINE
    if not persuades(features):
        return NOT_PERSUASIVE
    if len(article.get(short_line_runs).get(line.block.number, ())) > MAX_RUN_LINES:
        return IN_RUN
    if _is_below_list_heading(article, line):
        return BELOW_HEADING
    if not content_words(line.style.words):
        return NAMES_NOTHING
    if has_persuasive_word(features):
        overlap = body_overlap_ratio(article, line.style.words)
        return True if features["wording"] > MIN_OWN_WORDING or overlap < OWN_OVERLAP else OWN_WORDS
    if line.style.title_case_ratio < 1:
        return PARTLY_TITLE_CASE
    return NAMES_SUBJECT if names_subject(article, line) else True


def persuades(features: Mapping[str, float]) -> bool:
    """Return whether a line with these features has a persuasive word, or is not worded like news."""
    return features["wording"] > MIN_WORDING or has_persuasive_word(features)


def has_persuasive_word(features: Mapping[str, float]) -> bool:
    """Return whether a line opens like a list, or has a word of clickbait or of sale, or a superlative."""
    return any(features[name] for name in PERSUASIVE_FEATURES)


def _is_below_list_heading(article: Article, line: Headline) -> bool:
    """Return whether the line above names a page's list, such as "Related:", so that `boilerplate` reports the line."""
    end = line.block.span.start  # a headline stands below a paragraph, so that there is a line above
    while article.text[end - 1] == "\n":
        end -= 1
    start = line_at(article, end - 1).start
    return end - start <= MAX_HEADING_CHARS and LINK.match(article.text, start, end) is not None


def _low_text(article: Article) -> str:
    return article.text[:MAX_SEARCHED_CHARS].lower()


def names_subject(article: Article, line: Headline) -> bool:
    """Return whether a line has a word that recurs in the article; the longer the article, the oftener."""
    text = article.get(_low_text)
    least = min(MAX_RECURRENCE, 1 + len(text) // CHARS_PER_RECURRENCE)
    if line.block.span.start < MAX_SEARCHED_CHARS:
        least += 1  # in the line itself as well
    own = article.get(body_vocabulary)
    return any(
        len(word) >= MIN_SUBJECT_CHARS and word in own and text.count(word) >= least
        for word in content_words(line.style.words)
    )
