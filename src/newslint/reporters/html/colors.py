"""The colors of families: each always has the same one, whichever families a page shows."""

from __future__ import annotations

from zlib import crc32

# Numbers of colors in the style sheet, each with a kind of underline. The sixth is red, for errors.
COLORS = {"advertising": 4, "boilerplate": 2, "dates": 3, "language": 7, "numbers": 5, "pattern": 8, "sources": 1}
OTHER_COLORS = (8, 7, 3, 4, 1, 5, 2)  # of families of other plugins, by a digest of their name
ERROR_COLOR = 6


def family(rule: str) -> str:
    """Return the first part of a rule's name."""
    return rule.split("/", 1)[0]


def family_color(name: str) -> int:
    """Return the number of a family's color."""
    return COLORS.get(name) or OTHER_COLORS[crc32(name.encode("utf-8", "surrogatepass")) % len(OTHER_COLORS)]
