"""Files that a corpus job may not change: those that it reads, those of others, and those outside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from support import FAULTY, Run, Write


def test_a_report_replaces_no_file_that_is_read(corpus: Run, write: Write, tmp_path: Path) -> None:
    text = json.dumps({"text": FAULTY}) + "\n"
    for name in ("in/a.jsonl", "in/b.jsonl"):
        write(name, text)
    config = write("c.toml", 'select = ["sources"]\n')
    (tmp_path / "linked.jsonl").symlink_to("in/b.jsonl")
    for name in ("in/a.jsonl", "in/../in/b.jsonl", "linked.jsonl", "c.toml"):
        done = corpus("in", "--out", "out", "--config", "c.toml", "--report", name)
        assert done.returncode == 2
        assert f"--report: {name} is a file of the corpus, a configuration or a plugin" in done.stderr
    assert {path.read_text() for path in (tmp_path / "in").iterdir()} == {text}
    assert config.read_text() == 'select = ["sources"]\n'
    for _ in range(2):  # the report of an earlier run may be replaced
        assert corpus("in", "--out", "out", "--report", "report.html").returncode == 0


def test_a_report_follows_no_link_out_of_the_repository(corpus: Run, write: Write, tmp_path: Path) -> None:
    notes = write("../home/notes.txt", "mine")
    (tmp_path / ".git").mkdir()
    (tmp_path / "report.html").symlink_to(notes)
    write("a.jsonl", json.dumps({"text": FAULTY}) + "\n")
    done = corpus("a.jsonl", "--out", "out", "--report", "report.html")
    assert (done.returncode, notes.read_text()) == (2, "mine")
    assert "outside the repository" in done.stderr


@pytest.mark.parametrize("content", ['{"mine": 1}', "[]", "notes", "[" * 100_000])
def test_a_summary_of_something_else_stays(corpus: Run, write: Write, content: str) -> None:
    path = write("summary.json", content)
    write("a.jsonl", json.dumps({"text": FAULTY}) + "\n")
    done = corpus("a.jsonl", "--out", ".")
    assert (done.returncode, path.read_text()) == (2, content)
    assert "holds a summary.json of something else" in done.stderr
    path.unlink()
    for _ in range(2):
        assert corpus("a.jsonl", "--out", ".").returncode == 0
