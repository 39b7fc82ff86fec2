"""Compares the articles of a folder in the background: facts of every file, kept until the file changes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from newslint.api import Article, CrossArticleRule
from newslint.discovery import discover
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.diagnostics import sort_key
from newslint.files import FileError, Source, read_bytes
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles
from newslint.lsp.project import CORPORA, Project, below, file_state
from newslint.model import Diagnostic, Failure, LocatedFact, Location

MOST = 20_000  # files: a folder with more is not a newsroom's but somebody's home
LARGEST = 4_000_000  # bytes

Facts = tuple[LocatedFact, ...]


class OpenArticle(NamedTuple):
    """An open document as an article, with its facts."""

    article: Article
    facts: Facts


class ComparisonResult(NamedTuple):
    """The result of one comparison. The mappings are by path."""

    diagnostics: Mapping[str, tuple[Diagnostic, ...]] = {}
    facts: Mapping[str, Facts] = {}
    open_articles: Mapping[str, Article] = {}  # as they were when they were compared
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
        open_articles = {path: document.article for path, document in opened.items()}
        if len(facts) < 2:
            return ComparisonResult({}, facts, open_articles, (), note)
        # An editor offers fixes in open documents alone, so those of other files need not be checked.
        result = compare_facts(
            linter.enabled_rules, chain.from_iterable(facts.values()), lambda path, _: open_articles.get(path)
        )
        if stale():
            return None
        found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in result.diagnostics:
            found[diagnostic.location.path].append(diagnostic)
        by_path = {path: tuple(each) for path, each in found.items()}
        return ComparisonResult(by_path, facts, open_articles, result.failures, note)

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


def relocate(compared: ComparisonResult, document: OpenArticle) -> list[Diagnostic]:
    """Return a comparison's findings in a document, where their facts are now, in output order.

    Findings whose facts have disappeared are left out. The text is not searched: a finding has the location of a fact,
    and facts of one rule with the same words in the same sentence are the same fact. Where there are several, they are
    told apart by their order.
    """
    path = document.article.path
    before, now = _locations(compared.facts.get(path, ())), _locations(document.facts)
    compared_article = compared.open_articles.get(path)
    is_unchanged = compared_article is not None and compared_article.text == document.article.text
    relocated = []
    for diagnostic in compared.diagnostics.get(path, ()):
        location = diagnostic.location
        key = diagnostic.rule, location.match, location.context_digest
        number = before[key].index(location) if location in before[key] else len(now[key])
        if number < len(now[key]):
            # A fix holds offsets of the text that was compared.
            fix = diagnostic.fix if is_unchanged else None
            relocated.append(diagnostic._replace(location=now[key][number], fix=fix))
    return sorted(relocated, key=sort_key)


def _locations(facts: Iterable[LocatedFact]) -> defaultdict[tuple[str, str, str], list[Location]]:
    """Return the distinct locations of facts by rule, words and sentence, each list in the order of the text."""
    distinct: defaultdict[tuple[str, str, str], set[Location]] = defaultdict(set)
    for fact in facts:
        distinct[fact.rule, fact.location.match, fact.location.context_digest].add(fact.location)
    ordered: defaultdict[tuple[str, str, str], list[Location]] = defaultdict(list)
    ordered.update((key, sorted(locations, key=_start)) for key, locations in distinct.items())
    return ordered


def _start(location: Location) -> int:
    return location.start.offset
