"""The blocks of a very long file with markup in arrays: a small part of the memory of tuples of tuples."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from newslint.compact_spans import CompactSpans
from newslint.model import Role, TextBlock, TextPiece

T = TypeVar("T", bound="tuple[Any, ...]")


class CompactBlocks(Sequence[TextBlock]):
    """Blocks, made when they are read. The pieces of a block are a `CompactRange` in place of a tuple."""

    def __init__(self, blocks: Iterable[TextBlock]) -> None:
        self.pieces: CompactSpans[TextPiece] = CompactSpans(TextPiece._make)
        self._roles: dict[Role, int] = {}
        self._role_numbers, self._ends = array("B"), array("I")
        for block in blocks:
            for piece in block.pieces:
                self.pieces.append(piece)
            self._role_numbers.append(self._roles.setdefault(block.role, len(self._roles)))
            self._ends.append(len(self.pieces))

    @overload
    def __getitem__(self, index: int) -> TextBlock: ...
    @overload
    def __getitem__(self, index: slice) -> list[TextBlock]: ...
    def __getitem__(self, index: int | slice) -> TextBlock | list[TextBlock]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        start = self._ends[index - 1] if index else 0
        role = [*self._roles][self._role_numbers[index]]
        return TextBlock(role, CompactRange(self.pieces, range(start, self._ends[index])))

    def __len__(self) -> int:
        return len(self._ends)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(TextBlock.__eq__, self, other))


class CompactRange(Sequence[T], Generic[T]):
    """Some of the items of another sequence, which follow each other there."""

    __slots__ = ("_items", "_numbers")

    def __init__(self, items: Sequence[T], numbers: range) -> None:
        self._items, self._numbers = items, numbers

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> CompactRange[T]: ...
    def __getitem__(self, index: int | slice) -> T | CompactRange[T]:
        if isinstance(index, slice):
            return CompactRange(self._items, self._numbers[index])
        return self._items[self._numbers[index]]

    def __iter__(self) -> Iterator[T]:
        return map(self._items.__getitem__, self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)
