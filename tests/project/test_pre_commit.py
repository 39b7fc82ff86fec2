"""The pre-commit hooks, run by pre-commit on a staged article."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support import FAULT, FAULTY, ROOT, Run, Write

CONFIGURATION = """
repos:
- repo: {repository}
  rev: {revision}
  hooks: [id: newslint, id: newslint-folder]
"""


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@localhost", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def copy_to_repository(folder: Path) -> str:
    """Commit the files of this working tree to a new repository; return the revision."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    return git(folder, "rev-parse", "HEAD").strip()


HOSTILE_NAMES = (
    "--config=house.txt",
    "--exit-zero.txt",
    "--isolated",
    "-q.txt",
    "--fail-on=never.md",
    "--",
    "-",
    "--fix.txt",
)


def hook_commands() -> dict[str, list[str]]:
    """Return the words of each hook's command, as pre-commit splits them, before the names of files."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return {hook["id"]: shlex.split(hook["entry"]) for hook in hooks if hook.get("pass_filenames", True)}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("hook", hook_commands())
def test_a_file_called_like_an_option_turns_no_rule_off(newslint: Run, write: Write, name: str, hook: str) -> None:
    write("house.txt", "select = ['numbers']\n")
    named = write(name, FAULTY)
    write("a.txt", FAULTY)
    done = newslint(*hook_commands()[hook][1:], name, "a.txt")
    assert f"a.txt{FAULT}" in done.stdout
    assert name == "-" or f"{name}{FAULT}" in done.stdout
    assert done.returncode != 0
    assert named.read_text() == FAULTY


@pytest.mark.slow
def test_a_staged_article_with_findings_fails_the_commit(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit needs a clone")
    repository, project = tmp_path / "newslint", tmp_path / "project"
    project.mkdir()
    repository.mkdir()
    git(project, "init", "--quiet")
    (project / ".pre-commit-config.yaml").write_text(
        CONFIGURATION.format(repository=repository, revision=copy_to_repository(repository))
    )
    (project / "a.txt").write_text(FAULTY)
    (project / "good.txt").write_text("Nothing is wrong here.\n")
    (project / "--exit-zero.txt").write_text(FAULTY)
    git(project, "add", "--all")

    def run(hook: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--verbose", "--color", "never"]
        # The environment with newslint is installed once, for all runs.
        env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True)

    for hook in ("newslint", "newslint-folder"):
        done = run(hook)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "a.txt:2:1: warning: " in done.stdout
        assert "good.txt" not in done.stdout
    git(project, "rm", "--force", "--quiet", "a.txt")
    for hook in ("newslint", "newslint-folder"):
        done = run(hook)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout
