"""`--against`: named articles compared with an archive."""

from __future__ import annotations

import pytest

from support import FAULTY, Run, Write

CRASH = (
    "date 2025-03-04\n\nA bus crash in Dunmere killed {} people on Monday, police said. "
    "The bus left the bridge near Dunmere station.\n"
)


@pytest.fixture
def archive(write: Write) -> None:
    write("wire/a.txt", CRASH.format(12))
    write("wire/other.txt", FAULTY)
    write("new/b.txt", CRASH.format(14) + "\n" + FAULTY)


def test_only_findings_that_concern_the_named_articles_are_reported(newslint: Run, archive: None) -> None:
    done = newslint("new", "--against", "wire")
    rows = [line.split(": ")[0] + line[line.rindex(" [") :] for line in done.stdout.splitlines()]
    assert rows == ["new/b.txt:6:1 [sources/bare-source]", "wire/a.txt:3:24 [numbers/articles-disagree]"]
    assert done.stderr == "newslint: 2 warnings in 1 file, compared with 2 files\n"
    alone = newslint("new")
    assert "articles-disagree" not in alone.stdout


def test_articles_that_are_named_are_reported_though_the_archive_holds_them(newslint: Run, archive: None) -> None:
    done = newslint("wire/other.txt", "--against", "wire")
    assert done.stdout.startswith("wire/other.txt:2:1: warning: ")
    assert done.stderr == "newslint: 1 warning in 1 file, compared with 1 file\n"


def test_accepted_findings_of_the_archive_are_not_called_stale(newslint: Run, archive: None, write: Write) -> None:
    newslint("wire", "--write-baseline")
    write("wire/other.txt", "The road is closed.\n")
    assert "stale" not in newslint("new", "--against", "wire").stderr


def test_an_archive_that_does_not_exist_is_an_error(newslint: Run, archive: None) -> None:
    done = newslint("new", "--against", "wires")
    assert done.returncode == 2
    assert "wires" in done.stderr
