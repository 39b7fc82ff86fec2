"""The linting of files in order, in this process or in several: the same function on the same sources either way."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.files import Source
from newslint.linter.lint_file import NO_LIMIT, FileResult, Limit, lint_file, unlinted_file
from newslint.linter.linter import Linter
from newslint.model import CheckResult, Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

MIN_FILES_PER_PROCESS = 200  # with fewer, starting processes costs more than they save
MAX_FILES_PER_CHUNK = 64  # a chunk is sent to a process at once
MAX_CHUNKS_PER_PROCESS = 3  # how far processes may be ahead of the caller; this bounds the memory
CRASHED = (
    "its process ended: it had no memory left, a library did not return in time, or a plugin crashed it; leave out the "
    "file or a plugin"
)


class WorkerError(Exception):
    """A worker process that must not lint, because its linter is not that of its parent."""


def lint_files(
    linter: Linter, sources: Sequence[Source], jobs: int, time_limit: Limit = NO_LIMIT, *, isolate: bool = False
) -> Iterator[FileResult]:
    """Yield one result per source, in order. `jobs` is the number of processes; 0 chooses it by the number of files.

    `time_limit` is that of an article in this process; other processes have their own. With `isolate`, code that is not
    newslint's runs in another process even if there is only one, so that what crashes it costs its file alone.
    """
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // MIN_FILES_PER_PROCESS)
    jobs = min(jobs, len(sources))
    min_jobs = 1 if isolate and linter.settings.has_foreign_code else 2
    done = 0
    while jobs >= min_jobs and done < len(sources):
        try:
            for result in _lint_elsewhere(linter, sources[done:], jobs, single_file=len(sources) == 1):
                done += 1
                yield result
        except WorkerError as error:
            text = f"a worker process cannot build the same rules ({error}); run again"
            failure = CheckResult(failures=(Failure("newslint", None, text),))
            linted = lint_file(linter, sources[done], time_limit=time_limit)
            yield linted._replace(results=(*linted.results, failure))
            done += 1
            jobs = 0
        except (OSError, ImportError, NotImplementedError) as error:
            # From the start of processes: a limit of the system.
            from newslint.console import print_stderr

            jobs = jobs // 2 if isinstance(error, OSError) else 0
            wanted = f"so many processes ({error})" if jobs >= min_jobs else f"processes ({error})"
            fewer = f"{jobs} processes" if jobs > 1 else "another process" if jobs >= min_jobs else "this one"
            print_stderr(f"cannot start {wanted}; linting the remaining files in {fewer}")
    for source in sources[done:]:
        yield lint_file(linter, source, single_file=len(sources) == 1, time_limit=time_limit)


def _lint_elsewhere(linter: Linter, sources: Sequence[Source], jobs: int, *, single_file: bool) -> Iterator[FileResult]:
    if jobs == 1:
        return _lint_one_by_one(linter, sources, shared=True, single_file=single_file)
    return _lint_in_processes(linter, sources, jobs)


def _lint_in_processes(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    """Yield one result per source. Raises OSError or ImportError if the system cannot start a process."""
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for result in _lint_in_pool(linter, sources, jobs):
            done += 1
            yield result
    except BrokenProcessPool:
        yield from _lint_one_by_one(linter, sources[done:])


def _lint_in_pool(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    chunk_size = max(1, min(MAX_FILES_PER_CHUNK, len(sources) // (jobs * 4)))
    pool = _make_pool(linter, jobs)
    submitted: deque[Future[bytes]] = deque()
    try:
        for start in range(0, len(sources), chunk_size):
            submitted.append(_submit(pool, sources[start : start + chunk_size]))
            if len(submitted) > MAX_CHUNKS_PER_PROCESS * jobs:
                yield from _results(submitted.popleft())
        while submitted:
            yield from _results(submitted.popleft())
    finally:  # also when the caller stops early
        pool.shutdown(cancel_futures=True)


def _lint_one_by_one(
    linter: Linter, sources: Sequence[Source], *, shared: bool = False, single_file: bool = False
) -> Iterator[FileResult]:
    """Lint in one other process, one file at a time, so that a file that crashes it costs no other.

    With `shared`, the process has the linter of this one, where it can be forked.
    """
    from concurrent.futures.process import BrokenProcessPool

    pool = _make_pool(linter, 1, shared=shared)
    try:
        for source in sources:
            try:
                yield from _results(_submit(pool, [source], single_file))
            except BrokenProcessPool:
                yield unlinted_file(source, CRASHED)
                pool = _make_pool(linter, 1, shared=shared)
    finally:
        pool.shutdown(cancel_futures=True)


def _make_pool(linter: Linter, jobs: int, *, shared: bool = False) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_start_method

    from newslint.linter.pool_worker import init_worker
    from newslint.linter.worker_process import safe_path

    arguments = linter.settings, linter.local_contents, linter.identity
    more = (linter,) if shared and get_start_method() == "fork" else ()
    with safe_path():  # the queues of a pool may start a process that tracks them
        return ProcessPoolExecutor(jobs, initializer=init_worker, initargs=(*arguments, *more))


def _submit(pool: ProcessPoolExecutor, sources: Sequence[Source], single_file: bool = False) -> Future[bytes]:
    from concurrent.futures import BrokenExecutor

    from newslint.linter.pool_worker import lint_and_serialize
    from newslint.linter.worker_process import block_sigint, safe_path

    with block_sigint(), safe_path():  # the pool starts its processes when it gets its first work
        try:
            return pool.submit(lint_and_serialize, sources, single_file)
        except BrokenExecutor:
            raise
        except RuntimeError as error:  # no thread can be started
            raise OSError(str(error)) from error


def _results(future: Future[bytes]) -> list[FileResult]:
    """Return the results of a chunk. Raises BrokenProcessPool if its process crashed."""
    from newslint.linter.serialization import from_bytes

    return from_bytes(future.result())
