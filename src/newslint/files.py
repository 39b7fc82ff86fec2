"""Reads files and writes them, whole or not at all."""

import codecs
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import BinaryIO, NamedTuple, overload


class Source(NamedTuple):
    """A file to lint: the path that people see, and its content where it is not to be read from there."""

    path: str  # relative to the working directory, with `/`
    content: bytes | None = None


class Sources(Sequence[Source]):
    """The files of a run, in the order of their paths. Of a hundred thousand no more is held than their paths."""

    def __init__(self, contents: Mapping[str, bytes | None]) -> None:
        self._paths = sorted(contents)
        self._contents = {path: content for path, content in contents.items() if content is not None}

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> list[Source]: ...
    def __getitem__(self, index: int | slice) -> Source | list[Source]:
        if isinstance(index, slice):
            return [Source(path, self._contents.get(path)) for path in self._paths[index]]
        return Source(self._paths[index], self._contents.get(self._paths[index]))

    def __len__(self) -> int:
        return len(self._paths)


class FileError(Exception):
    """A file cannot be read as text, or be written; the message says why and what to do."""


def display_path(path: str) -> str:
    """A path as output has it."""
    if os.pardir in path.split(os.sep):
        # Behind a symbolic link, `..` leads elsewhere than its letters say.
        folder, name = os.path.split(path)
        path = os.path.join(os.path.realpath(folder), name)
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = path
    return relative.replace(os.sep, "/")


def read_bytes(source: Source) -> bytes:
    """The file's bytes. Raises FileError."""
    if source.content is not None:
        return source.content
    try:
        with open(source.path, "rb") as file:
            return file.read()
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}") from error


def read_text(source: Source) -> str:
    """The file's text without a byte order mark, its line ends as they are. Raises FileError."""
    content = read_bytes(source)
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        raise FileError(f"is not UTF-8: byte 0x{byte:02x} in line {line}; convert the file to UTF-8") from error


def with_new_text(source: Source, text: str) -> Source:
    """The source with another text: its byte order mark stays."""
    content = read_bytes(source)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return Source(source.path, mark + text.encode("utf-8"))


def write_atomic(path: str, pieces: Iterable[str | bytes]) -> None:
    """Replace a file when all pieces came, or leave it as it is; strings are written as UTF-8. Raises FileError.

    What stood there keeps its permissions and, where the platform lets us, its owner; a symbolic link keeps pointing to
    it. What is no regular file (a pipe, a device) cannot be replaced and is written into.
    """
    try:
        there = os.stat(path) if os.path.exists(path) else None
        if there and not stat.S_ISREG(there.st_mode):
            with open(path, "wb") as file:
                _fill(file, pieces)
        else:
            _replace(os.path.realpath(path), pieces, there)
    except OSError as error:
        raise FileError(f"{display_path(path)} cannot be written: {error.strerror}") from error


def _replace(path: str, pieces: Iterable[str | bytes], there: os.stat_result | None) -> None:
    import tempfile

    # A name of its own: one made of the file's could be too long.
    number, beside = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".newslint-")
    try:
        with os.fdopen(number, "wb") as file:
            _fill(file, pieces)
        if there and hasattr(os, "chown"):
            for owner, group in (-1, there.st_gid), (there.st_uid, -1):
                with suppress(OSError):  # only the superuser gives files away, others at most to a group of theirs
                    os.chown(beside, owner, group)
        os.chmod(beside, stat.S_IMODE(there.st_mode) if there else 0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _fill(file: BinaryIO, pieces: Iterable[str | bytes]) -> None:
    file.writelines(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
