"""Lints files, in one process or several, by one path: the same function on the same sources, results in order."""

from __future__ import annotations

import heapq
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.api import Article, CrossRule, Reader
from newslint.engine.check import broke, order
from newslint.engine.conclude import conclude
from newslint.engine.facts import sound
from newslint.host.files import FileError, Source, text_of
from newslint.host.session import Session, build
from newslint.host.settings import Settings
from newslint.model import Diagnostic, Failure, Result, SeenFact

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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
            results.append(sound(session.checker.check(item)))
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
    suffix = _suffix(session, source.path)
    plugin = f'reader of plugin "{session.plugins[suffix]}"'
    try:
        for item in session.readers[suffix].read(source.path, text):
            if isinstance(item, Failure):
                yield item
            elif not (isinstance(item, Article) and isinstance(item.text, str)):
                wrong = f"gave {type(item).__name__}, not an Article that has a string for its text"
                yield Failure(plugin, source.path, wrong)
            elif session.settings.date and not item.meta.get("date"):
                meta = {**item.meta, "date": session.settings.date}
                yield Article(item.path, item.text, item.record, meta)
            else:
                yield item
    except (Exception, SystemExit) as error:  # a reader is a plugin too
        yield Failure(plugin, source.path, broke(error, debug=session.settings.debug))


def reader_for(session: Session, path: str) -> Reader:
    """The reader of a file's suffix; a file that was named although nobody reads its kind is plain text."""
    return session.readers[_suffix(session, path)]


def _suffix(session: Session, path: str) -> str:
    suffixes = [suffix for suffix in session.readers if path.lower().endswith(suffix)]
    return max(suffixes, key=len) if suffixes else ".txt"


def outcomes(session: Session, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
    """One outcome a source, in order. `jobs` 0: as many processes as pay."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // PAYS_FROM)
    jobs = min(jobs, len(sources))
    if jobs <= 1:
        for source in sources:
            yield lint_file(session, source)
        return
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        pool = _pool(session.settings, jobs)
        try:
            for outcome in pool.map(_work, sources, chunksize=max(1, min(64, len(sources) // (jobs * 4)))):
                done += 1
                yield outcome
        finally:  # whoever reads the findings may have gone away before the end
            pool.shutdown(cancel_futures=True)
    except BrokenProcessPool:
        yield from _one_by_one(session.settings, sources[done:])
    except Exception:  # what cannot travel between processes can still be made here
        for source in sources[done:]:
            yield lint_file(session, source)


def _one_by_one(settings: Settings, sources: Iterable[Source]) -> Iterator[Outcome]:
    """Lint in one other process, one file at a time, so that it is known which file a process died of."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(settings, 1)
    try:
        for source in sources:
            try:
                yield pool.submit(_work, source).result()
            except BrokenProcessPool:
                died = "was not linted: its process died, out of memory or by a plugin; lint it by itself to see more"
                yield Outcome(0, (Result(failures=(Failure("file", source.path, died),)),), {}, Counter())
                pool = _pool(settings, 1)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_start, initargs=(settings,))


_worker: list[Session] = []  # the session of this process, when it is one of a pool


def _start(settings: Settings) -> None:
    _worker[:] = [build(settings)]


def _work(source: Source) -> Outcome:
    return lint_file(_worker[0], source)


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
