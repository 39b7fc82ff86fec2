"""What the removal of junk leaves behind, and which removals cannot cost a word of the article.

A heading is read with what stands below it, and a button with the teaser above it: neither may go alone. Of the rest,
`tools/measure_fixes.py` measures how often a removal was right.
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import Article, Pattern, group_consecutive, non_blank_lines, non_prose_lines
from newslint_boilerplate.data.words import BUTTONS, DISCLOSURE_WORDS, SLOT_WORDS
from newslint_boilerplate.view.certain.templates import BARE_TAGS
from newslint_boilerplate.view.junk import Junk, junk
from newslint_boilerplate.view.line_kinds.labels import BUTTON_ROW_WORDS, is_button_row, label_kind, normalize_label

HEADING_KINDS = ("related", "ad slot")  # what they announce stands below them
# How often something was shared or read, as opposed to a date, an hour or a year.
COUNT = Pattern(
    r"\+?\d{1,3}(?:,\d{3}|\.\d)?[km+]?\W?$",
    matches=("12", "7.5k", "1,204", "3+"),
    misses=("2019", "21:17", "18.11.2019", "3/5"),
)


def fragment_leaving_lines(article: Article) -> frozenset[int]:
    """Return the lines of junk with which a line that stays would lose its sense, by number.

    That is the link below a heading, or the teaser above a button, where no rule reports it.
    """
    found, not_prose = article.get(_junk_lines), frozenset(article.get(non_prose_lines))
    first_prose = article.get(_first_prose_line)
    runs = group_consecutive(sorted(found))
    leaving = set()
    for number, piece in found.items():
        if piece.evidence:
            continue
        below, above = runs[number].stop, runs[number].start - 1
        is_heading = _is_heading(article, piece)
        if (is_heading and below in not_prose) or (
            piece.kind == "read more" and not is_heading and above > first_prose and above in not_prose
        ):
            leaving.add(number)
    return frozenset(leaving)


def safe_lines(article: Article) -> frozenset[int]:
    """Return the lines of junk that hold a bare label, without a neighbour that needs it, by number."""
    found, not_prose = article.get(_junk_lines), frozenset(article.get(non_prose_lines))
    lines, first_prose = article.get(non_blank_lines), article.get(_first_prose_line)
    safe: set[int] = set()
    for number in sorted(found, reverse=True):
        piece = found[number]
        if not _is_bare_label(article[piece.span], piece.kind):
            continue
        above_and_itself = lines[max(0, number - 1) : number + 1]
        if piece.kind != "template" and not all(any(map(str.isalpha, article[line])) for line in above_and_itself):
            continue  # the figure of a counter
        if piece.kind == "ad slot" and number < first_prose:
            continue  # it may say that the whole article is an advertisement
        is_followed = number + 1 in not_prose and number + 1 not in safe
        if is_followed and (_is_heading(article, piece) or _is_button(article[lines[number + 1]])):
            continue
        safe.add(number)
    return frozenset(safe - article.get(fragment_leaving_lines))


def _junk_lines(article: Article) -> dict[int, Junk]:
    """Return the lines that are junk as a whole, by their number among the lines that are not blank."""
    lines = article.get(non_blank_lines)
    return {bisect_left(lines, piece.span): piece for piece in article.get(junk) if piece.is_line}


def _first_prose_line(article: Article) -> int:
    """Return the number of the first line that reads like a sentence; where there is none, the number of lines."""
    number, not_prose = 0, frozenset(article.get(non_prose_lines))
    while number in not_prose:
        number += 1
    return number


def _is_heading(article: Article, piece: Junk) -> bool:
    return piece.kind in HEADING_KINDS or article.text[piece.span.end - 1] == ":"


def _is_button(text: str) -> bool:
    """Return whether a line can be the rest of a row of buttons."""
    return BUTTON_ROW_WORDS.issuperset(normalize_label(text).split())


def _is_bare_label(text: str, kind: str) -> bool:
    """Return whether a line is a label, a row of buttons, or tags, with nothing but counts besides."""
    if kind == "template":
        return BARE_TAGS.match(text, 0) is not None
    label = normalize_label(text)
    words = label.split()
    if not all(COUNT.match(word, 0) for word in text.split() if any(map(str.isdigit, word))):
        return False
    if kind == "ad slot":
        return label_kind(text, label)[1] and not SLOT_WORDS.isdisjoint(words) and DISCLOSURE_WORDS.isdisjoint(words)
    is_label = label_kind(text, label)[1] or is_button_row(text)
    return is_label and len(words) > 1 and "," not in text and not BUTTONS.isdisjoint(words)
