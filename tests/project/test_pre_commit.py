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

from newslint.api import CrossArticleRule
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.reporters.escaping import escape
from support import FAULT, FAULTY, ROOT, Run, Write

CONFIGURATION = """
repos:
- repo: {repository}
  rev: {revision}
  hooks:
  - id: newslint
    files: ^wire/
    exclude: quiet
  - id: newslint-fix
  - id: newslint-compare
  - id: newslint-folder
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
    *(
        "--config=house.txt",
        "--exit-zero.txt",
        "-q.txt",
        "--fail-on=never.md",
        "--fix.txt",
        "-o.txt",
        "--.txt",
        "-.txt",
    ),
    *("@house.txt", "*.txt", "[a].txt", "$HOME.txt", "%s.txt", " --fix.txt", "line\n--exit-zero.txt", "-j0.md"),
    *("--since=HEAD.txt", "--against=..txt", "--help.html"),
)


def hook_commands() -> dict[str, list[str]]:
    """Return the words of each hook's command, as pre-commit splits them, before the names of files."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return {hook["id"]: shlex.split(hook["entry"]) for hook in hooks if hook.get("pass_filenames", True)}


@pytest.mark.skipif(os.name == "nt", reason="some of these names are not possible there")
@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("hook", hook_commands())
def test_a_file_called_like_an_option_turns_no_rule_off(newslint: Run, write: Write, name: str, hook: str) -> None:
    write("house.txt", "select = ['numbers']\n")
    named = write(name, FAULTY)
    write("a.txt", FAULTY)
    done = newslint(*hook_commands()[hook][1:], name, "a.txt")
    assert f"a.txt{FAULT}" in done.stdout
    assert f"{escape(name)}{FAULT}" in done.stdout
    assert done.returncode == (0 if hook == "newslint-fix" else 1)
    assert named.read_text() == FAULTY


@pytest.mark.parametrize("hook", hook_commands())
@pytest.mark.parametrize("name", ["-", "--", "-j", "--stdin-filename", "a.txt:2"])
def test_a_committed_file_without_a_suffix_hides_no_other(newslint: Run, write: Write, hook: str, name: str) -> None:
    write(name, FAULTY)
    write("a.txt", FAULTY)
    done = newslint(*hook_commands()[hook][1:], name, "a.txt", stdin=FAULTY.encode())
    assert done.returncode == (0 if hook == "newslint-fix" else 1)
    assert done.stdout.startswith(f"a.txt{FAULT}")
    assert done.stdout.count("\n") == 1
    assert f"left out: {name}" in done.stderr


@pytest.mark.parametrize("hook", hook_commands())
@pytest.mark.parametrize("patterns", ["*.txt", "*", "/wire/", "wire/a.txt"])
def test_a_committed_gitignore_hides_no_staged_file(
    newslint: Run, write: Write, tmp_path: Path, hook: str, patterns: str
) -> None:
    git(tmp_path, "init", "--quiet")
    write(".gitignore", patterns)
    write("wire/a.txt", FAULTY)
    git(tmp_path, "add", "--force", "--all")
    done = newslint(*hook_commands()[hook][1:], "wire/a.txt")
    assert f"wire/a.txt{FAULT}" in done.stdout


@pytest.mark.parametrize("hook", hook_commands())
def test_what_is_no_article_fails_no_commit(newslint: Run, write: Write, hook: str) -> None:
    write("photo.jpg", b"\xff\xd8\xff")
    write("LICENSE", FAULTY)
    write("quiet/a.txt", FAULTY)
    write(".newslint.toml", 'exclude = ["quiet"]\n')
    done = newslint(*hook_commands()[hook][1:], "photo.jpg", "LICENSE", "quiet/a.txt")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hook_that_compares_has_every_rule_that_compares() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    entry = next(shlex.split(hook["entry"]) for hook in hooks if hook["id"] == "newslint-compare")
    rules = build_linter(Settings()).all_rules.values()
    assert set(entry[-1].split(",")) == {rule.name for rule in rules if isinstance(rule, CrossArticleRule)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a repository whose configuration names the hooks of this working tree."""
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
    return project


@pytest.mark.slow
def test_hooks_lint_fix_and_compare_what_is_staged(project: Path) -> None:
    wire = project / "wire"
    wire.mkdir()
    (wire / "a.txt").write_text(FAULTY)
    (wire / "good.txt").write_text("Nothing is wrong here.\n")
    (wire / "--exit-zero.txt").write_text(FAULTY)
    (wire / "quiet.txt").write_text(FAULTY)  # pre-commit's own exclude
    (wire / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" * 9)
    (project / "notes.txt").write_text(FAULTY)  # outside `files`
    (project / "fix.txt").write_text(
        "The tram line to the airport will be closed for six weeks in summer, the operator said on Wednesday.\n"
        "Advertisement\n"
        "Buses will run every ten minutes instead, from the central station and from both ends of the old line.\n"
    )
    git(project, "add", "--all")

    def run(hook: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--verbose", "--color", "never"]
        # The environment with newslint is installed once, for all runs.
        env = {**os.environ, "PRE_COMMIT_HOME": str(project.parent / "home")}
        return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True)

    done = run("newslint")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "wire/a.txt:2:1: warning: " in done.stdout
    assert "wire/--exit-zero.txt:2:1: warning: " in done.stdout
    for name in ("good.txt", "quiet.txt:", "notes.txt", "photo.jpg:"):
        assert name not in done.stdout
    assert "notes.txt:2:1: warning: " in run("newslint-folder").stdout
    compared = run("newslint-compare")
    assert compared.returncode == 0, compared.stdout + compared.stderr
    fixed = run("newslint-fix")
    assert fixed.returncode == 1, fixed.stdout + fixed.stderr
    assert "files were modified by this hook" in fixed.stdout
    assert "Advertisement" not in (project / "fix.txt").read_text()
    git(project, "rm", "--force", "--quiet", "-r", "--", "wire/a.txt", "wire/--exit-zero.txt")
    done = run("newslint")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
