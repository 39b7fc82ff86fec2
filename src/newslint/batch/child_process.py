"""Child processes at the end of a pipe; they end when their parent does, however it ends."""

from collections.abc import Callable
from multiprocessing import get_context, resource_tracker
from typing import Any

from newslint.linter.worker_process import block_sigint, init_worker_process, safe_path
from newslint.named_tuple import NamedTuple

MAX_CRASHES = 2  # an item is tried twice, since the first crash may have another cause


class ChildProcess(NamedTuple):
    """A process and the pipe to it."""

    pipe: Any
    process: Any

    def close(self) -> None:
        """Close the pipe and wait until the process has finished what it was doing."""
        self.pipe.close()
        self.process.join()


def spawn(serve: Callable[..., None], *arguments: Any) -> ChildProcess:
    """Start a process that calls `serve(pipe, *arguments)`, which reads requests until it gets an EOFError."""
    # Not forked: pyarrow's threads run here, and a copy would inherit their locks locked.
    context = get_context("spawn")
    parent_end, child_end = context.Pipe()
    process = context.Process(target=_run_child, args=(serve, child_end, *arguments))
    try:
        with safe_path():
            resource_tracker.ensure_running()  # its own start lets Ctrl-C through again
            with block_sigint():
                process.start()
    except BaseException:
        parent_end.close()  # else the child would wait for requests, and this process for the child
        raise
    child_end.close()
    return ChildProcess(parent_end, process)


def _run_child(serve: Callable[..., None], pipe: Any, *arguments: Any) -> None:
    init_worker_process()
    serve(pipe, *arguments)


class CallFailure(NamedTuple):
    """The reason why a call in a child process returned nothing."""

    reason: str  # timeout, crashed-process
    detail: str


class ChildProcessCall:
    """Calls a function in a child process, one item at a time, and starts another process if an item crashes it.

    `prepare(*arguments)` runs once in each child and returns the function and a value for `prepared`, which
    tells the parent about the preparation. `timeout` limits the seconds for one item; None is no limit.
    """

    def __init__(
        self, prepare: Callable[..., tuple[Callable[[Any], Any], Any]], *arguments: Any, timeout: float | None = None
    ) -> None:
        self._arguments = prepare, *arguments
        self._timeout = timeout
        self.prepared = self._start()

    def _start(self) -> Any:
        self._child = spawn(_serve_calls, *self._arguments)
        return self._child.pipe.recv()  # loading what the function needs does not count as an item's time

    def call(self, item: Any) -> Any:
        """Return what the function returns for the item, or a CallFailure."""
        failure = CallFailure("", "")
        for _ in range(MAX_CRASHES):
            try:
                self._child.pipe.send(item)
                if self._child.pipe.poll(self._timeout):
                    return self._child.pipe.recv()
            except (EOFError, OSError):
                self._child.close()
                status = self._child.process.exitcode
                failure = CallFailure("crashed-process", f"its process ended with exit status {status}")
            else:
                self._child.process.kill()
                self._child.close()
                failure = CallFailure("timeout", f"took longer than {self._timeout:g} s")
            self._start()
            if failure.reason == "timeout":
                break
        return failure

    def close(self) -> None:
        """End the child process."""
        self._child.close()


def _serve_calls(pipe: Any, prepare: Callable[..., tuple[Callable[[Any], Any], Any]], *arguments: Any) -> None:
    function, prepared = prepare(*arguments)
    pipe.send(prepared)
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        pipe.send(function(item))
