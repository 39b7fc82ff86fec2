"""The engine on a cluster of Ray's: plain tasks. Whatever Ray does beside calling functions is not asked for."""

from __future__ import annotations

import logging
import os
import socket
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from newslint.batch.executor import Task, TaskResult, run_task

# Ray decides by these. Said outright, since its own defaults have changed, and a bare start joins what is left over.
os.environ.setdefault("RAY_AUTH_MODE", "token")  # whoever runs an open cluster says so: RAY_AUTH_MODE=disabled
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray
from ray import exceptions


def ray_executor(queue: deque[Task], address: str, modules: Sequence[str] = ()) -> Iterator[TaskResult]:
    """Do the tasks on the cluster at this address. Raises ConnectionError where there is none."""
    if not ray.is_initialized():
        _check_reachable(address)
        environment = {"py_modules": list(modules)} if modules else {}
        ray.init(address=address, runtime_env=environment, log_to_driver=False, logging_level=logging.WARNING)
    # A task that is lost comes back to the queue like any other; Ray's own retries would not know of the third try.
    remote: Any = ray.remote(run_task).options(max_retries=0, num_cpus=1)
    under_way: dict[Any, Task] = {}
    while queue or under_way:
        resources: Any = ray.cluster_resources()  # type: ignore[no-untyped-call,unused-ignore]
        room = 2 * int(resources.get("CPU", 1)) - len(under_way)  # machines come and go
        while queue and room > 0:
            task = queue.popleft()
            under_way[remote.remote(task)] = task
            room -= 1
        ready, _ = ray.wait(list(under_way), num_returns=1, timeout=10)
        for reference in ready:
            task = under_way.pop(reference)
            try:
                yield TaskResult(task, ray.get(reference))
            except exceptions.RayTaskError as error:
                yield TaskResult(task, None, str(error.cause))
            except exceptions.RayError as error:  # its process or its machine is gone
                yield TaskResult(task, None, f"{type(error).__name__}: {str(error).splitlines()[0]}", process_died=True)


def _check_reachable(address: str) -> None:
    """Raises ConnectionError where nobody answers; Ray would try for minutes, and then end this process."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except (OSError, ValueError) as error:
        raise ConnectionError(f"--address {address}: no Ray cluster answers there: {error}") from error
