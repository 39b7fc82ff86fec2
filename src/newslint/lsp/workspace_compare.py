"""Compares the articles of a folder in the background: facts of every file, kept until the file changes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from newslint.api import Article, CrossArticleRule
from newslint.discovery import discover
from newslint.engine.checker import Checker
from newslint.engine.compare import conclude
from newslint.files import FileError, Source, read_bytes
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles
from newslint.lsp.project import CORPORA, Project, below, file_state
from newslint.model import Diagnostic, Failure, LocatedFact, Location

MOST = 20_000  # files: a folder with more is not a newsroom's but somebody's home
LARGEST = 4_000_000  # bytes

Facts = tuple[LocatedFact, ...]


class OpenArticle(NamedTuple):
    """An article as it stands in the editor, with its facts."""

    text: str
    facts: Facts


class ComparisonResult(NamedTuple):
    """What came of one comparison, by path: the findings, the facts they rest on, the open texts; and what broke."""

    diagnostics: Mapping[str, tuple[Diagnostic, ...]] = {}
    facts: Mapping[str, Facts] = {}
    texts: Mapping[str, str] = {}
    failures: tuple[Failure, ...] = ()
    note: str = ""


class Comparison:
    """The facts of one project's files."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[str, tuple[object, Facts]] = {}
        self._session: Linter | None = None
        self._checker = Checker(())

    def run(
        self, folders: Iterable[str], opened: Mapping[str, OpenArticle], stale: Callable[[], bool]
    ) -> ComparisonResult | None:
        """Compare the articles below the folders, open ones as they stand in the editor.

        None when it became stale on the way; what was read until then is kept for the next time.
        """
        linter = self._project.linter
        if linter is None or not linter.has_cross_rules:
            return ComparisonResult()
        if linter is not self._session:  # other rules, other facts
            self._session, self._known = linter, {}
            self._checker = Checker([rule for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)])
        files, note = self._files(linter, folders)
        facts: dict[str, Facts] = {}
        for file in files:
            if stale():
                return None
            path = self._project.path_of(file)
            facts[path] = opened[path].facts if path in opened else self._gathered(linter, file, path)
        facts.update((path, each.facts) for path, each in opened.items())  # some may not be saved yet
        self._known = {path: known for path, known in self._known.items() if path in facts}
        texts = {path: each.text for path, each in opened.items()}
        if len(facts) < 2:
            return ComparisonResult({}, facts, texts, (), note)
        result = conclude(linter.enabled_rules, (fact for each in facts.values() for fact in each))
        if stale():
            return None
        found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in result.diagnostics:
            found[diagnostic.location.path].append(diagnostic)
        by_path = {path: tuple(each) for path, each in found.items()}
        return ComparisonResult(by_path, facts, texts, result.failures, note)

    def _files(self, linter: Linter, folders: Iterable[str]) -> tuple[list[str], str]:
        root = self._project.root
        tops = {root for folder in folders if below(root, folder)} or {each for each in folders if below(each, root)}
        # A folder that holds somebody's home is no folder of articles, and would be searched for minutes.
        tops = {top for top in tops if not below(os.path.expanduser("~"), top)}
        suffixes = [suffix for suffix in linter.readers if suffix not in CORPORA]
        sources = discover(sorted(tops), linter.settings, suffixes, stdin_name="").sources
        if len(sources) > MOST:
            return [], f"{root} holds {len(sources):,} articles; more than {MOST:,} are not compared in an editor"
        return sorted(os.path.abspath(source.path) for source in sources), ""

    def _gathered(self, linter: Linter, file: str, path: str) -> Facts:
        state = file_state(file)
        known = self._known.get(path)
        if known and known[0] == state:
            return known[1]
        facts = self._read(linter, file, path) if state and state[1] <= LARGEST else ()
        self._known[path] = (state, facts)
        return facts

    def _read(self, linter: Linter, file: str, path: str) -> Facts:
        """What breaks here is told when the file is opened, or by the command."""
        try:
            source = Source(path, read_bytes(Source(file)))
        except FileError:
            return ()
        articles = [item for item in read_articles(linter, source) if isinstance(item, Article)]
        return tuple(fact for article in articles for fact in self._checker.check(article).facts)


def relocate(concluded: ComparisonResult, path: str, now_open: OpenArticle) -> list[Diagnostic]:
    """The findings of a comparison where their facts stand now; those whose facts are gone are left out.

    A finding of a comparison stands at a fact's place, so the text is not searched: the same words in the same sentence
    are the same fact, and where they come several times, the order tells which.
    """
    was, now = _places(concluded.facts.get(path, ())), _places(now_open.facts)
    same = concluded.texts.get(path) == now_open.text
    found = []
    for diagnostic in concluded.diagnostics.get(path, ()):
        where = diagnostic.location
        key = diagnostic.rule, where.match, where.context_digest
        number = was[key].index(where) if where in was[key] else len(now[key])
        if number >= len(now[key]):
            continue
        # A fix holds offsets of the text that was compared.
        found.append(diagnostic._replace(location=now[key][number], fix=diagnostic.fix if same else None))
    return found


def _places(facts: Iterable[LocatedFact]) -> defaultdict[tuple[str, str, str], list[Location]]:
    places: defaultdict[tuple[str, str, str], dict[Location, None]] = defaultdict(dict)
    for fact in facts:
        places[fact.rule, fact.location.match, fact.location.context_digest][fact.location] = None
    found: defaultdict[tuple[str, str, str], list[Location]] = defaultdict(list)
    found.update((key, sorted(each, key=lambda place: place.start.offset)) for key, each in places.items())
    return found
