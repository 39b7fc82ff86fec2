"""The benchmarks: they stop when a program that they measure fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import FAULTY, ROOT, Write

pytestmark = pytest.mark.slow


@pytest.mark.skipif(os.name == "nt", reason="Windows accounts processes differently")
@pytest.mark.parametrize(("status", "message"), [(1, ""), (2, "ripgrep failed with exit status 2; fix or uninstall")])
def test_a_failing_program_is_not_measured(write: Write, tmp_path: Path, status: int, message: str) -> None:
    write("bin/rg", f"#!/bin/sh\nexit {status}\n").chmod(0o755)
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "run.py", "--articles", "2", "--rounds", "1"],
        env={**os.environ, "PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
    )
    assert message in done.stderr
    assert ("| ripgrep |" in done.stdout, done.returncode) == (not message, bool(message))


@pytest.mark.parametrize(("most", "status"), [("1", 1), ("1000", 0)])
def test_that_linting_with_too_many_instructions_fails(most: str, status: int) -> None:
    command = [sys.executable, ROOT / "benchmarks" / "opcodes.py", "--most", most]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    assert "times the Python instructions of counting the words" in done.stdout
    assert ("that is more than 1: find what has become slower" in done.stderr) == bool(status)


def benchmark(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "benchmarks" / name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_generated_articles_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for folder, seed in (("first", 7), ("again", 7), ("other", 8)):
        assert benchmark("corpus.py", tmp_path / folder, 3, seed).returncode == 0
    first, again, other = (
        [path.read_text("utf-8") for path in sorted((tmp_path / folder).iterdir())]
        for folder in ("first", "again", "other")
    )
    assert len(first) == 3
    assert first == again
    assert first != other


def test_articles_that_differ_from_the_generated_ones_are_named(write: Write, tmp_path: Path) -> None:
    write("real/a.txt", "The harbour lay still. The boats had left. " * 90)
    done = benchmark("realism.py", tmp_path / "real", "--articles", 5, "--rounds", 1)
    assert done.returncode == 1
    assert "more than 15% apart: matches" in done.stdout


TURNS = """
from processes import Timed, run_in_turns
waits = "import time; time.sleep(200)"
run_in_turns([Timed("the loop", "-c", "exit(3)")], [Timed("the run", "-c", waits), Timed("another", "-c", waits)])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks into /proc")
def test_programs_measured_run_in_turns_end_when_one_fails() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "benchmarks")}
    # `subprocess.run` returns when every process that could write has ended.
    done = subprocess.run([sys.executable, "-c", TURNS], env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "the loop failed: 3\n")


@pytest.mark.skipif(not shutil.which("valgrind"), reason="it counts instructions")
@pytest.mark.parametrize(
    ("rules", "family"),
    [
        ("advertising/offer", "sentence 'Today only.'"),
        ("boilerplate/read-more", "sentence 'Read more:'"),
        ("boilerplate/copyright-notice", "sentence '© 2020'"),
        ("dates/no-publication-date", "date 'today the'"),
    ],
)
def test_twice_the_length_costs_twice_as_much(rules: str, family: str) -> None:
    command = [sys.executable, ROOT / "benchmarks" / "growth.py", "--select", rules, "--only", family, "--all"]
    done = subprocess.run([*command, "--chars", "40000"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert family in done.stdout


@pytest.mark.skipif(not shutil.which("valgrind"), reason="it counts instructions")
def test_options_cost_little_at_the_start(write: Write, tmp_path: Path) -> None:
    path = str(write("a.txt", FAULTY))

    def instructions(*options: str) -> int:
        out = tmp_path / "counted"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", sys.executable]
        subprocess.run([*command, "-m", "newslint", *options, path], capture_output=True, env=env, check=False)
        return int(next(line for line in out.read_text().split("\n") if line.startswith("totals:")).split()[1])

    env = {**os.environ, "PYTHONHASHSEED": "0"}
    instructions()  # writes the bytecode
    assert instructions("--format", "jsonl", "-q", "--color=never", "-j1", "--fail-on", "info") < 1.15 * instructions()
