"""Several runs with one folder of results: other jobs are refused, shards are not, and nothing of the dead stays."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from corpora import read_counts
from newslint.batch.units import digest
from support import FAULTY, Run, Write, command_in

RUN = ("a.jsonl", "--out", "out", "-j", "1", "-q")


@pytest.fixture
def done(corpus: Run, write: Write, tmp_path: Path) -> Path:
    """Run a job, and return its folder of results."""
    write("a.jsonl", (json.dumps({"text": FAULTY}) + "\n") * 3)
    assert corpus(*RUN).returncode == 0
    assert not list((tmp_path / "out/_units").glob(".*"))
    return tmp_path / "out"


WRONG: list[dict[str, object]] = [{"pid": 2**70}, {"started": float("nan")}]


def leave(out: Path, **changed: object) -> Path:
    """Write what a run leaves while it runs."""
    owner = {"host": socket.gethostname(), "pid": os.getpid(), "started": time.time() - 600, "job": "another"}
    path = out / "_units" / ".running-abc"
    path.write_text(json.dumps(owner | changed))
    return path


@pytest.mark.parametrize("owner", [{}, {"host": "elsewhere"}, {"pid": 1}])
def test_a_run_with_another_job_is_refused_while_the_first_runs(
    corpus: Run, done: Path, owner: dict[str, object]
) -> None:
    path = leave(done, **owner)
    before = {file: file.read_bytes() for file in done.rglob("*") if file.is_file()}
    refused = corpus(*RUN, "--select", "numbers")
    assert refused.returncode == 2
    pid, host = owner.get("pid", os.getpid()), owner.get("host", socket.gethostname())
    assert f"process {pid} on {host} has been writing there for 10 min" in refused.stderr
    assert str(path) in refused.stderr
    assert {file: file.read_bytes() for file in done.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("spelling", ["./out/", "linked", "below/../out", "/"])
def test_a_folder_that_another_run_holds_is_the_same_under_every_name(
    corpus: Run, done: Path, tmp_path: Path, spelling: str
) -> None:
    leave(done)
    (tmp_path / "linked").symlink_to("out")
    refused = corpus("a.jsonl", "--out", str(done) if spelling == "/" else spelling, "-j", "1", "--select", "numbers")
    assert refused.returncode == 2
    assert "has been writing there for 10 min" in refused.stderr


@pytest.mark.parametrize(
    "owner", [{"pid": 2**22 + 1}, {"host": "elsewhere", "started": 0}, {"pid": "x"}, {"started": None}, *WRONG]
)
def test_what_a_run_that_ended_has_left_does_not_matter(corpus: Run, done: Path, owner: dict[str, object]) -> None:
    leave(done, **owner)
    assert corpus(*RUN, "--select", "numbers").returncode == 0


def test_shards_of_one_job_may_run_together(corpus: Run, done: Path) -> None:
    units = [json.loads(path.read_text()) for path in sorted((done / "_units").glob("*.json"))]
    leave(done, job=digest(*(f"{unit['unit']} {unit['input_digest']}" for unit in units)))
    assert corpus(*RUN, "--shard", "1/2").returncode == 0
    assert corpus(*RUN).returncode == 0
    assert read_counts(done) == (3, 3, 0)


def test_incomplete_files_of_a_killed_run_are_removed(corpus: Run, done: Path) -> None:
    names = ["_units/.a-0.json.", "diagnostics/.a.parquet.", "quarantine/.b.parquet.", ".summary.json."]
    names += [
        "_compare/.done.json.",
        "tables/.groups.parquet.",
        "attributes/newslint/in/.a.jsonl.",
        "clean/.a\nb.jsonl.",
    ]
    left = [done / (name + "0" * 32) for name in names]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("half")
    mine = [done / name for name in (".notes.txt", "folder/.a." + "0" * 32, "diagnostics/.a." + "0" * 31)]
    for path in mine:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    other = leave(done, job="another", pid=1)
    assert corpus(*RUN).returncode == 2
    assert all(path.exists() for path in left)
    other.unlink()
    assert corpus(*RUN).returncode == 0
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in mine)


@pytest.mark.parametrize("name", ["\U0001f30d" * 60, "新" * 70, "a" * 200], ids=["pictures", "signs", "letters"])
def test_a_long_name_of_a_file_is_cut_to_what_a_name_may_have(corpus: Run, write: Write, name: str) -> None:
    write(f"{name}.jsonl", json.dumps({"text": FAULTY}) + "\n")
    done = corpus(f"{name}.jsonl", "--out", "out", "-j", "1", "--clean", "--spans")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [("a.jsonl", "--out", ""), ("", "--out", "out")])
@pytest.mark.parametrize("command", ["corpus", "extract"])
def test_an_empty_name_is_an_error(tmp_path: Path, write: Write, command: str, arguments: tuple[str, ...]) -> None:
    write("a.jsonl", json.dumps({"text": FAULTY}) + "\n")
    before = sorted(tmp_path.iterdir())
    module = {"corpus": "newslint.corpus.main", "extract": "newslint.warc.main"}[command]
    done = command_in(module, tmp_path)(*arguments)
    assert (done.returncode, sorted(tmp_path.iterdir())) == (2, before)
    assert "an empty name is no file and no folder; write . for the working directory" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 elsewhere")
def test_a_folder_of_results_with_a_name_that_is_not_utf_8_is_an_error_that_says_so(
    corpus: Run, done: Path, tmp_path: Path
) -> None:
    (done / os.fsdecode(b"\xff")).touch()
    assert f"{done}: the name of a file there is not UTF-8" in corpus(*RUN).stderr
    refused = corpus("a.jsonl", "--out", os.fsdecode(b"o\xff"))
    assert refused.returncode == 2 and "the name is not UTF-8, which pyarrow cannot read" in refused.stderr
    assert not (tmp_path / os.fsdecode(b"o\xff")).exists()
