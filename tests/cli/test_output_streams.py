"""Output streams: pipes and devices that cannot be replaced, and standard streams that are full or closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import FAULT, FAULTY, Write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams and devices differ there")


@pytest.fixture(autouse=True)
def article(write: Write) -> None:
    write("a.txt", FAULTY)


def sh(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `newslint` runs the rules about sources."""
    call = f'newslint() {{ "{sys.executable}" -m newslint --isolated --select sources "$@"; }}; {command}'
    return subprocess.run(["sh", "-c", call], cwd=folder, capture_output=True, text=True, timeout=120)


def test_output_to_a_named_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    done = sh("newslint a.txt -o pipe", tmp_path)
    assert os.read(reader, 10_000).decode().startswith("a.txt" + FAULT)
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    assert (done.returncode, done.stdout) == (1, "")


def test_output_to_dev_stdout_appends(tmp_path: Path) -> None:
    assert sh("newslint a.txt -o /dev/stdout", tmp_path).stdout.startswith("a.txt" + FAULT)
    sh("echo first >log; newslint a.txt -o /dev/stdout >>log", tmp_path)
    assert (tmp_path / "log").read_text().startswith("first\na.txt" + FAULT)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
@pytest.mark.parametrize("arguments", ["a.txt", "--list-rules", "--version", "--help"])
def test_a_full_device_is_an_error(tmp_path: Path, arguments: str) -> None:
    done = sh(f"newslint {arguments} >/dev/full", tmp_path)
    assert done.stderr == "newslint: error: standard output cannot be written: No space left on device\n"
    assert done.returncode == 2


def test_closed_standard_streams(tmp_path: Path) -> None:
    done = sh("newslint a.txt >&-", tmp_path)
    assert (done.returncode, done.stderr.startswith("newslint: error: standard output cannot be written")) == (2, True)
    done = sh("newslint a.txt -o out >&-", tmp_path)
    assert (done.returncode, done.stderr) == (1, "newslint: 1 warning in 1 article\n")
    assert (tmp_path / "out").read_text().startswith("a.txt" + FAULT)
    done = sh("newslint - a.txt <&-", tmp_path)
    assert (done.returncode, done.stdout.startswith("a.txt" + FAULT)) == (2, True)
    assert "newslint: error: <stdin>: cannot be read: " in done.stderr
    done = sh("newslint a.txt 2>&-", tmp_path)
    assert (done.returncode, done.stdout.startswith("a.txt" + FAULT)) == (1, True)


def test_a_closed_pipe_ends_the_run_silently(tmp_path: Path) -> None:
    # The output is larger than the buffer of a pipe.
    (tmp_path / "a.jsonl").write_text(f"{json.dumps({'text': FAULTY})}\n" * 3_000)
    done = sh("newslint a.jsonl | head -n 1", tmp_path)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_a_closed_pipe_ends_the_other_processes_of_a_run(tmp_path: Path) -> None:
    pattern = "[[pattern]]\nname = 'road'\nmatch = 'road'\nmessage = 'A road.'\n"
    (tmp_path / ".newslint.toml").write_text(pattern)
    for number in range(60):
        (tmp_path / f"{number:02}.jsonl").write_text(f"{json.dumps({'text': FAULTY})}\n" * 200)
    for jobs in (1, 2):
        done = sh(f'"{sys.executable}" -m newslint --no-cross -j {jobs} . | head -n 1', tmp_path)
        assert (done.stdout.count("\n"), done.stderr) == (1, "")
