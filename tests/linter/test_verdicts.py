"""A reader's verdicts from the HTML report: findings that are wrong are accepted, and invalid files are errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.linter.verdicts import read_verdicts
from support import FAULTY, Run, Write

NAME = ".newslint-baseline.jsonl"
ONLY = ("--select", "sources")
WRITE = ("--write-baseline", "--verdicts", "marks.jsonl", *ONLY)


@pytest.fixture
def marks(newslint: Run, write: Write) -> list[dict[str, object]]:
    """Write three articles, and return rows as the report exports them: right, wrong and arguable."""
    for name in ("a.txt", "b.txt", "c.txt"):
        write(name, FAULTY)
    found = [json.loads(line) for line in newslint(".", "--format", "jsonl", *ONLY).stdout.splitlines()]
    columns = ("path", "record", "rule", "severity", "fingerprint", "match", "message")
    return [
        {**{name: row[name] for name in columns}, "line": 1, "column": 1, "verdict": verdict, "version": "0.1.0"}
        for row, verdict in zip(found, ("right", "wrong", "arguable"), strict=True)
    ]


def write_marks(write: Write, rows: list[dict[str, object]]) -> None:
    write("marks.jsonl", "".join(json.dumps(row) + "\n" for row in rows))


def test_findings_marked_as_wrong_are_accepted_as_false(
    newslint: Run, write: Write, marks: list[dict[str, object]], tmp_path: Path
) -> None:
    write_marks(write, marks)
    done = newslint(".", *WRITE)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "newslint: wrote the baseline: 1 finding\n"
    (row,) = [json.loads(line) for line in (tmp_path / NAME).read_text().splitlines()]
    assert (row["path"], row["reason"]) == ("b.txt", "false")
    (tmp_path / "marks.jsonl").unlink()
    assert [line.split(":")[0] for line in newslint(".", *ONLY).stdout.splitlines()] == ["a.txt", "c.txt"]


def test_entries_that_are_there_stay_with_their_reasons(
    newslint: Run, write: Write, marks: list[dict[str, object]], tmp_path: Path
) -> None:
    newslint("a.txt", "--write-baseline", *ONLY)
    text = (tmp_path / NAME).read_text().replace('"reason": ""', '"reason": "agreed"')
    (tmp_path / NAME).write_text(text)
    write_marks(write, [{**row, "verdict": "wrong"} for row in marks[:2]])
    assert newslint(".", *WRITE).returncode == 0
    rows = [json.loads(line) for line in (tmp_path / NAME).read_text().splitlines()]
    assert [(row["path"], row["reason"]) for row in rows] == [("a.txt", "agreed"), ("b.txt", "false")]


def test_the_last_of_two_verdicts_counts(newslint: Run, write: Write, marks: list[dict[str, object]]) -> None:
    write_marks(write, [*marks, {**marks[1], "verdict": "right"}])
    assert "wrote the baseline: 0 findings" in newslint(".", *WRITE).stderr


def test_marked_findings_that_are_gone_are_counted(newslint: Run, write: Write, marks: list[dict[str, object]]) -> None:
    write_marks(write, [marks[1], {**marks[1], "fingerprint": "f" * 16}])
    assert "1 of 2 findings marked as wrong were not found in this run" in newslint(".", *WRITE).stderr


def test_a_baseline_of_another_folder_accepts_them_too(
    newslint: Run, write: Write, marks: list[dict[str, object]], tmp_path: Path
) -> None:
    write_marks(write, marks)
    (tmp_path / "other").mkdir()
    assert newslint(".", *WRITE, "--baseline", "other/known.jsonl").returncode == 0
    done = newslint("a.txt", "b.txt", "c.txt", *ONLY, "--baseline", "other/known.jsonl")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "marks.jsonl, line 2 is not JSON"),
        ("[]", "marks.jsonl, line 2 must be a JSON object"),
        ('{"path": "a", "rule": "r", "verdict": "wrong"}', 'line 2: "fingerprint" must be a string'),
        (
            '{"path": "a", "rule": "r", "fingerprint": "f", "verdict": "rong"}',
            'line 2: there is no verdict "rong"; did you mean "wrong"?',
        ),
    ],
)
def test_an_invalid_file_is_an_error_and_nothing_is_written(
    newslint: Run, write: Write, marks: list[dict[str, object]], tmp_path: Path, line: str, message: str
) -> None:
    write("marks.jsonl", json.dumps(marks[1]) + "\n" + line + "\n")
    done = newslint(".", *WRITE)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / NAME).exists()


def test_options_that_do_not_fit_are_errors(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--verdicts", "marks.jsonl")
    assert (done.returncode, "add --write-baseline" in done.stderr) == (2, True)
    done = newslint("a.txt", *WRITE)
    assert (done.returncode, "marks.jsonl: there is no such file" in done.stderr) == (2, True)


def test_verdicts_keep_columns_and_allow_others(write: Write, tmp_path: Path) -> None:
    row = {
        "path": "a.jsonl",
        "rule": "r/x",
        "fingerprint": "f",
        "verdict": "right",
        "record": 3,
        "line": 7,
        "who": "me",
    }
    write("marks.jsonl", json.dumps({**row, "who": "me"}) + "\n\n")
    (verdict,) = read_verdicts(str(tmp_path / "marks.jsonl"))
    assert (verdict.path, verdict.record, verdict.line, verdict.verdict) == ("a.jsonl", 3, 7, "right")
