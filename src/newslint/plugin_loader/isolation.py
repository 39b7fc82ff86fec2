"""What plugins must not decide: what stands on standard output, what newslint reads, and how its process ends.

A run with plugins that are not built in calls `isolate_plugins` before it loads them. The user trusts these programs;
newslint guards its results against their mistakes, not the user against their authors.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from newslint.console import (
    EXIT_ERROR,
    at_end,
    end_copy,
    exit_statuses,
    flush_streams,
    print_stderr,
    reserve_streams,
)
from newslint.plugin_loader.plugin_output import name_of_caller, name_printed_lines
from newslint.plugin_loader.supervision import note_interrupt, note_status, supervise

ENDS_WORKERS = ("multiprocessing.", "newslint.linter.worker_process")  # modules that end worker processes
END_SECONDS = 5.0  # for the threads and exit handlers of plugins after a run
STANDARD_FILES = (0, 1, 2)
_end_process = os._exit


def isolate_plugins() -> None:
    """Reserve the standard streams and the exit status for newslint. Call this once, in the main process."""
    supervise()
    reserve_streams()
    name_printed_lines()
    guard_process()
    main_process = os.getpid()

    def end_run(status: int) -> NoReturn:
        is_main = os.getpid() == main_process
        caller = str(sys._getframe(1).f_globals.get("__name__", ""))
        if is_main and exit_statuses:  # such as from an exit handler
            status = exit_statuses[-1]
        elif is_main or (os.getpid() in _guarded and not caller.startswith(ENDS_WORKERS)):
            print_stderr(f"error: {name_of_caller()} ended the process with os._exit({status}); remove that call")
            status = EXIT_ERROR
            if is_main:
                note_status(status)  # it has been said why
        if is_main:
            flush_streams()
        _end_process(status)

    for module in (os, sys.modules[os.name]):  # of which `os` has it
        vars(module)["_exit"] = end_run
    os.execv, os.execve = _refuse_exec(os.execv), _refuse_exec(os.execve)
    at_end.append(end_soon)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


class Interrupted(KeyboardInterrupt):
    """Ctrl-C. A KeyboardInterrupt that is not one of these comes from a plugin."""


def _interrupt(number: int, frame: object) -> NoReturn:
    note_interrupt()
    raise Interrupted


_guarded: set[int] = set()  # the processes of newslint: this one, and the one that it was forked from


def guard_process() -> None:
    """Name the plugin that ends this process or replaces it, if this process or its parent has isolated its plugins."""
    _guarded.add(os.getpid())


def _refuse_exec(execute: Callable[..., NoReturn]) -> Callable[..., NoReturn]:
    """Return the function for processes that plugins start: the program that replaced newslint would set its status."""

    def execute_in_child(*arguments: object) -> NoReturn:
        if os.getpid() in _guarded:
            raise RuntimeError("a plugin must not replace the process of newslint; start a program with subprocess")
        execute(*arguments)

    return execute_in_child


@contextmanager
def unchanged_process() -> Iterator[None]:
    """Undo what plugins that run meanwhile change of this process: its folder, and which standard files are open.

    A copy of the process that a plugin has made ends.
    """
    process, folder = os.getpid(), _folder()
    try:
        yield
    finally:
        end_copy(process)
        if folder and _folder() != folder:
            with suppress(OSError):  # it is gone, and relative paths mean no file, as they did before
                os.chdir(folder)  # relative paths would mean other files
        for number in STANDARD_FILES:  # another file would get the number, and what is meant for the standard one
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)


def _folder() -> str:
    """Return the working directory, or "" where it has been deleted."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def end_soon() -> None:
    """End this process in a few seconds, if threads or exit handlers of plugins have not let it end until then.

    A process that never guarded itself against plugins has none.
    """
    if os.getpid() not in _guarded:
        return
    with suppress(RuntimeError):  # the system has no more threads
        threading.Thread(target=_end_late, daemon=True).start()


def _end_late() -> None:
    time.sleep(END_SECONDS)
    others = [thread for thread in threading.enumerate() if not (thread.daemon or thread is threading.main_thread())]
    what = ", ".join(f'thread "{thread.name}"' for thread in others) or "exit handler"
    print_stderr(f"a plugin kept the process from ending after the run, by its {what}; newslint ended it")
    flush_streams()
    _end_process(exit_statuses[-1] if exit_statuses else EXIT_ERROR)
