"""`--since`: only what changed since a commit."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from support import FAULTY, Run, Write

AIDE = "A palace aide said the visit was off.\n"


@pytest.fixture
def commit(tmp_path: Path, write: Write) -> str:
    """Commit three articles, and return the commit."""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@localhost"]
    write("old.txt", FAULTY)
    write("wire/new.txt", FAULTY)
    write("gone.txt", FAULTY)
    write("a.jsonl", json.dumps({"text": AIDE}) + "\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], check=True)
    return subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()


def test_only_findings_on_changed_lines_are_reported(newslint: Run, write: Write, tmp_path: Path, commit: str) -> None:
    write("wire/new.txt", FAULTY + AIDE)
    write("wire/a näme.txt", AIDE)  # git does not know it yet
    write("a.jsonl", json.dumps({"text": AIDE}) + "\n" + json.dumps({"text": AIDE}) + "\n")
    (tmp_path / "gone.txt").unlink()
    expected = ["a.jsonl#2:1:1", "wire/a näme.txt:1:1", "wire/new.txt:3:1"]
    for revision in ("HEAD", commit):
        lines = newslint("--since", revision).stdout.splitlines()
        assert [line.split(": ")[0] for line in lines] == expected
    assert newslint("--since", "HEAD", "wire").stdout.count("\n") == 2
    assert newslint("--since", "HEAD", "old.txt").stdout == ""
    below = newslint("--since", "HEAD", cwd=tmp_path / "wire").stdout.splitlines()
    assert [line.split(": ")[0] for line in below] == ["a näme.txt:1:1", "new.txt:3:1"]


def test_a_removed_line_is_no_changed_line(newslint: Run, write: Write, commit: str) -> None:
    write("old.txt", FAULTY.split("\n", 1)[1])
    assert newslint("--since", "HEAD").stdout == ""


def test_a_commit_without_changes_has_no_findings(newslint: Run, commit: str) -> None:
    done = newslint("--since", "HEAD")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "newslint: no findings in 0 articles\n")


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", ""])
def test_an_unknown_commit_is_an_error(newslint: Run, tmp_path: Path, commit: str, revision: str) -> None:
    done = newslint(f"--since={revision}")
    assert done.returncode == 2
    assert "newslint: error: --since: git says: " in done.stderr
    assert "name a commit of this repository, as in --since HEAD" in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_folder_outside_a_repository_is_an_error(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("--since", "HEAD")
    assert done.returncode == 2
    assert "--since: git says: fatal: not a git repository" in done.stderr
