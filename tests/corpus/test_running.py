"""Several runs with one folder of results: other jobs are refused, shards are not, and nothing of the dead stays."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from corpora import read_counts
from newslint.batch.units import digest
from support import FAULTY, Run, Write

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
    left = [done / (name + "0" * 32) for name in names]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_text("half")
    mine = done / ".notes.txt"
    mine.write_text("mine")
    other = leave(done, job="another", pid=1)
    assert corpus(*RUN).returncode == 2
    assert all(path.exists() for path in left)
    other.unlink()
    assert corpus(*RUN).returncode == 0
    assert not any(path.exists() for path in left)
    assert mine.exists()
