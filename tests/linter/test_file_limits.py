"""What newslint reads as a whole: regular files of a limited size, whatever a name leads to."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from newslint.files import FileError, read_regular
from support import FAULTY, Run, Write

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
