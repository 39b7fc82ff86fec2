"""Finds the lines that two versions of a text share, in time that grows with their number.

`difflib` compares short texts best, but needs four times as long for a text with twice the changes. So long texts are
first divided at lines that each version has once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

MAX_PAIRS = 250_000  # of lines that `difflib` compares at once
MAX_DIVISIONS = 4  # of a part within a part; larger parts that are left have changed as a whole
Part = tuple[int, int, int, int]
"""The start and the end of some lines of one version, and of some of the other."""


class LineMatcher(SequenceMatcher[str]):
    """A SequenceMatcher for the lines of two versions of a text."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new)
        self._old = old
        self._new = new

    def get_matching_blocks(self) -> list[Match]:
        """Return the runs of lines that both versions have, in order, and an empty one at the end."""
        runs: list[tuple[int, int, int]] = []
        for at, other, size in self._runs((0, len(self._old), 0, len(self._new)), 0):
            if runs and (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]) == (at, other):
                runs[-1] = (*runs[-1][:2], runs[-1][2] + size)
            elif size:
                runs.append((at, other, size))
        return [*(Match(*run) for run in runs), Match(len(self._old), len(self._new), 0)]

    def _runs(self, part: Part, divisions: int) -> Iterator[tuple[int, int, int]]:
        """Yield the runs of a part in order, with their starts in both versions."""
        first, end, other, other_end = part
        if (end - first) * (other_end - other) <= MAX_PAIRS:
            blocks = SequenceMatcher(None, self._old[first:end], self._new[other:other_end]).get_matching_blocks()
            yield from ((first + block.a, other + block.b, block.size) for block in blocks)
            return
        if divisions == MAX_DIVISIONS:
            return
        size = self._equal_lines_at_start(part)
        yield first, other, size
        first, other = first + size, other + size
        for at, at_other in [*self._anchors((first, end, other, other_end)), (end, other_end)]:
            yield from self._runs((first, at, other, at_other), divisions + 1)
            if at < end:
                yield at, at_other, 1
                first, other = at + 1, at_other + 1

    def _equal_lines_at_start(self, part: Part) -> int:
        first, end, other, other_end = part
        size = 0
        while first + size < end and other + size < other_end and self._old[first + size] == self._new[other + size]:
            size += 1
        return size

    def _anchors(self, part: Part) -> list[tuple[int, int]]:
        """Return lines that stand once in either version of a part, as many as stand in the same order in both."""
        first, end, other, other_end = part
        counts, other_counts = Counter(self._old[first:end]), Counter(self._new[other:other_end])
        places = {self._new[at]: at for at in range(other, other_end)}
        pairs = [
            (at, places[line])
            for at, line in enumerate(self._old[first:end], first)
            if counts[line] == other_counts[line] == 1
        ]
        ends: list[int] = []  # the smallest place where an ascending series of each length can end
        numbers: list[int] = []  # of that pair
        before: list[int] = []  # for each pair, the number of the one before it in its series
        for number, (_, place) in enumerate(pairs):
            length = bisect_left(ends, place)
            before.append(numbers[length - 1] if length else -1)
            ends[length : length + 1], numbers[length : length + 1] = [place], [number]
        anchors = []
        number = numbers[-1] if numbers else -1
        while number >= 0:
            anchors.append(pairs[number])
            number = before[number]
        return anchors[::-1]
