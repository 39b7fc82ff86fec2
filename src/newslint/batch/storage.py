"""Files on the local disk and on every file system that pyarrow or fsspec knows."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import IO, Any
from uuid import uuid4

from pyarrow import ArrowException, fs, set_memory_pool, system_memory_pool

from newslint.files import FileError
from newslint.named_tuple import NamedTuple

GLOB_CHARS = frozenset("*?[")
NO_SIZE = -1
MAX_NAME_BYTES = 200  # of what a name begins with: most file systems allow 255 in all
NOT_UTF_8 = "the name of a file there is not UTF-8, which pyarrow cannot read; rename it"
TEMPORARY = re.compile(r"\..+\.[0-9a-f]{32}", re.DOTALL)  # what `open_atomic` calls a file that is not complete
FILES = (fs.FileType.File, fs.FileType.Unknown)  # Unknown are pipes and devices
THREADS = 16  # that read small files at once: each mostly waits for a disk or a network

set_memory_pool(system_memory_pool())  # pyarrow's own is not faster here, and keeps some 30 MB of every process


def resolve_filesystem(location: str) -> tuple[Any, str]:
    """Return the file system of a path or URI, and the path in it.

    Raises FileError for an unknown protocol, and for a name that pyarrow cannot read.
    """
    try:
        location.encode()
    except UnicodeEncodeError as error:
        raise FileError(f"{location}: the name is not UTF-8, which pyarrow cannot read; use another one") from error
    return _resolve(absolute(location))  # a relative path leads elsewhere once the working directory changes


@lru_cache(maxsize=64)
def _resolve(location: str) -> tuple[Any, str]:
    if "://" not in location:
        return fs.LocalFileSystem(), location.replace(os.sep, "/")
    try:
        found: tuple[Any, str] = fs.FileSystem.from_uri(location)
        return found
    except (ArrowException, ValueError):  # a protocol that pyarrow does not know
        pass
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(location)
    except (ImportError, ValueError) as error:
        raise FileError(f"{location}: {error}") from error
    return fs.PyFileSystem(fs.FSSpecHandler(system)), path


def absolute(location: str) -> str:
    """Return a location that is the same for every process and machine that sees the file.

    Raises FileError for an empty one, such as that of a variable that is not set.
    """
    if not location:
        raise FileError("an empty name is no file and no folder; write . for the working directory")
    return location if "://" in location else os.path.abspath(location)


def join_path(location: str, *names: str) -> str:
    """Return the location of something below a folder."""
    return "/".join([location.rstrip("/"), *names])


def is_glob(pattern: str) -> bool:
    """Return whether a pattern is a glob; it is not where a file or folder has exactly this name."""
    return not GLOB_CHARS.isdisjoint(pattern) and ("://" in pattern or not os.path.exists(pattern))


class File(NamedTuple):
    """A file that was found."""

    location: str
    size: int  # in bytes; NO_SIZE of what is no regular file
    mtime: str  # in nanoseconds; empty where the file system does not know it


def find_files(patterns: Iterable[str], suffixes: tuple[str, ...], kind: str) -> Iterator[File]:
    """Yield each file that patterns name, once: of a folder those with one of the suffixes.

    Raises FileError for a pattern that names nothing, whose message names the `kind` of file, and for a pipe or device.
    """
    seen = set()
    for pattern in patterns:
        found = expand(pattern)
        if not (is_glob(pattern) or (found and found[0].location == pattern)):  # a folder
            found = [file for file in found if file.location.lower().endswith(suffixes)]
        if not found:
            raise FileError(f"{pattern}: no {kind} found")
        for file in found:
            if file.size == NO_SIZE:
                raise FileError(
                    f"{file.location}: is a pipe or a device, not a regular file; write its content to a file"
                )
            if absolute(file.location) not in seen:
                seen.add(absolute(file.location))
                yield file


def expand(pattern: str) -> list[File]:
    """Return the files that a path, a folder or a glob stands for.

    Raises FileError for an empty name, and for one that is not UTF-8.
    """
    absolute(pattern)
    try:
        return _expand(pattern)
    except UnicodeError as error:
        raise FileError(f"{pattern}: {NOT_UTF_8}") from error


def _expand(pattern: str) -> list[File]:
    parts = pattern.split("/")
    globbed = is_glob(pattern)
    fixed = next((number for number, part in enumerate(parts) if globbed and GLOB_CHARS & set(part)), len(parts))
    if "://" in pattern:
        fixed = max(fixed, 3)
    base, globs = "/".join(parts[:fixed]) or ("/" if fixed else "."), parts[fixed:]
    system, root = resolve_filesystem(base)
    info = system.get_file_info(root)
    if info.type in FILES and not globs:
        return [_file(pattern, info)]
    if info.type != fs.FileType.Directory and globs == []:
        return []
    recursive = not globs or len(globs) > 1
    found = set()
    for entry in system.get_file_info(fs.FileSelector(root, allow_not_found=True, recursive=recursive)):
        inside = entry.path[len(root) :].strip("/")
        location = inside if base == "." else join_path(base, inside)
        matches = _matches_globs(inside.split("/"), globs) if globs else _is_visible(inside)
        if entry.type in FILES and matches:
            found.add(_file(location, entry))
        elif (
            globs and matches and (suffix := os.path.splitext(globs[-1])[1])
        ):  # a folder named like a file holds its parts
            found.update(file for file in _expand(location) if file.location.endswith(suffix))
    return sorted(found)


def _is_visible(path: str) -> bool:
    """Return whether a path is neither hidden nor a marker such as `_SUCCESS`."""
    return not any(part.startswith((".", "_")) for part in path.split("/"))


def _matches_globs(parts: list[str], globs: list[str]) -> bool:
    if not globs or not parts:
        return not globs and not parts
    if globs[0] == "**":
        return _matches_globs(parts, globs[1:]) or _matches_globs(parts[1:], globs)
    hidden = parts[0].startswith(".") and not globs[0].startswith(".")
    return not hidden and fnmatchcase(parts[0], globs[0]) and _matches_globs(parts[1:], globs[1:])


def _file(location: str, info: Any) -> File:
    return File(location, NO_SIZE if info.size is None else info.size, str(info.mtime_ns or ""))


def list_names(folder: str) -> set[str]:
    """Return the names of the files in a folder; none where it is missing. Raises FileError for one not in UTF-8."""
    return {name for name, _ in _entries(folder)}


def remove_incomplete(folder: str, *, recursive: bool) -> None:
    """Delete the files in a folder that `open_atomic` began and that were never complete."""
    system, _ = resolve_filesystem(folder)
    for name, path in _entries(folder, recursive=recursive):
        if TEMPORARY.fullmatch(name):
            with suppress(OSError):  # a folder, or another run deleted it meanwhile
                system.delete_file(path)


def _entries(folder: str, *, recursive: bool = False) -> list[tuple[str, str]]:
    """Return the name and the path of all that is in a folder."""
    system, path = resolve_filesystem(folder)
    found = system.get_file_info(fs.FileSelector(path, allow_not_found=True, recursive=recursive))
    try:
        return [(info.base_name, info.path) for info in found]
    except UnicodeError as error:
        raise FileError(f"{folder}: {NOT_UTF_8}") from error


def read(location: str) -> bytes:
    """Return the content of a small file. Raises OSError."""
    system, path = resolve_filesystem(location)
    with system.open_input_stream(path) as stream:
        return bytes(stream.read())


@contextmanager
def open_atomic(location: str) -> Iterator[IO[bytes]]:
    """Open a file for an atomic write: it appears complete or not at all."""
    system, path = resolve_filesystem(location)
    if not isinstance(system, fs.LocalFileSystem):  # object stores show an object when it is complete
        with system.open_output_stream(path) as stream:
            yield stream
        return
    folder, _, name = path.rpartition("/")
    os.makedirs(folder, exist_ok=True)
    short = name.encode()[:MAX_NAME_BYTES].decode("utf-8", "ignore")
    temporary = f"{folder}/.{short}.{uuid4().hex}"
    try:
        with system.open_output_stream(temporary) as stream:
            yield stream
        with open(temporary, "rb") as written:
            os.fsync(written.fileno())  # else a crash of the system may leave the new name with no content
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def write(location: str, content: bytes) -> None:
    """Write a small file atomically. Raises OSError."""
    with open_atomic(location) as stream:
        stream.write(content)


def remove(location: str) -> None:
    """Delete a file if it exists."""
    system, path = resolve_filesystem(location)
    with suppress(FileNotFoundError):  # another shard deleted it meanwhile
        if system.get_file_info(path).type == fs.FileType.File:
            system.delete_file(path)
