"""Setup of a worker process: it ignores Ctrl-C, which its parent handles, and it ends with its parent."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import parent_process, util
from multiprocessing.connection import wait
from threading import Thread

from newslint.plugin_loader.isolation import end_soon

SAFE_PATH = "PYTHONSAFEPATH"


@contextmanager
def block_sigint() -> Iterator[None]:
    """Delay Ctrl-C while a process starts.

    A fork may lose it or crash, and a process that is importing modules prints a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def safe_path() -> Iterator[None]:
    """Keep the working directory out of the path of Python processes that start meanwhile, and of those they start.

    They begin with `python -c`, which would import a `pickle.py` that lies there. The environment of this process is
    as before afterwards, since it may be another program's.
    """
    if sys.version_info < (3, 11):  # which does not know the variable; isolation implies it
        util.__dict__["_args_from_interpreter_flags"] = _isolated_arguments
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before


def _isolated_arguments() -> list[str]:
    from subprocess import _args_from_interpreter_flags  # type: ignore[attr-defined]

    arguments: list[str] = _args_from_interpreter_flags()
    return arguments if "-I" in arguments else ["-I", *arguments]


def init_worker_process() -> None:
    """Set up the current process as a worker. Call this first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process
    util.Finalize(None, end_soon, exitpriority=0)
    with suppress(RuntimeError):  # the system has no more threads: the process then ends when its pool does
        Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Wait for the parent and exit with it.

    The worker of a parent that was killed would wait for work forever, or write into the files of the next run.
    """
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
