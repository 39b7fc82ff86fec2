"""What git ignores: the rules of every .gitignore from the top of a repository down to a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newslint.files import FileError, read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"
Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The .gitignore files that hold for a folder, from the top of the repository: the folder of each, and its rules."""


class Gitignore:
    """The names that git ignores in a folder and below it. Outside a repository it ignores none.

    A folder that is named is searched even if git ignores it: then only the .gitignore files in it hold.
    """

    def __init__(self, top: str) -> None:
        top = os.path.abspath(top)
        self._rules: dict[str, Rules] = {}  # by folder
        root = _repository(top)
        if root is None:
            self._rules[top] = ()
            return
        parents = [top]
        while parents[-1] != root:
            parents.append(os.path.dirname(parents[-1]))
        rules: Rules = ()
        for folder in reversed(parents[1:]):
            rules += _read_rules(folder)
        is_ignored = any(_is_ignored(path, rules, is_folder=True) for path in parents[:-1])
        self._rules[top] = (() if is_ignored else rules) + _read_rules(top)

    def ignores(self, folder: str, name: str, *, is_folder: bool = False) -> bool:
        """Return whether git ignores a name in a folder, which is the top or a folder below it."""
        folder = os.path.abspath(folder)
        rules = self._rules_of(folder)
        return bool(rules) and _is_ignored(os.path.join(folder, name), rules, is_folder=is_folder)

    def _rules_of(self, folder: str) -> Rules:
        if folder not in self._rules:
            self._rules[folder] = self._rules_of(os.path.dirname(folder)) + _read_rules(folder)
        return self._rules[folder]


def _repository(folder: str) -> str | None:
    """Return the top of the git repository that holds a folder."""
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, name = os.path.split(folder)
        if not name:
            return None
    return folder


def _read_rules(folder: str) -> Rules:
    try:
        content = read_regular(os.path.join(folder, GITIGNORE)).decode("utf-8", "surrogateescape")
    except (OSError, FileError):  # there is none, usually
        return ()
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    from pathspec import GitIgnoreSpec  # takes long to import

    return ((folder, GitIgnoreSpec.from_lines(lines)),)


def _is_ignored(path: str, rules: Rules, *, is_folder: bool) -> bool:
    for base, spec in reversed(rules):  # the nearest file decides
        relative = path[len(base) :].lstrip(os.sep).replace(os.sep, "/")  # all of them are absolute
        decision = spec.check_file(f"{relative}/" if is_folder else relative).include
        if decision is not None:
            return decision
    return False
