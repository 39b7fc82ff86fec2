"""Output to a terminal: progress, which is cleared before other output, and colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from newslint.cli.progress import Progress
from support import FAULTY, Write

pty = pytest.importorskip("pty", reason="there are no such terminals")

# The first article takes longer than the time after which progress is shown.
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


def on_a_terminal(folder: Path, *flags: str, module: str = "newslint", status: int = 1, **env: str) -> str:
    """Return everything that a command writes to a terminal."""
    end, terminal = pty.openpty()
    environment = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1", "TERM": "xterm", "NO_COLOR": "1", **env}
    command = [sys.executable, "-m", module, "-j", "1", *flags]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=terminal, stdout=terminal, stderr=terminal)
    os.close(terminal)
    written = b""
    try:
        while piece := os.read(end, 10_000):
            written += piece
    except OSError:  # on Linux, the end of the output
        pass
    os.close(end)
    assert process.wait() == status
    return written.decode().replace("\r\n", "\n")


def test_progress_is_cleared_before_other_output(tmp_path: Path) -> None:
    written = on_a_terminal(tmp_path)
    assert re.search(r"\r\x1b\[K1 of 3 files \(33 %\), 1 a second, 0:0[2-9] left\r", written)
    shown = re.sub(r"[^\n]*\r\x1b\[K", "", written)  # the text that remains visible
    assert shown == (
        "".join(f"{name}.txt:1:1: warning: A letter. [slow/letter]\n" for name in "abc")
        + "newslint: 3 warnings in 3 articles\n"
    )


def test_progress_starts_after_one_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("newslint.cli.progress.time.monotonic", lambda: now[0])
    terminal = StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    def files() -> Iterator[int]:
        for number in range(30):
            now[0] = number / 10
            yield number

    drawn = [terminal.getvalue().count(" of 30 files") for _ in Progress(30, wanted=True).track(files())]
    assert drawn[:11] == [0] * 11
    assert 5 <= drawn[-1] <= 10  # and it is redrawn at intervals


def test_carets_have_the_colour_of_the_severity(tmp_path: Path) -> None:
    plain = on_a_terminal(tmp_path, "--format", "full", "--select", "sources")
    assert "    | ^^^^^^^^\n" in plain
    assert "    | \x1b[33m^^^^^^^^\x1b[0m\n" in on_a_terminal(
        tmp_path, "--format", "full", "--select", "sources", NO_COLOR=""
    )


@pytest.mark.parametrize(("flags", "term"), [(["--no-progress"], "xterm"), (["-q"], "xterm"), ([], "dumb")])
def test_no_progress_when_disabled(tmp_path: Path, flags: list[str], term: str) -> None:
    assert "\r" not in on_a_terminal(tmp_path, *flags, TERM=term)


def test_no_progress_without_a_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "-j", "1"],
        cwd=tmp_path,
        env={**os.environ, "NEWSLINT_TRUST_LOCAL": "1"},
        capture_output=True,
    )
    assert done.stderr == b"newslint: 3 warnings in 3 articles\n"


@pytest.mark.slow
def test_progress_of_corpora_and_archives(write: Write, tmp_path: Path) -> None:
    for needed in ("pyarrow", "duckdb", "fastwarc", "resiliparse"):
        pytest.importorskip(needed, reason="corpora come with the extra corpus")
    from archives import compress_each, numbered_records

    for number in range(2):
        write(f"{number}.warc.gz", b"".join(compress_each(numbered_records(2, 10 * number))))
    quiet = {"module": "newslint.warc.main", "status": 0}
    shown = on_a_terminal(tmp_path, "*.warc.gz", "--out", "pages", "-q", **quiet)
    assert shown.startswith("\r\x1b[K0 of 2 units, 0 pages/s, 0 quarantined")
    assert shown.endswith("\r\x1b[K")
    quiet["module"] = "newslint.corpus.main"
    shown = on_a_terminal(tmp_path, "pages", "--isolated", "--out", "found", "-q", **quiet)
    assert shown.startswith("\r\x1b[K0 of 1 units, 0 articles/s, 0 findings, 0 quarantined")
    assert shown.endswith("\r\x1b[K")
    shown = on_a_terminal(tmp_path, "pages", "--isolated", "--out", "found", "-q", "--no-progress", **quiet)
    assert "articles/s" not in shown
