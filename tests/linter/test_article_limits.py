"""The limits of an article: the time and the memory that it may take, and what is left where one takes more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from newslint.config.settings import PatternSpec, Settings
from newslint.files import Source
from newslint.linter import process_pool, worker_process
from newslint.linter.lint_file import FileResult
from newslint.linter.linter import Linter, build_linter
from support import FAULTY, Run, Write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limits")
PLUGIN = """
import re
from newslint.api import Article, Finding, Rule, Span

class Slow(Rule):
    name = "house/slow"
    def check(self, article):
        if "@" in article.text:
            {work}
        yield Finding(Span(0, 1), "A letter.")

class Reader:
    suffixes = (".slow",)
    def read(self, path, text):
        yield Article(path, text.replace("@", ""))
        if "@" in text:
            {work}
        yield Article(path, text.replace("@", ""))

def newslint_rules():
    return [Slow]

def newslint_readers():
    return [Reader]
"""
LOOPS = {
    "a loop": "while True: pass",
    "a loop that catches everything": """while True:
                try:
                    while True: pass
                except Exception: pass""",
    "a pattern": 're.match(r"(a|a)+b", "a" * 99)',
    "a wait": "__import__('time').sleep(60)",
}
ALLOCATIONS = {
    "one block": "bytearray(10 ** 10)",
    "many blocks": "kept = [bytearray(10 ** 6) for _ in range(10 ** 4)]",
    "a text": "len('ab' * 10 ** 10)",
}


@pytest.fixture
def house(newslint: Run, write: Write) -> Run:
    """Run the command with a plugin that is trusted."""
    for name, text in (("a.txt", FAULTY), ("b.txt", "@" + FAULTY), ("c.txt", FAULTY)):
        write(name, text)
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def configure(write: Write, work: str, limits: str) -> None:
    write("house.py", PLUGIN.replace("{work}", work))
    write(".newslint.toml", f'local-plugins = ["house.py"]\nselect = ["house"]\n{limits}\n')


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("loop", LOOPS)
def test_an_article_that_takes_too_long_costs_itself_alone(house: Run, write: Write, loop: str, jobs: str) -> None:
    configure(write, LOOPS[loop], "timeout = 0.5")
    done = house("a.txt", "b.txt", "c.txt", "-j", jobs)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert done.returncode == 2
    assert "b.txt: took longer than 0.5 s; raise timeout in the configuration" in done.stderr


def test_a_record_that_takes_too_long_costs_itself_alone(house: Run, write: Write) -> None:
    configure(write, "while True: pass", "timeout = 0.5")
    write("d.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in ("One.", "Two@.", "Three.")))
    done = house("d.jsonl")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["d.jsonl#1", "d.jsonl#3"]
    assert "d.jsonl: record 2 took longer than 0.5 s" in done.stderr


def test_a_reader_that_takes_too_long_costs_what_it_has_not_read(house: Run, write: Write) -> None:
    configure(write, "while True: pass", "timeout = 0.5")
    write("d.slow", "One@.")
    write("e.slow", "One.")
    done = house("d.slow", "e.slow")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["d.slow", "e.slow", "e.slow"]
    assert "d.slow: took longer than 0.5 s" in done.stderr


ENDS = {
    "code that no signal interrupts": "sum(range(10 ** 12))",
    "a wait without signals": "import signal, time; signal.pthread_sigmask(signal.SIG_BLOCK, [14]); time.sleep(60)",
    "a crash": "import ctypes, faulthandler; faulthandler.disable(); ctypes.string_at(0)",
    "a kill": "import os; os.kill(os.getpid(), 9)",
    "an abort": "import faulthandler, os; faulthandler.disable(); os.abort()",
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("end", ENDS)
def test_what_ends_the_process_of_a_plugin_costs_its_article_alone(
    house: Run, write: Write, end: str, jobs: str
) -> None:
    configure(write, ENDS[end], "timeout = 1")
    done = house("a.txt", "b.txt", "c.txt", "-j", jobs)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert done.returncode == 2
    assert "b.txt: was not linted: its process ended" in done.stderr


def test_a_single_file_that_ends_its_process_is_reported(house: Run, write: Write) -> None:
    configure(write, ENDS["a kill"], "")
    done = house("b.txt", "--format", "json")
    assert done.returncode == 2
    assert [failure["path"] for failure in json.loads(done.stdout)["failures"]] == ["b.txt"]


@pytest.mark.parametrize("option", ["--fix", "--diff", "--statistics", "--write-baseline"])
def test_every_kind_of_run_survives_its_plugins(house: Run, write: Write, option: str) -> None:
    configure(write, ENDS["a kill"], "")
    done = house("a.txt", "b.txt", "c.txt", option)
    assert done.returncode == 2
    assert "b.txt: was not linted: its process ended" in done.stderr


def test_a_reader_that_ends_its_process_costs_its_file(house: Run, write: Write) -> None:
    configure(write, ENDS["a kill"], "")
    write("d.slow", "One@.")
    done = house("a.txt", "d.slow")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt"]
    assert "d.slow: was not linted: its process ended" in done.stderr


PROCESS_OF_RULE = """
import os
from newslint.api import Finding, Rule, Span

class Where(Rule):
    name = "house/where"
    def check(self, article):
        yield Finding(Span(0, 1), f"Process {os.getpid()} of {os.getppid()}.")

def newslint_rules():
    return [Where]
