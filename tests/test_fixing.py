"""`--fix` and `--diff`: what changes in the files, and above all what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support import Run, Write

BODY = "The council of the town voted on Friday to keep the old mill, after a debate that went on until midnight.\n"
JUNK = "You must be logged in to post a comment.\n"
PLUG = "Sign up for our newsletter and get the news in your inbox every morning.\n"


def test_safe_fixes_change_the_file_and_nothing_else(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + "\n" + BODY + "\n" + JUNK)
    write("b.txt", BODY)
    done = newslint(".", "--fix", "--select", "boilerplate/comment-widget")
    assert path.read_text() == BODY + "\n" + BODY
    assert done.stderr == "newslint: mended 1 file\nnewslint: no findings in 2 articles\n"
    assert (done.returncode, done.stdout) == (0, "")


def test_running_again_changes_nothing(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK + JUNK + BODY + JUNK)
    newslint("a.txt", "--fix", "--unsafe-fixes")
    first = path.read_bytes()
    newslint("a.txt", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == first


def test_unsafe_fixes_only_when_asked_for(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + PLUG + BODY)
    assert newslint("a.txt", "--fix", "--select", "advertising").returncode == 1
    assert path.read_text() == BODY + PLUG + BODY
    assert newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "advertising").returncode == 0
    assert path.read_text() == BODY + BODY


def test_diff_shows_the_change_and_writes_nothing(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK)
    done = newslint("a.txt", "--diff", "--select", "boilerplate/comment-widget")
    assert done.stdout == f"--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1 @@\n {BODY}-{JUNK}"
    assert done.returncode == 1
    assert path.read_text() == BODY + JUNK
    assert newslint("a.txt", "--diff", "--select", "sources").returncode == 0


def test_mark_line_ends_and_mode_stay(newslint: Run, write: Write) -> None:
    text = (BODY + JUNK + BODY).replace("\n", "\r\n")
    path = write("a.txt", b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    newslint("a.txt", "--fix", "--select", "boilerplate/comment-widget")
    assert path.read_bytes() == b"\xef\xbb\xbf" + (BODY + BODY).replace("\n", "\r\n").encode()
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="needs a privilege there")
def test_a_link_stays_one(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("real/a.txt", BODY + JUNK)
    link = tmp_path / "b.txt"
    link.symlink_to("real/a.txt")
    newslint("b.txt", "--fix", "--select", "boilerplate/comment-widget")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.txt").read_text() == BODY
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["a.txt"]


def test_what_is_quoted_is_never_changed(newslint: Run, write: Write) -> None:
    write("a.txt", "He said “in Kiev” there.\nIn Kiev it rained.\n")
    write(".newslint.toml", "[[pattern]]\nname='k'\nmatch='Kiev'\nmessage='m'\nreplace='Kyiv'\n")
    newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "pattern")
    assert newslint("a.txt", "--select", "pattern").stdout.startswith("a.txt:1:13: ")


def test_markup_that_is_hidden_stays(newslint: Run, write: Write) -> None:
    path = write("a.md", "# Head\n\n**In Kiev** [it](http://x.example/) rained.\n")
    write(".newslint.toml", "[[pattern]]\nname='k'\nmatch='Kiev'\nmessage='m'\nreplace='Kyiv'\n")
    newslint("a.md", "--fix", "--unsafe-fixes")
    assert path.read_text() == "# Head\n\n**In Kyiv** [it](http://x.example/) rained.\n"


def test_records_and_standard_input_are_not_changed(newslint: Run, write: Write) -> None:
    path = write("a.jsonl", '{"text": "One.\\nYou must be logged in to post a comment."}\n')
    before = path.read_bytes()
    assert newslint("a.jsonl", "--fix", "--select", "boilerplate").returncode == 1
    assert path.read_bytes() == before
    done = newslint("-", "--fix", stdin=BODY.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input cannot be changed" in done.stderr


def test_what_was_accepted_stays(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK)
    newslint("a.txt", "--write-baseline")
    newslint("a.txt", "--fix")
    assert path.read_text() == BODY + JUNK


def test_a_file_that_cannot_be_written_is_said(newslint: Run, write: Write) -> None:
    path = write("sub/a.txt", BODY + JUNK)
    if os.geteuid() == 0:
        pytest.skip("this user may write everywhere")
    path.parent.chmod(0o500)
    done = newslint("sub/a.txt", "--fix")
    path.parent.chmod(0o700)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
