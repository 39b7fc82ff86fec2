"""Compares the articles of a project in the background. The facts of a file are cached until it changes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from newslint.api import Article, CrossArticleRule
from newslint.discovery import discover
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.diagnostics import sort_key
from newslint.files import FileError, Source, read_bytes
from newslint.linter.linter import Linter
from newslint.linter.read_articles import RECORD_SUFFIXES, read_articles
from newslint.lsp.project import Project, file_state, is_below
from newslint.model import Diagnostic, Failure, LocatedFact, Location
from newslint.named_tuple import NamedTuple

MAX_FILES = 20_000  # with more, the folder is rather a home folder than one of articles
MAX_FILE_BYTES = 4_000_000

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
    note: str = ""  # why nothing was compared


class Comparison:
    """Compares the articles of one project, again and again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._cache: dict[str, tuple[object, Facts]] = {}  # by path: the file's state, and its facts
        self._linter: Linter | None = None
        self._checker = Checker(())

    def run(
        self, folders: Iterable[str], opened: Mapping[str, OpenArticle], goes_on: Callable[[], bool]
    ) -> ComparisonResult | None:
        """Compare the articles below the folders; `opened` ones, by path, as the editor has them.

        Return None as soon as `goes_on` returns False; the facts that were collected stay in the cache.
        """
        linter = self._project.linter
        if linter is None or not linter.has_cross_rules:
            return ComparisonResult()
        if linter is not self._linter:  # the cached facts are those of other rules
            self._linter, self._cache = linter, {}
            self._checker = Checker([rule for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)])
        files, note = self._find_files(linter, folders)
        facts: dict[str, Facts] = {}
        for file in files:
            if not goes_on():
                return None
            path = self._project.path_of(file)
            facts[path] = opened[path].facts if path in opened else self._facts_of(linter, file, path)
        facts.update((path, document.facts) for path, document in opened.items())  # some may not be saved yet
        self._cache = {path: cached for path, cached in self._cache.items() if path in facts}
        open_articles = {path: document.article for path, document in opened.items()}
        if len(facts) < 2:
            return ComparisonResult({}, facts, open_articles, (), note)
        if not goes_on():
            return None
        # An editor offers fixes in open documents alone, so those of other files need not be checked.
        result = compare_facts(
            linter.enabled_rules, chain.from_iterable(facts.values()), lambda path, _: open_articles.get(path)
        )
        if not goes_on():
            return None
        by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in result.diagnostics:
            by_path[diagnostic.location.path].append(diagnostic)
        diagnostics = {path: tuple(in_file) for path, in_file in by_path.items()}
        return ComparisonResult(diagnostics, facts, open_articles, result.failures, note)

    def _find_files(self, linter: Linter, folders: Iterable[str]) -> tuple[list[str], str]:
        """Return the files to compare, or none and a note that says why."""
        root = self._project.root
        tops = {root for folder in folders if is_below(root, folder)}
        tops = tops or {folder for folder in folders if is_below(folder, root)}
        # A folder above the home folder is not one of articles, and searching it would take minutes.
        tops = {top for top in tops if not is_below(os.path.expanduser("~"), top)}
        suffixes = [suffix for suffix in linter.readers if suffix not in RECORD_SUFFIXES]
        sources = discover(sorted(tops), linter.settings, suffixes, stdin_name="").sources
        if len(sources) > MAX_FILES:
            note = f"{root} holds {len(sources):,} articles; the language server compares {MAX_FILES:,} at most"
            return [], note
        return sorted(os.path.abspath(source.path) for source in sources), ""

    def _facts_of(self, linter: Linter, file: str, path: str) -> Facts:
        state = file_state(file)
        cached = self._cache.get(path)
        if cached and cached[0] == state:
            return cached[1]
        facts = self._collect_facts(linter, file, path) if state and state[1] <= MAX_FILE_BYTES else ()
        self._cache[path] = (state, facts)
        return facts

    def _collect_facts(self, linter: Linter, file: str, path: str) -> Facts:
        """Return the facts of a file, without failures: these are reported when the file is opened."""
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
    is_unchanged = compared_article is not None and compared_article.raw == document.article.raw
    numbers = {
        (rule, location): number
        for (rule, _, _), locations in before.items()
        for number, location in enumerate(locations)
    }
    relocated = []
    for diagnostic in compared.diagnostics.get(path, ()):
        location = diagnostic.location
        key = diagnostic.rule, location.match, location.context_digest
        number = numbers.get((diagnostic.rule, location))
        if number is not None and number < len(now[key]):
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
