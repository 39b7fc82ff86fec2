"""How a corpus is divided into units: large files in parts, small files together, with the same results."""

from __future__ import annotations

import gzip
import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow.parquet as pq

from corpora import (
    ARTICLES,
    read_findings,
    read_quarantine,
    read_units,
    write_damaged_parquet,
    write_jsonl,
    write_parquet,
)
from newslint.batch.executor import Task, TaskResult, run_task
from newslint.batch.types import QuarantinedRecord
from newslint.config.settings import Settings
from newslint.corpus import plan
from newslint.corpus.job import JobOptions, JobResult, run_job
from newslint.corpus.outputs.clean_types import CleanOptions
from newslint.corpus.records import reader
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Columns, Job, Record
from newslint.files import FileError
from support import FAULTY, Run, Write


def serial(queue: deque[Task]) -> Iterator[TaskResult]:
    """Run tasks in this process, one after the other."""
    while queue:
        task = queue.popleft()
        try:
            yield TaskResult(task, run_task(task))
        except OSError as error:
            yield TaskResult(task, None, str(error))


def job_in(folder: Path) -> Job:
    return Job(Settings(), Columns(("text",), ("name",)), str(folder))


def run(folder: Path, *patterns: Path, **options: Any) -> JobResult:
    return run_job(job_in(folder), JobOptions(tuple(map(str, patterns)), progress=False, **options), serial)


def read_all(folder: Path, path: Path) -> list[Record | QuarantinedRecord]:
    job = job_in(folder)
    return [item for unit in plan.plan(job, [str(path)]) for part in unit.parts for item in read_records(job, part)]


