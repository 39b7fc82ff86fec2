"""The engine on one machine: processes that take a task at a time; one that dies is replaced."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import Any

from newslint.engine.check import broke
from newslint.front.corpus.engines import Done, Task, call


def pool(queue: deque[Task], workers: int) -> Iterator[Done]:
    """Do the tasks in so many processes."""
    busy: dict[Any, tuple[Any, Task]] = {}  # by pipe: the process, and what it does
    idle: list[tuple[Any, Any]] = []
    try:
        while queue or busy:
            while queue and len(busy) < workers:
                pipe, process = idle.pop() if idle else _started()
                task = queue.popleft()
                busy[pipe] = (process, task)
                with suppress(OSError):  # it died while it had nothing to do; that is found out below
                    pipe.send(task)
            ready: list[Any] = wait(list(busy))
            for pipe in ready:
                process, task = busy.pop(pipe)
                try:
                    value, error = pipe.recv()
                except (EOFError, OSError):
                    process.join()
                    pipe.close()
                    yield Done(task, None, f"its process ended with the exit status {process.exitcode}", died=True)
                    continue
                idle.append((pipe, process))
                yield Done(task, value, error)
    finally:
        for pipe, process in [*idle, *((pipe, process) for pipe, (process, _) in busy.items())]:
            pipe.close()
            if (pipe, process) not in idle:
                process.terminate()
            process.join()


def _started() -> tuple[Any, Any]:
    # Not forked: threads of pyarrow run here, and would leave their locks locked in a copy.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,))
    process.start()
    theirs.close()
    return ours, process


def _serve(pipe: Any) -> None:
    """A worker: until whoever started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # that is for whoever started it to see to
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[Any, str] = call(task), ""
        except Exception as error:
            answer = None, broke(error)
        try:
            pipe.send(answer)
        except OSError:  # whoever asked is gone; what was done is written
            return
