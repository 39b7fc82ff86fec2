"""Highlights in the text of a paragraph: those that overlap are nested if possible, and split otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.reporters.html.escape import escape_article_text

LONG_PARAGRAPH_CHARS = 4_000  # of a longer paragraph, the page leaves out what is far from every highlight
CONTEXT_CHARS = 400  # that it keeps beside a highlight


class Highlight(NamedTuple):
    """A span of an article's text to highlight."""

    start: int
    end: int
    id: str
    tag: str
    attributes: str  # HTML, of every element of the highlight
    reference: str  # HTML after its end: the link to its note


class HighlightPart(NamedTuple):
    """The part of a highlight in one paragraph."""

    start: int
    end: int
    highlight: Highlight
    is_first: bool  # whether it has the id, and the link to the note


def clip(highlight: Highlight, start: int, end: int, *, is_first: bool) -> HighlightPart:
    """Return the part of a highlight in the paragraph from `start` to `end`; it is empty in the space after this."""
    first = min(max(highlight.start, start), end)
    return HighlightPart(first, max(first, min(highlight.end, end)), highlight, is_first)


def highlight_paragraph(text: str, start: int, end: int, parts: Sequence[HighlightPart]) -> str:
    """Return the HTML of the paragraph from `start` to `end`."""
    return "".join(_pieces(text, start, end, parts))


def _pieces(text: str, start: int, end: int, parts: Sequence[HighlightPart]) -> Iterator[str]:
    shorten = end - start > LONG_PARAGRAPH_CHARS
    starting: dict[int, list[HighlightPart]] = {}
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):  # the longer one contains the shorter
        starting.setdefault(part.start, []).append(part)
    open_parts: list[HighlightPart] = []
    done = start
    for offset in sorted({offset for part in parts for offset in (part.start, part.end)}):
        yield _text(text[done:offset], shorten=shorten)
        done = offset
        depth = next((depth for depth, part in enumerate(open_parts) if part.end == offset), None)
        if depth is not None:
            closed = open_parts[depth:]
            del open_parts[depth:]
            yield from (f"</{part.highlight.tag}>" for part in reversed(closed))
            yield from (part.highlight.reference for part in closed if part.end == offset and part.is_first)
            for part in closed:
                if part.end != offset:  # it overlaps the one that ends here, so it continues in another element
                    yield _start_tag(part, len(open_parts), again=True)
                    open_parts.append(part)
        for part in starting.get(offset, ()):
            yield _start_tag(part, len(open_parts))
            if part.end > offset:
                open_parts.append(part)
            else:  # an empty span
                yield f"</{part.highlight.tag}>" + (part.highlight.reference if part.is_first else "")
    yield _text(text[done:end], shorten=shorten)


def _start_tag(part: HighlightPart, depth: int, *, again: bool = False) -> str:
    highlight = part.highlight
    identity = f' id="{highlight.id}"' if part.is_first and not again else ""
    nesting = f' data-depth="{min(depth, 3)}"' if depth else ""
    return f"<{highlight.tag}{identity}{nesting} {highlight.attributes}>"


def _text(text: str, *, shorten: bool) -> str:
    left_out = len(text) - 2 * CONTEXT_CHARS
    if not shorten or left_out < CONTEXT_CHARS:
        return escape_article_text(text)
    cut = f'<span class="cut"> … {left_out:,} characters … </span>'
    return f"{escape_article_text(text[:CONTEXT_CHARS])}{cut}{escape_article_text(text[-CONTEXT_CHARS:])}"
