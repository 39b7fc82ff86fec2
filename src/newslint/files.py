"""Files to lint, read as text. Only regular files are read, and none larger than a limit."""

import os
import stat
from collections.abc import Mapping, Sequence
from typing import overload

from newslint.named_tuple import NamedTuple

UTF_8 = "utf-8"  # the encoding of a file without a byte order mark, unless the settings name another
MEGABYTE = 1_000_000
MAX_FILE_MEGABYTES = 64  # of a file that is read as a whole
NOT_REGULAR = "is a pipe or a device, not a regular file; write its content to a file, or pass an article as -"
BINARY_HEADS = ("%PDF-", "{\\rtf", "PK\x03\x04")  # of files that are not text even if all of their bytes are


class Source(NamedTuple):
    """A file to lint."""

    path: str  # the path shown in output: relative to the working directory, with `/`
    content: bytes | str | None = None  # instead of the content of the file; a string is its text
    meta: Mapping[str, str] = {}  # what is known beside the text, such as its "date"
    suffix: str = ""  # of the reader; by default that of the path


class Sources(Sequence[Source]):
    """The files of a run, sorted by path. It holds paths only, since a run may have a hundred thousand files."""

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
    """A file that cannot be read as text, or cannot be written. The message says why and what to do."""


def display_path(path: str) -> str:
    """Return a path as newslint prints it: relative to the working directory, with `/`."""
    if os.pardir in path.split(os.sep):
        # After a symbolic link, `..` is the parent of the link's target.
        folder, name = os.path.split(path)
        path = os.path.join(os.path.realpath(folder), name)
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = path
    return relative.replace(os.sep, "/")


def read_regular(path: str, max_megabytes: float = MAX_FILE_MEGABYTES) -> bytes:
    """Return the content of a regular file: a pipe or a device may never end. 0 megabytes is no limit.

    Raises OSError, and FileError for what is not a regular file and for a file that is too large.
    """
    # A pipe without a writer would keep a usual `open` waiting.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        number = os.open(path, flags)
    except ValueError as error:
        raise FileError("holds a NUL character or half of a surrogate pair, which no name of a file has") from error
    with open(number, "rb") as file:
        found = os.fstat(number)
        if stat.S_ISDIR(found.st_mode):
            import errno

            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise FileError(NOT_REGULAR)
        check_size(found.st_size, max_megabytes)
        # A file may grow while it is read; some files of the system have no size, and content that never ends.
        content = file.read(found.st_size + 1)
        if len(content) > found.st_size:
            content += file.read(int(max_megabytes * MEGABYTE) if max_megabytes else -1)
    check_size(len(content), max_megabytes)
    return content


def check_size(size: int, max_megabytes: float) -> None:
    """Raise FileError for a file of more bytes than are allowed; 0 megabytes is no limit."""
    if max_megabytes and size > max_megabytes * MEGABYTE:
        raise FileError(f"is larger than {max_megabytes:g} MB; split it, or raise max-size in the configuration")


def read_bytes(source: Source, max_megabytes: float = MAX_FILE_MEGABYTES) -> bytes:
    """Return the bytes of a file. Raises FileError, also for a file that is larger than the limit (0: none)."""
    if source.content is not None:
        return source.content.encode() if isinstance(source.content, str) else source.content
    try:
        return read_regular(source.path, max_megabytes)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}") from error


def read_text(source: Source, encoding: str = UTF_8, max_megabytes: float = MAX_FILE_MEGABYTES) -> str:
    """Return the text of a file without its byte order mark, line ends unchanged. Raises FileError.

    `encoding` is that of a file without a byte order mark.
    """
    if isinstance(source.content, str):
        return source.content
    content = read_bytes(source, max_megabytes)
    if encoding == UTF_8:
        try:
            text = content.decode("utf-8")
            if "\0" not in text and not text.startswith(BINARY_HEADS):
                return text.removeprefix("\ufeff")
        except UnicodeDecodeError:
            pass
    from newslint.file_encoding import decode

    try:
        return decode(content, encoding)
    except ValueError as error:
        raise FileError(str(error)) from error


def with_new_text(source: Source, text: str, encoding: str = UTF_8) -> Source:
    """Return the source with another text, in its encoding and with its byte order mark.

    Raises FileError for a text that its encoding cannot hold, and for one that newslint would read differently.
    """
    from newslint.file_encoding import encode

    try:
        changed = Source(source.path, encode(text, read_bytes(source), encoding))
    except ValueError as error:
        raise FileError(str(error)) from error
    # What stands before or between control characters may be all that shows that a file is text, or where it begins.
    try:
        is_same = read_text(changed, encoding, 0) == text
    except FileError:
        is_same = False
    if not is_same:
        raise FileError(
            "would not be text any more, or other text, after its fixes; remove its control characters first"
        )
    return changed
