"""A run in several processes: ordered output, common statistics, and a silent end on Ctrl-C or when killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_start_method
from pathlib import Path

import pytest

import newslint
from support import FAULT, FAULTY, Write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals")

FILES = 40
SLOW = '''
import time
from newslint.api import Rule

class Slow(Rule):
    """Takes its time."""

    name = "slow/slow"

    def check(self, article):
        open(f"{article.path}.started", "w").close()
        time.sleep(0.05)
        return ()

def newslint_rules():
    return [Slow]
'''
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(write: Write, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts the command on slow files with two processes, in a new process group."""
    write("slow.py", SLOW)
    write(".newslint.toml", 'local-plugins = ["slow.py"]\nselect = ["slow"]\n')
    for number in range(FILES):
        write(f"{number:02}.txt", FAULTY)
    processes: list[subprocess.Popen[str]] = []

    def run_in_pool(before: str = "", words: str = "'-j', '2'") -> subprocess.Popen[str]:
        # A shell that starts the tests in the background makes them, and their children, ignore SIGINT.
        restore_sigint = "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)"
        command = f"{restore_sigint}\n{before}\nfrom newslint.cli.main import main\nsys.argv[1:] = [{words}]\n"
        processes.append(
            subprocess.Popen(
                [sys.executable, "-c", f"{command}main()"],
                cwd=tmp_path,
                env={**os.environ, "NEWSLINT_TRUST_LOCAL": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        return processes[-1]

    yield run_in_pool
    for process in processes:
        with process, suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Return the exit status, standard output and standard error, read until every process has ended."""
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def files_started(folder: Path) -> int:
    return len(list(folder.glob("*.started")))


def test_findings_stream_in_order(start: Start) -> None:
    # Findings are streamed when no rule compares articles.
    run = start(words="'-j', '2', '--isolated', '--select', 'sources/bare-source'")
    _, out, _ = finish(run)
    assert [line.split(FAULT)[0] for line in out.splitlines()] == [f"{number:02}.txt" for number in range(FILES)]


def test_statistics_add_the_rule_times_of_all_processes(start: Start) -> None:
    _, out, _ = finish(start(words="'-j', '2', '--statistics'"))
    slow = next(line.split() for line in out.splitlines() if line.startswith("slow/slow"))
    assert float(slow[-1]) >= FILES * 50  # the rule sleeps 50 ms in each file


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_an_ended_run_leaves_no_process(start: Start, tmp_path: Path, end: signal.Signals) -> None:
    run = start()
    while run.poll() is None and not files_started(tmp_path):
        time.sleep(0.01)
    if end == signal.SIGINT:  # a terminal sends it to the whole group
        os.killpg(run.pid, end)
    else:
        run.send_signal(end)
    assert finish(run) == (130 if end == signal.SIGINT else -end, "", "")
    assert files_started(tmp_path) < FILES


@pytest.mark.skipif(get_start_method() != "fork", reason="processes are not forked here")
@pytest.mark.parametrize("where", ["after_in_parent", "after_in_child"])
def test_ctrl_c_while_processes_start(start: Start, where: str) -> None:
    # Python prints and ignores an exception in a fork hook, KeyboardInterrupt included.
    # The first process that starts is the run itself, under its supervision.
    later = "forks = []; interrupt = lambda: forks.append(1) or len(forks) > 1 and os.kill(os.getpid(), signal.SIGINT)"
    status, out, err = finish(start(f"{later}; os.register_at_fork({where}=interrupt)"))
    assert (status, out) == ((130, "") if where == "after_in_parent" else (0, ""))
    assert "Traceback" not in err


@pytest.mark.parametrize(("module", "words"), [("newslint.cli.dispatch", ""), ("typer", "'--help'")])
def test_ctrl_c_while_modules_are_imported(start: Start, module: str, words: str) -> None:
    interrupt = f"    def find_spec(self, name, *_):\n        if name == {module!r}: raise KeyboardInterrupt"
    run = start(f"class Interrupted:\n{interrupt}\nsys.meta_path.insert(0, Interrupted())", words)
    assert finish(run) == (130, "", "")


def test_the_environment_is_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linter = newslint.Linter(select=["sources"])
    for value in (None, "", "1"):
        if value is None:
            monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
        else:
            monkeypatch.setenv("PYTHONSAFEPATH", value)
        reports = list(linter.lint_many([FAULTY, FAULTY], jobs=2))
        assert [len(report) for report in reports] == [1, 1]
        assert os.environ.get("PYTHONSAFEPATH") == value
