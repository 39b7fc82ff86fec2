"""One configuration and what belongs to it: its rules, its baseline, and what it says of a document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from newslint.api import Article
from newslint.config.loader import find, load
from newslint.config.settings import DEFAULT_BASELINE, Settings, SettingsError
from newslint.discovery import is_excluded
from newslint.linter.baseline import Baseline
from newslint.linter.baseline import load as load_baseline
from newslint.linter.linter import Linter, build_linter
from newslint.linter.read_articles import parse_articles
from newslint.model import CheckResult, Diagnostic, Failure
from newslint.plugin_loader.trust import trust_store_path

CORPORA = (".jsonl", ".ndjson")  # files of many articles, which nobody writes in an editor
LANGUAGES = {"plaintext": ".txt", "text": ".txt", "markdown": ".md"}  # of documents that have no suffix yet


class UserMessage(NamedTuple):
    """What a person should be told, and whether it left the old settings in force."""

    text: str
    is_error: bool


class Project:
    """The articles below one folder, under one configuration."""

    def __init__(self, root: str, source: str | None) -> None:
        self.root = root
        self.source = source
        self.linter: Linter | None = None  # None until a first configuration was right
        self.baseline: Baseline | None = None
        self.loaded = False  # whether its settings were ever read
        self._stamps: object = None
        self._told: frozenset[UserMessage] = frozenset()

    def refresh(self) -> tuple[bool, list[UserMessage]]:
        """Read again what has changed on disk: whether anything has, and what is to be told that was not told yet."""
        self.loaded = True
        stamps = self._stamped()
        if stamps == self._stamps:
            return False, []
        self._stamps = stamps
        broken: list[UserMessage] = []
        try:
            settings = load(self.source) if self.source else Settings(root=self.root)
            linter = build_linter(settings)
            baseline = load_baseline(self.baseline_path, must_exist=False)
        except SettingsError as error:
            broken.append(UserMessage(str(error), True))
        else:
            self.linter, self.baseline = linter, baseline
            self._stamps = self._stamped()  # the configuration may name other plugins now
            # A plugin that was not agreed to says itself which command to run.
            broken += [UserMessage(f"{failure.source}: {failure.error}", False) for failure in linter.failures]
        new = [one for one in broken if one not in self._told]
        self._told = frozenset(broken)
        return True, new

    @property
    def baseline_path(self) -> str:
        """Where the baseline is, or would be."""
        return os.path.join(self.root, DEFAULT_BASELINE)

    def _stamped(self) -> object:
        plugins = self.linter.settings.local_plugins if self.linter else ()
        watched = (self.source, self.baseline_path, *plugins, str(trust_store_path()) if plugins else None)
        # The day counts too: an entry of the baseline may expire over night.
        return date.today(), tuple(file_state(path) for path in watched if path)

    def path_of(self, file: str) -> str:
        """A file as the command would call it, run from this folder."""
        return os.path.relpath(file, self.root).replace(os.sep, "/")

    def file_of(self, path: str) -> str:
        """The file that is called so."""
        return os.path.normpath(os.path.join(self.root, path))

    def article(self, file: str | None, language: str, text: str) -> Article | Failure | None:
        """The article in a document; None for what is no single article, or left out by the configuration."""
        if self.linter is None:
            return None
        path = "untitled" if file is None else self.path_of(file)
        kind = "." + path.rpartition(".")[2].lower()
        if kind in CORPORA or (file is not None and is_excluded(file, self.linter.settings)):
            return None
        read = path.lower().endswith(tuple(self.linter.readers))
        if not read and language not in LANGUAGES:
            return None
        items = list(parse_articles(self.linter, path, text, "" if read else LANGUAGES[language]))
        broken = [item for item in items if isinstance(item, Failure)]
        return broken[0] if broken else items[0] if len(items) == 1 else None

    def check(self, article: Article) -> CheckResult:
        """What the rules say of an article."""
        assert self.linter is not None, "an article comes from a linter"
        return self.linter.checker.check(article)

    def new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that the baseline does not hold."""
        return self.baseline.filter_new(diagnostics) if self.baseline else iter(diagnostics)

    def accept(self, diagnostic: Diagnostic) -> None:
        """Write a finding into the baseline. Raises SettingsError or FileError."""
        load_baseline(self.baseline_path, must_exist=False).accept(diagnostic)


def file_state(path: str) -> tuple[int, int, int] | None:
    """What changes when a file does; None where there is none."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def project_of(file: str | None, folders: Iterable[str]) -> tuple[str, str | None]:
    """The folder and the configuration file that a document belongs to.

    The nearest configuration counts; without one, the workspace's folder, and without that the file's own.
    """
    inside = sorted((folder for folder in folders if file is None or below(file, folder)), key=len)
    start = os.path.dirname(file) if file else inside[-1] if inside else os.getcwd()
    source = find(start)
    if source:
        return os.path.dirname(source), source
    return (inside[-1] if inside else start), None


def below(file: str, folder: str) -> bool:
    """Whether a file is the folder or stands below it."""
    return file == folder or file.startswith(folder.rstrip(os.sep) + os.sep)
