"""The commands in a copy of the test process: as separate as a new process, without the cost of its imports."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
import warnings
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, NoReturn

META_PATH = [*sys.meta_path]  # before a test loads a plugin in this process
SECONDS = 120  # a command that takes longer is killed
# Imported before the first copy, so that no copy has to import them.
PRELOADED = """
    newslint.cli.main newslint.cli.parser newslint.cli.lint newslint.cli.fix newslint.cli.show newslint.cli.statistics
    newslint.linter.baseline
""".split()


def can_fork(env: Mapping[str, str]) -> bool:
    """Return whether a copy would behave as a new process does."""
    # A copy has no other threads, but keeps the locks that they held. Only a new interpreter reads PYTHON… variables,
    # apart from PYTHONPATH, which `_run_and_exit` follows.
    changed = {name for name in env.keys() | os.environ.keys() if env.get(name) != os.environ.get(name)}
    return (
        hasattr(os, "fork")
        and threading.active_count() == 1
        and not any(name.startswith("PYTHON") for name in changed - {"PYTHONPATH"})
    )


def run_command(
    module: str, args: list[str], cwd: Path, env: Mapping[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m module` with the arguments, in a copy of this process where that is possible."""
    if not can_fork(env):
        command = [sys.executable, "-m", module, *args]
        return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=env, timeout=SECONDS)
    with ExitStack() as stack:
        streams = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(stdin)
        streams[0].seek(0)
        child = ForkedProcess(module, args, cwd, env, [stream.fileno() for stream in streams], [])
        status = child.wait()
        return subprocess.CompletedProcess(args, status, *map(_content, streams[1:]))


def _content(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read()


def start_command(module: str, cwd: Path, env: Mapping[str, str]) -> subprocess.Popen[bytes] | ForkedProcess:
    """Start `python -m module` with a pipe at each of its streams, in a copy of this process where that is possible."""
    if not can_fork(env):
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", module]
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=cwd, env=env)
    (child_in, stdin), (stdout, child_out), (stderr, child_err) = os.pipe(), os.pipe(), os.pipe()
    child = ForkedProcess(module, [], cwd, env, [child_in, child_out, child_err], [stdin, stdout, stderr])
    for number in (child_in, child_out, child_err):
        os.close(number)
    child.stdin, child.stdout, child.stderr = os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"), os.fdopen(stderr, "rb")
    return child


class ForkedProcess:
    """A copy of this process that runs a command, with the methods of subprocess.Popen that tests need."""

    stdin: IO[bytes] | None = None
    stdout: IO[bytes] | None = None
    stderr: IO[bytes] | None = None

    def __init__(
        self, module: str, args: list[str], cwd: Path, env: Mapping[str, str], streams: list[int], others: list[int]
    ) -> None:
        self.returncode: int | None = None
        with warnings.catch_warnings():
            # Libraries may be deprecated. Python warns of threads that they have started: the copy needs none of these.
            warnings.simplefilter("ignore", DeprecationWarning)
            main = _preload(module)
            self.pid = os.fork()
        if self.pid == 0:
            _run_and_exit(main, module, args, cwd, env, streams, others)

    def poll(self) -> int | None:
        """Return the exit status, or None while it runs."""
        return self._reap(os.WNOHANG)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; return the exit status. `timeout` is ignored, since an alarm ends the process."""
        status = self._reap(0)
        assert status is not None
        return status

    def kill(self) -> None:
        """Kill the process if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _reap(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


_preloaded: list[str] = []


def _preload(module: str) -> Any:
    if not _preloaded:
        from typer.main import get_command

        from newslint.cli.parser import app
        from newslint.config.settings import Settings
        from newslint.linter.linter import build_linter

        _preloaded.extend(PRELOADED)
        for name in PRELOADED:
            importlib.import_module(name)
        get_command(app).make_context("newslint", [])  # imports what typer imports late
        build_linter(Settings())  # imports the rules
    return importlib.import_module("newslint.cli.main" if module == "newslint" else module).main


def _run_and_exit(
    main: Any, module: str, args: list[str], cwd: Path, env: Mapping[str, str], streams: list[int], others: list[int]
) -> NoReturn:
    """Turn the copy into what a new process would be, call `main` and exit as the interpreter does."""
    status = 70  # a command never returns this
    try:
        signal.alarm(SECONDS)
        gc.callbacks.clear()  # of what tests import: an interruption in one of them is lost
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        for number in (*streams, *others):  # a pipe that stays open here never ends for its reader
            os.close(number)
        os.chdir(cwd)
        path = env.get("PYTHONPATH", "")
        if path != os.environ.get("PYTHONPATH", ""):
            sys.path[:0] = map(os.path.abspath, path.split(os.pathsep))
        os.environ.clear()
        os.environ.update(env)
        sys.argv = [module, *args]
        sys.meta_path[:] = META_PATH
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        warnings.resetwarnings()
        for kind in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", kind)
        gc.freeze()  # do not search the objects of the tests for garbage
        status = _status_of(main)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _status_of(main: Any) -> int:
    try:
        main()
    except SystemExit as error:
        if isinstance(error.code, str):
            sys.stderr.write(f"{error.code}\n")
            return 1
        return error.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0
