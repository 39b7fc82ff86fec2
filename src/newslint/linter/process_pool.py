"""The linting of files in order, in this process or in several: the same function on the same sources either way."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.config.settings import Settings
from newslint.engine.checker import format_exception
from newslint.files import Source
from newslint.linter.lint_file import NO_LIMIT, FileResult, Limit, lint_file, unlinted_file
from newslint.linter.linter import Linter
from newslint.model import CheckResult, Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

MIN_FILES_PER_PROCESS = 200  # with fewer, starting processes costs more than they save
MAX_FILES_PER_CHUNK = 64  # a chunk is sent to a process at once
MAX_CHUNKS_PER_PROCESS = 3  # how far processes may be ahead of the caller; this bounds the memory
CRASHED = "the worker process crashed (out of memory, or a plugin); lint this file alone for details"


def lint_files(
    linter: Linter, sources: Sequence[Source], jobs: int, time_limit: Limit = NO_LIMIT
) -> Iterator[FileResult]:
    """Yield one result per source, in order. `jobs` is the number of processes; 0 chooses it by the number of files.

    `time_limit` is that of an article in this process; other processes have their own.
    """
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, 1 + len(sources) // MIN_FILES_PER_PROCESS)
    jobs = min(jobs, len(sources))
    done = 0
    while jobs > 1 and done < len(sources):
        try:
            for result in _lint_in_processes(linter, sources[done:], jobs):
                done += 1
                yield result
        except WorkerError as error:
            text = f"a worker process cannot build the same rules ({error}); run again"
            failure = CheckResult(failures=(Failure("newslint", None, text),))
            linted = lint_file(linter, sources[done], time_limit=time_limit)
            yield linted._replace(results=(*linted.results, failure))
            done += 1
            jobs = 1
        except (
            OSError,
            ImportError,
            NotImplementedError,
        ) as error:
            # From the start of processes: a limit of the system.
            from newslint.console import print_stderr

            jobs = jobs // 2 if isinstance(error, OSError) else 1
            wanted = f"so many processes ({error})" if jobs > 1 else f"processes ({error})"
            fewer = f"{jobs} processes" if jobs > 1 else "this one, as with --jobs 1"
            print_stderr(f"cannot start {wanted}; linting the remaining files in {fewer}")
    for source in sources[done:]:
        yield lint_file(linter, source, single_file=len(sources) == 1, time_limit=time_limit)


def _lint_in_processes(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    """Yield one result per source. Raises OSError or ImportError if the system cannot start a process."""
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for result in _lint_in_pool(linter, sources, jobs):
            done += 1
            yield result
    except BrokenProcessPool:
        yield from _find_crashing_files(linter, sources[done:])


def _lint_in_pool(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
    chunk_size = max(1, min(MAX_FILES_PER_CHUNK, len(sources) // (jobs * 4)))
    pool = _make_pool(linter, jobs)
    submitted: deque[tuple[Sequence[Source], Future[bytes | None]]] = deque()
    try:
        for start in range(0, len(sources), chunk_size):
            chunk = sources[start : start + chunk_size]
            submitted.append((chunk, _submit(pool, chunk)))
            if len(submitted) > MAX_CHUNKS_PER_PROCESS * jobs:
                yield from _results(linter, *submitted.popleft())
        while submitted:
            yield from _results(linter, *submitted.popleft())
    finally:  # also when the caller stops early
        pool.shutdown(cancel_futures=True)


def _find_crashing_files(linter: Linter, sources: Iterable[Source]) -> Iterator[FileResult]:
    """Lint in one other process, one file at a time, to learn which files crash it."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _make_pool(linter, 1)
    try:
        for source in sources:
            try:
                yield from _results(linter, [source], _submit(pool, [source]))
            except BrokenProcessPool:
                yield unlinted_file(source, CRASHED)
                pool = _make_pool(linter, 1)
    finally:
        pool.shutdown(cancel_futures=True)


def _make_pool(linter: Linter, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    from newslint.linter.worker_process import use_safe_path

    use_safe_path()
    arguments = linter.settings, linter.local_contents, linter.identity
    return ProcessPoolExecutor(jobs, initializer=_init_worker, initargs=arguments)


def _submit(pool: ProcessPoolExecutor, sources: Sequence[Source]) -> Future[bytes | None]:
    from concurrent.futures import BrokenExecutor

    from newslint.linter.worker_process import block_sigint

    with block_sigint():  # the pool starts its processes when it gets its first work
        try:
            return pool.submit(_lint_and_pickle, sources)
        except BrokenExecutor:
            raise
        except RuntimeError as error:  # no thread can be started
            raise OSError(str(error)) from error


def _results(linter: Linter, sources: Sequence[Source], future: Future[bytes | None]) -> list[FileResult]:
    """Return the results of a chunk. Raises BrokenProcessPool if its process crashed."""
    from pickle import loads

    pickled = future.result()
    try:
        if pickled is not None:
            results: list[FileResult] = loads(pickled)
            return results
    except Exception:
        pass
    return [lint_file(linter, source) for source in sources]


class WorkerError(Exception):
    """A worker process that must not lint, because its linter is not that of its parent."""


_worker: list[Linter | str] = []  # the linter of this process, if it is one of a pool, or why it has none
_worker_limit: list[Limit] = [NO_LIMIT]


def _init_worker(settings: Settings, local_contents: Mapping[str, bytes], identity: tuple[object, ...]) -> None:
    """Build the linter of a worker process: the same as its parent's, whatever has changed on disk meanwhile."""
    from newslint.linter.process_limits import build_in_time, limit_process
    from newslint.linter.worker_process import init_worker_process

    init_worker_process()
    _worker_limit[:] = [limit_process(settings, may_end=True)]
    try:
        linter = build_in_time(settings, local_contents)
        reasons = [failure.message for failure in linter.failures] or ["a plugin has changed since the start"]
        _worker[:] = [linter if linter.identity == identity else "; ".join(reasons)]
    except BaseException as error:  # such as a SettingsError for a rule that a plugin no longer provides
        _worker[:] = [format_exception(error, debug=settings.debug)]


def _lint_and_pickle(sources: Sequence[Source]) -> bytes | None:
    """Return the pickled list of results, or None if a plugin's object in it cannot be pickled.

    The pool would pickle them too, but report it like an error of the linting. Raises WorkerError.
    """
    from pickle import HIGHEST_PROTOCOL, dumps

    linter = _worker[0]
    if isinstance(linter, str):
        raise WorkerError(linter)
    results = [lint_file(linter, source, time_limit=_worker_limit[0]) for source in sources]
    try:
        return dumps(results, HIGHEST_PROTOCOL)
    except Exception:  # whatever an object of a plugin raises
        return None
