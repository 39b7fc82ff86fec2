"""A thread that runs tasks one after the other, so that the server answers the editor while rules run."""

from __future__ import annotations

import asyncio
import ctypes
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread, Timer, current_thread
from typing import Any, TypeVar

from newslint.linter.time_limit import TimeLimitError
from newslint.named_tuple import NamedTuple

T = TypeVar("T")
GRACE_SECONDS = 1.0  # for the running task, when the server stops or its time is over


class Task(NamedTuple):
    """A function to call, and the future of its result in an event loop."""

    function: Callable[[], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    max_seconds: float  # 0: no limit

    def set_outcome(self, result: Any, error: BaseException | None) -> bool:
        """Set the future from another thread; return False if the loop is closed, since the server is ending."""
        try:
            self.loop.call_soon_threadsafe(_set_outcome, self.future, result, error)
        except RuntimeError:
            return False
        return True

    def time_over(self) -> TimeoutError:
        """Return the error of a task that took too long."""
        return TimeoutError(f"took longer than {self.max_seconds:g} s")


class WorkerThread:
    """One daemon thread, so that a plugin's rule that does not return cannot prevent the server from ending.

    A task that takes too long is interrupted. If that does not end it, for instance in a library written in C, another
    thread runs the next tasks.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._stopped = False
        self._lock = Lock()  # of what follows
        self._running: Task | None = None
        self._began = 0.0  # when the time of the running task began, or began anew
        self._thread = self._start()

    def submit(self, function: Callable[[], T], max_seconds: float = 0) -> asyncio.Future[T]:
        """Return a future of what the function returns or raises. Cancel it before the function starts to skip this.

        After `max_seconds`, 0 for no limit, the future raises TimeoutError.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._tasks.put(Task(function, future, loop, max_seconds))
        return future

    def restart_time(self) -> None:
        """Let the time of the running task begin anew, since it makes progress. The task calls this."""
        self._began = time.monotonic()

    def stop(self) -> None:
        """Start no other task."""
        self._stopped = True
        self._tasks.put(None)

    def has_stopped(self) -> bool:
        """Wait GRACE_SECONDS at most for the running task, and return whether the thread has ended."""
        self._thread.join(GRACE_SECONDS)
        return not self._thread.is_alive()

    def _start(self) -> Thread:
        thread = Thread(target=self._run_tasks, name=self._name, daemon=True)
        thread.start()
        return thread

    def _run_tasks(self) -> None:
        while (task := self._tasks.get()) and not self._stopped:
            if task.future.cancelled():
                continue
            outcome = self._run(task)
            if not task.set_outcome(*outcome) or current_thread() is not self._thread:
                return

    def _run(self, task: Task) -> tuple[Any, BaseException | None]:
        self._running = task
        self.restart_time()
        timer = _start_timer(task.max_seconds, self._interrupt, task)
        try:
            try:
                return task.function(), None
            finally:
                with self._lock:  # from here on, no other thread interrupts this one
                    self._forget(task)
        except TimeLimitError:
            return None, task.time_over()
        except BaseException as raised:  # a plugin may raise SystemExit, too
            return None, raised
        finally:
            self._forget(task)  # the interruption may have come before the line above
            if timer:
                timer.cancel()

    def _forget(self, task: Task) -> None:
        if self._running is task:
            self._running = None

    def _interrupt(self, task: Task) -> None:
        with self._lock:
            if self._running is not task or self._thread.ident is None:
                return
            left = self._began + task.max_seconds - time.monotonic()
            if left > 0:
                _start_timer(left, self._interrupt, task)
                return
            number = ctypes.c_ulong(self._thread.ident)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(TimeLimitError))
        _start_timer(GRACE_SECONDS, self._abandon, task)

    def _abandon(self, task: Task) -> None:
        with self._lock:
            if self._running is not task:
                return
            self._running = None
            self._thread = self._start()
        task.set_outcome(None, task.time_over())


def _start_timer(seconds: float, function: Callable[[Task], None], task: Task) -> Timer | None:
    """Call the function after some seconds, in a thread of its own; 0 seconds: never."""
    if not seconds:
        return None
    timer = Timer(seconds, function, [task])
    timer.daemon = True
    timer.start()
    return timer


def _set_outcome(future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if future.done():  # cancelled, or its time was over
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error if isinstance(error, Exception) else RuntimeError(repr(error)))
