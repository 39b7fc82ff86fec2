"""A map between two texts of one article: spans of the canonical text to spans of the raw text, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newslint.canonical.long_texts import offsets
from newslint.model import Span

Replacement = tuple[int, int, str]
"""Code points `start` to `end` of a text, the end excluded, and what stands there instead."""
MAX_PIECES = 10_000  # strings that wait to be joined, of a text with many replacements


class SpanMap:
    """Two arrays of equal length: offsets in the canonical text, and where the raw text has them.

    Between two entries both texts advance together, or the stretch was replaced as a whole. Two entries with the same
    canonical offset enclose raw text that was left out.
    """

    __slots__ = ("_canonical", "_raw")

    def __init__(self, canonical: Sequence[int], raw: Sequence[int]) -> None:
        self._canonical, self._raw = canonical, raw

    def to_raw(self, span: tuple[int, int]) -> Span:
        """Return the raw span of a canonical span: from its first to its last character."""
        return _mapped(span, self._canonical, self._raw)

    def to_deletion(self, span: tuple[int, int]) -> Span:
        """Return the raw span of a canonical span with what was left out at its ends, such as white space."""
        start, end = self.to_raw(span)
        before, after = bisect_left(self._canonical, span[0]), bisect_right(self._canonical, span[1]) - 1
        if before < len(self._canonical) and self._canonical[before] == span[0]:
            start = self._raw[before]
        if self._canonical[after] == span[1]:
            end = self._raw[after]
        return Span(start, end)

    def to_canonical(self, span: tuple[int, int]) -> Span:
        """Return the canonical span of a raw span; raw text that was left out gives an empty span."""
        return _mapped(span, self._raw, self._canonical)

    def __reduce__(self) -> tuple[type[SpanMap], tuple[Sequence[int], Sequence[int]]]:
        return SpanMap, (self._canonical, self._raw)


def _mapped(span: tuple[int, int], source: Sequence[int], target: Sequence[int]) -> Span:
    start, end = span
    before = bisect_right(source, start) - 1
    first = target[before] + start - source[before]
    if before + 1 < len(target):
        first = min(first, target[before + 1])
    if end == start:
        return Span(first, first)
    after = bisect_left(source, end)
    last = target[after]
    if source[after] != end:
        last = min(target[after - 1] + end - source[after - 1], last)
    return Span(first, max(first, last))


def replace(text: str, replacements: Iterable[Replacement]) -> tuple[str, SpanMap | None]:
    """Return the text with ordered, disjoint replacements made, and its map; None where every length stays the same."""
    joined: list[str] = []
    pieces: list[str] = []
    canonical, raw = offsets(text, (0,)), offsets(text, (0,))
    done = length = 0
    moved = False
    for start, end, new in replacements:
        pieces += text[done:start], new
        length += start - done
        if end - start != len(new):
            moved = True
            canonical.extend((length, length + len(new)))
            raw.extend((start, end))
        length += len(new)
        done = end
        if len(pieces) > MAX_PIECES:
            joined.append("".join(pieces))
            pieces.clear()
    joined += *pieces, text[done:]
    if not moved:
        return "".join(joined), None
    canonical.append(length + len(text) - done)
    raw.append(len(text))
    return "".join(joined), SpanMap(canonical, raw)


def merge(first: Iterable[Replacement], second: Iterable[Replacement]) -> Iterator[Replacement]:
    """Yield the replacements that do at once what `first` does, and then `second` on its result.

    A later replacement takes the place of earlier ones within it. What it leaves of one becomes an insertion beside it.
    """
    waiting = iter(first)
    earlier = next(waiting, None)
    shift = 0  # how much further on the result of `first` is, before `earlier`
    for start, end, new in second:
        while earlier and earlier[0] + len(earlier[2]) + shift <= start:
            yield earlier
            shift += _growth(earlier)
            earlier = next(waiting, None)
        if earlier and (size := start - earlier[0] - shift) > 0:
            raw_start, raw_end, text = earlier
            yield raw_start, raw_start, text[:size]
            earlier = raw_start, raw_end, text[size:]
            shift += size
        raw_start = start - shift
        while earlier and earlier[0] + shift < end:
            shift += _growth(earlier)
            if (size := earlier[1] + shift - end) > 0:
                earlier = earlier[1], earlier[1], earlier[2][-size:]
                shift -= size
            else:
                earlier = next(waiting, None)
        yield raw_start, end - shift, new
    if earlier:
        yield earlier
    yield from waiting


def _growth(replacement: Replacement) -> int:
    start, end, new = replacement
    return len(new) - (end - start)
