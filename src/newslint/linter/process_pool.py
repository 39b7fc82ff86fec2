"""Lints files in order, in this process or in several: the same function on the same sources either way."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.config.settings import Settings
from newslint.files import Source
from newslint.linter.lint_file import FileResult, lint_file
from newslint.linter.linter import Linter, build_linter
from newslint.model import CheckResult, Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

MIN_FILES_PER_PROCESS = 200  # files: below, starting processes costs more than they save
CHUNK = 64  # files that travel together, at most
MAX_CHUNKS_PER_PROCESS = 3  # chunks a process may be ahead of whoever reads the findings, so that memory stays small


def lint_files(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    """One outcome a source, in order. `jobs` 0: as many processes as pay."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // MIN_FILES_PER_PROCESS)
    jobs = min(jobs, len(sources))
    if jobs <= 1:
        for source in sources:
            yield lint_file(linter, source, single_file=len(sources) == 1)
        return
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for outcome in _pooled(linter.settings, sources, jobs):
            done += 1
            yield outcome
    except BrokenProcessPool:
        yield from _isolate_crashing_file(linter.settings, sources[done:])
    except Exception:  # what cannot travel between processes can still be made here
        for source in sources[done:]:
            yield lint_file(linter, source)


def _pooled(settings: Settings, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    chunk = max(1, min(CHUNK, len(sources) // (jobs * 4)))
    pool = _pool(settings, jobs)
    begun: deque[Future[list[FileResult]]] = deque()
    try:
        for start in range(0, len(sources), chunk):
            begun.append(_submit(pool, sources[start : start + chunk]))
            if len(begun) > MAX_CHUNKS_PER_PROCESS * jobs:
                yield from begun.popleft().result()
        while begun:
            yield from begun.popleft().result()
    finally:  # whoever reads the findings may have gone away before the end
        pool.shutdown(cancel_futures=True)


def _isolate_crashing_file(settings: Settings, sources: Iterable[Source]) -> Iterator[FileResult]:
    """Lint in one other process, one file at a time, so that it is known which file a process died of."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(settings, 1)
    try:
        for source in sources:
            try:
                yield from _submit(pool, [source]).result()
            except BrokenProcessPool:
                died = "was not linted: its process died, out of memory or by a plugin; lint it by itself to see more"
                yield FileResult(0, (CheckResult(failures=(Failure("file", source.path, died),)),), {}, Counter())
                pool = _pool(settings, 1)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_init_worker, initargs=(settings,))


def _submit(pool: ProcessPoolExecutor, sources: Sequence[Source]) -> Future[list[FileResult]]:
    from newslint.linter.worker_process import block_sigint

    with block_sigint():  # the pool starts its processes when it is first given work
        return pool.submit(_work, sources)


_worker: list[Linter] = []  # the linter of this process, when it is one of a pool


def _init_worker(settings: Settings) -> None:
    from newslint.linter.worker_process import init_worker_process

    init_worker_process()
    _worker[:] = [build_linter(settings)]


def _work(sources: Sequence[Source]) -> list[FileResult]:
    return [lint_file(_worker[0], source) for source in sources]
