"""`--watch`: another run after each change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.cli.watch import RUN
from support import FAULTY, Run, Write, heeding_ctrl_c


@pytest.fixture
def watching(tmp_path: Path, write: Write) -> Iterator[tuple[subprocess.Popen[bytes], Callable[[str], None]]]:
    """Start the command on an article, and return it with a function that waits for words in what it has written."""
    pytest.importorskip("watchfiles", reason="files are watched by a library of the extra watch")
    write("a.txt", "The road is closed.\n")
    write("importlib.py", "open('ran', 'w').close()\n")
    written = tmp_path.parent / f"{tmp_path.name}.written"
    with written.open("wb") as file:
        command = [sys.executable, "-c", RUN, "--watch", "."]
        env = {**os.environ, "TERM": "dumb"}
        with heeding_ctrl_c():
            process = subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=file, env=env)

        def wait_for(words: str) -> None:
            end = time.monotonic() + 60
            while words not in written.read_text(encoding="utf-8"):
                assert time.monotonic() < end, written.read_text(encoding="utf-8")
                time.sleep(0.05)

        yield process, wait_for
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_change_is_linted_until_the_command_is_interrupted(
    watching: tuple[subprocess.Popen[bytes], Callable[[str], None]], write: Write, tmp_path: Path
) -> None:
    process, wait_for = watching
    wait_for("watching 1 path; Ctrl-C ends it")
    write("a.txt", FAULTY)
    wait_for("a.txt changed")
    wait_for("a.txt:2:1: warning: ")
    write(".newslint.toml", 'ignore = ["sources"]\n')
    wait_for("newslint: .newslint.toml changed\nnewslint: no findings in 1 article")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) in (0, 130)
    assert not (tmp_path / "ran").exists()


def test_what_cannot_be_watched_is_an_error(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    assert "cannot watch standard input" in newslint("--watch", "-").stderr
    done = newslint("--watch", "b.txt")
    assert (done.returncode, "b.txt does not exist, so it cannot be watched" in done.stderr) == (2, True)
