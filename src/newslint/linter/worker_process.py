"""What a process that works for another owes it: Ctrl-C is for that one to see to, and none outlives it."""

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
    """Ctrl-C waits while a process begins: a fork loses it or breaks of it, and one that imports prints a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # not on every system
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def init_worker_process() -> None:
    """The first thing that such a process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it reaches every process of a terminal
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody else would, where that one is killed: it would wait for work for ever, or write into another run's."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
