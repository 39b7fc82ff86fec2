"""Files that no run may change: articles under --output, files outside the repository, entries of other runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.file_writing import write_atomic
from newslint.files import FileError
from support import FAULTY, Run, Write

JUNK = (
    "The council voted to keep the old mill, after a debate until midnight.\nYou must be logged in to post a comment.\n"
)
ONLY = ("--select", "sources,boilerplate/comment-widget")
links = pytest.mark.skipif(os.name == "nt", reason="needs a privilege there")


def hard_link(old: Path, new: Path) -> None:
    new.hardlink_to(old)


def symbolic_link(old: Path, new: Path) -> None:
    new.symlink_to(old)


def nothing(old: Path, new: Path) -> None:
    return None


@links
@pytest.mark.parametrize("paths", [["."], ["wire"], ["wire/a.txt"], ["wire/a.txt", "wire"], [".", "wire/a.txt"]])
@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("wire/a.txt", nothing),
        ("wire/../wire/a.txt", nothing),
        ("other", hard_link),
        ("other", symbolic_link),
    ],
)
@pytest.mark.parametrize("option", ["--no-progress", "--diff"])
def test_results_never_replace_an_article(
    newslint: Run, write: Write, tmp_path: Path, paths: list[str], name: str, link: Callable[..., None], option: str
) -> None:
    article = write("wire/a.txt", FAULTY)
    link(article, tmp_path / name)
    for given in (name, tmp_path / name):
        done = newslint(*paths, option, "-o", given)
        assert (done.returncode, article.read_text()) == (2, FAULTY)
        assert f"--output: {given} is one of the articles to lint; name another file" in done.stderr


@pytest.mark.parametrize(
    "name", [".newslint.toml", "house.py", ".newslint-baseline.jsonl", "known.jsonl", ".gitignore", "wire/.gitignore"]
)
def test_results_never_replace_a_file_that_newslint_reads(newslint: Run, write: Write, name: str) -> None:
    write("a.txt", FAULTY)
    write("house.py", "def newslint_rules(): return []")
    write(".newslint.toml", 'local-plugins = ["house.py"]\n')
    write(".newslint-baseline.jsonl", "")
    write("known.jsonl", "")
    write("wire/.gitignore", "")
    write(".gitignore", "")
    before = write(name, "\n").read_bytes() if name.endswith("jsonl") else None
    more = ["--baseline", "known.jsonl"] if name == "known.jsonl" else []
    done = newslint("a.txt", "-o", name, *more, NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert f"--output: newslint reads {name}, as configuration, baseline, plugin or .gitignore" in done.stderr
    assert before is None or write(name, before).read_bytes() == before


@pytest.mark.parametrize("name", ["archive/old.txt", "archive/../archive/old.txt", "wire/a.txt"])
def test_results_never_replace_an_article_of_an_archive(newslint: Run, write: Write, tmp_path: Path, name: str) -> None:
    for path in ("wire/a.txt", "archive/old.txt"):
        write(path, FAULTY)
    done = newslint("wire/a.txt", "--against", "archive", "-o", name)
    assert done.returncode == 2
    assert f"--output: {name} is one of the articles to lint" in done.stderr
    assert (tmp_path / name).read_text() == FAULTY


@pytest.mark.parametrize("option", ["--no-progress", "--diff", "--fix"])
def test_results_never_replace_the_article_that_standard_input_comes_from(
    newslint: Run, write: Write, option: str
) -> None:
    path = write("a.txt", JUNK)
    run = ("-", "--stdin-filename", "a.txt", "-o", "a.txt", option, "--isolated", *ONLY)
    done = newslint(*run, stdin=JUNK.encode())
    # A filter that writes the fixed text back is the one exception.
    assert (done.returncode, path.read_text()) == (1 if option == "--fix" else 2, JUNK), done.stderr
    if option == "--fix":
        text = f"{JUNK}Advertisement\n{JUNK}"
        newslint("-", *run[1:-2], "--select", "boilerplate/ad-slot", stdin=text.encode())
        assert path.read_text() == JUNK + JUNK


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Make the folder of a repository, `repo`, beside a file that is not part of it; return that file."""
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/wire").mkdir()
    file = tmp_path / "home" / "notes.txt"
    file.parent.mkdir()
    file.write_text(JUNK)
    return file


@links
@pytest.mark.parametrize("target", ["../../home/notes.txt", "{home}/notes.txt", "../second"])
@pytest.mark.parametrize("paths", [["."], ["wire"], ["wire/a.txt"], ["{repo}/wire/a.txt"]])
def test_fixes_follow_no_link_out_of_the_repository(
    newslint: Run, outside: Path, target: str, paths: list[str]
) -> None:
    repo = outside.parent.parent / "repo"
    (repo / "second").symlink_to("../home/notes.txt")
    (repo / "wire/a.txt").symlink_to(target.format(home=outside.parent))
    (repo / "wire/b.txt").write_text(JUNK)
    (repo / "wire/c.txt").symlink_to("../d.txt")
    (repo / "d.txt").write_text(JUNK)
    done = newslint(
        *[path.format(repo=repo) for path in [*paths, "wire/b.txt", "wire/c.txt"]],
        "--fix",
        "--unsafe-fixes",
        *ONLY,
        cwd=repo,
    )
    assert outside.read_text() == JUNK
    assert done.returncode == 2
    assert "wire/a.txt: is a link to " in done.stderr
    assert "outside the repository, and was not changed" in done.stderr
    assert (repo / "wire/b.txt").read_text() == JUNK.splitlines(True)[0] == (repo / "d.txt").read_text()


