"""The facts of a key that has very many, on disk: in the order in which rules get them, without repeats."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pickle import HIGHEST_PROTOCOL, dump, load
from tempfile import TemporaryFile
from typing import IO, Any, overload

from newslint.corpus.tables import FactRow, article_key, fact_of
from newslint.linter.external_sort import ExternalSorter
from newslint.model import LocatedFact, Location

BLOCK_ROWS = 500  # in memory at once


class StoredFacts(Sequence[LocatedFact]):
    """A sequence of facts that are read from a temporary file. Reading them in order is fast.

    As a container it holds the facts; `locations` holds their locations, and `row_at` returns the row of one.
    """

    def __init__(self, rows: Iterable[FactRow]) -> None:
        sorter: ExternalSorter[FactRow] = ExternalSorter(_order)
        remaining = iter(rows)
        while block := list(islice(remaining, BLOCK_ROWS)):
            sorter.extend(block)
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 it has no name, and goes with its last reference
        self._positions: list[int] = []  # of the blocks
        self._first: list[tuple[Any, ...]] = []  # the place of each block's first row
        self._length = 0
        distinct = (next(same) for _, same in groupby(sorter, _identity))
        while block := list(islice(distinct, BLOCK_ROWS)):
            self._positions.append(self._file.tell())
            self._first.append(_place(block[0]))
            self._length += len(block)
            dump(block, self._file, HIGHEST_PROTOCOL)
        self._loaded = -1
        self._rows: list[FactRow] = []
        self._by_location: dict[Location, FactRow] = {}  # of the block in memory
        self.locations = _Locations(self)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> LocatedFact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[LocatedFact]: ...
    def __getitem__(self, index: int | slice) -> LocatedFact | Sequence[LocatedFact]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._length))]
        number = index + self._length if index < 0 else index
        if not 0 <= number < self._length:
            raise IndexError(index)
        return fact_of(self._block(number // BLOCK_ROWS)[number % BLOCK_ROWS])

    def __iter__(self) -> Iterator[LocatedFact]:
        for number in range(len(self._positions)):
            yield from map(fact_of, self._block(number))

    def row_at(self, location: Location) -> FactRow | None:
        """Return the row of a fact's location; None where no fact has it."""
        place = (location.path, location.record or 0, location.start.offset, location.end.offset)
        number = bisect_right(self._first, place) - 1
        while number >= 0:
            rows = self._block(number)
            if not self._by_location:
                self._by_location = {fact_of(row).location: row for row in reversed(rows)}
            if location in self._by_location or self._first[number] < place:
                return self._by_location.get(location)
            number -= 1  # rows with one place may begin in the block before
        return None

    def _block(self, number: int) -> list[FactRow]:
        if number != self._loaded:
            self._file.seek(self._positions[number])
            self._rows, self._loaded = load(self._file), number
            self._by_location = {}
        return self._rows


class _Locations:
    """The locations of stored facts, as a container."""

    def __init__(self, facts: StoredFacts) -> None:
        self._facts = facts

    def __contains__(self, location: object) -> bool:
        return isinstance(location, Location) and self._facts.row_at(location) is not None


def _place(row: FactRow) -> tuple[Any, ...]:
    """Return what the engine sorts facts by."""
    path, record = article_key(row)
    return path, record or 0, row.start, row.end


def _identity(row: FactRow) -> tuple[Any, ...]:
    return (*_place(row), row.value)


def _order(row: FactRow) -> tuple[Any, ...]:
    return (*_identity(row), row.path, row.record or 0)
