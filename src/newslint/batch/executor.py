"""What an engine is: it calls functions somewhere, and says what came of each. After three tries one is given up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pyarrow import default_memory_pool

MAX_ATTEMPTS = 3


class Task(NamedTuple):
    """A call: a function of a module, and its arguments, as plain data."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    tries: int = 0
    crashed_before: bool = False  # a try ended the process


class TaskResult(NamedTuple):
    """What came of a task: a value, or why there is none."""

    task: Task
    value: Any = None
    error: str = ""
    process_died: bool = False  # its process, rather than the task


Executor = Callable[[deque[Task]], Iterator[TaskResult]]
"""Takes tasks from the left as it has room, until there are none and none is under way. More may come meanwhile."""


def run_task(task: Task) -> Any:
    """Do a task, in whichever process this is. One that killed its process is told so."""
    try:
        return task.function(*task.arguments, isolated=True) if task.crashed_before else task.function(*task.arguments)
    finally:
        default_memory_pool().release_unused()  # linting and comparing need theirs one after the other


def run_with_retries(engine: Executor, tasks: Iterable[Task]) -> Iterator[TaskResult]:
    """Each task once: what came of it in the end."""
    queue = deque(tasks)
    for done in engine(queue):
        tries = done.task.tries + 1
        if done.error and tries < MAX_ATTEMPTS:
            queue.append(done.task._replace(tries=tries, crashed_before=done.task.crashed_before or done.process_died))
        else:
            yield done
