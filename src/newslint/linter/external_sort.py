"""Keeps what a run cannot use before its end, findings and facts: in memory while they are few, on disk beyond that."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Generic, TypeVar

from newslint.files import FileError

T = TypeVar("T")
MAX_IN_MEMORY = 3_000  # values in memory; each weighs about a kilobyte
BLOCK = 50  # values of a file that are read back together
FILES = 40  # that are open at one level before they become one of the next


class ExternalSorter(Generic[T]):
    """Values in the order of their keys, whatever the order they came in. Read it once, after the last `extend`."""

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._held: list[T] = []
        self._levels: list[list[IO[bytes]]] = []  # sorted files; those of a level hold FILES times those of the last

    def extend(self, values: Iterable[T]) -> None:
        """Take values in. Raises FileError where the disk for temporary files is full."""
        self._held.extend(values)
        if len(self._held) > MAX_IN_MEMORY:
            self._add_run(_write_run(sorted(self._held, key=self._key)))
            self._held.clear()

    def __iter__(self) -> Iterator[T]:
        files = [file for level in reversed(self._levels) for file in level]  # of equal keys, what came first
        return heapq.merge(*map(_read, files), sorted(self._held, key=self._key), key=self._key)

    def _add_run(self, file: IO[bytes]) -> None:
        for level in self._levels:
            level.append(file)
            if len(level) < FILES:
                return
            file = _write_run(heapq.merge(*map(_read, level), key=self._key))
            level.clear()
        self._levels.append([file])


def _write_run(values: Iterable[Any]) -> IO[bytes]:
    """A file without a name that holds the values in order; it is gone with the process, however that ends."""
    from itertools import islice
    from pickle import HIGHEST_PROTOCOL, dump
    from tempfile import TemporaryFile

    rest = iter(values)
    try:
        file = TemporaryFile()  # noqa: SIM115 it stays open until it was read
        while block := list(islice(rest, BLOCK)):
            dump(block, file, HIGHEST_PROTOCOL)
        file.flush()
    except OSError as error:
        what = "findings that wait for their turn cannot be kept in a temporary file"
        raise FileError(f"{what}: {error.strerror}; free some room, or set TMPDIR to a folder that has some") from error
    return file


def _read(file: IO[bytes]) -> Iterator[Any]:
    from pickle import load

    with file:
        end = file.tell()
        file.seek(0)
        while file.tell() < end:
            yield from load(file)
