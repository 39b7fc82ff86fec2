"""Runs the units of a job: with retries, with progress, and with a message for each that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newslint.batch.executor import MAX_ATTEMPTS, Executor, Task, TaskResult, run_with_retries
from newslint.batch.progress import Progress, ProgressState
from newslint.batch.types import WorkUnit


def run_units(
    executor: Executor, tasks: Iterable[Task], progress: Progress, state: Callable[[], ProgressState]
) -> Iterator[TaskResult]:
    """Yield the result of each task. The progress line shows `state()` at the start and after each result was used."""
    try:
        progress.show(state())
        for result in run_with_retries(executor, tasks):
            yield result
            progress.show(state())
    finally:
        progress.clear()


def unit_failure_message(unit: WorkUnit, error: str) -> str:
    """Return the message for a unit that failed in every attempt."""
    return f"{unit.path}: unit {unit.name} failed {MAX_ATTEMPTS} times: {error}"
