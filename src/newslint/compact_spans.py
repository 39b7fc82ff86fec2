"""Tuples of a very long article in arrays: a tenth of the memory of a list of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T", bound="tuple[Any, ...]")
MAX_SHARED_NUMBERS = 10_000  # a text may have a million different ones: an entry in an array is smaller than a tuple


class CompactSpans(Sequence[T], Generic[T]):
    """Tuples that begin with a start and an end, such as spans, mentions and numbers, made when they are read.

    `make` makes one of a plain tuple. `pack` makes that tuple of one that begins otherwise or holds more offsets: there
    they are relative to the start. The rest of a tuple, such as the length and the word of a mention, is kept once for
    all that share it. The rest of a number is its length and its value: of too many, these are kept in arrays.
    """

    def __init__(
        self, make: Callable[[Any], T], pack: Callable[[T], Iterable[Any]] = tuple, items: Iterable[T] = ()
    ) -> None:
        self._make, self._pack = make, pack
        self._starts, self._numbers = array("I"), array("i")
        self._rests: list[tuple[Any, ...]] = []
        self._number_of: dict[tuple[Any, ...], int] = {}
        self._lengths, self._values = array("I"), array("d")
        for item in items:
            self.append(item)

    def append(self, item: T) -> None:
        """Add a tuple."""
        start, end, *others = self._pack(item)
        self._starts.append(start)
        rest = (end - start, *others)
        is_number = len(others) == 1 and isinstance(others[0], float)
        key = (*rest, float) if is_number else rest  # 2.0 is equal to 2, but is not the same value
        number = self._number_of.get(key)
        if number is None and is_number and len(self._rests) >= MAX_SHARED_NUMBERS:
            self._numbers.append(-1 - len(self._values))
            self._lengths.append(end - start)
            self._values.append(others[0])
            return
        if number is None:
            number = self._number_of[key] = len(self._rests)
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
            self._starts, self._numbers = (
                array(column.typecode, map(column.__getitem__, order)) for column in (self._starts, self._numbers)
            )

    def distinct(self) -> CompactSpans[T]:
        """Return each of the tuples once, in order."""
        found = CompactSpans(self._make, self._pack)
        self.sort(key=lambda item: item[0] << 32 | item[1])
        for item, _ in groupby(self):
            found.append(item)
        return found

    def pop(self) -> None:
        """Remove the last tuple."""
        self._starts.pop()
        self._numbers.pop()

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        start, (length, *others) = self._starts[index], self._rest(self._numbers[index])
        return self._make((start, start + length, *others))

    def __iter__(self) -> Iterator[T]:
        for start, (length, *others) in zip(self._starts, map(self._rest, self._numbers), strict=True):
            yield self._make((start, start + length, *others))

    def __setitem__(self, index: int, item: T) -> None:
        self.append(item)
        for column in (self._starts, self._numbers):
            column[index] = column.pop()

    def __len__(self) -> int:
        return len(self._starts)

    def _rest(self, number: int) -> tuple[Any, ...]:
        return self._rests[number] if number >= 0 else (self._lengths[-1 - number], self._values[-1 - number])
