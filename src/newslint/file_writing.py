"""Files that newslint writes: atomically, and through no link that leads out of a repository."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from newslint.files import FileError, display_path

TEMPORARY_PREFIX, TEMPORARY_SUFFIX = ".newslint-", ".tmp"  # of the names of incomplete files
RANDOM_CHARS = 8  # between them, as `tempfile` makes them


def link_out_of(path: str, folder: str) -> str | None:
    """Return the file that a path in the folder really names if it lies outside; else None.

    A repository may hold symbolic links to any file of its users, so newslint writes through none that leads out of it.
    """
    top = os.path.join(os.path.realpath(folder), "")
    target = os.path.realpath(path)
    in_real_folder = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    is_inside = os.path.abspath(path).startswith(top) or in_real_folder.startswith(top)
    return target if is_inside and not target.startswith(top) else None


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


def remove_abandoned(folders: Iterable[str]) -> None:
    """Delete the incomplete files that killed runs have left in the folders. Those of running processes are locked."""
    for folder in {os.path.realpath(folder) for folder in folders}:
        for name in _names_in(folder):
            middle = name.removeprefix(TEMPORARY_PREFIX).removesuffix(TEMPORARY_SUFFIX)
            if len(middle) == RANDOM_CHARS and name == f"{TEMPORARY_PREFIX}{middle}{TEMPORARY_SUFFIX}":
                with suppress(OSError):  # what newslint cannot open or delete stays
                    _remove_unlocked(os.path.join(folder, name))


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # it may only be written to
        return []


def _remove_unlocked(path: str) -> None:
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if stat.S_ISREG(os.fstat(number).st_mode) and _lock(number, wait=False):
            os.unlink(path)
    finally:
        os.close(number)


def _create_temporary(folder: str) -> tuple[int, str, int | None]:
    """Return the number and the path of a new file, and the number that locks it until it is closed, if any."""
    import tempfile

    while True:
        # A random name: one made from the name of the file could be too long.
        number, path = tempfile.mkstemp(TEMPORARY_SUFFIX, TEMPORARY_PREFIX, folder)
        lock = os.dup(number) if _lock(number) else None
        if os.path.exists(path):
            return number, path, lock
        os.close(number)  # another run has deleted it before it was locked
        if lock is not None:
            os.close(lock)


def _replace(path: str, pieces: Iterable[str | bytes], existing: os.stat_result | None) -> None:
    number, temporary, lock = _create_temporary(os.path.dirname(path))
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
    finally:
        if lock is not None:
            os.close(lock)


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
        number = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
    except OSError:  # some systems open no folders
        yield
        return
    try:
        _lock(number)
        yield
    finally:
        os.close(number)


def _lock(number: int, *, wait: bool = True) -> bool:
    """Lock an open file until it is closed, and return whether it is locked: some systems have no locks."""
    try:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