"""


def test_only_code_that_does_not_ship_has_a_process_of_its_own(
    house: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("house.py", PROCESS_OF_RULE)
    write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]\n')
    messages = [json.loads(line)["message"] for line in house(".", "--format", "jsonl").stdout.splitlines()]
    assert len({*messages}) == 1  # one process for all files
    started: list[int] = []
    monkeypatch.setattr(process_pool, "_make_pool", lambda linter, jobs, **_: started.append(jobs))
    assert list(process_pool.lint_files(build_linter(Settings()), [Source("a.txt", FAULTY)], 1, isolate=True))
    assert started == []


def test_patterns_run_in_a_process_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    make_pool, started = process_pool._make_pool, []

    def count(linter: Linter, jobs: int, *, shared: bool = False) -> object:
        started.append(jobs)
        return make_pool(linter, jobs, shared=shared)

    monkeypatch.setattr(process_pool, "_make_pool", count)
    linter = build_linter(Settings(patterns=(PatternSpec("a", "road", "A road."),), select=("pattern",)))
    sources = [Source("a.txt", FAULTY), Source("b.txt", FAULTY)]
    results = list(process_pool.lint_files(linter, sources, 1, isolate=True))
    assert [len(result.results[0].diagnostics) for result in results] == [1, 1]
    assert started == [1]


def test_where_no_process_starts_plugins_run_in_this_one(house: Run, write: Write, tmp_path: Path) -> None:
    configure(write, "pass", "")
    write("sitecustomize.py", "import os\ndef fail(): raise BlockingIOError(11, 'no processes')\nos.fork = fail\n")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "a.txt", "c.txt"],
        cwd=tmp_path,
        env={**os.environ, "NEWSLINT_TRUST_LOCAL": "1", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert "cannot start processes ([Errno 11] no processes); linting the remaining files in this one" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("allocation", ALLOCATIONS)
def test_an_article_that_takes_too_much_memory_costs_itself_alone(
    house: Run, write: Write, allocation: str, jobs: str
) -> None:
    configure(write, ALLOCATIONS[allocation], "max-memory = 400")
    done = house("a.txt", "b.txt", "c.txt", "-j", jobs)
    assert {"a.txt", "c.txt"} <= {line.split(":")[0] for line in done.stdout.splitlines()}
    assert done.returncode == 2
    assert "b.txt" in done.stderr and "MemoryError" in done.stderr


def test_a_reader_that_takes_too_much_memory_costs_its_file(house: Run, write: Write) -> None:
    configure(write, "bytearray(10 ** 10)", "max-memory = 400")
    write("d.slow", "One@.")
    done = house("a.txt", "d.slow")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "d.slow"]
    assert "d.slow" in done.stderr and "MemoryError" in done.stderr


def test_the_limits_can_be_lifted(house: Run, write: Write) -> None:
    configure(write, "bytearray(4 * 10 ** 8); __import__('time').sleep(0.2)", "timeout = 0\nmax-memory = 0")
    assert house("a.txt", "b.txt", "c.txt").returncode == 1


@pytest.fixture
def linter() -> Linter:
    return build_linter(Settings(select=("sources",)))


@pytest.mark.parametrize(
    ("error", "wanted"),
    [(OSError(11, "no processes"), [8, 4, 2]), (ImportError("no semaphores"), [8]), (RuntimeError("x"), None)],
)
def test_fewer_processes_are_used_where_the_system_has_no_more(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, error: Exception, wanted: list[int] | None
) -> None:
    started: list[int] = []

    def cannot_start(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
        started.append(jobs)
        raise error
        yield

    monkeypatch.setattr(process_pool, "_lint_in_processes", cannot_start)
    sources = [Source(f"{number}.txt", FAULTY) for number in range(9)]
    if wanted is None:
        with pytest.raises(RuntimeError):
            list(process_pool.lint_files(linter, sources, 8))
        return
    assert [result.articles for result in process_pool.lint_files(linter, sources, 8)] == [1] * 9
    assert started == wanted


def test_processes_that_start_lint_what_others_left(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    lint_in_processes = process_pool._lint_in_processes

    def start_two(linter: Linter, sources: Sequence[Source], jobs: int) -> Iterator[FileResult]:
        for number, result in enumerate(lint_in_processes(linter, sources, min(jobs, 2))):
            if jobs > 2 and number == 3:
                raise OSError(11, "no processes")
            yield result

    monkeypatch.setattr(process_pool, "_lint_in_processes", start_two)
    sources = [Source(f"{number}.txt", FAULTY) for number in range(9)]
    results = list(process_pool.lint_files(linter, sources, 4))
    assert [result.results[0].diagnostics[0].location.path for result in results] == [one.path for one in sources]


@pytest.mark.parametrize("place", ["_launch_processes", "_start_executor_manager_thread"])
def test_a_pool_without_threads_or_processes_is_replaced(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    from concurrent.futures.process import ProcessPoolExecutor

    def fail(self: ProcessPoolExecutor) -> None:
        raise RuntimeError("can't start new thread") if "thread" in place else BlockingIOError(11, "no processes")

    monkeypatch.setattr(ProcessPoolExecutor, place, fail)
    sources = [Source(f"{number}.txt", FAULTY) for number in range(4)]
    assert [result.articles for result in process_pool.lint_files(linter, sources, 2)] == [1] * 4


def test_a_worker_process_does_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoThread(threading.Thread):
        def start(self) -> None:
            raise RuntimeError("can't start new thread")

    monkeypatch.setattr(worker_process, "Thread", NoThread)
    before = signal.getsignal(signal.SIGINT)
    try:
        worker_process.init_worker_process()
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is for Linux")
def test_a_process_near_the_limit_can_still_start_threads() -> None:
    script = (
        "from threading import Thread; from newslint.linter.process_limits import limit_memory\n"
        "held = bytearray(300 * 2**20); limit_memory(100)\n"
        "thread = Thread(target=lambda: print(len(bytearray(2**20)))); thread.start(); thread.join()\n"
        "try: bytearray(2**30)\n"
        "except MemoryError: print('MemoryError')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["1048576", "MemoryError"]
