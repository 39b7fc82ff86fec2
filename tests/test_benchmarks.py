"""The benchmark beside the peers: it ends rather than measure a program that breaks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT, Write


@pytest.mark.skipif(os.name == "nt", reason="its accounting of processes is another")
@pytest.mark.parametrize(("status", "told"), [(1, ""), (2, "ripgrep broke with exit status 2; see why, or uninstall")])
def test_a_program_that_breaks_is_not_measured(write: Write, tmp_path: Path, status: int, told: str) -> None:
    write("bin/rg", f"#!/bin/sh\nexit {status}\n").chmod(0o755)
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "run.py", "--articles", "2", "--rounds", "1"],
        env={**os.environ, "PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
    )
    assert told in done.stderr
    assert ("| ripgrep |" in done.stdout, done.returncode) == (not told, bool(told))
