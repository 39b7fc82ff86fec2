"""How an article's lines lie: its own text, and the short lines before, between and after it."""

from collections import Counter
from typing import NamedTuple

from newslint.api import Article, group_consecutive, non_blank_lines, non_prose_lines, short_lines
from newslint_boilerplate.view.labels import normalize_label
from newslint_boilerplate.view.phrase_matching import phrase_matches

FIRM = 100  # characters: a sentence this long is a paragraph


class Layout(NamedTuple):
    """An article's filled lines, sorted into its own text and what may not be."""

    sure: dict[int, str]  # what is known to be junk, by number
    maybe: dict[int, str]  # what begins as junk may
    runs: dict[int, range]  # by number: the lines that stand together and are not prose; all others are
    total: int  # lines
    first: int  # the first line of prose, and the last
    last: int
    opening: int  # the first long line of prose, and the last
    closing: int
    comments: int  # where a section of comments begins


def layout(article: Article, sure: dict[int, str]) -> Layout | None:
    """The layout, or None where there is nothing to weigh or nothing to weigh it against."""
    lines, loose = article.get(non_blank_lines), article.get(non_prose_lines)
    if sure:
        loose = sorted({*loose, *sure})
    count = len(lines)
    if not loose or len(loose) == count:
        return None
    runs = group_consecutive(loose)
    first, last = 0, count - 1
    while first in runs:
        first = runs[first].stop
    while last in runs:
        last = runs[last].start - 1
    opening, closing = first, last
    while opening <= last and (opening in runs or lines[opening].end - lines[opening].start < FIRM):
        opening += 1
    if opening > last:
        opening, closing = count, -1
    while closing > opening and (closing in runs or lines[closing].end - lines[closing].start < FIRM):
        closing -= 1
    comments = count
    if "comment" in sure.values():
        comments = min((n for n, kind in sure.items() if kind == "comment" and n * 2 > last), default=count)
    return Layout(sure, article.get(phrase_matches).possible, runs, count, first, last, opening, closing, comments)


def candidate_lines(look: Layout) -> list[int]:
    """Lines with company, at either end of the text, or with words of a page: a subheading alone is passed by."""
    chosen = {number for number, run in look.runs.items() if len(run) > 1 or not look.first < number < look.last}
    chosen.update(look.maybe)
    for number in look.sure:
        chosen.update((number - 1, number + 1, number + 2))
        if number - 2 in look.runs or number - 2 > look.comments:  # prose that far before junk says nothing
            chosen.add(number - 2)
    return sorted(number for number in chosen if 0 <= number < look.total and number not in look.sure)


def labels(article: Article, look: Layout) -> Counter[str]:
    """How often each label stands in the article."""
    text = article.text
    return Counter(
        normalize_label(text[start:end]) for number, start, end in article.get(short_lines) if number in look.runs
    )


def subheading(number: int, text: str, look: Layout) -> bool:
    """Whether a line stands by itself between sentences, as a subheading does."""
    if len(look.runs.get(number, ())) != 1 or not look.first < number < look.last:
        return False
    return ":" not in text and "|" not in text and number - 2 not in look.sure and number + 2 not in look.sure
