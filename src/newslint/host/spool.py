"""Keeps what a run cannot use before its end, findings and facts: in memory while they are few, on disk beyond that."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Generic, TypeVar

T = TypeVar("T")
HELD = 3_000  # values in memory; each weighs about a kilobyte
BLOCK = 500  # values that are read back together


class Spool(Generic[T]):
    """Values in the order of their keys, whatever the order they came in. Read it once, after the last `extend`."""

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._held: list[T] = []
        self._runs: list[IO[bytes]] = []

    def extend(self, values: Iterable[T]) -> None:
        """Take values in. Raises OSError where the disk for temporary files is full."""
        self._held.extend(values)
        if len(self._held) > HELD:
            self._runs.append(self._written())
            self._held.clear()

    def __iter__(self) -> Iterator[T]:
        return heapq.merge(*map(_read, self._runs), sorted(self._held, key=self._key), key=self._key)

    def _written(self) -> IO[bytes]:
        """A file without a name that holds the values in order; it is gone with the process, however that ends."""
        from pickle import HIGHEST_PROTOCOL, dump
        from tempfile import TemporaryFile

        run = TemporaryFile()  # noqa: SIM115 it stays open until it was read
        self._held.sort(key=self._key)
        for start in range(0, len(self._held), BLOCK):
            dump(self._held[start : start + BLOCK], run, HIGHEST_PROTOCOL)
        return run


def _read(run: IO[bytes]) -> Iterator[Any]:
    from pickle import load

    with run:
        end = run.tell()
        run.seek(0)
        while run.tell() < end:
            yield from load(run)
