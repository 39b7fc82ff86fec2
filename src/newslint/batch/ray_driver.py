"""The driver on a Ray cluster, which runs in a process of its own. It uses plain tasks and no other feature of Ray."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from newslint.batch.executor import Task, TaskResult, run_task

# Set explicitly, because Ray's defaults have changed, and a bare start joins any cluster that is still running.
os.environ.setdefault("RAY_AUTH_MODE", "token")  # users of an open cluster set RAY_AUTH_MODE=disabled
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray
from ray import exceptions

POLL_SECONDS = 10  # then the number of processors is read again, as machines come and go


class TaskQueue(Protocol):
    """The tasks that are to be started, as far as the driver needs them."""

    def __len__(self) -> int: ...

    def popleft(self) -> Task:
        """Remove and return the next task."""


def connect(address: str, modules: Sequence[str]) -> None:
    """Connect to the cluster. `modules` are paths of wheels that every node of the cluster installs."""
    environment = {"py_modules": list(modules)} if modules else {}
    ray.init(address=address, runtime_env=environment, log_to_driver=False, logging_level=logging.WARNING)


def run_on_cluster(queue: TaskQueue) -> Iterator[TaskResult]:
    """Run the tasks of a queue on the cluster; see `Executor`."""
    # Lost tasks go back to the queue like any other: Ray's own retries would not count towards MAX_ATTEMPTS.
    remote: Any = ray.remote(run_task).options(max_retries=0, num_cpus=1)
    running: dict[Any, Task] = {}
    while queue or running:
        resources: Any = ray.cluster_resources()  # type: ignore[no-untyped-call,unused-ignore]
        room = 2 * int(resources.get("CPU", 1)) - len(running)
        while queue and room > 0:
            task = queue.popleft()
            running[remote.remote(task)] = task
            room -= 1
        ready, _ = ray.wait(list(running), num_returns=1, timeout=POLL_SECONDS)
        for reference in ready:
            task = running.pop(reference)
            try:
                yield TaskResult(task, ray.get(reference))
            except exceptions.RayTaskError as error:
                yield TaskResult(task, None, str(error.cause))
            except exceptions.RayError as error:  # the process or the machine it ran on died
                yield TaskResult(task, None, f"{type(error).__name__}: {str(error).splitlines()[0]}", process_died=True)
