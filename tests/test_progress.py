"""Progress: on a terminal only, and gone before anything else is written there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support import FAULTY, Write

pty = pytest.importorskip("pty", reason="there are no such terminals")

# The first article takes longer than a run may take without a word.
SLOW = '''
import time
from newslint.api import Finding, Rule, Span

class Letter(Rule):
    """Finds the first letter, slowly."""

    name = "slow/letter"

    def check(self, article):
        if article.path == "a.txt":
            time.sleep(1.1)
        yield Finding(Span(0, 1), "A letter.")

def newslint_rules():
    return [Letter]
'''


@pytest.fixture(autouse=True)
def slow(write: Write) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(name, FAULTY)
    write("slow.py", SLOW)
    write(".newslint.toml", 'local-plugins = ["slow.py"]\nselect = ["slow"]\n')


def on_a_terminal(folder: Path, *flags: str, **env: str) -> str:
    """All that the command writes to a terminal."""
    ours, its = pty.openpty()
    given = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1", "TERM": "xterm", "NO_COLOR": "1", **env}
    command = [sys.executable, "-m", "newslint", "-j", "1", *flags]
    process = subprocess.Popen(command, cwd=folder, env=given, stdin=its, stdout=its, stderr=its)
    os.close(its)
    written = b""
    try:
        while piece := os.read(ours, 10_000):
            written += piece
    except OSError:  # how Linux says that nobody is left who could write
        pass
    os.close(ours)
    assert process.wait() == 1
    return written.decode().replace("\r\n", "\n")


def test_it_is_wiped_before_anything_else_is_written(tmp_path: Path) -> None:
    written = on_a_terminal(tmp_path)
    assert "\r1 of 3 files (33 %)" in written
    shown = re.sub(r"[^\n]*\r\x1b\[K", "", written)  # what a person sees in the end
    assert shown == (
        "".join(f"{name}.txt:1:1: warning: A letter. [slow/letter]\n" for name in "abc")
        + "newslint: 3 warnings in 3 articles\n"
    )


@pytest.mark.parametrize(("flags", "term"), [(["--no-progress"], "xterm"), (["-q"], "xterm"), ([], "dumb")])
def test_where_nobody_wants_it(tmp_path: Path, flags: list[str], term: str) -> None:
    assert "\r" not in on_a_terminal(tmp_path, *flags, TERM=term)


def test_without_a_terminal_nothing_is_written(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "-j", "1"],
        cwd=tmp_path,
        env={**os.environ, "NEWSLINT_TRUST_LOCAL": "1"},
        capture_output=True,
    )
    assert done.stderr == b"newslint: 3 warnings in 3 articles\n"
