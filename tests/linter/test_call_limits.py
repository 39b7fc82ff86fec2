"""Calls of a plugin's code in the process of the command: each has a limit of time, and none decides how a run ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from support import FAULTY, Run, Write, heeding_ctrl_c

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have not all limits")
PLUGIN = '''
import ctypes, os, time
from newslint.api import Article, CrossArticleRule, Fact, Finding, Fix, Edit, RelatedLocation, Rule, Span

def at(place, *_):
    if place == {place!r}:
        {code}

at("at import")

class Letter(Rule):
    """Finds a letter.

    ```bad
    x
    ```
    """

    name = "house/letter"

    def info(self, plugin=""):
        at("in its documentation")
        return super().info(plugin)

    def check(self, article):
        yield Finding(Span(0, 1), "A letter.", Fix("drop it", True, (Edit(Span(0, 1), ""),)))

    def trace(self, article, span=None):
        at("in a trace")
        return super().trace(article, span)

class Pair(CrossArticleRule):
    """Finds two articles."""

    name = "house/pair"

    def collect_facts(self, article):
        yield Fact("key", Span(0, 1), None)

    def compare_facts(self, facts):
        yield Finding(facts[0].location, "One.")
        at("while articles are compared")
        yield Finding(facts[1].location, "Two.")

class Lines:
    name = "house-lines"

    def report(self, diagnostics, context):
        for diagnostic in diagnostics:
            at("between findings")
            yield f"{{diagnostic.location.path}}: {{diagnostic.message}}\\n"
        at("after the findings")
        yield from iter(lambda: at("in pieces"), None)

def newslint_rules():
    at("in a hook")
    return [Letter, Pair]

def newslint_reporters():
    return [Lines]
'''
REPORTER = ("between findings", "after the findings")
PLACES = ("at import", "in a hook", "while articles are compared", *REPORTER)
LINES = ["--format", "house-lines"]


@pytest.fixture
def house(newslint: Run, write: Write) -> Run:
    """Run the command over two articles with a plugin that is trusted."""
    for name in ("a.txt", "b.txt"):
        write(name, FAULTY)
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def configure(write: Write, place: str, code: str, timeout: float = 1) -> None:
    write("house.py", PLUGIN.format(place=place, code=code))
    write(".newslint.toml", f'local-plugins = ["house.py"]\nselect = ["house"]\ntimeout = {timeout}\n')


LOOPS = {
    "a loop": "while True: pass",
    "a wait": "time.sleep(99)",
    "pieces without end": "return ''",
}


@pytest.mark.parametrize("loop", LOOPS)
def test_a_reporter_that_never_ends_is_a_failure(house: Run, write: Write, loop: str) -> None:
    configure(write, "in pieces" if loop == "pieces without end" else "after the findings", LOOPS[loop], 0.4)
    done = house(".", *LINES)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 4  # what it wrote before
    assert 'error: format "house-lines" of plugin "house.py": TimeoutError: took longer than 0.4 s; ' in done.stderr
    assert "raise timeout in the configuration (" in done.stderr
    if loop != "pieces without end":
        assert "/house.py, line " in done.stderr  # where it was interrupted


def test_the_time_of_a_reporter_begins_anew_with_each_finding(house: Run, write: Write) -> None:
    configure(write, "between findings", "time.sleep(0.6)")
    done = house(".", *LINES)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 4)


def test_a_reporter_may_wait_for_findings_and_for_its_output(house: Run, write: Write) -> None:
    configure(write, "while articles are compared", "time.sleep(1.2)", timeout=1.5)
    write(
        "house.py",
        (PLUGIN.format(place="while articles are compared", code="time.sleep(1.2)")).replace(
            '        yield Finding(Span(0, 1), "A', '        time.sleep(0.9)\n        yield Finding(Span(0, 1), "A'
        ),
    )
    assert house(".", *LINES).returncode == 1  # 3 seconds


def test_comparing_that_never_ends_is_a_failure_of_the_rule(house: Run, write: Write) -> None:
    configure(write, "while articles are compared", "while True: pass", timeout=0.4)
    for options in (["--format", "jsonl"], LINES, ["--diff"], ["--write-baseline"]):
        done = house(".", *options)
        assert done.returncode == 2
        assert "error: house/pair: TimeoutError: took longer than 0.4 s; raise timeout" in done.stderr
        assert "while comparing the facts of 'key'" in done.stderr
        if options == ["--format", "jsonl"]:
            messages = [json.loads(line)["message"] for line in done.stdout.splitlines()]
            assert messages == ["A letter.", "One.", "A letter."]  # also what it found before


@pytest.mark.parametrize(
    ("place", "options"),
    [
        ("in its documentation", ["--explain", "house/letter"]),
        ("in its documentation", ["--list-rules"]),
        ("in its documentation", [".", "--format", "sarif"]),
        ("in a trace", ["--why", "house/letter", "a.txt"]),
        ("at import", ["--test", "house.py"]),
        ("in its documentation", ["--test", "house.py"]),
    ],
)
def test_information_that_never_ends_is_an_error(house: Run, write: Write, place: str, options: list[str]) -> None:
    configure(write, place, "while True: pass", timeout=0.5)
    done = house(*options)
    assert done.returncode == 2
    assert "took longer than 0.5 s; raise timeout in the configuration" in done.stderr
    assert "house.py" in done.stderr.split("took longer")[0] or "house/letter" in done.stderr.split("took longer")[0]


ENDS = {
    "the exit of C": ("ctypes.CDLL(None).exit(0)", "exit status 0"),
    "a crash": ("import faulthandler; faulthandler.disable(); ctypes.string_at(0)", "signal 11 SIGSEGV"),
    "a kill": ("os.kill(os.getpid(), 9)", "signal 9 SIGKILL"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("end", ENDS)
def test_what_ends_the_process_ends_the_run_with_status_2(house: Run, write: Write, place: str, end: str) -> None:
    code, how = ENDS[end]
    configure(write, place, code)
    done = house(".", *LINES)
    assert done.returncode == 2
    who = 'format "house-lines" of plugin "house.py"' if place in REPORTER else 'plugin "house.py"'
    assert f"error: {who} ended the process before the end of the run ({how})" in done.stderr


def test_code_that_no_signal_interrupts_ends_the_run_with_status_2(house: Run, write: Write) -> None:
    configure(write, "after the findings", "sum(range(10 ** 12))", timeout=0.3)
    done = house(".", *LINES)
    assert done.returncode == 2
    assert 'error: format "house-lines" of plugin "house.py" ended the process' in done.stderr
    assert "did not return in time" in done.stderr


def test_a_run_that_is_killed_leaves_no_process(house: Run, write: Write, tmp_path: os.PathLike[str]) -> None:
    configure(write, "at import", "os.write(2, b'ready'); time.sleep(60)", timeout=60)
    command = [sys.executable, "-m", "newslint", "a.txt"]
    env = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1"}
    with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert process.stderr.read(5) == b"ready"
        process.send_signal(signal.SIGKILL)
        assert process.stderr.read() == b""  # nobody can write to it any more
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("place", ["at import", "while articles are compared"])
def test_ctrl_c_is_no_error_of_a_plugin_that_changes_the_signal(
    house: Run, write: Write, tmp_path: os.PathLike[str], place: str
) -> None:
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_DFL); os.write(2, b'ready'); time.sleep(60)"
    configure(write, place, code, timeout=60)
    command = [sys.executable, "-m", "newslint", "."]
    env = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1"}
    with (
        heeding_ctrl_c(),
        subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process,
    ):
        assert process.stderr is not None
        assert process.stderr.read(5) == b"ready"
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
    assert (process.returncode, errors) == (130, b"")


def test_a_run_goes_on_alone_where_the_system_has_no_other_process(
    house: Run, write: Write, tmp_path: os.PathLike[str]
) -> None:
    configure(write, "nowhere", "pass")
    write("sitecustomize.py", "import os\ndef fail(): raise BlockingIOError(11, 'no processes')\nos.fork = fail\n")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "a.txt"],
        cwd=tmp_path,
        env={**os.environ, "NEWSLINT_TRUST_LOCAL": "1", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (1, 1)
