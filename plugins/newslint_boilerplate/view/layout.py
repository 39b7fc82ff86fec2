"""How an article's lines lie: its own text, and the short lines before, between and after it."""

from collections import Counter
from typing import NamedTuple

from newslint.api import Article, group_consecutive, non_blank_lines, non_prose_lines, short_lines
from newslint_boilerplate.view.labels import normalize_label
from newslint_boilerplate.view.phrase_matching import phrase_matches

MIN_PARAGRAPH_CHARS = 100


class Layout(NamedTuple):
    """The lines of an article that are not blank, by number from 0: its own prose and the rest."""

    certain: dict[int, str]  # the kind of junk of the lines that certainly are
    possible: dict[int, str]  # the kind of those that may be, because of a phrase
    runs: dict[int, range]  # the consecutive lines a line stands with that are not prose; a line of prose is missing
    line_count: int
    first_prose: int
    last_prose: int
    first_paragraph: int  # a long line of prose; where there is none, the number of lines
    last_paragraph: int  # or -1
    comments: int  # the first line of a section of comments; where there is none, the number of lines


def build_layout(article: Article, certain: dict[int, str]) -> Layout | None:
    """Return the layout, or None where all lines are prose, or none is."""
    lines, not_prose = article.get(non_blank_lines), article.get(non_prose_lines)
    if certain:
        not_prose = sorted({*not_prose, *certain})
    count = len(lines)
    if not not_prose or len(not_prose) == count:
        return None
    runs = group_consecutive(not_prose)
    first, last = 0, count - 1
    while first in runs:
        first = runs[first].stop
    while last in runs:
        last = runs[last].start - 1
    opening, closing = first, last
    while opening <= last and (opening in runs or lines[opening].end - lines[opening].start < MIN_PARAGRAPH_CHARS):
        opening += 1
    if opening > last:
        opening, closing = count, -1
    while closing > opening and (closing in runs or lines[closing].end - lines[closing].start < MIN_PARAGRAPH_CHARS):
        closing -= 1
    comments = count
    if "comment" in certain.values():
        comments = min(
            (number for number, kind in certain.items() if kind == "comment" and number * 2 > last), default=count
        )
    return Layout(certain, article.get(phrase_matches).possible, runs, count, first, last, opening, closing, comments)


def candidate_lines(layout: Layout) -> list[int]:
    """Return the lines worth scoring: in a run, at either end of the text, near junk, or with a page's phrase.

    A subheading that stands alone between paragraphs is none of these.
    """
    chosen = {
        number
        for number, run in layout.runs.items()
        if len(run) > 1 or not layout.first_prose < number < layout.last_prose
    }
    chosen.update(layout.possible)
    for number in layout.certain:
        chosen.update((number - 1, number + 1, number + 2))
        if number - 2 in layout.runs or number - 2 > layout.comments:  # prose that far before junk says nothing
            chosen.add(number - 2)
    return sorted(number for number in chosen if 0 <= number < layout.line_count and number not in layout.certain)


def count_labels(article: Article, layout: Layout) -> Counter[str]:
    """Count how often each label stands in the article."""
    text = article.text
    return Counter(
        normalize_label(text[start:end]) for number, start, end in article.get(short_lines) if number in layout.runs
    )


def is_subheading(number: int, text: str, layout: Layout) -> bool:
    """Return whether a line stands by itself between lines of prose."""
    if len(layout.runs.get(number, ())) != 1 or not layout.first_prose < number < layout.last_prose:
        return False
    return ":" not in text and "|" not in text and number - 2 not in layout.certain and number + 2 not in layout.certain
