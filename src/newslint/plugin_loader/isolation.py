"""What plugins must not decide: what stands on standard output, and with which status the process ends.

A run with plugins that are not built in calls `isolate_plugins` before it loads them. The user trusts these programs;
newslint guards its results against their mistakes, not the user against their authors.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from newslint.console import EXIT_ERROR, exit_statuses, flush_streams, print_stderr, reserve_stdout
from newslint.plugin_loader import MODULE_PREFIX

NOT_PLUGINS = frozenset({"newslint", "pluggy"})  # whose frames may lie between a plugin and the standard streams
ENDS_WORKERS = ("multiprocessing.", "newslint.linter.worker_process")  # modules that end worker processes


def isolate_plugins() -> None:
    """Reserve standard output for results, and the exit status for newslint. Call this once, in the main process."""
    reserve_stdout()
    name_printed_lines()
    guard_process()
    end_process, main_process = os._exit, os.getpid()

    def end_run(status: int) -> NoReturn:
        is_main = os.getpid() == main_process
        caller = str(sys._getframe(1).f_globals.get("__name__", ""))
        if is_main and exit_statuses:  # such as from an exit handler
            status = exit_statuses[-1]
        elif is_main or (os.getpid() in _guarded and not caller.startswith(ENDS_WORKERS)):
            print_stderr(f"error: {_name_of_caller()} ended the process with os._exit({status}); remove that call")
            status = EXIT_ERROR
            sys.stderr.flush()
        if is_main:
            flush_streams()
        end_process(status)

    os._exit = end_run
    os.execv, os.execve = _refuse_exec(os.execv), _refuse_exec(os.execve)


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


def name_printed_lines() -> None:
    """Send what plugins print in this process to standard error, with their names."""
    sys.stdout = PluginOutput()


class PluginOutput(io.TextIOBase):
    """The standard output of plugins: each line goes to standard error, after the name of the plugin."""

    def __init__(self) -> None:
        self._line = ""  # has not ended yet
        self._name = ""

    def write(self, text: str) -> int:
        """Print the lines that end, and keep the rest."""
        if text and not self._line:
            self._name = _name_of_caller()
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            self._print(line)
        return len(text)

    def flush(self) -> None:
        """Do nothing: a line that has not ended waits for its end."""

    def close(self) -> None:
        """Print the last line, if it has not ended."""
        if self._line:
            self._print(self._line)
        self._line = ""

    def _print(self, line: str) -> None:
        print_stderr(f"{self._name} printed: {line}")


def _name_of_caller() -> str:
    """Return how messages name the plugin whose code is running: by its file, or by its package."""
    frame = sys._getframe(1)
    while frame := frame.f_back:  # type: ignore[assignment]
        module = str(frame.f_globals.get("__name__", ""))
        package = module.split(".")[0]
        if module.startswith(MODULE_PREFIX):
            return f'plugin "{os.path.basename(frame.f_code.co_filename)}"'
        if package not in sys.stdlib_module_names and package not in NOT_PLUGINS:
            return f'plugin "{package}"'
    return "a plugin"
