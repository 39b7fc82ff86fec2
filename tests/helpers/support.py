"""Helpers and constants shared by tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from forked import run_command

ROOT = Path(__file__).resolve().parent.parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]


def command_in(module: str, folder: Path) -> Run:
    """Return a function that runs a module as a command in `folder`."""

    def run(*args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        done = run_command(module, [*map(str, args)], folder, {**os.environ, **env})
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions `work` calls: a cost that is the same on every machine and at every load."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


# An article with exactly one finding, for tests that are not about rules, and how its line of output goes on.
FAULTY = "The road will stay closed for a week.\nA source said the bridge was unsafe.\n"
FAULT = ":2:1: warning: "


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """Let processes that start meanwhile heed Ctrl-C, which what a shell starts in the background ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
