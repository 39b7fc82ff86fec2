"""Lints files, in one process or several, by one path: the same function on the same sources, results in order."""

from __future__ import annotations

import heapq
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.api import Article, CrossRule, Reader
from newslint.engine.check import broke, order
from newslint.engine.conclude import conclude
from newslint.host.files import FileError, Source, text_of
from newslint.host.session import Session, build
from newslint.host.settings import Settings
from newslint.model import Diagnostic, Failure, Result, SeenFact

PAYS_FROM = 200  # files: below, starting processes costs more than they save


class Outcome(NamedTuple):
    """All that came of one file."""

    articles: int
    results: tuple[Result, ...]
    spent: Mapping[str, float]  # seconds by rule; empty where no clock runs, as are tallies
    tallies: Counter[str]


def lint_file(session: Session, source: Source) -> Outcome:
    """Read and check one file. What breaks is in the results."""
    results: list[Result] = []
    articles = 0
    for item in articles_in(session, source):
        if isinstance(item, Failure):
            results.append(Result(failures=(item,)))
        else:
            articles += 1
            results.append(session.checker.check(item))
    checker = session.checker
    spent, checker.spent = checker.spent, defaultdict(float)
    tallies, checker.tallies = checker.tallies, Counter()
    return Outcome(articles, tuple(results), spent, tallies)


def articles_in(session: Session, source: Source) -> Iterator[Article | Failure]:
    """What a file holds."""
    try:
        text = text_of(source)
    except FileError as error:
        yield Failure("file", source.path, str(error))
        return
    try:
        for item in reader_for(session, source.path).read(source.path, text):
            if session.settings.date and isinstance(item, Article) and not item.meta.get("date"):
                meta = {**item.meta, "date": session.settings.date}
                yield Article(item.path, item.text, item.record, meta)
            else:
                yield item
    except Exception as error:  # a reader is a plugin too
        yield Failure("reader", source.path, broke(error, debug=session.settings.debug))


def reader_for(session: Session, path: str) -> Reader:
    """The reader of a file's suffix; a file that was named although nobody reads its kind is plain text."""
    suffixes = [suffix for suffix in session.readers if path.lower().endswith(suffix)]
    return session.readers[max(suffixes, key=len) if suffixes else ".txt"]


_worker: list[Session] = []  # the session of this process, when it is one of a pool


def _start(settings: Settings) -> None:
    _worker[:] = [build(settings)]


def _work(source: Source) -> Outcome:
    return lint_file(_worker[0], source)


def outcomes(session: Session, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
    """One outcome a source, in order. `jobs` 0: as many processes as pay."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // PAYS_FROM)
    jobs = min(jobs, len(sources))
    if jobs <= 1:
        for source in sources:
            yield lint_file(session, source)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(session.settings,))
    try:
        yield from pool.map(_work, sources, chunksize=max(1, min(64, len(sources) // (jobs * 4))))
    finally:  # whoever reads the findings may have gone away before the end
        pool.shutdown(cancel_futures=True)


class Run:
    """One run over sources. Iterate `diagnostics()` once; the counts are complete when it ends."""

    def __init__(
        self,
        session: Session,
        sources: Sequence[Source],
        jobs: int,
        watch: Callable[[Iterator[Outcome]], Iterator[Outcome]] = iter,
    ) -> None:
        self.session = session
        self._outcomes = watch(outcomes(session, sources, jobs))
        self.articles = 0
        self.failures: list[Failure] = list(session.failures)
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.tallies: Counter[str] = Counter()

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings in the order of output. Held back only where articles are compared."""
        if not self.session.compares:
            for outcome in self._outcomes:
                yield from self._take(outcome, [])
            return
        facts: list[SeenFact] = []
        held = [found for outcome in self._outcomes for found in self._take(outcome, facts)]
        concluded: Iterable[Diagnostic] = ()
        if self.articles > 1:
            result = conclude(self.session.rules, facts, debug=self.session.settings.debug)
            self.failures += result.failures
            concluded = result.diagnostics
        yield from heapq.merge(held, concluded, key=order)

    @property
    def ran(self) -> list[str]:
        """The rules that had their say: those that compare articles only where there were some to compare."""
        compared = self.session.compares and self.articles > 1
        return [rule.name for rule in self.session.rules if compared or not isinstance(rule, CrossRule)]

    def _take(self, outcome: Outcome, facts: list[SeenFact]) -> Iterator[Diagnostic]:
        self.articles += outcome.articles
        for name, seconds in outcome.spent.items():
            self.spent[name] += seconds
        self.tallies.update(outcome.tallies)
        for result in outcome.results:
            self.failures += result.failures
            facts += result.facts
            yield from result.diagnostics
