"""External merge sort: sorts in memory what a run must keep until its end, and with temporary files if it is much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Generic, TypeVar

from newslint.files import FileError

T = TypeVar("T")
MAX_IN_MEMORY = 3_000  # values, of about a kilobyte each
VALUES_PER_READ = 50  # values of one file that are in memory while it is merged
MARSHALLED, PICKLED = b"m", b"p"
MAX_FILES_PER_LEVEL = 40  # open files of one level before they are merged into one of the next


class ExternalSorter(Generic[T]):
    """Sorts any number of values by a key, equal keys in the order of their addition.

    Iterate it once, after the last `extend`. It implements `engine.compare.Sorter`.
    """

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._in_memory: list[T] = []
        self._levels: list[list[IO[bytes]]] = []  # sorted files, each merged of many from the level before

    def extend(self, values: Iterable[T], /) -> None:
        """Add values, which must fit into memory. Raises FileError if the disk for temporary files is full."""
        self._in_memory.extend(values)
        if len(self._in_memory) > MAX_IN_MEMORY:
            self._add_run(_write_run(sorted(self._in_memory, key=self._key)))
            self._in_memory.clear()

    def __iter__(self) -> Iterator[T]:
        files = [file for level in reversed(self._levels) for file in level]  # the first added first
        in_memory = sorted(self._in_memory, key=self._key)
        return self._merge([*map(_read_run, files), in_memory]) if files else iter(in_memory)

    def _add_run(self, file: IO[bytes]) -> None:
        for level in self._levels:
            level.append(file)
            if len(level) < MAX_FILES_PER_LEVEL:
                return
            file = _write_run(self._merge(map(_read_run, level)))
            level.clear()
        self._levels.append([file])

    def _merge(self, runs: Iterable[Iterable[T]]) -> Iterator[T]:
        from heapq import merge  # few runs need it

        return merge(*runs, key=self._key)


def _write_run(values: Iterable[Any]) -> IO[bytes]:
    """Write sorted values to a file without a name, which the operating system deletes when the process ends."""
    from itertools import islice
    from tempfile import TemporaryFile

    remaining = iter(values)
    try:
        file = TemporaryFile()  # noqa: SIM115 the reader closes it
        while block := list(islice(remaining, VALUES_PER_READ)):
            data = _to_bytes(block)
            file.write(len(data).to_bytes(8, "big") + data)
        file.flush()
    except OSError as error:
        advice = "free some space, or set TMPDIR to a folder on a disk that has some"
        raise FileError(f"cannot write a temporary file: {error.strerror}; {advice}") from error
    return file


def _read_run(file: IO[bytes]) -> Iterator[Any]:
    with file:
        file.seek(0)
        while length := int.from_bytes(file.read(8), "big"):
            yield from _from_bytes(file.read(length))


def _to_bytes(values: list[Any]) -> bytes:
    """Return the values as bytes: those that are not results of linting, such as rows of a corpus, as pickles."""
    from newslint.linter.serialization import to_bytes

    try:
        return MARSHALLED + to_bytes(values)
    except (AttributeError, TypeError, ValueError):
        from pickle import HIGHEST_PROTOCOL, dumps

        return PICKLED + dumps(values, HIGHEST_PROTOCOL)


def _from_bytes(data: bytes) -> list[Any]:
    """Return the values of bytes that this process has written."""
    content = memoryview(data)[1:]
    if data[:1] == MARSHALLED:
        from newslint.linter.serialization import from_bytes

        return from_bytes(content)
    from pickle import loads

    values: list[Any] = loads(content)
    return values
