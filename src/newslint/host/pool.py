"""Lints files in order, in this process or in several: the same function on the same sources either way."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.host.files import Source
from newslint.host.lint import Outcome, lint_file
from newslint.host.session import Session, build
from newslint.host.settings import Settings
from newslint.model import CheckResult, Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

PAYS_FROM = 200  # files: below, starting processes costs more than they save
CHUNK = 64  # files that travel together, at most
AHEAD = 3  # chunks a process may be ahead of whoever reads the findings, so that memory stays small


def outcomes(session: Session, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
    """One outcome a source, in order. `jobs` 0: as many processes as pay."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // PAYS_FROM)
    jobs = min(jobs, len(sources))
    if jobs <= 1:
        for source in sources:
            yield lint_file(session, source, alone=len(sources) == 1)
        return
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for outcome in _pooled(session.settings, sources, jobs):
            done += 1
            yield outcome
    except BrokenProcessPool:
        yield from _one_by_one(session.settings, sources[done:])
    except Exception:  # what cannot travel between processes can still be made here
        for source in sources[done:]:
            yield lint_file(session, source)


def _pooled(settings: Settings, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
    chunk = max(1, min(CHUNK, len(sources) // (jobs * 4)))
    pool = _pool(settings, jobs)
    begun: deque[Future[list[Outcome]]] = deque()
    try:
        for start in range(0, len(sources), chunk):
            begun.append(_begin(pool, sources[start : start + chunk]))
            if len(begun) > AHEAD * jobs:
                yield from begun.popleft().result()
        while begun:
            yield from begun.popleft().result()
    finally:  # whoever reads the findings may have gone away before the end
        pool.shutdown(cancel_futures=True)


def _one_by_one(settings: Settings, sources: Iterable[Source]) -> Iterator[Outcome]:
    """Lint in one other process, one file at a time, so that it is known which file a process died of."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(settings, 1)
    try:
        for source in sources:
            try:
                yield from _begin(pool, [source]).result()
            except BrokenProcessPool:
                died = "was not linted: its process died, out of memory or by a plugin; lint it by itself to see more"
                yield Outcome(0, (CheckResult(failures=(Failure("file", source.path, died),)),), {}, Counter())
                pool = _pool(settings, 1)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_start, initargs=(settings,))


def _begin(pool: ProcessPoolExecutor, sources: Sequence[Source]) -> Future[list[Outcome]]:
    from newslint.host.worker import undisturbed

    with undisturbed():  # the pool starts its processes when it is first given work
        return pool.submit(_work, sources)


_worker: list[Session] = []  # the session of this process, when it is one of a pool


def _start(settings: Settings) -> None:
    from newslint.host.worker import begin

    begin()
    _worker[:] = [build(settings)]


def _work(sources: Sequence[Source]) -> list[Outcome]:
    return [lint_file(_worker[0], source) for source in sources]
