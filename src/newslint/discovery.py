"""Finds article files below paths. A path that cannot be linted is said, never silently skipped."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.config.settings import Settings
from newslint.files import FileError, Source, Sources, display_path, read_bytes
from newslint.model import Failure

STANDARD_INPUT = "-"
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})  # beside everything whose name begins with a dot


class Discovered(NamedTuple):
    """What there is to lint: sources in order, each once; paths that are not there; notes for the user."""

    sources: Sequence[Source]
    failures: list[Failure]
    notes: list[str]


def discover(
    paths: Iterable[str], settings: Settings, suffixes: Iterable[str], *, stdin_name: str, own: Iterable[str] = ()
) -> Discovered:
    """The files at and below `paths`. A file that is named is linted whatever its suffix, and even if it is excluded.

    What standard input holds stands in for the file of its name. A search passes over `own`, the files of this run.
    """
    paths, known, passed = list(paths), tuple(suffixes), {display_path(path) for path in own}
    found: dict[str, bytes | None] = {}  # what is not to be read from the file itself
    failures: list[Failure] = []
    notes: list[str] = []
    for path in paths:
        if path == STANDARD_INPUT:
            continue
        if not path:
            failures.append(Failure("file", None, 'a path is empty (""); give a file or a folder, such as "."'))
        elif os.path.isdir(path):
            linked: list[str] = []
            inside = [name for name in _walk(path, settings, known, failures, linked) if name not in passed]
            if linked:
                notes.append(
                    f"linked folders are not searched: {_abbreviated_list(linked)}; "
                    "name them to lint them, or exclude them"
                )
            if not inside:
                notes.append(f"no articles ({', '.join(known)}) below {path}")
            for name in inside:
                found.setdefault(name, None)
        elif os.path.isfile(path):
            found.setdefault(display_path(path), None)
        elif os.path.exists(path):
            try:  # what a pipe or a device holds can be read only once
                found.setdefault(display_path(path), read_bytes(Source(path)))
            except FileError as error:
                failures.append(Failure("file", display_path(path), str(error)))
        else:
            failures.append(Failure("file", display_path(path), "there is no such file or folder; check the path"))
    if STANDARD_INPUT in paths:
        try:
            found[display_path(stdin_name)] = sys.stdin.buffer.read()
        except OSError as error:  # it is closed, or a folder
            failures.append(Failure("file", display_path(stdin_name), f"cannot be read: {error.strerror}"))
    return Discovered(Sources(found), failures, notes)


def _walk(
    top: str, settings: Settings, suffixes: tuple[str, ...], failures: list[Failure], linked: list[str]
) -> Iterator[str]:
    """The articles below a folder. Folders that are symbolic links go to `linked`."""

    def unreadable(error: OSError) -> None:
        failures.append(Failure("file", display_path(error.filename), f"cannot be read: {error.strerror}"))

    for folder, folders, files in os.walk(display_path(top), onerror=unreadable):
        above = f"{display_path(folder)}/".removeprefix("./")
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS and not _left_out(folder, name, settings)]
        linked += [above + name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in files:
            path = os.path.join(folder, name)
            # A pipe would be waited for; a link that leads nowhere is there to be reported.
            readable = os.path.isfile(path) or os.path.islink(path)
            if readable and name.lower().endswith(suffixes) and not _left_out(folder, name, settings):
                yield above + name


def _abbreviated_list(names: list[str]) -> str:
    few, more = sorted(names)[:3], len(names) - 3
    return ", ".join(few) + (f" and {more:,} more" if more > 0 else "")


def would_discover(path: str, tops: Iterable[str], settings: Settings, suffixes: Iterable[str]) -> bool:
    """Whether a search of these folders would come upon the file."""
    path = os.path.realpath(path)
    above = [top for top in map(os.path.realpath, tops) if path.startswith(os.path.join(top, ""))]
    return path.lower().endswith(tuple(suffixes)) and not all(is_excluded(path, settings, top) for top in above)


def is_excluded(path: str, settings: Settings, top: str = "") -> bool:
    """Whether a search from `top` (the root of the settings) would pass over the file at this absolute path."""
    folder = top or settings.root
    for name in os.path.relpath(path, folder).split(os.sep):
        if name in SKIPPED_FOLDERS or _left_out(folder, name, settings):
            return True
        folder = os.path.join(folder, name)
    return False


def _left_out(folder: str, name: str, settings: Settings) -> bool:
    if name.startswith("."):
        return True
    if not settings.exclude:
        return False
    from fnmatch import fnmatchcase

    path = os.path.relpath(os.path.join(folder, name), settings.root).replace(os.sep, "/")
    for glob in settings.exclude:
        # To fnmatch the slash of `**/` is a must, and any number of folders may stand there, also none.
        if any(fnmatchcase(path, each) or fnmatchcase(name, each) for each in {glob, glob.replace("**/", "")}):
            return True
    return False
