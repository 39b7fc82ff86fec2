"""Make the canonical text of an article, and the map back to its raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.canonical.characters import clean_characters, is_regular, unusual_characters
from newslint.canonical.line_signs import SENTENCE_ENDS, is_unfinished
from newslint.canonical.lines import LINES_PER_GAP, soft_line_ends
from newslint.canonical.long_texts import is_long, line_starts, parts
from newslint.canonical.quotes import canonical_quotes, doubled_marks
from newslint.canonical.span_map import Replacement, SpanMap, merge, replace
from newslint.model import TextBlock

BETWEEN_BLOCKS = "\n\n"


def canonicalize(
    raw: str, blocks: Iterable[TextBlock] | None = None
) -> tuple[str, Sequence[int], SpanMap | None, Sequence[int], bool]:
    """Return the canonical text of an article and how it belongs to the raw text.

    The text comes with the offsets at which its lines start, with its map (None if every character keeps its offset),
    with the offsets in the raw text of line ends that may end a paragraph although they became spaces, and with whether
    any line end became a space.

    `blocks` are the stretches of the raw text that are text, in order; without them all of it is. Their paragraphs are
    known, so no line end within them is in doubt.
    """
    made: Sequence[Replacement] = []
    text, spans = raw, None  # each text goes before the next one is made: it may be long
    if blocks is not None:
        made = _then(raw, made, _without_markup(raw, blocks))
        del text
        text, spans = _text_of(raw, made)
    characters = unusual_characters(text)
    if not is_regular(text, frozenset(characters)):
        made = _then(raw, made, clean_characters(text))
        del text
        text, spans = _text_of(raw, made)
        characters = unusual_characters(text)
    if ("'" in characters and "''" in text) or ("`" in characters and "``" in text):
        made = _then(raw, made, doubled_marks(text))
        del text
        text, spans = _text_of(raw, made)
        characters = unusual_characters(text)
    doubtful: tuple[int, ...] = ()
    joins = soft_line_ends(text) if blocks is None else []
    if joins:
        line_ends = _doubtful(text, joins)
        doubtful = tuple([spans.to_raw((offset, offset + 1)).start for offset in line_ends] if spans else line_ends)
        made = _then(raw, made, joins)
        del text
        text, spans = _text_of(raw, made)
    starts = line_starts(text)
    remaining = parts(text)
    del text
    return canonical_quotes(remaining, characters), starts, spans, doubtful, bool(joins)


def _doubtful(text: str, joins: Sequence[Replacement]) -> list[int]:
    """Return the line ends that only the width of the lines shows to be within a paragraph.

    Blank lines between paragraphs leave no doubt, and neither does a sentence that continues in lower case,
    or a line that ends with a comma, an article or "and".
    """
    if text.count("\n\n") * LINES_PER_GAP >= text.count("\n"):
        return []
    return [
        start
        for start, end, new in joins
        if new == " "
        and not (text[end].islower() and text[start - 1] not in SENTENCE_ENDS)
        and not is_unfinished(text, start)
    ]


def _then(raw: str, made: Sequence[Replacement], more: Iterable[Replacement]) -> Sequence[Replacement]:
    """Return the replacements of the raw text that `made` are, and more of them in the text that these make."""
    replacements = merge(made, more) if made else more
    if not is_long(raw):
        return [*replacements]
    from newslint.compact_spans import CompactSpans  # which few articles need

    return CompactSpans(tuple, items=replacements)


def _text_of(raw: str, made: Sequence[Replacement]) -> tuple[str, SpanMap | None]:
    """Return the text that the replacements make, and its map."""
    return replace(raw, made) if made else (raw, None)


def _without_markup(raw: str, blocks: Iterable[TextBlock]) -> Iterator[Replacement]:
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
        yield end, len(raw), "\n" if between else ""
