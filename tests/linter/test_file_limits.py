"""What newslint reads as a whole: regular files of a limited size, whatever a name leads to."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from newslint import Linter
from newslint.config.settings import SettingsError
from newslint.files import FileError, Source, read_regular, read_text
from newslint.linter.baseline import load_baseline
from support import FAULTY, Run, Write, command_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
NOT_REGULAR = "is a pipe or a device, not a regular file"
KINDS = ["/dev/zero", "/dev/urandom", "pipe"]


@pytest.fixture
def link(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Return the name of a link to what is not a regular file."""
    if request.param == "pipe":
        os.mkfifo(tmp_path / "pipe")
    return str(tmp_path / request.param)  # an absolute name stays


@pytest.mark.parametrize("link", KINDS, indirect=True)
def test_an_article_is_a_regular_file(newslint: Run, write: Write, tmp_path: Path, link: str) -> None:
    write("a.txt", FAULTY)
    os.symlink(link, tmp_path / "b.txt")
    for paths in ((".",), ("a.txt", "b.txt"), ("a.txt", "b.txt", "-j", "2")):
        done = newslint(*paths)
        assert (done.returncode, done.stdout.count("a.txt")) == (2, 1)
        assert f"b.txt: {NOT_REGULAR}" in done.stderr
    done = newslint("a.txt", "b.txt", "--fix")
    assert (done.returncode, NOT_REGULAR in done.stderr) == (2, True)


@pytest.mark.parametrize("link", KINDS, indirect=True)
def test_other_files_of_a_run_are_regular(newslint: Run, write: Write, tmp_path: Path, link: str) -> None:
    write("a.txt", FAULTY)
    os.symlink(link, tmp_path / "odd.toml")
    os.symlink(link, tmp_path / "odd.jsonl")
    os.symlink(link, tmp_path / "odd.py")
    os.symlink(link, tmp_path / ".gitignore")
    write(".newslint.toml", 'local-plugins = ["odd.py"]\n')
    assert f"odd.toml: {NOT_REGULAR}" in newslint("a.txt", "--config", "odd.toml").stderr
    assert f"odd.jsonl {NOT_REGULAR}" in newslint("a.txt", "--isolated", "--baseline", "odd.jsonl").stderr
    done = newslint(".")
    assert (done.returncode, done.stdout.count("a.txt")) == (2, 1)
    assert f"odd.py {NOT_REGULAR}" in done.stderr
    assert f"odd.py {NOT_REGULAR}" in newslint("--trust").stderr
    os.unlink(tmp_path / ".newslint.toml")
    os.symlink(link, tmp_path / "pyproject.toml")
    assert newslint("a.txt").returncode == 1


@pytest.mark.parametrize(("size", "is_read"), [("", True), ("max-size = 0.001", False), ("max-size = 0", True)])
def test_a_file_larger_than_the_limit_is_a_failure(newslint: Run, write: Write, size: str, is_read: bool) -> None:
    write(".newslint.toml", size)
    write("a.txt", FAULTY + "The bridge is closed.\n" * 100)
    write("b.txt", FAULTY)
    reason = "is larger than 0.001 MB; split it, or raise max-size in the configuration"
    done = newslint(".")
    assert ("a.txt:" in done.stdout, f"a.txt: {reason}" in done.stderr) == (is_read, not is_read)
    assert "b.txt:" in done.stdout
    done = newslint("-", stdin=(FAULTY + "The bridge is closed.\n" * 100).encode())
    assert (bool(done.stdout), reason in done.stderr) == (is_read, not is_read)


def test_a_file_without_a_size_is_read_up_to_the_limit(tmp_path: Path) -> None:
    name = "/proc/self/status"
    if not os.path.exists(name):
        pytest.skip("there is no such file")
    assert read_regular(name)
    with pytest.raises(FileError, match=r"larger than 0\.0001 MB"):
        read_regular(name, 0.0001)


@pytest.mark.parametrize("value", ['"64"', "-1", "true", "nan", "inf", "[1]"])
@pytest.mark.parametrize("key", ["max-size", "timeout", "max-memory"])
def test_a_limit_is_a_number(newslint: Run, write: Write, key: str, value: str) -> None:
    write(".newslint.toml", f"{key} = {value}\n")
    done = newslint("-", stdin=b"")
    assert done.returncode == 2
    assert f'.newslint.toml:1: "{key}" must be a number, and not negative; 0 is no limit' in done.stderr


