"""Tasks, the executors that run them, and retries: a task that fails is run again, up to three attempts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pyarrow import default_memory_pool

MAX_ATTEMPTS = 3


class Task(NamedTuple):
    """A call of a module's function, with arguments that are plain data."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    attempts: int = 0
    crashed_before: bool = False  # an earlier attempt ended the process it ran in


class TaskResult(NamedTuple):
    """The value a task returned, or the error it ended with."""

    task: Task
    value: Any = None
    error: str = ""
    process_died: bool = False  # the process ended, rather than the function


Executor = Callable[[deque[Task]], Iterator[TaskResult]]
"""Takes tasks from the left of the queue as it has room, and yields results as they come.

It ends when the queue is empty and no task is running; its caller may append to the queue until then.
"""


def run_task(task: Task) -> Any:
    """Call a task's function in this process; with `isolated=True` if an earlier attempt ended its process."""
    try:
        return task.function(*task.arguments, isolated=True) if task.crashed_before else task.function(*task.arguments)
    finally:
        default_memory_pool().release_unused()  # so that linting and comparing do not hold memory at the same time


def run_with_retries(executor: Executor, tasks: Iterable[Task]) -> Iterator[TaskResult]:
    """Yield one result for each task: its first success, or its last failure."""
    queue = deque(tasks)
    for result in executor(queue):
        task = result.task
        attempts = task.attempts + 1
        if result.error and attempts < MAX_ATTEMPTS:
            queue.append(task._replace(attempts=attempts, crashed_before=task.crashed_before or result.process_died))
        else:
            yield result
