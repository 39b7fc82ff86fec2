"""Files: read as text, written atomically."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, NamedTuple, overload

UTF_8 = "utf-8"  # the encoding of a file without a byte order mark, unless the settings name another
MEGABYTE = 1_000_000
MAX_FILE_MEGABYTES = 64  # of a file that is read as a whole
NOT_REGULAR = "is a pipe or a device, not a regular file; write it to a file, or pass it on standard input, as -"
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


def link_out_of(path: str, folder: str) -> str | None:
    """Return the file that a path in the folder really names if it lies outside; else None.

    A repository may hold symbolic links to any file of its users, so newslint writes through none that leads out of it.
    """
    top = os.path.join(os.path.realpath(folder), "")
    target = os.path.realpath(path)
    in_real_folder = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    is_inside = os.path.abspath(path).startswith(top) or in_real_folder.startswith(top)
    return target if is_inside and not target.startswith(top) else None


def read_regular(path: str, max_megabytes: float = MAX_FILE_MEGABYTES) -> bytes:
    """Return the content of a regular file: a pipe or a device may never end. 0 megabytes is no limit.

    Raises OSError, and FileError for what is not a regular file and for a file that is too large.
    """
    # A pipe without a writer would keep a usual `open` waiting.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    number = os.open(path, flags)
    with open(number, "rb") as file:
        found = os.fstat(number)
        if stat.S_ISDIR(found.st_mode):
            import errno

            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise FileError(NOT_REGULAR)
        check_size(found.st_size, max_megabytes)
        # Some files of the system have no size, and content that never ends.
        content = file.read() if found.st_size or not max_megabytes else file.read(int(max_megabytes * MEGABYTE) + 1)
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

    Raises FileError for a text that its encoding cannot hold.
    """
    from newslint.file_encoding import encode

    try:
        return Source(source.path, encode(text, read_bytes(source), encoding))
    except ValueError as error:
        raise FileError(str(error)) from error


def write_atomic(path: str, pieces: Iterable[str | bytes]) -> None:
    """Write a file atomically: replace it after the last piece, or leave it unchanged. Raises FileError.

    Strings are written as UTF-8. An existing file keeps its permissions and, where the platform allows it, its owner; a
    symbolic link stays, and its target is replaced. A pipe or a device cannot be replaced: it is written directly. A
    file with other names (hard links) is overwritten, so that it keeps them, after its new content is on the disk.
    """
    try:
        existing = os.stat(path) if os.path.exists(path) else None
        if existing and not stat.S_ISREG(existing.st_mode):
            with open(path, "wb") as file:
                _fill(file, pieces)
        else:
            _replace(os.path.realpath(path), pieces, existing)
    except OSError as error:
        raise FileError(f"{display_path(path)} cannot be written: {error.strerror}") from error


def _replace(path: str, pieces: Iterable[str | bytes], existing: os.stat_result | None) -> None:
    import tempfile

    # A random name: one made from the name of the file could be too long.
    number, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".newslint-")
    try:
        with os.fdopen(number, "wb") as file:
            _fill(file, pieces)
            file.flush()
            os.fsync(number)  # else a crash of the system may leave the new name with no content
        if existing and existing.st_nlink > 1:
            _overwrite(path, temporary)
            os.unlink(temporary)
            return
        if existing and hasattr(os, "chown"):
            for owner, group in (-1, existing.st_gid), (existing.st_uid, -1):
                with suppress(OSError):  # only the superuser may change the owner or set any group
                    os.chown(temporary, owner, group)
        os.chmod(temporary, stat.S_IMODE(existing.st_mode) if existing else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _overwrite(path: str, source: str) -> None:
    import shutil

    with open(source, "rb") as new, open(path, "r+b") as file:
        shutil.copyfileobj(new, file)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _fill(file: BinaryIO, pieces: Iterable[str | bytes]) -> None:
    file.writelines(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces)


@contextmanager
def locked_folder(path: str) -> Iterator[None]:
    """Wait until no other process holds the lock of the folder of a file, and hold it; not on every system."""
    try:
        import fcntl

        number = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
