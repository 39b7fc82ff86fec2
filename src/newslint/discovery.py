"""Discovery of article files below paths. A path that cannot be linted is reported, never silently skipped."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import BinaryIO

from newslint.config.settings import Settings
from newslint.files import MEGABYTE, NOT_REGULAR, FileError, Source, Sources, check_size, display_path
from newslint.gitignore import Gitignore
from newslint.model import Failure
from newslint.named_tuple import NamedTuple

STANDARD_INPUT = "-"
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})  # and every name that begins with a dot
NOTHING = r"(?!)"  # a pattern that matches no text
MAX_LISTED_NAMES = 3  # in a message


class Discovered(NamedTuple):
    """The files of a run."""

    sources: Sequence[Source]  # sorted by path, each once
    failures: list[Failure]  # of paths that do not exist or cannot be read
    notes: list[str]  # messages to the user that are not errors


def discover(
    paths: Iterable[str],
    settings: Settings,
    suffixes: Iterable[str],
    *,
    stdin_name: str,
    stdin: BinaryIO | None = None,
    skip: Iterable[str] = (),
    optional: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> Discovered:
    """Find the files at and below `paths`.

    `optional` holds, by suffix, a module without which files in folders are left out, with a note, and the command that
    installs it.

    A file that `paths` names is linted whatever its suffix, and even if the settings exclude it. Standard input (`-`)
    replaces the file called `stdin_name`; `stdin` is its stream, where that is not `sys.stdin`. A folder is searched
    without `skip`, the files that the run itself writes.
    """
    paths, suffixes, skipped = list(paths), tuple(suffixes), {display_path(path) for path in skip}
    # A program that names files, as pre-commit does, names one of this name by it.
    stdin_path = None if settings.force_exclude and os.path.isfile(STANDARD_INPUT) else STANDARD_INPUT
    contents: dict[str, bytes | None] = {}  # by path; None for what is read later
    failures: list[Failure] = []
    notes: list[str] = []
    excluded: list[str] = []
    for path in paths:
        if path == stdin_path:
            continue
        if not path:
            failures.append(Failure("file", None, 'a path is empty (""); give a file or a folder, such as "."'))
        elif os.path.isdir(path):
            linked: list[str] = []
            inside = [name for name in _walk(path, settings, suffixes, failures, linked) if name not in skipped]
            if linked:
                names = _abbreviated_list(linked)
                notes.append(f"linked folders are not searched: {names}; name them to lint them, or exclude them")
            inside, left_out = _split_readable(inside, optional)
            notes += left_out
            if not inside:
                unseen = ", apart from what .gitignore and `exclude` leave out" if settings.gitignore else ""
                notes.append(f"no articles ({', '.join(suffixes)}) below {path}{unseen}")
            for name in inside:
                contents.setdefault(name, None)
        elif settings.force_exclude and os.path.isfile(path) and _is_left_out_file(path, settings, suffixes):
            excluded.append(display_path(path))
        elif os.path.isfile(path):
            contents.setdefault(display_path(path), None)
        elif os.path.exists(path):
            failures.append(Failure("file", display_path(path), NOT_REGULAR))
        else:
            failures.append(Failure("file", display_path(path), "there is no such file or folder; check the path"))
    if stdin_path in paths:
        try:
            contents[display_path(stdin_name)] = _read_stdin(stdin, settings.max_size)
        except OSError as error:  # it is closed, or a folder
            failures.append(Failure("file", display_path(stdin_name), f"cannot be read: {error.strerror}"))
        except FileError as error:
            failures.append(Failure("file", display_path(stdin_name), str(error)))
    if excluded:
        notes.append(f"left out: {_abbreviated_list(excluded)}")
    return Discovered(Sources(contents), failures, notes)


def _read_stdin(stdin: BinaryIO | None, max_megabytes: float) -> bytes:
    """Return the content of standard input, of which no more is read than the limit. Raises OSError and FileError."""
    content = (stdin or sys.stdin.buffer).read(int(max_megabytes * MEGABYTE) + 1 if max_megabytes else -1)
    check_size(len(content), max_megabytes)
    return content


def _is_left_out_file(path: str, settings: Settings, suffixes: tuple[str, ...]) -> bool:
    """Return whether a search of the folder of the settings leaves out a file that is named."""
    if not path.lower().endswith(suffixes):
        return True
    path = os.path.abspath(path)
    if not path.startswith(os.path.join(settings.root, "")):
        return False
    # What .gitignore says holds for no file that git tracks, and those who name files name tracked ones.
    return is_excluded(path, settings)


def _walk(
    top: str, settings: Settings, suffixes: tuple[str, ...], failures: list[Failure], linked: list[str]
) -> Iterator[str]:
    """Yield the articles below a folder. Folders that are symbolic links are added to `linked`."""

    def report(error: OSError) -> None:
        failures.append(Failure("file", display_path(error.filename), f"cannot be read: {error.strerror}"))

    gitignore = Gitignore(top) if settings.gitignore else None
    for folder, folders, files in os.walk(display_path(top), onerror=report):
        prefix = f"{display_path(folder)}/".removeprefix("./")
        folders[:] = [
            name
            for name in folders
            if name not in SKIPPED_FOLDERS
            and not _is_left_out(folder, name, settings)
            and not (gitignore and gitignore.ignores(folder, name, is_folder=True))
        ]
        linked += [prefix + name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in files:
            # A pipe, a device or a broken link is kept, so that reading it reports the error.
            is_article = name.lower().endswith(suffixes) and not _is_left_out(folder, name, settings)
            if is_article and not (gitignore and gitignore.ignores(folder, name)):
                yield prefix + name


def _split_readable(names: list[str], optional: Mapping[str, tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Return the files that can be read with the modules installed here, and a note for each suffix of the others."""
    notes: list[str] = []
    for suffix, (module, command) in optional.items():
        unread = [name for name in names if name.lower().endswith(suffix)]
        if not unread:
            continue
        from importlib.util import find_spec

        if find_spec(module) is None:
            names = [name for name in names if not name.lower().endswith(suffix)]
            notes.append(f"{suffix} files are not linted without {module} ({command}): {_abbreviated_list(unread)}")
    return names, notes


