"""`--since`: only what changed since a commit."""

from __future__ import annotations

import json
import os
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


def git(folder: Path, *words: str) -> None:
    command = ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@localhost", *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
@pytest.mark.parametrize("name", ['q"uote.txt', "line\nend.txt", "ta\tb.txt", "ä ö.txt", "back\\slash.txt", "-x.txt"])
def test_a_file_of_any_name_is_found_again(newslint: Run, write: Write, tmp_path: Path, commit: str, name: str) -> None:
    write(name, "The road will stay closed.\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "-q", "-m", "y")
    write(name, FAULTY)
    (found,) = newslint("--since", "HEAD", "--format", "jsonl").stdout.splitlines()
    assert (json.loads(found)["path"], json.loads(found)["start"]["line"]) == (name, 2)


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
def test_a_repository_whose_name_ends_with_a_line_end_is_found(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("site\n/a.txt", FAULTY)
    git(tmp_path, "init", "-q", "site\n")
    git(tmp_path / "site\n", "add", "--all")
    git(tmp_path / "site\n", "commit", "-q", "-m", "x")
    done = newslint("--since", "HEAD", cwd=tmp_path / "site\n")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("row", ["++ wire/new.txt", "++ b/wire/new.txt", "@@ -1 +1 @@", "-- wire/new.txt"])
def test_lines_of_an_article_are_not_taken_for_a_diff(
    newslint: Run, write: Write, tmp_path: Path, commit: str, row: str
) -> None:
    write("wire/new.txt", FAULTY + AIDE)
    for name in ("a.txt", "wire/zoo.txt"):
        write(name, f"{row}\n\n{row}\n")
    git(tmp_path, "add", "--all")
    found = newslint("--since", "HEAD").stdout
    assert "wire/new.txt:3:1: warning: " in found


@pytest.mark.parametrize("attributes", ["*.txt -diff", "*.txt binary", "*.txt filter=pointers", "*.txt diff=none"])
def test_attributes_of_a_repository_hide_no_change(
    newslint: Run, write: Write, tmp_path: Path, commit: str, attributes: str
) -> None:
    for key, value in (("filter.pointers.clean", "echo a pointer"), ("diff.none.textconv", "true")):
        git(tmp_path, "config", key, value)
    write(".gitattributes", attributes)
    write("wire/new.txt", FAULTY + AIDE)
    assert "wire/new.txt:3:1: warning: " in newslint("--since", "HEAD").stdout


def test_an_article_in_utf_16_has_changed_as_a_whole(newslint: Run, write: Write, tmp_path: Path, commit: str) -> None:
    write("wire/new.txt", "".encode("utf-16") + FAULTY.replace("road", "\u010aoad").encode("utf-16"))
    assert "wire/new.txt:2:1: warning: " in newslint("--since", "HEAD").stdout


@pytest.mark.skipif(os.name == "nt", reason="links differ there")
def test_what_git_does_not_know_has_changed_as_a_whole(
    newslint: Run, write: Write, tmp_path: Path, commit: str
) -> None:
    write("nested/n.txt", FAULTY)
    git(tmp_path, "init", "-q", "nested")
    write("wire/new.txt", FAULTY + AIDE)
    (tmp_path / "linked").symlink_to("wire")
    (tmp_path / "link.txt").symlink_to("old.txt")
    git(tmp_path, "add", "link.txt")
    for path, place in (
        ("nested", "nested/n.txt:2:1"),
        ("../old.txt", ""),
        ("../wire/new.txt", "new.txt:3:1"),
        ("../linked/new.txt", "new.txt:3:1"),
        ("../link.txt", "../link.txt:2:1"),
    ):
        folder = tmp_path / "wire" if path.startswith("..") else tmp_path
        assert newslint("--since", "HEAD", path, cwd=folder).stdout.partition(": ")[0] == place
    git(tmp_path, "commit", "-q", "-m", "y")
    assert newslint("--since", "HEAD", "link.txt").stdout == ""
