"""An article's text as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

WRAPPED_LINE_CHARS = 90  # consecutive lines that are no longer are one paragraph: wrapped text, a poem, a list


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each paragraph, at least one, so that every offset belongs to one."""
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start < end:
            block.append((start, end))
        else:
            spans += _join_wrapped(block)
            block = []
    return spans + _join_wrapped(block) or [(0, 0)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every line, without the space around it."""
    offset = 0
    for line in text.split("\n"):
        start = offset + len(line) - len(line.lstrip(" \t\r"))
        yield start, max(start, offset + len(line.rstrip(" \t\r")))
        offset += len(line) + 1


def _join_wrapped(lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(lines) < 2 or any(end - start > WRAPPED_LINE_CHARS for start, end in lines):
        return lines
    return [(lines[0][0], lines[-1][1])]
