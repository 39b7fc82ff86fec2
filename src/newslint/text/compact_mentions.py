"""The mentions of a very long article, in arrays: a tenth of the memory of a list of tuples."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from newslint.model import Mention


class CompactMentions(Sequence[Mention]):
    """Mentions of one kind: a sequence of the same tuples as a list of them, which are made when they are read."""

    def __init__(self) -> None:
        self._starts, self._ends, self._numbers = array("I"), array("I"), array("I")
        self._words: list[str] = []
        self._number_of: dict[str, int] = {}

    def append(self, mention: Mention) -> None:
        """Add a mention."""
        start, end, word = mention
        number = self._number_of.setdefault(word, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        self._starts.append(start)
        self._ends.append(end)
        self._numbers.append(number)

    def pop(self) -> None:
        """Remove the last mention."""
        for column in (self._starts, self._ends, self._numbers):
            column.pop()

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> list[Mention]: ...
    def __getitem__(self, index: int | slice) -> Mention | list[Mention]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return self._starts[index], self._ends[index], self._words[self._numbers[index]]

    def __iter__(self) -> Iterator[Mention]:
        return zip(self._starts, self._ends, map(self._words.__getitem__, self._numbers), strict=True)

    def __len__(self) -> int:
        return len(self._starts)
