"""The scores of the lines around a line: junk comes in blocks, and a list of headlines is junk as a whole."""

from __future__ import annotations

from newslint_boilerplate.data.weights import WEIGHTS
from newslint_boilerplate.view.scored.layout import Layout

MAX_DISTANCE = 3  # lines
LEAST, MOST = -48, 48  # a neighbour's score counts within these; certain junk counts as the most
MANY = 4  # neighbours
MEANS = ((-24, "neighbours like text"), (0, "neighbours unlike junk"), (24, "neighbours like junk"))


def context_features(number: int, layout: Layout, scores: dict[int, int]) -> list[str]:
    """Return what the lines score that stand with a line, without prose between them; none where it stands alone.

    `scores` are those without vocabulary, by line number; a line that is not worth scoring counts as the least.
    """
    near = []
    for step in (-1, 1):
        line = number + step
        while abs(line - number) <= MAX_DISTANCE and line in layout.runs:
            near.append(MOST if line in layout.certain else max(LEAST, min(MOST, scores.get(line, LEAST))))
            line += step
    if not near:
        return []
    mean = sum(near) / len(near)
    names = [next((name for most, name in MEANS if mean < most), "neighbours are junk")]
    if len(near) >= MANY:
        names.append("many neighbours like text" if mean < 0 else "many neighbours like junk")
    return names


MAX_CONTEXT_SCORE = sum(max(0, weight) for name, weight in WEIGHTS.items() if "neighbours" in name)
