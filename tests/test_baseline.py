"""The baseline: accepted findings are silent, for a reason and until a day, and what is stale is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support import FAULT, FAULTY, Run, Write

NAME = ".newslint-baseline.jsonl"
ONLY = ("--select", "sources")


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def accepted(newslint: Run, write: Write, tmp_path: Path) -> Path:
    """A baseline that accepts the fault of a.txt."""
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--write-baseline", *ONLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert "the baseline holds 1 finding now" in done.stderr
    return tmp_path / NAME


def test_what_is_accepted_is_silent(newslint: Run, write: Write, accepted: Path) -> None:
    done = newslint("a.txt", *ONLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert newslint("a.txt", "--isolated", *ONLY).returncode == 1
    write("b.txt", FAULTY)
    assert newslint(".", *ONLY).stdout.startswith("b.txt" + FAULT)


def test_an_entry_quotes_the_text_and_holds_no_line(accepted: Path) -> None:
    (row,) = rows(accepted)
    assert (row["path"], row["rule"], row["text"], row["reason"], row["until"]) == (
        *("a.txt", "sources/bare-source", "A source"),
        *("", ""),
    )
    assert "line" not in row


def test_an_entry_stays_when_lines_move(newslint: Run, write: Write, accepted: Path) -> None:
    write("a.txt", "A new first line.\n\n" + FAULTY)
    assert newslint("a.txt", *ONLY).returncode == 0


def test_writing_again_keeps_reasons_and_other_files(newslint: Run, write: Write, accepted: Path) -> None:
    (row,) = rows(accepted)
    accepted.write_text(json.dumps({**row, "reason": "the editor knows", "until": "2999-01-01"}) + "\n")
    write("b.txt", FAULTY)
    newslint("b.txt", "--write-baseline", *ONLY)
    newslint("a.txt", "--write-baseline", *ONLY)
    assert [(found["path"], found["reason"], found["until"]) for found in rows(accepted)] == [
        ("a.txt", "the editor knows", "2999-01-01"),
        ("b.txt", "", ""),
    ]


def test_an_entry_that_expired_no_longer_silences(newslint: Run, accepted: Path) -> None:
    (row,) = rows(accepted)
    accepted.write_text(json.dumps({**row, "until": "2020-01-01"}) + "\n")
    done = newslint("a.txt", *ONLY)
    assert done.returncode == 1
    assert 'entry for "A source" [sources/bare-source] was accepted until 2020-01-01' in done.stderr


def test_an_entry_that_is_stale_is_said(newslint: Run, write: Write, accepted: Path) -> None:
    write("a.txt", "Nothing is wrong.\n")
    done = newslint("a.txt", *ONLY)
    assert done.returncode == 0
    assert 'a.txt: the baseline\'s entry for "A source" [sources/bare-source] is stale' in done.stderr


def test_rules_that_do_not_run_are_not_stale(newslint: Run, accepted: Path) -> None:
    assert "stale" not in newslint("a.txt", "--select", "numbers").stderr
    newslint("a.txt", "--select", "numbers", "--write-baseline")
    assert len(rows(accepted)) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "line 1 has to be an object of strings"),
        ('{"fingerprint": "x", "rule": "r", "path": "p"}', 'line 1: "text" is missing'),
        ('{"fingerprint": "x", "ruel": "r"}', 'line 1: unknown key "ruel"; did you mean "rule"?'),
        (
            '{"fingerprint": "x", "rule": "r", "path": "p", "text": "t", "until": "soon"}',
            'line 1: "until" has to be a day',
        ),
    ],
)
def test_a_baseline_that_is_wrong(newslint: Run, write: Write, line: str, message: str) -> None:
    write("a.txt", FAULTY)
    write("base.jsonl", line + "\n")
    done = newslint("a.txt", "--baseline", "base.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
