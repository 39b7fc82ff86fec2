"""What an engine is: it calls functions somewhere, and says what came of each. After three tries one is given up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pyarrow import default_memory_pool

TRIES = 3


class Task(NamedTuple):
    """A call: a function of a module, and its arguments, as plain data."""

    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    tries: int = 0
    killed: bool = False  # a try ended the process


class Done(NamedTuple):
    """What came of a task: a value, or why there is none."""

    task: Task
    value: Any = None
    error: str = ""
    died: bool = False  # its process, rather than the task


Engine = Callable[[deque[Task]], Iterator[Done]]
"""Takes tasks from the left as it has room, until there are none and none is under way. More may come meanwhile."""


def call(task: Task) -> Any:
    """Do a task, in whichever process this is. One that killed its process is told so."""
    try:
        return task.work(*task.arguments, isolated=True) if task.killed else task.work(*task.arguments)
    finally:
        default_memory_pool().release_unused()  # linting and comparing need theirs one after the other


def ran(engine: Engine, tasks: Iterable[Task]) -> Iterator[Done]:
    """Each task once: what came of it in the end."""
    queue = deque(tasks)
    for done in engine(queue):
        tries = done.task.tries + 1
        if done.error and tries < TRIES:
            queue.append(done.task._replace(tries=tries, killed=done.task.killed or done.died))
        else:
            yield done
