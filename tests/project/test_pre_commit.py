"""The pre-commit hooks, run by pre-commit on a staged article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support import FAULTY, ROOT


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@localhost", *words], cwd=folder, check=True)


@pytest.mark.slow
@pytest.mark.parametrize("hook", ["newslint", "newslint-folder"])
def test_a_staged_article_with_findings_fails_the_commit(tmp_path: Path, hook: str) -> None:
    pytest.importorskip("pre_commit")
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit needs a clone")
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a.txt").write_text(FAULTY)
    (tmp_path / "good.txt").write_text("Nothing is wrong here.\n")
    git(tmp_path, "add", "a.txt", "good.txt")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--verbose", "--color", "never"]
    tried = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "a.txt:2:1: warning: " in tried.stdout
    assert "good.txt" not in tried.stdout
    git(tmp_path, "rm", "--cached", "--quiet", "a.txt")
    (tmp_path / "a.txt").unlink()
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