def test_pipes_and_sockets_in_a_folder_are_reported(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("wire/a.txt", FAULTY)
    os.mkfifo(tmp_path / "wire/b.txt")
    with socket.socket(socket.AF_UNIX) as own:
        own.bind(os.path.relpath(tmp_path / "wire/c.txt"))
        done = newslint("wire")
    assert done.returncode == 2
    assert done.stdout.startswith("wire/a.txt:")
    assert f"wire/b.txt: {NOT_REGULAR}" in done.stderr
    assert "wire/c.txt: cannot be read: " in done.stderr


ODD = ["loop", "folder", "nowhere", "socket", "pipe", "/dev/zero"]


def make_odd(path: Path, kind: str) -> None:
    """Make what is there, but is no regular file."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as own:
            own.bind(os.path.relpath(path))
    else:
        path.symlink_to(path.name if kind == "loop" else kind)


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("place", ["desk", "."])
def test_a_configuration_that_cannot_be_read_does_not_let_other_rules_run(
    newslint: Run, write: Write, tmp_path: Path, kind: str, place: str
) -> None:
    write("desk/a.txt", FAULTY)
    make_odd(tmp_path / place / ".newslint.toml", kind)
    for options in ([], ["--list-rules"], ["--show-config"], ["--trust"], ["--fix"]):
        done = newslint(*options, cwd=tmp_path / "desk")
        assert (done.returncode, done.stdout) == (2, "")
        assert ".newslint.toml: " in done.stderr


ROLES = {
    "--config": ["a.txt", "--config", "odd"],
    "--baseline": ["a.txt", "--baseline", "odd"],
    "--write-baseline": ["a.txt", "--write-baseline", "--baseline", "odd"],
    "--verdicts": ["a.txt", "--write-baseline", "--verdicts", "odd"],
    "--test": ["--test", "odd"],
    "--why": ["--why", "sources/bare-source", "odd"],
    "an article": ["a.txt", "odd"],
    "--fix": ["--fix", "odd"],
    "--diff": ["--diff", "odd"],
    "--against": ["a.txt", "--against", "odd"],
}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("role", ROLES)
def test_what_is_no_file_is_an_error_at_once_whatever_it_is_for(
    newslint: Run, write: Write, tmp_path: Path, kind: str, role: str
) -> None:
    if kind == "folder" and role in ("--why", "an article", "--fix", "--diff", "--against"):
        pytest.skip("a folder holds articles")
    if kind == "nowhere" and role == "--write-baseline":
        pytest.skip("it is written")
    write("a.txt", FAULTY)
    make_odd(tmp_path / "odd", kind)
    done = newslint(*ROLES[role])
    assert done.returncode == 2
    assert "odd" in done.stderr
    assert "[Errno" not in done.stderr


@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0", "/dev/null", "/proc/self/mem"])
def test_names_of_streams_and_memory_are_no_articles(newslint: Run, name: str) -> None:
    if not os.path.exists(name):
        pytest.skip("there is no such file")
    done = newslint(name, stdin=FAULTY.encode())
    # In the tests, standard input is a file, which is linted.
    assert (done.returncode, bool(done.stdout)) == ((1, True) if name in ("/dev/stdin", "/dev/fd/0") else (2, False))


def test_a_file_that_grows_is_read_up_to_the_limit(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", b"x" * 5_000_000)
    wanted: list[int] = []

    class Counted(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes | None:
            content = super().read(-1 if size is None else size)
            wanted.append(len(content or b""))
            return content

    was_smaller = os.stat(write("small.txt", b"x" * 10))
    monkeypatch.setattr("newslint.files.os.fstat", lambda _: was_smaller)
    monkeypatch.setattr("newslint.files.open", lambda number, _: Counted(number), raising=False)
    with pytest.raises(FileError, match=r"larger than 0\.001 MB"):
        read_regular(str(path), 0.001)
    assert sum(wanted) < 2_000
    assert len(read_regular(str(path), 0)) == 5_000_000


@pytest.mark.parametrize("kind", ["pipe", "/dev/zero", "socket"])
@pytest.mark.parametrize(
    ("program", "suffix"), [("corpus", ".jsonl"), ("corpus", ".parquet"), ("corpus", ".jsonl.gz"), ("warc", ".warc.gz")]
)
def test_corpora_and_archives_are_regular_files(
    write: Write, tmp_path: Path, kind: str, program: str, suffix: str
) -> None:
    pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
    write("in/a.jsonl", '{"text": "x"}\n')
    make_odd(tmp_path / "in" / f"odd{suffix}", kind)
    run = command_in(f"newslint.{program}.main", tmp_path)
    for path in (f"in/odd{suffix}", "in", f"in/*{suffix}"):
        done = run(path, "--out", "out")
        assert done.returncode == 2
        assert f"in/odd{suffix}: {NOT_REGULAR}" in done.stderr


@pytest.mark.parametrize("name", ["a\0.toml", "a\ud800.toml"])
def test_a_name_that_no_file_has_is_an_error_that_says_so(name: str) -> None:
    reason = "holds a NUL character or half of a surrogate pair, which no name of a file has"
    with pytest.raises(SettingsError, match=reason):
        Linter(name)
    with pytest.raises(SettingsError, match=reason):
        load_baseline(name, must_exist=False)
    with pytest.raises(FileError, match=reason):
        read_text(Source(name))
