"""How an article's lines lie: its own text, and the short lines before, between and after it."""

from newslint.api import Article, NamedTuple, Rejection, Span, group_consecutive, non_blank_lines, non_prose_lines

MIN_PARAGRAPH_CHARS = 100
MAX_NEIGHBOUR_DISTANCE = 12  # lines on either side of a line in which its run counts

ALL_PROSE = Rejection("all lines of the article read like sentences", "layout")
NO_PROSE = Rejection("no line of the article reads like a sentence, so nothing tells text from page", "layout")


class Layout(NamedTuple):
    """The lines of an article that are not blank, by number from 0: its own prose and the rest."""

    lines: list[Span]
    certain: dict[int, str]  # the kind of junk of the lines that certainly are
    possible: dict[int, str]  # the kind of those that may be, because of a phrase
    runs: dict[int, range]  # the consecutive lines a line stands with that are not prose; a line of prose is missing
    line_count: int
    first_prose: int
    last_prose: int
    first_paragraph: int  # a long line of prose; where there is none, the number of lines
    last_paragraph: int  # or -1


def build_layout(article: Article, certain: dict[int, str], possible: dict[int, str]) -> Layout | Rejection:
    """Return the layout, unless all lines are prose, or none is."""
    lines, not_prose = article.get(non_blank_lines), article.get(non_prose_lines)
    if certain:
        not_prose = sorted({*not_prose, *certain})
    count = len(lines)
    if not not_prose:
        return ALL_PROSE
    if len(not_prose) == count:
        return NO_PROSE
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
    return Layout(lines, certain, possible, runs, count, first, last, opening, closing)


def near_lines(number: int, layout: Layout) -> range:
    """Return the lines of a line's run, and two on either side of it, that are not far from it."""
    run = layout.runs.get(number, range(number, number + 1))
    first = min(number - 2, max(run.start - 1, number - MAX_NEIGHBOUR_DISTANCE))
    return range(first, max(number + 3, min(run.stop + 1, number + MAX_NEIGHBOUR_DISTANCE + 1)))
