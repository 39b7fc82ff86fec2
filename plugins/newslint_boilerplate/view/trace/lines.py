"""The trace of a line, and of the pieces that were merged into it, from its layout to the rule that reports it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from newslint.api import Article, Rejection, Span, TraceStep, non_blank_lines, non_prose_lines
from newslint_boilerplate.data.kinds import KIND_NAMES, RULE_NAMES
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches
from newslint_boilerplate.view.junk import Junk, junk
from newslint_boilerplate.view.merged.merged_pieces import Piece, embedded_outcomes
from newslint_boilerplate.view.scored.features import position_feature
from newslint_boilerplate.view.scored.layout import Layout
from newslint_boilerplate.view.trace.phrases import phrase_conclusions
from newslint_boilerplate.view.trace.scores import layout_of, score_conclusions

T = TypeVar("T", bound="tuple[Any, ...]")
MIN_PARAGRAPH_CHARS = 100
POSITIONS = {
    "after the text": "below the last sentence",
    "near the end": "below the last long paragraph",
    "before the text": "above the first sentence",
    "near the start": "above the first long paragraph",
    "amid the text": "between the paragraphs",
}
REPORTED = "is reported"


def trace_junk(article: Article, span: Span, kind: str) -> Iterator[TraceStep]:
    """Yield the steps of the lines in a span, and of pieces in them, for the rule that reports junk of a kind."""
    matches, layout = article.get(phrase_matches), article.get(layout_of)
    for number, line in enumerate(article.get(non_blank_lines)):
        if line.start < span.end and span.start < line.end:
            certain, possible = matches.certain.get(number, ""), matches.possible.get(number, "")
            found = _in_line(article.get(_junk_in_order), line)
            yield TraceStep(line, "layout", _layout_conclusion(article, layout, number, line))
            for conclusion in phrase_conclusions(article, number, line, certain, possible):
                yield TraceStep(line, "phrases", conclusion)
            whole = next((piece for piece in found if piece.is_line), None)
            if not certain and (kind == "stray" or possible or whole):
                for stage, conclusion in score_conclusions(article, number):
                    yield TraceStep(line, stage, conclusion)
            if whole:
                yield TraceStep(line, "rule", _verdict(whole, kind))
            elif certain:
                yield TraceStep(line, "guard", "not reported: its line end is doubtful, so half may be the article's")
            else:
                yield from _pieces(article, line, found, kind)


def _layout_conclusion(article: Article, layout: Layout | Rejection, number: int, line: Span) -> str:
    if number not in article.get(non_prose_lines):
        length = line.end - line.start
        return f"a paragraph of {length} characters" if length >= MIN_PARAGRAPH_CHARS else "reads like a sentence"
    if isinstance(layout, Rejection):
        return f"is not a sentence; {layout.reason}"
    count = len(layout.runs[number])
    company = "alone" if count == 1 else f"one of {count} such lines in a row"
    return f"is not a sentence; {company}, {POSITIONS[position_feature(number, layout)]}"


def _pieces(article: Article, line: Span, found: Sequence[Junk], kind: str) -> Iterator[TraceStep]:
    """Yield the steps of what is merged into a line, and of phrases that may be but are not."""
    for piece in found:
        yield TraceStep(piece.span, "merged", _merged_conclusion(article, line, piece))
        yield TraceStep(piece.span, "rule", _verdict(piece, kind))
    for words, outcome in _in_line(article.get(_embedded_outcomes), line):
        number = bisect_right(found, words.start, key=_start)  # of the pieces that begin before the words
        is_found = number > 0 and words.start < found[number - 1].span.end
        if isinstance(outcome, Rejection) and not is_found:
            yield TraceStep(words, "merged", f"is no leftover within the line: {outcome.reason}")


def _merged_conclusion(article: Article, line: Span, piece: Junk) -> str:
    name = KIND_NAMES[piece.kind]
    if piece.span.start == line.start:
        return f"stands in one line with the sentence after it: {name}"
    place = "after the text" if piece.span.end == line.end else "between two sentences"
    openings = _in_line(article.get(_embedded_outcomes), piece.span)
    opening = article[openings[0][0]] if openings else ""
    with_words = f', where "{opening}" begins a sentence' if opening else ""
    return f"stands {place} in the same line{with_words}: {name}"


def _embedded_outcomes(article: Article) -> list[tuple[Span, Piece | Rejection]]:
    return sorted(embedded_outcomes(article), key=_start)


def _junk_in_order(article: Article) -> list[Junk]:
    return sorted(article.get(junk), key=_start)


def _start(item: tuple[Any, ...]) -> int:
    start: int = item[0].start
    return start


def _in_line(items: Sequence[T], line: Span) -> Sequence[T]:
    """Return those of some tuples that begin with a span which starts in a line; they are in the order of the spans."""
    return items[bisect_left(items, line.start, key=_start) : bisect_left(items, line.end, key=_start)]


def _verdict(piece: Junk, kind: str) -> str:
    return REPORTED if piece.kind == kind else f"not for this rule: {RULE_NAMES[piece.kind]} reports it"
