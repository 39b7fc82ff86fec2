"""A thread that runs tasks one after the other, so that the server answers the editor while rules run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Task = tuple[Callable[[], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]
GRACE_SECONDS = 1.0  # for the running task, when the server stops


class WorkerThread:
    """One daemon thread, so that a plugin's rule that does not return cannot prevent the server from ending."""

    def __init__(self, name: str) -> None:
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._stopped = False
        self._thread = Thread(target=self._run_tasks, name=name, daemon=True)
        self._thread.start()

    def submit(self, function: Callable[[], T]) -> asyncio.Future[T]:
        """Return a future of what the function returns or raises. Cancel it before the function starts to skip this."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._tasks.put((function, future, loop))
        return future

    def stop(self) -> None:
        """Start no other task."""
        self._stopped = True
        self._tasks.put(None)

    def has_stopped(self) -> bool:
        """Wait GRACE_SECONDS at most for the running task, and return whether the thread has ended."""
        self._thread.join(GRACE_SECONDS)
        return not self._thread.is_alive()

    def _run_tasks(self) -> None:
        while (task := self._tasks.get()) and not self._stopped:
            function, future, loop = task
            if future.cancelled():
                continue
            try:
                result, error = function(), None
            except BaseException as raised:  # a plugin may raise SystemExit, too
                result, error = None, raised
            try:
                loop.call_soon_threadsafe(_set_outcome, future, result, error)
            except RuntimeError:  # the loop is closed, since the server is ending
                return


def _set_outcome(future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error if isinstance(error, Exception) else RuntimeError(repr(error)))
