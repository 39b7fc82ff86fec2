"""The executor on one machine: processes that run one task at a time; one that dies is replaced."""

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
    """Return the number of processors this process may use: in a container fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ProcessPool:
    """An executor with a fixed number of processes, which stay for the next tasks until its `with` block ends."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._idle: list[ChildProcess] = []

    def __call__(self, queue: deque[Task]) -> Iterator[TaskResult]:
        """Run the tasks of a queue; see `Executor`."""
        busy: dict[Any, tuple[ChildProcess, Task]] = {}  # by pipe
        try:
            while queue or busy:
                while queue and len(busy) < self._processes:
                    child = self._idle.pop() if self._idle else spawn(_serve_tasks)
                    task = queue.popleft()
                    busy[child.pipe] = (child, task)
                    with suppress(OSError):  # it died while it was idle, which the read below reports
                        child.pipe.send(task)
                ready: list[Any] = wait(list(busy))
                for pipe in ready:
                    child, task = busy.pop(pipe)
                    try:
                        value, error = pipe.recv()
                    except (EOFError, OSError):
                        child.close()
                        died = f"its process ended with exit status {child.process.exitcode}"
                        yield TaskResult(task, None, died, process_died=True)
                        continue
                    self._idle.append(child)
                    yield TaskResult(task, value, error)
        finally:
            for child, _ in busy.values():
                child.process.terminate()
                child.close()

    def __enter__(self) -> ProcessPool:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._idle:
            child.close()


def _serve_tasks(pipe: Any) -> None:
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