@links
def test_fixes_follow_no_linked_folder_out_of_the_repository(newslint: Run, outside: Path) -> None:
    repo = outside.parent.parent / "repo"
    (repo / "linked").symlink_to("../home")
    for path in ("linked", "linked/notes.txt"):
        assert newslint(path, "--fix", "--unsafe-fixes", *ONLY, cwd=repo).returncode == 2
        assert outside.read_text() == JUNK
    assert (
        newslint("../home", "--fix", "--unsafe-fixes", *ONLY, cwd=repo).returncode == 0
    )  # it is named, without a link
    assert outside.read_text() != JUNK


@links
@pytest.mark.parametrize(
    "options", [["-o", "out.txt"], ["--diff", "-o", "out.txt"], ["-o", "deep/out.txt"], ["-o", "dangling.txt"]]
)
def test_results_follow_no_link_out_of_the_repository(newslint: Run, outside: Path, options: list[str]) -> None:
    repo = outside.parent.parent / "repo"
    (repo / "out.txt").symlink_to("../home/notes.txt")
    (repo / "deep").symlink_to("../home")
    (outside.parent / "out.txt").write_text("mine")
    (repo / "dangling.txt").symlink_to("../home/new.txt")
    (repo / "wire/a.txt").write_text(JUNK)
    done = newslint("wire", *options, *ONLY, cwd=repo)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a link to " in done.stderr
    assert not (outside.parent / "new.txt").exists()
    assert (outside.read_text(), (outside.parent / "out.txt").read_text()) == (JUNK, "mine")


@links
def test_a_baseline_follows_no_link_out_of_the_repository(newslint: Run, outside: Path) -> None:
    repo = outside.parent.parent / "repo"
    outside.write_text("")
    (repo / ".newslint-baseline.jsonl").symlink_to("../home/notes.txt")
    (repo / "wire/a.txt").write_text(FAULTY)
    done = newslint("wire", "--write-baseline", *ONLY, cwd=repo)
    assert (done.returncode, outside.read_text()) == (2, "")
    assert "outside the repository; name that file itself" in done.stderr


@links
def test_hard_links_are_kept(newslint: Run, write: Write, tmp_path: Path) -> None:
    path = write("a.txt", JUNK + "é" * 100)
    other = tmp_path / "kept.text"
    other.hardlink_to(path)
    path.chmod(0o640)
    assert newslint("a.txt", "--fix", "--unsafe-fixes", *ONLY).returncode == 0
    assert path.read_text() == other.read_text() == JUNK.splitlines(True)[0] + "é" * 100
    assert path.stat().st_ino == other.stat().st_ino
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [path, other]