def _abbreviated_list(names: list[str]) -> str:
    more = len(names) - MAX_LISTED_NAMES
    return ", ".join(sorted(names)[:MAX_LISTED_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def would_discover(path: str, tops: Iterable[str], settings: Settings, suffixes: Iterable[str]) -> bool:
    """Return whether a search of the folders `tops` would find the file."""
    path = os.path.realpath(path)
    parents = [top for top in map(os.path.realpath, tops) if path.startswith(os.path.join(top, ""))]
    return path.lower().endswith(tuple(suffixes)) and not all(is_excluded(path, settings, top) for top in parents)


def is_excluded(path: str, settings: Settings, top: str = "") -> bool:
    """Return whether a search from `top` (by default the root of the settings) skips the file at an absolute path."""
    folder = top or settings.root
    for name in os.path.relpath(path, folder).split(os.sep):
        if name in SKIPPED_FOLDERS or _is_left_out(folder, name, settings):
            return True
        folder = os.path.join(folder, name)
    return False


def _is_left_out(folder: str, name: str, settings: Settings) -> bool:
    if name.startswith("."):
        return True
    if not settings.exclude:
        return False
    return matches_glob(
        os.path.relpath(os.path.join(folder, name), settings.root).replace(os.sep, "/"), settings.exclude
    )


def matches_glob(path: str, globs: Iterable[str]) -> bool:
    """Return whether a glob matches a path relative to the settings' root, with `/`, or its last name."""
    pattern = _pattern(tuple(globs))
    return bool(pattern.match(path) or pattern.match(path.rpartition("/")[2]))


@lru_cache(maxsize=256)
def _pattern(globs: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for all globs: trying them one after the other, for every file, would take longer."""
    from fnmatch import translate

    # `**/` means any number of folders, also none, but fnmatch requires its slash: so the glob is tried without it.
    variants = dict.fromkeys(variant for glob in globs for variant in (glob, glob.replace("**/", "")))
    return re.compile("|".join(map(translate, variants)) or NOTHING)
