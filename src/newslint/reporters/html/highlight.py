"""An article's text with its marks in it: what overlaps is nested where it can be and split where it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.reporters.html.escape import escape_article_text

LONG = 4_000  # code points: of a longer paragraph, what stands far from every mark is left out
KEPT = 400  # and so much is kept beside a mark


class Highlight(NamedTuple):
    """A stretch of text to mark."""

    start: int
    end: int
    id: str
    tag: str
    attributes: str  # of every piece of it
    ref: str  # what follows its end: the way to its note


class HighlightPart(NamedTuple):
    """The part of a spot that falls into one paragraph."""

    start: int
    end: int
    spot: Highlight
    first: bool  # it has the id, and the way to the note


def clipped(spot: Highlight, start: int, end: int, *, first: bool) -> HighlightPart:
    """A spot cut down to a paragraph; to a point where it lies in the space behind one."""
    begin = min(max(spot.start, start), end)
    return HighlightPart(begin, max(begin, min(spot.end, end)), spot, first)


def highlight_paragraph(text: str, start: int, end: int, clips: Sequence[HighlightPart]) -> str:
    """One paragraph."""
    return "".join(_pieces(text, start, end, clips))


def _pieces(text: str, start: int, end: int, clips: Sequence[HighlightPart]) -> Iterator[str]:
    long = end - start > LONG
    opening: dict[int, list[HighlightPart]] = {}
    for clip in sorted(clips, key=lambda clip: (clip.start, -clip.end)):  # the longer one holds the shorter
        opening.setdefault(clip.start, []).append(clip)
    open_now: list[HighlightPart] = []
    at = start
    for offset in sorted({offset for clip in clips for offset in clip[:2]}):
        yield _text(text[at:offset], long=long)
        at = offset
        depth = next((depth for depth, clip in enumerate(open_now) if clip.end == offset), None)
        if depth is not None:
            above = open_now[depth:]
            del open_now[depth:]
            yield from (f"</{clip.spot.tag}>" for clip in reversed(above))
            yield from (clip.spot.ref for clip in above if clip.end == offset and clip.first)
            for clip in above:
                if clip.end != offset:  # it goes on: another piece of it
                    yield _opened(clip, len(open_now), again=True)
                    open_now.append(clip)
        for clip in opening.get(offset, ()):
            yield _opened(clip, len(open_now))
            if clip.end > offset:
                open_now.append(clip)
            else:  # a point
                yield f"</{clip.spot.tag}>" + (clip.spot.ref if clip.first else "")
    yield _text(text[at:end], long=long)


def _opened(clip: HighlightPart, depth: int, *, again: bool = False) -> str:
    spot = clip.spot
    identity = f' id="{spot.id}"' if clip.first and not again else ""
    inner = f' data-depth="{min(depth, 3)}"' if depth else ""
    return f"<{spot.tag}{identity}{inner} {spot.attributes}>"


def _text(text: str, *, long: bool) -> str:
    left_out = len(text) - 2 * KEPT
    if not long or left_out < KEPT:
        return escape_article_text(text)
    cut = f'<span class="cut"> … {left_out:,} characters … </span>'
    return f"{escape_article_text(text[:KEPT])}{cut}{escape_article_text(text[-KEPT:])}"