@links
def test_a_file_with_hard_links_is_whole_or_unchanged_when_its_new_text_ends_early(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    (tmp_path / "b.txt").hardlink_to(path)

    def pieces() -> object:
        yield "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(FileError, match="No space left"):
        write_atomic(str(path), pieces())  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert len([*tmp_path.iterdir()]) == 2


@links
@pytest.mark.parametrize("link", [hard_link, symbolic_link])
def test_an_article_with_two_names_in_the_run_is_fixed_once(
    newslint: Run, write: Write, tmp_path: Path, link: Callable[..., None]
) -> None:
    path = write("a.txt", JUNK)
    link(path, tmp_path / "b.txt")
    link(path, tmp_path / "c.txt")
    done = newslint(".", "--fix", "--unsafe-fixes", *ONLY)
    assert (done.returncode, path.read_text()) == (0, JUNK.splitlines(True)[0]), done.stderr
    assert [(tmp_path / name).is_symlink() for name in ("b.txt", "c.txt")] == [link is symbolic_link] * 2


@pytest.mark.skipif(os.name == "nt", reason="needs locks of Unix")
@pytest.mark.parametrize("has_links", [True, False])
def test_concurrent_fixes_of_one_file_lose_none_that_a_run_calls_applied(
    write: Write, tmp_path: Path, has_links: bool
) -> None:
    words = ["one", "two", "three", "four", "five", "six"]
    for word in words:
        pattern = f"[[pattern]]\nname = '{word}'\nmatch = '{word}'\nmessage = 'm'\nreplace = '{word.upper()}'\n"
        write(f"{word}.toml", pattern)
    for _ in range(2):
        path = write("wire/a.txt", " ".join(words) + "\n")
        if has_links and not (tmp_path / "kept").exists():
            (tmp_path / "kept").hardlink_to(path)
        command = [
            sys.executable,
            "-m",
            "newslint",
            "wire",
            "--fix",
            "--unsafe-fixes",
            "--select",
            "pattern",
            "--config",
        ]
        runs = [
            subprocess.Popen([*command, f"{word}.toml"], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
            for word in words
        ]
        for word, run in zip(words, runs, strict=True):
            errors = run.communicate()[1]
            assert ("fixed 1 file" in errors) != ("was changed while it was linted; run again" in errors), errors
            assert (word.upper() in path.read_text().split()) == ("fixed 1 file" in errors)
        assert path.read_text().lower().split() == words


def test_concurrent_runs_lose_no_entry_of_a_baseline(write: Write, tmp_path: Path) -> None:
    names = [f"{letter}.txt" for letter in "abcdef"]
    for name in names:
        write(name, FAULTY)
    command = [sys.executable, "-m", "newslint", "--write-baseline", "--select", "sources"]
    for _ in range(2):
        runs = [subprocess.Popen([*command, name], cwd=tmp_path, stderr=subprocess.PIPE) for name in names]
        assert [(run.communicate()[1], run.returncode)[1] for run in runs] == [0] * len(names)
        lines = (tmp_path / ".newslint-baseline.jsonl").read_text().splitlines()
        assert [json.loads(line)["path"] for line in lines] == names


def test_what_another_run_writes_meanwhile_stays_in_the_baseline(newslint: Run, write: Write, tmp_path: Path) -> None:
    baseline = tmp_path / ".newslint-baseline.jsonl"
    entry = {"fingerprint": "f", "rule": "house/late", "path": "z.txt", "text": "x", "reason": "by another run"}
    late = f"open({str(baseline)!r}, 'a').write({json.dumps(entry)!r} + chr(10))"
    write(
        "late.py",
        f"""
from newslint.api import Finding, Rule, Span

class Late(Rule):
    \"""Finds every first letter.\"""

    name = "late/late"

    def check(self, article):
        yield Finding(Span(0, 1), "It.")
        {late}

def newslint_rules():
    return [Late]
""",
    )
    write(".newslint.toml", 'local-plugins = ["late.py"]\nselect = ["late"]\n')
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--write-baseline", NEWSLINT_TRUST_LOCAL="1")
    assert "wrote the baseline: 2 findings" in done.stderr
    assert [json.loads(line)["reason"] for line in baseline.read_text().splitlines()] == ["", "by another run"]


KILLED = """
import os, signal, sys
from newslint.file_writing import write_atomic
def pieces():
    yield "new text"
    os.kill(os.getpid(), signal.SIGKILL)
write_atomic(sys.argv[1], pieces())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals of Unix")
@pytest.mark.parametrize(
    "options", [["--fix", "--unsafe-fixes"], ["-o", "wire/out"], ["--write-baseline", "--baseline", "wire/b"]]
)
def test_a_run_removes_what_a_killed_one_left_and_nothing_else(
    newslint: Run, write: Write, tmp_path: Path, options: list[str]
) -> None:
    path = write("wire/a.txt", JUNK)
    for _ in range(2):
        subprocess.run([sys.executable, "-c", KILLED, path], check=False, timeout=60)
    assert len([*path.parent.iterdir()]) == 3
    assert path.read_text() == JUNK
    kept = [write(f"wire/{name}", "mine") for name in (".newslint-notes", "x.tmp", ".newslint-notes.tmp")]
    (tmp_path / "wire/.newslint-a_folder.tmp").mkdir()
    (tmp_path / "wire/.newslint-the_link.tmp").symlink_to("x.tmp")
    assert newslint("wire/a.txt", *options, *ONLY).returncode in (0, 1)
    left = {file.name for file in path.parent.iterdir()} - {"a.txt", "out", "b"}
    assert left == {*(file.name for file in kept), ".newslint-a_folder.tmp", ".newslint-the_link.tmp"}


@pytest.mark.skipif(os.name == "nt", reason="needs locks of Unix")
def test_the_temporary_file_of_a_running_process_stays(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", JUNK)

    def pieces() -> Iterator[str]:
        yield "one"
        assert newslint("a.txt", "--fix", "--unsafe-fixes", *ONLY).returncode == 0
        yield " two"

    write_atomic(str(tmp_path / "b.txt"), pieces())
    assert (tmp_path / "b.txt").read_text() == "one two"


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize("write_file", ["command", "corpus"])
def test_a_file_is_on_the_disk_before_it_gets_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_new: bool, write_file: str
) -> None:
    path, done, sync = tmp_path / "a.jsonl", list[str](), os.fsync
    if not is_new:
        path.write_text("old")

    def record(number: int) -> None:
        sync(number)
        done.append(path.read_text() if path.exists() else "nothing")

    monkeypatch.setattr(os, "fsync", record)
    if write_file == "command":
        write_atomic(str(path), ["new"])
    else:
        storage = pytest.importorskip("newslint.batch.storage", reason="corpora come with the extra corpus")
        storage.write(str(path), b"new")
    assert done[:1] == ["nothing" if is_new else "old"]
    assert path.read_text() == "new"
