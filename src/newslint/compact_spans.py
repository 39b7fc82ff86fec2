"""Tuples of a very long article in arrays: a tenth of the memory of a list of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T", bound="tuple[Any, ...]")


class CompactSpans(Sequence[T], Generic[T]):
    """Tuples that begin with a start and an end, such as spans, mentions and numbers, made when they are read.

    `make` makes one of a plain tuple. The rest of the tuples, such as the word of a mention, is kept once for all that
    share it. The rest of a number is its value alone: of these, floats are kept in an array.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._starts, self._ends, self._numbers = array("I"), array("I"), array("i")
        self._rests: list[tuple[Any, ...]] = []
        self._number_of: dict[tuple[Any, ...], int] = {}
        self._values = array("d")

    def append(self, item: T) -> None:
        """Add a tuple."""
        start, end, *others = item
        self._starts.append(start)
        self._ends.append(end)
        if len(others) == 1 and isinstance(others[0], float):
            self._numbers.append(-1 - len(self._values))
            self._values.append(others[0])
            return
        rest = tuple(others)
        number = self._number_of.setdefault(rest, len(self._rests))
        if number == len(self._rests):
            self._rests.append(rest)
        self._numbers.append(number)

    def starts(self) -> Sequence[int]:
        """Return the starts of the tuples that it has now."""
        return self._starts[:]

    def sort(self, *, key: Callable[[T], int]) -> None:
        """Sort the tuples by a key that most of them are in the order of, as several lists in order are."""
        keys = array("q", map(key, self))
        first = [0, *(index for index in range(1, len(keys)) if keys[index] < keys[index - 1]), len(keys)]
        order = array("I", merge(*map(range, first, first[1:]), key=keys.__getitem__)) if len(first) > 2 else None
        if order:
            self._starts, self._ends, self._numbers = (
                array(column.typecode, map(column.__getitem__, order))
                for column in (self._starts, self._ends, self._numbers)
            )

    def pop(self) -> None:
        """Remove the last tuple."""
        for column in (self._starts, self._ends, self._numbers):
            column.pop()

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return self._make((self._starts[index], self._ends[index], *self._rest(self._numbers[index])))

    def __iter__(self) -> Iterator[T]:
        for start, end, rest in zip(self._starts, self._ends, map(self._rest, self._numbers), strict=True):
            yield self._make((start, end, *rest))

    def __setitem__(self, index: int, item: T) -> None:
        self.append(item)
        for column in (self._starts, self._ends, self._numbers):
            column[index] = column.pop()

    def __len__(self) -> int:
        return len(self._starts)

    def _rest(self, number: int) -> tuple[Any, ...]:
        return self._rests[number] if number >= 0 else (self._values[-1 - number],)
