"""A project: one configuration with its rules and its baseline, and the articles below its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date

from newslint.api import Article
from newslint.config.config_file import load_settings
from newslint.config.loader import find_config_file
from newslint.config.settings import DEFAULT_BASELINE, Settings, SettingsError
from newslint.discovery import is_excluded
from newslint.linter.baseline import Baseline, check_place, load_baseline
from newslint.linter.linter import Linter, build_linter
from newslint.linter.read_articles import RECORD_SUFFIXES, parse_articles
from newslint.model import CheckResult, Diagnostic, Failure
from newslint.named_tuple import NamedTuple
from newslint.plugin_loader.trust import trust_store_path
from newslint.readers import newslint_readers

WATCHED_SUFFIXES = tuple(
    suffix for reader in newslint_readers() for suffix in reader.suffixes if suffix not in RECORD_SUFFIXES
)
SUFFIX_OF_LANGUAGE = {"plaintext": ".txt", "text": ".txt", "markdown": ".md"}  # for documents without a known suffix


class UserMessage(NamedTuple):
    """A message that the editor shows at once."""

    text: str
    is_error: bool  # whether the settings that were valid before remain in use


class Project:
    """The articles below one folder, under one configuration."""

    def __init__(self, root: str, config_path: str | None) -> None:
        self.root = root
        self.config_path = config_path
        self.linter: Linter | None = None  # None until the configuration is valid for the first time
        self.baseline: Baseline | None = None
        self.loaded = False  # whether the settings were read, valid or not
        self._state: object = None
        self._messages: frozenset[UserMessage] = frozenset()

    def refresh(self) -> tuple[bool, list[UserMessage]]:
        """Read settings that have changed on disk. Return whether any have, and the messages that are new."""
        self.loaded = True
        state = self._watched_state()
        if state == self._state:
            return False, []
        self._state = state
        messages: list[UserMessage] = []
        try:
            settings = load_settings(self.config_path) if self.config_path else Settings(root=self.root)
            linter = build_linter(settings)
            baseline = load_baseline(self.baseline_path, must_exist=False)
        except SettingsError as error:
            messages.append(UserMessage(str(error), True))
        else:
            self.linter, self.baseline = linter, baseline
            self._state = self._watched_state()  # the configuration may name other plugins than before
            messages += [UserMessage(failure.message, False) for failure in linter.failures]
        new = [message for message in messages if message not in self._messages]
        self._messages = frozenset(messages)
        return True, new

    @property
    def max_seconds(self) -> float:
        """The time for linting one article, and for loading the plugins; 0 for no limit."""
        return (self.linter.settings if self.linter else Settings()).timeout

    @property
    def baseline_path(self) -> str:
        """The path of the baseline, which need not exist."""
        return os.path.join(self.root, DEFAULT_BASELINE)

    def _watched_state(self) -> object:
        plugins = self.linter.settings.local_plugins if self.linter else ()
        watched = (self.config_path, self.baseline_path, *plugins, str(trust_store_path()) if plugins else None)
        # Entries of the baseline may expire from one day to the next.
        return date.today(), tuple(file_state(path) for path in watched if path)

    def path_of(self, file: str) -> str:
        """Return the path that the command prints for a file when it runs in the project's folder."""
        return os.path.relpath(file, self.root).replace(os.sep, "/")

    def file_of(self, path: str) -> str:
        """Return the file of a path that the command prints when it runs in the project's folder."""
        return os.path.normpath(os.path.join(self.root, path))

    def parse(self, file: str | None, language: str, text: str) -> Article | Failure | None:
        """Return the article in a document; None for one that is excluded, or is not a single article."""
        if self.linter is None:
            return None
        path = "untitled" if file is None else self.path_of(file)
        if path.lower().endswith(RECORD_SUFFIXES) or (file is not None and is_excluded(file, self.linter.settings)):
            return None
        has_reader = path.lower().endswith(tuple(self.linter.readers))
        if not has_reader and language not in SUFFIX_OF_LANGUAGE:
            return None
        items = list(parse_articles(self.linter, path, text, "" if has_reader else SUFFIX_OF_LANGUAGE[language]))
        failures = [item for item in items if isinstance(item, Failure)]
        return failures[0] if failures else items[0] if len(items) == 1 else None

    def check(self, article: Article) -> CheckResult:
        """Return what the rules find in an article by itself."""
        assert self.linter is not None, "an article comes from a linter"
        return self.linter.checker.check(article)

    def without_accepted(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings that are not in the baseline."""
        return self.baseline.filter_new(diagnostics) if self.baseline else iter(diagnostics)

    def accept(self, diagnostic: Diagnostic) -> None:
        """Add a finding to the baseline. Raises SettingsError or FileError."""
        check_place(self.baseline_path, self.root)
        load_baseline(self.baseline_path, must_exist=False).accept(diagnostic)


def file_state(path: str) -> tuple[int, int, int] | None:
    """Return the time of change, the size and the inode of a file; None if there is no file."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def find_project(file: str | None, folders: Iterable[str]) -> tuple[str, str | None]:
    """Return the root folder and the configuration file of the project that a document belongs to.

    The root is the folder of the nearest configuration; without one, the folder of the editor's workspace, or else the
    folder of the file. A document that was never saved has no file.
    """
    containing = sorted((folder for folder in folders if file is None or is_below(file, folder)), key=len)
    start = os.path.dirname(file) if file else containing[-1] if containing else os.getcwd()
    config_path = find_config_file(start)
    if config_path:
        return os.path.dirname(config_path), config_path
    return (containing[-1] if containing else start), None


def is_below(file: str, folder: str) -> bool:
    """Return whether a file is the folder or in it."""
    return file == folder or file.startswith(folder.rstrip(os.sep) + os.sep)
