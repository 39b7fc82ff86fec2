"""The engine on one machine: processes that take a task at a time; one that dies is replaced."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any

from newslint.batch.child_process import ChildProcess, spawn
from newslint.batch.executor import Task, TaskResult, run_task
from newslint.engine.checker import format_exception


def usable_cpus() -> int:
    """How many processes pay. Of the cores that the machine has, a container may leave fewer."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """An engine of so many processes. They stay for the next tasks, until the block it opens is left."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._idle: list[ChildProcess] = []

    def __call__(self, queue: deque[Task]) -> Iterator[TaskResult]:
        """Do the tasks."""
        busy: dict[Any, tuple[ChildProcess, Task]] = {}  # by pipe
        try:
            while queue or busy:
                while queue and len(busy) < self._workers:
                    child = self._idle.pop() if self._idle else spawn(_serve)
                    task = queue.popleft()
                    busy[child.pipe] = (child, task)
                    with suppress(OSError):  # it died while it had nothing to do; that is found out below
                        child.pipe.send(task)
                ready: list[Any] = wait(list(busy))
                for pipe in ready:
                    child, task = busy.pop(pipe)
                    try:
                        value, error = pipe.recv()
                    except (EOFError, OSError):
                        child.close()
                        code = child.process.exitcode
                        yield TaskResult(
                            task, None, f"its process ended with the exit status {code}", process_died=True
                        )
                        continue
                    self._idle.append(child)
                    yield TaskResult(task, value, error)
        finally:
            for child, _ in busy.values():
                child.process.terminate()
                child.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._idle:
            child.close()


def _serve(pipe: Any) -> None:
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[Any, str] = run_task(task), ""
        except Exception as error:
            answer = None, format_exception(error)
        pipe.send(answer)