def test_a_large_row_group_is_divided_and_each_row_is_read_once(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, {f"{number}": f"{number} " * 200 for number in range(2_000)}, rows=1_200)
    whole = read_all(tmp_path / "out", path)
    assert [item.number for item in whole] == list(range(1, 2_001))
    size = pq.ParquetFile(path).metadata.row_group(0).total_byte_size
    monkeypatch.setattr(plan, "UNIT_BYTES", size // 3)
    monkeypatch.setattr(plan, "SMALL_UNIT_BYTES", 0)
    units = list(plan.plan(job_in(tmp_path / "out"), [str(path)]))
    assert [unit.records for unit in units][:4] == [300] * 4 and len(units) > 5
    assert read_all(tmp_path / "out", path) == whole


def test_damage_in_a_divided_row_group_loses_the_same_rows(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "a.parquet"
    write_damaged_parquet(path, FAULTY)
    run(tmp_path / "whole", path)
    monkeypatch.setattr(plan, "UNIT_BYTES", 200)
    monkeypatch.setattr(plan, "SMALL_UNIT_BYTES", 0)
    run(tmp_path / "divided", path)
    assert len(read_units(tmp_path / "divided")) > 4
    assert read_findings(tmp_path / "divided") == read_findings(tmp_path / "whole")
    lost = [
        sum(row["records"] for row in read_quarantine(tmp_path / name).values() if row["reason"] == "corrupt-row-group")
        for name in ("whole", "divided")
    ]
    assert lost == [3, 3]


@pytest.fixture
def small_files(tmp_path: Path) -> Path:
    """Return a folder of small files in several formats, each with articles of its own."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number, (name, text) in enumerate(ARTICLES.items()):
        suffix = ("jsonl", "parquet", "jsonl.gz")[number % 3]
        write = write_parquet if suffix == "parquet" else write_jsonl
        write(folder / f"f{number:02}.{suffix}", {name: text, f"{name}2": FAULTY})
    return folder


def test_small_files_are_linted_together_and_copied_one_by_one(small_files: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "out", small_files, clean=CleanOptions(unsafe=("*",)), spans=True)
    files = sorted(small_files.iterdir())
    assert done.totals.linted == 2 * len(files) and len(read_units(tmp_path / "out")) == 1
    for one in files:
        run(tmp_path / "alone" / one.name, one, compares=False, clean=CleanOptions(unsafe=("*",)), spans=True)
    apart = sorted(line for folder in (tmp_path / "alone").iterdir() for line in read_findings(folder))
    compared = [line for line in read_findings(tmp_path / "out") if "repeated-line" not in line]
    assert [line for line in compared if "articles-disagree" not in line] == apart
    assert len(list((tmp_path / "out/clean").iterdir())) == len(files)
    spans = tmp_path / "out/attributes/newslint/f00.jsonl"
    first = next(iter(ARTICLES))
    assert [json.loads(line)["id"] for line in spans.read_text().splitlines()] == [first, f"{first}2"]


def test_a_file_that_cannot_be_read_costs_no_other_file(small_files: Path, tmp_path: Path) -> None:
    lost = sorted(small_files.iterdir())[3]
    content = lost.read_bytes()

    def losing(queue: deque[Task]) -> Iterator[TaskResult]:
        lost.unlink(missing_ok=True)
        yield from serial(queue)

    options = JobOptions((str(small_files),), progress=False)
    planned = list(plan.plan(job_in(tmp_path / "out"), options.patterns))
    done = run_job(job_in(tmp_path / "out"), options, losing)
    assert [unit.path for unit in done.failed_units] == [planned[0].parts[3].path]
    assert done.totals.linted == 2 * len(list(small_files.iterdir()))
    lost.write_bytes(content)
    run(tmp_path / "out", small_files)
    run(tmp_path / "fresh", small_files)
    assert read_findings(tmp_path / "out") == read_findings(tmp_path / "fresh")
    assert len(read_units(tmp_path / "out")) == 1 and not list((tmp_path / "out/quarantine").iterdir())


def test_results_of_small_files_that_are_not_named_again_are_kept(small_files: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", small_files)
    first, *_ = sorted(small_files.iterdir())
    with pytest.raises(FileError, match="holds results of other files"):
        run(tmp_path / "out", first)
    write_jsonl(small_files / "g.jsonl", {"new": FAULTY})
    run(tmp_path / "out", small_files)
    run(tmp_path / "fresh", small_files)
    assert read_findings(tmp_path / "out") == read_findings(tmp_path / "fresh")
    assert len(read_units(tmp_path / "out")) == 1


def test_documents_of_dolma_get_their_attributes_beside_them(corpus: Run, write: Write, tmp_path: Path) -> None:
    rows = [{"id": f"d{number}", "text": FAULTY, "source": "wire", "added": "2024-05-03"} for number in range(3)]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    write("set/documents/2024/a.jsonl.gz", gzip.compress(lines))
    write("set/documents/2025/a.jsonl.gz", gzip.compress(lines.replace(b'"d', b'"e')))
    other = json.dumps({"id": "d0", "attributes": {"length__tokens": [[0, 9, 9.0]]}})
    write("set/attributes/length/2024/a.jsonl.gz", gzip.compress(f"{other}\n".encode()))
    for pattern in ("set/documents", "set"):
        done = corpus(pattern, "--isolated", "--id-column", "id", "--spans", "--out", "set")
        assert (done.returncode, "6 records = 6 linted" in done.stdout) == (0, True), done.stderr
        for year, name in (("2024", "d"), ("2025", "e")):
            spans = gzip.decompress((tmp_path / f"set/attributes/newslint/{year}/a.jsonl.gz").read_bytes())
            found = [json.loads(line) for line in spans.splitlines()]
            assert [row["id"] for row in found] == [f"{name}0", f"{name}1", f"{name}2"]
            assert all(row["attributes"] for row in found)
    done = corpus("set", "--isolated", "--id-column", "id", "--out", "elsewhere")
    assert "set/attributes: holds attributes of the documents beside it; 3 files there left out" in done.stderr
    assert "6 records = 6 linted" in done.stdout


def test_spans_of_a_file_that_several_units_read_are_one_file(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "documents/a.jsonl.gz"
    path.parent.mkdir()
    write_jsonl(path, {f"{number}": FAULTY if number % 2 else "Nothing.\n" for number in range(20)})
    run(tmp_path / "whole", path, spans=True)
    monkeypatch.setattr(plan, "SMALL_UNIT_BYTES", 0)
    monkeypatch.setattr(plan, "MIN_STRIPE_BYTES", path.stat().st_size // 3)
    monkeypatch.setattr(reader, "STRIPE_LINES", 2)
    run(tmp_path / "divided", path, spans=True)
    assert len(read_units(tmp_path / "divided")) == 3
    name = "attributes/newslint/a.jsonl.gz"
    assert (tmp_path / "divided" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
