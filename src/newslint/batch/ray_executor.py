"""The executor on a Ray cluster. Ray itself runs in a child process: it may print there, and end it."""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from newslint.batch.child_process import spawn
from newslint.batch.executor import Task, TaskResult
from newslint.engine.checker import format_exception

CONNECT_TIMEOUT_SECONDS = 10
END_TIMEOUT_SECONDS = 10
LENGTH, POP, DONE = "length", "pop", "done"  # what the child asks about the queue, and says at its end


class RayExecutor:
    """An executor on the cluster at `address`; every node installs the wheels `modules`.

    Raises ModuleNotFoundError where Ray is not installed, ConnectionError where no cluster answers or it is lost.
    """

    def __init__(self, address: str, modules: Sequence[str] = ()) -> None:
        if find_spec("ray") is None:
            raise ModuleNotFoundError(name="ray")
        self._address, self._modules = address, tuple(modules)

    def __enter__(self) -> RayExecutor:
        check_reachable(self._address)
        self._child = spawn(_serve, self._address, self._modules)
        return self

    def __exit__(self, *_: object) -> None:
        self._child.pipe.close()
        self._child.process.join(END_TIMEOUT_SECONDS)
        self._child.process.kill()
        self._child.process.join()

    def __call__(self, queue: deque[Task]) -> Iterator[TaskResult]:
        """Run the tasks of a queue; see `Executor`."""
        pipe = self._child.pipe
        try:
            pipe.send(DONE)
            while (message := pipe.recv()) != DONE:
                if isinstance(message, TaskResult):
                    yield message
                elif message == LENGTH:
                    pipe.send(len(queue))
                elif message == POP:
                    pipe.send(queue.popleft())
                else:
                    raise ConnectionError(f"--address {self._address}: {message}")
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            raise ConnectionError(
                f"--address {self._address}: the head of the Ray cluster is lost; run the same command to resume"
            ) from error


class _ParentQueue:
    """The queue in the parent process."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    def __len__(self) -> int:
        self._pipe.send(LENGTH)
        return int(self._pipe.recv())

    def popleft(self) -> Task:
        self._pipe.send(POP)
        task: Task = self._pipe.recv()
        return task


def _serve(pipe: Any, address: str, modules: Sequence[str]) -> None:
    """Run the queues of the parent process, one after the other, until it closes the pipe."""
    os.dup2(2, 1)  # what Ray prints is no result
    try:
        from newslint.batch.ray_driver import connect, run_on_cluster

        pipe.recv()
        connect(address, modules)
        while True:
            for result in run_on_cluster(_ParentQueue(pipe)):
                pipe.send(result)
            pipe.send(DONE)
            pipe.recv()
    except EOFError:
        return
    except Exception as error:
        pipe.send(format_exception(error))


def check_reachable(address: str) -> None:
    """Raise ConnectionError where nothing answers; Ray would try for minutes."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=CONNECT_TIMEOUT_SECONDS).close()
    except (OSError, ValueError) as error:
        raise ConnectionError(f"--address {address}: no Ray cluster answers there: {error}") from error
