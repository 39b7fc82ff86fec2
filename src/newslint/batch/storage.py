"""Files wherever they are: local paths, and whatever pyarrow's or fsspec's file systems know."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import IO, Any, NamedTuple
from uuid import uuid4

from pyarrow import ArrowException, fs, set_memory_pool, system_memory_pool

from newslint.files import FileError

MAGIC = frozenset("*?[")

set_memory_pool(system_memory_pool())  # pyarrow's own is no faster here, and keeps some 30 MB of every process


@lru_cache(maxsize=64)
def resolve_filesystem(location: str) -> tuple[Any, str]:
    """The file system of a path or URI, and the path in it. Raises FileError."""
    if "://" not in location:
        return fs.LocalFileSystem(), os.path.abspath(location).replace(os.sep, "/")
    try:
        found: tuple[Any, str] = fs.FileSystem.from_uri(location)
        return found
    except (ArrowException, ValueError):  # not one of pyarrow's own
        pass
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(location)
    except (ImportError, ValueError) as error:
        raise FileError(f"{location}: {error}") from error
    return fs.PyFileSystem(fs.FSSpecHandler(system)), path


def absolute(location: str) -> str:
    """The same for every process and machine that sees the file."""
    return location if "://" in location else os.path.abspath(location)


def join_path(location: str, *names: str) -> str:
    """A place below a folder."""
    return "/".join([location.rstrip("/"), *names])


def is_glob(pattern: str) -> bool:
    """Whether it stands for other names: a file or folder that is called so is meant by itself."""
    return not MAGIC.isdisjoint(pattern) and ("://" in pattern or not os.path.exists(pattern))


class File(NamedTuple):
    """Where a file is, its size in bytes, and when it changed last."""

    location: str
    size: int
    mtime: str


def find_files(patterns: Iterable[str], suffixes: tuple[str, ...], kind: str, but: str = "") -> Iterator[File]:
    """Each file once that patterns name: of a folder those with one of the suffixes, and none below the folder `but`.

    Raises FileError for a pattern that names nothing; `kind` says what there might have been.
    """
    seen = set()
    for pattern in patterns:
        found = [
            file for file in expand(pattern) if not (but and absolute(file.location).startswith(join_path(but, "")))
        ]
        if not (is_glob(pattern) or (found and found[0].location == pattern)):  # a folder
            found = [file for file in found if file.location.lower().endswith(suffixes)]
        if not found:
            raise FileError(f"{pattern}: there is no {kind}")
        for file in found:
            if absolute(file.location) not in seen:
                seen.add(absolute(file.location))
                yield file


def expand(pattern: str) -> list[File]:
    """The files that a path, a folder or a glob stands for. Raises FileError."""
    try:
        return _expanded(pattern)
    except UnicodeError as error:
        raise FileError(f"{pattern}: pyarrow reads no names that are not UTF-8, as one here is; rename it") from error


def _expanded(pattern: str) -> list[File]:
    parts = pattern.split("/")
    globbed = is_glob(pattern)
    fixed = next((number for number, part in enumerate(parts) if globbed and MAGIC & set(part)), len(parts))
    if "://" in pattern:
        fixed = max(fixed, 3)
    base, globs = "/".join(parts[:fixed]) or ("/" if fixed else "."), parts[fixed:]
    system, root = resolve_filesystem(base)
    there = system.get_file_info(root)
    if there.type == fs.FileType.File and not globs:
        return [File(pattern, there.size, _changed(there))]
    if there.type != fs.FileType.Directory and globs == []:
        return []
    recursive = not globs or len(globs) > 1
    found = set()
    for info in system.get_file_info(fs.FileSelector(root, allow_not_found=True, recursive=recursive)):
        inside = info.path[len(root) :].strip("/")
        location = inside if base == "." else join_path(base, inside)
        fits = _fits(inside.split("/"), globs) if globs else _plain(inside)
        if info.type == fs.FileType.File and fits:
            found.add(File(location, info.size, _changed(info)))
        elif globs and fits and (suffix := os.path.splitext(globs[-1])[1]):  # a folder called like a file: its parts
            found.update(one for one in _expanded(location) if one.location.endswith(suffix))
    return sorted(found)


def _plain(path: str) -> bool:
    """Whether a search of a folder takes it: not what is hidden, or a mark such as `_SUCCESS`."""
    return not any(part.startswith((".", "_")) for part in path.split("/"))


def _fits(parts: list[str], globs: list[str]) -> bool:
    if not globs or not parts:
        return not globs and not parts
    if globs[0] == "**":
        return _fits(parts, globs[1:]) or _fits(parts[1:], globs)
    hidden = parts[0].startswith(".") and not globs[0].startswith(".")
    return not hidden and fnmatchcase(parts[0], globs[0]) and _fits(parts[1:], globs[1:])


def _changed(info: Any) -> str:
    return str(info.mtime_ns or "")


def list_names(folder: str) -> set[str]:
    """The names of the files in a folder; none where it is not there."""
    system, path = resolve_filesystem(folder)
    return {info.base_name for info in system.get_file_info(fs.FileSelector(path, allow_not_found=True))}


def read(location: str) -> bytes:
    """A small file, whole. Raises OSError."""
    system, path = resolve_filesystem(location)
    with system.open_input_stream(path) as stream:
        return bytes(stream.read())


@contextmanager
def open_atomic(location: str) -> Iterator[IO[bytes]]:
    """Write a file that is there whole or not at all."""
    system, path = resolve_filesystem(location)
    if not isinstance(system, fs.LocalFileSystem):  # object stores show an object when it is complete
        with system.open_output_stream(path) as stream:
            yield stream
        return
    folder, _, name = path.rpartition("/")
    os.makedirs(folder, exist_ok=True)
    beside = f"{folder}/.{name}.{uuid4().hex}"
    try:
        with system.open_output_stream(beside) as stream:
            yield stream
        os.replace(beside, path)
    except BaseException:
        if os.path.exists(beside):
            os.unlink(beside)
        raise


def write(location: str, content: bytes) -> None:
    """Write a small file."""
    with open_atomic(location) as stream:
        stream.write(content)


def remove(location: str) -> None:
    """Delete a file if it is there."""
    system, path = resolve_filesystem(location)
    with suppress(FileNotFoundError):  # another shard was faster
        if system.get_file_info(path).type == fs.FileType.File:
            system.delete_file(path)
