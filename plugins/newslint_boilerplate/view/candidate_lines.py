"""The lines that are worth scoring: most lines of most articles are not, and cost nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Pattern, is_laid_out, non_prose_lines, short_lines
from newslint_boilerplate.data.words import SECTIONS
from newslint_boilerplate.view.bylines import holds_date, is_byline_or_caption, is_correction
from newslint_boilerplate.view.labels import FIRST_WORDS
from newslint_boilerplate.view.layout import Layout
from newslint_boilerplate.view.list_guard import is_in_list

MAX_LINE_CHARS = 320  # a longer line is not scored
MAX_HEAD_LINES = 3  # before the text: the headline, the byline and the date
MAX_SUBHEADING_WORDS = 3  # of a phrase of a page that may be a subheading
MAX_LABEL_CHARS = 40
MIN_HEADLINE_SPACES = 3
SEPARATORS = " _-–—*=~.…•"

# What a line that stands alone has besides words, if it may be junk.
HINT = Pattern(
    r"""[|@#»›©→▶►×✕<>{}\[\]_] | \w[:]\s?\w | :// | www\.
    | \b(?:[Yy]our?|[Oo]ur|us|[Hh]ere
      |[Cc]lick|[Mm]ore|[Pp]hotos?|[Vv]ideos?|[Nn]ewsletters?|[Pp]lease|[Cc]omments?)\b""",
    case_sensitive=True,
    method="search",
    matches=("Photos: the bridge", "Bridge | Oslo", "Email us", "2:49", "a_b"),
    misses=("The bridge opens", "What now?", "US bridge opens"),
)


def candidate_lines(article: Article, layout: Layout) -> Iterator[int]:
    """Yield the numbers of the lines worth scoring: those in a run, near junk, after the text, or with a mark."""
    texts = {number: article[layout.lines[number]] for number in layout.runs}
    headline = _headline(layout, texts)
    for number in sorted(layout.runs.keys() | layout.possible.keys()):
        span = layout.lines[number]
        if (
            number in layout.certain
            or number == headline
            or span.end - span.start > MAX_LINE_CHARS
            or is_laid_out(article, span.start)
        ):
            continue
        text = article[span]
        if not text.strip(SEPARATORS):
            continue
        if _is_subheading(number, text, layout) or is_byline_or_caption(text) or is_correction(text):
            continue
        if number < layout.first_paragraph and holds_date(text):
            continue
        if number in layout.possible:
            yield number
        elif text[-1] == ":" and number + 1 not in layout.certain and number < layout.last_prose:
            continue  # it introduces what follows
        elif (_is_exposed(number, layout) or _has_hint(text, number)) and not is_in_list(number, layout, texts):
            yield number


def _headline(layout: Layout, texts: dict[int, str]) -> int:
    """Return the first line before the text that can be its headline: four words or more, and no phrase of a page."""
    return next(
        (
            number
            for number in range(layout.first_prose)
            if number not in layout.certain
            and number not in layout.possible
            and texts[number].count(" ") >= MIN_HEADLINE_SPACES
        ),
        -1,
    )


def has_candidates(article: Article) -> bool:
    """Return whether a line can be worth scoring though no line has a phrase: fast path for most articles."""
    text, not_prose = article.text, frozenset(article.get(non_prose_lines))
    for number, start, end in article.get(short_lines) if not_prose else ():
        if number in not_prose:
            if number > 0 and (number - 1 in not_prose or number + 1 in not_prose or not text[end:].strip()):
                return True
            if _has_hint(text[start:end], number):
                return True
    return False


def _is_subheading(number: int, text: str, layout: Layout) -> bool:
    """Return whether a few words stand alone above a paragraph, or with one link or button before them: "Privacy"."""
    if text.count(" ") >= MAX_SUBHEADING_WORDS or not text[-1].isalnum() or any(mark in text for mark in ":|@#/."):
        return False
    run = layout.runs.get(number, range(0))
    if len(run) == 1:
        return layout.first_prose < number < layout.last_prose
    is_last = number == run.stop - 1 and number < layout.last_prose and number not in layout.possible
    return is_last and len(run) == 2 and _is_whole_link(number - 1, layout)


def _is_whole_link(number: int, layout: Layout) -> bool:
    """Return whether a line is a link with its text, or a place for advertising, and not the heading of a list."""
    start, end = layout.lines[number]
    kind = layout.certain.get(number)
    return kind == "ad slot" or (kind in ("related", "read more", "player") and end - start > MAX_LABEL_CHARS // 2)


def _is_exposed(number: int, layout: Layout) -> bool:
    """Return whether the place of a line alone makes it worth scoring."""
    if not layout.certain.keys().isdisjoint(range(number - 2, number + 3)):
        return True
    count = len(layout.runs[number])
    if number < layout.first_prose:
        return count > MAX_HEAD_LINES
    return count > 1 or number > layout.last_paragraph


def _has_hint(text: str, number: int) -> bool:
    """Return whether the words of a line make it worth scoring; a long first line is the headline."""
    is_label = len(text) < MAX_LABEL_CHARS
    if number == 0 and not is_label:
        return False
    first = text.partition(" ")[0].lower()
    return (
        first in FIRST_WORDS
        or (is_label and first in SECTIONS)
        or text.isupper()
        or bool(HINT.search(text, 0, len(text)))
    )
