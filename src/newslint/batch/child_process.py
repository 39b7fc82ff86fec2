"""Processes that work for this one, each at the end of a pipe: they end when it does, however it ends."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context, resource_tracker
from typing import Any, NamedTuple

from newslint.linter.worker_process import block_sigint, init_worker_process


class ChildProcess(NamedTuple):
    """A process and the pipe to it."""

    pipe: Any
    process: Any

    def close(self) -> None:
        """Let it finish what it does, and wait."""
        self.pipe.close()
        self.process.join()


def spawn(serve: Callable[..., None], *arguments: Any) -> ChildProcess:
    """A process that calls `serve(pipe, *arguments)`, which reads requests until there is an EOFError."""
    # Not forked: threads of pyarrow run here, and would leave their locks locked in a copy.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(serve, theirs, *arguments))
    try:
        resource_tracker.ensure_running()  # its own start lets Ctrl-C through again
        with block_sigint():
            process.start()
    except BaseException:
        ours.close()  # or it would wait for requests, and this process for it
        raise
    theirs.close()
    return ChildProcess(ours, process)


def _child(serve: Callable[..., None], pipe: Any, *arguments: Any) -> None:
    init_worker_process()
    serve(pipe, *arguments)
