"""Processes that work for this one, each at the end of a pipe: they end when it does, however it ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, NamedTuple


class Child(NamedTuple):
    """A process and the pipe to it."""

    pipe: Any
    process: Any

    def end(self) -> None:
        """Let it finish what it does, and wait."""
        self.pipe.close()
        self.process.join()


def started(serve: Callable[..., None], *arguments: Any) -> Child:
    """A process that calls `serve(pipe, *arguments)`, which reads requests until there is an EOFError."""
    # Not forked: threads of pyarrow run here, and would leave their locks locked in a copy.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(serve, theirs, *arguments))
    try:
        with _undisturbed():
            process.start()
    except BaseException:
        ours.close()  # or it would wait for requests, and this process for it
        raise
    theirs.close()
    return Child(ours, process)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal, and one that is still about to begin would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # not on every system
        yield
        return
    resource_tracker.ensure_running()  # its own start lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _child(serve: Callable[..., None], pipe: Any, *arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # that is for whoever started it to see to
    Thread(target=_die_with_parent, daemon=True).start()
    serve(pipe, *arguments)


def _die_with_parent() -> None:
    """What is left of a run that was killed must not write into the next one's results."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
