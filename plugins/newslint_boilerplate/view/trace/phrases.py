"""Why the phrases of a line show that it is junk, or do not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Mention, Span, in_quotation
from newslint_boilerplate.data.kinds import KIND_NAMES
from newslint_boilerplate.view.certain.inserted_lines import inserted_lines
from newslint_boilerplate.view.certain.page_messages import page_messages
from newslint_boilerplate.view.certain.phrase_matching import is_headline_label
from newslint_boilerplate.view.certain.phrase_reach import is_junk_line
from newslint_boilerplate.view.certain.templates import template_lines
from newslint_boilerplate.view.lexicon import CONTAINED_KIND, OPENING_KIND, POSSIBLE_OPENING_KIND
from newslint_boilerplate.view.line_kinds.credits import is_contribution
from newslint_boilerplate.view.line_kinds.instructions import CLICKS
from newslint_boilerplate.view.line_kinds.labels import is_button_row, is_page_action, label_kind, normalize_label

LETTER_OR_DIGIT = re.compile(r"[^\W_]")
INSERTED = {  # by kind, the forms of lines that a page inserts
    "share": "tells readers how to reach a reporter or a newsroom",
    "credit": "is the note of a syndicator below a text",
    "related": "is the heading of a list of links, or a link in capitals or brackets",
    "label": "tells how long it takes to read the article",
    "stray": "begins with a mark and repeats a line above it",
}


def certain_evidence(article: Article, number: int, line: Span, kind: str) -> str:
    """Return what shows that a line is junk of a kind."""
    text = article[line]
    label = normalize_label(text)
    if kind == "template":
        holds_tags = number in article.get(template_lines)
        return "it holds only leftovers of a template" if holds_tags else "it is code of a script or a style sheet"
    if label_kind(text, label) == (kind, True):
        return f'it says only "{label}", as pages do'
    for mention in mentions_in(article, "boilerplate.opening", line):
        if OPENING_KIND[mention[2]] == kind and _begins_line(article, line, mention):
            return f'it begins with "{_words(article, mention)}"'
    for mention in mentions_in(article, "boilerplate.contained", line):
        if CONTAINED_KIND[mention[2]] == kind:
            return f'it holds "{_words(article, mention)}" {place(article, mention)}'
    if is_contribution(text):
        return "it credits those who worked on the article"
    if is_button_row(text):
        return "it consists of the names of buttons"
    if is_page_action(text, label):
        return "it says only what can be done with a part of the page"
    if article.get(inserted_lines).get(number) == kind:
        return f"it {INSERTED[kind]}"
    if article.get(page_messages).get(number) == kind:
        return "it has the form of a page's message to its visitor"
    if kind == "sign-up":
        return "it asks readers to subscribe, to sign up or to give"
    if any(mention[2] in CLICKS for mention in mentions_in(article, "boilerplate.link", line)):
        return "it tells readers to click"
    return "it is one link"


def phrase_conclusions(article: Article, number: int, line: Span, certain: str, possible: str) -> Iterator[str]:
    """Yield what the phrases of a line show. `certain` and `possible` are the kinds of junk that they may be."""
    if certain:
        yield f"{certain_evidence(article, number, line, certain)}: {KIND_NAMES[certain]}"
        return
    rejected = list(_rejected(article, number, line))
    yield from rejected
    if possible:
        words = next(
            (
                f'begins with "{_words(article, mention)}"'
                for mention in mentions_in(article, "boilerplate.possible-opening", line)
                if POSSIBLE_OPENING_KIND[mention[2]] == possible
            ),
            f'says only "{normalize_label(article[line])}"',
        )
        yield f"it {words}, which an article may do too: this only counts in its score"
    elif not rejected:
        holds_one = any(mentions_in(article, f"boilerplate.{kind}", line) for kind in ("opening", "embedded"))
        yield (
            "it holds phrases of a page, but neither is one nor begins with one"
            if holds_one
            else "it has no phrase of a page"
        )


def _rejected(article: Article, number: int, line: Span) -> Iterator[str]:
    """Yield why phrases do not show that the whole line is junk."""
    contained = set(mentions_in(article, "boilerplate.contained", line))
    for mention in mentions_in(article, "boilerplate.opening", line):
        is_opening = _begins_line(article, line, mention)
        if not is_opening and mention not in contained:
            continue  # it may open a piece within the line
        outcome = is_junk_line(article, line, mention[0])
        if is_opening and number == 0 and is_headline_label(mention[2]):
            reason = "the headline may begin so"
        elif not outcome:
            reason = outcome.reason
        elif in_quotation(article, mention[0]):
            reason = "it stands in a quotation, so somebody says it"
        else:
            reason = "the line is made like the article's own"
        yield f'"{_words(article, mention)}" {place(article, mention)} does not decide about the line: {reason}'


def mentions_in(article: Article, kind: str, line: Span) -> list[Mention]:
    """Return the mentions of a kind that begin in a line."""
    mentions = article.mentions(kind)
    return list(mentions[bisect_left(mentions, (line.start,)) : bisect_left(mentions, (line.end,))])


def place(article: Article, span: Span | Mention) -> str:
    """Return where a span begins, as a conclusion names it."""
    start, _ = article.start_and_end_position((span[0], span[1]))
    return f"at {start.line}:{start.column}"


def _begins_line(article: Article, line: Span, mention: Mention) -> bool:
    return not LETTER_OR_DIGIT.search(article.text, line.start, mention[0])


def _words(article: Article, mention: Mention) -> str:
    return article[mention[0], mention[1]]
