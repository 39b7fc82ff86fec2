"""A thread that does jobs in order, so that the editor never waits for one to end before it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple[Callable[[], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]
GRACE = 1.0  # seconds for a job to end, when the server does


class Worker:
    """One thread. It is a daemon: a plugin's rule that never ends cannot keep the server from ending."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._stopped = False
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T]) -> asyncio.Future[T]:
        """What the job returns or raises. A future that is cancelled before its job began takes the job with it."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((job, future, loop))
        return future

    def stop(self) -> None:
        """Begin no other job."""
        self._stopped = True
        self._jobs.put(None)

    def ended(self) -> bool:
        """Whether the thread has ended, after some grace."""
        self._thread.join(GRACE)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (given := self._jobs.get()) and not self._stopped:
            job, future, loop = given
            if future.cancelled():
                continue
            try:
                result, error = job(), None
            except BaseException as raised:  # a plugin may even exit
                result, error = None, raised
            try:
                loop.call_soon_threadsafe(_set_outcome, future, result, error)
            except RuntimeError:  # the loop is closed: the server is ending
                return


def _set_outcome(future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error if isinstance(error, Exception) else RuntimeError(repr(error)))
