"""Setup of a worker process: it ignores Ctrl-C, which its parent handles, and it ends with its parent."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread


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


def init_worker_process() -> None:
    """Set up the current process as a worker. Call this first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process
    Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Wait for the parent and exit with it.

    The worker of a parent that was killed would wait for work forever, or write into the files of the next run.
    """
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
