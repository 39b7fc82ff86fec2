"""Bars of tables, as SVG."""

from __future__ import annotations

from collections.abc import Iterable


def bar(parts: Iterable[tuple[int, float]], maximum: float) -> str:
    """Return an SVG bar with a part for each color number and count; a count of `maximum` fills its width.

    It is hidden from screen readers, since the page has the same counts as text.
    """
    pieces = []
    left = 0.0
    for color, count in parts:
        width = 100 * count / maximum
        # A gap between neighbors, so that color is not all that separates them.
        pieces.append(f'<rect class="f{color}" x="{left:.2f}" width="{max(width - 0.8, 0.8):.2f}" height="10"/>')
        left += width
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(pieces)}</svg>"
    )
