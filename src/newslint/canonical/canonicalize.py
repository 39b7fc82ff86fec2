"""Make the canonical text of an article, and the map back to its raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.canonical.characters import clean_characters, is_regular
from newslint.canonical.lines import soft_line_ends
from newslint.canonical.quotes import canonical_quotes, doubled_marks
from newslint.canonical.span_map import Replacement, SpanMap, merge, replace
from newslint.model import TextBlock

BETWEEN_BLOCKS = "\n\n"


def canonicalize(raw: str, blocks: Sequence[TextBlock] | None = None) -> tuple[str, SpanMap | None]:
    """Return the canonical text and its map; no map where every character keeps its offset.

    `blocks` are the stretches of the raw text that are text, in order; without them all of it is. Their paragraphs are
    known, so no line end within them is in doubt.
    """
    made = [] if blocks is None else list(_without_markup(raw, blocks))
    text, spans = replace(raw, made) if made else (raw, None)
    lines = text.split("\n")
    if not is_regular(text, lines):
        made, text, spans = _then(raw, made, spans, clean_characters(text))
        lines = text.split("\n")
    if "''" in text or "``" in text:
        made, text, spans = _then(raw, made, spans, doubled_marks(text))
        lines = text.split("\n")
    if blocks is None and (breaks := soft_line_ends(text, lines)):
        made, text, spans = _then(raw, made, spans, breaks)
    return canonical_quotes(text), spans


def _then(
    raw: str, made: list[Replacement], spans: SpanMap | None, more: list[Replacement]
) -> tuple[list[Replacement], str, SpanMap | None]:
    """Make more replacements in the text that `made` gave; return all of them, the text and its map."""
    merged = merge(made, spans, more)
    return merged, *replace(raw, merged)


def _without_markup(raw: str, blocks: Sequence[TextBlock]) -> Iterator[Replacement]:
    """Yield the replacements that leave out what is not text, and put one blank line between blocks.

    Raises ValueError for pieces that overlap or lie outside the text.
    """
    end = 0
    between = ""
    for block in blocks:
        for piece in block.pieces:
            if not end <= piece.start <= piece.end <= len(raw):
                raise ValueError(
                    f"the reader's piece {piece.start}-{piece.end} overlaps another, or is outside the text"
                )
            if piece.start > end or between:
                yield end, piece.start, between
            if piece.text is not None:
                yield piece.start, piece.end, piece.text
            end = piece.end
            between = ""
        between = BETWEEN_BLOCKS
    if end < len(raw):
        yield end, len(raw), "\n" if blocks else ""
