"""Tasks, the executors that run them, and retries: a task that fails is run again, up to three attempts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pyarrow import default_memory_pool

from newslint.named_tuple import NamedTuple

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
"""Runs the tasks of a queue somewhere and yields their results as they come, in any order.

- It takes tasks from the left of the queue whenever it has room. Its caller may append while it iterates; the executor
  stops when the queue is empty and no task is running.
- It runs a task by calling `run_task`, in a process where an error or a crash cannot end the job.
- It yields exactly one result for each task. An exception of the task becomes `error`. Where the process or the machine
  was lost, `process_died` is true as well: the next attempt then calls the function with `in_child_process=True`.
- It does not retry a task: `run_with_retries` does, and counts the attempts.
- It raises OSError if it cannot start, such as a ConnectionError without a cluster.
"""


def run_task(task: Task) -> Any:
    """Call a task's function in this process; with `in_child_process=True` if an earlier attempt crashed."""
    try:
        return (
            task.function(*task.arguments, in_child_process=True)
            if task.crashed_before
            else task.function(*task.arguments)
        )
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
