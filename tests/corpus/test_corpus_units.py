"""The parts of `newslint-corpus` in one process: units, columns, file systems, comparison in partitions."""

from __future__ import annotations

import gzip
import json
import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow as pa
import pyarrow.parquet as pq

from corpora import ARTICLES, SLOGAN, read_findings, write_jsonl, write_parquet
from newslint import __version__
from newslint.batch import line_reader
from newslint.batch.executor import Task, TaskResult, run_task, run_with_retries
from newslint.batch.process_pool import ProcessPool
from newslint.batch.progress import ProgressState, format_progress
from newslint.batch.types import QuarantinedRecord
from newslint.batch.units import find_pending
from newslint.config.presets import PRESETS
from newslint.config.settings import Settings
from newslint.corpus import plan
from newslint.corpus.compare import buckets, merge_files, partition, stored_facts
from newslint.corpus.job import JobOptions, run_job
from newslint.corpus.lint_unit import lint_unit
from newslint.corpus.linter import setup_of
from newslint.corpus.outputs.clean_types import CleanOptions
from newslint.corpus.records.columns import date_of, day_of, group_of
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Columns, FilePart, Job, Manifest, Record, Setup
from newslint.files import FileError
from newslint.linter.linter import build_linter
from support import Write


def job_in(folder: Path | str, *, text: str = "text", name: str = "name", group: str = "", **settings: Any) -> Job:
    columns = Columns((text,), (name,) if name else (), ("date",), (group,) if group else ())
    return Job(Settings(**settings), columns, str(folder))


def serial(queue: deque[Task]) -> Iterator[TaskResult]:
    """Run tasks in this process, one after the other: the simplest executor."""
    while queue:
        task = queue.popleft()
        try:
            yield TaskResult(task, run_task(task))
        except OSError as error:
            yield TaskResult(task, None, str(error))


def read_parts(job: Job, *patterns: str | Path) -> list[FilePart]:
    return [part for unit in plan.plan(job, map(str, patterns)) for part in unit.parts]


def read_all(job: Job, *patterns: str | Path) -> list[Record | QuarantinedRecord]:
    return [item for part in read_parts(job, *patterns) for item in read_records(job, part)]


def test_several_units_read_a_large_file_as_one_unit_does(write: Write, tmp_path: Path, monkeypatch: Any) -> None:
    rows = [json.dumps({"name": str(number), "text": "x" * (number % 90)}) for number in range(3000)]
    content = "\n".join([*rows[:700], "", "{broken", *rows[700:]]).encode()
    plain, packed = (
        write("a.jsonl", content),
        write("a.jsonl.gz", gzip.compress(content[:-9]) + gzip.compress(content[-9:])),
    )
    cut = write("cut.jsonl.gz", packed.read_bytes()[:-10])
    job = job_in(tmp_path / "out")
    whole = read_all(job, plain)
    assert [item.number for item in whole] == [*range(1, 701), *range(702, 3003)]
    assert [item.raw for item in whole if isinstance(item, QuarantinedRecord)] == [b"{broken"]
    monkeypatch.setattr(plan, "UNIT_BYTES", 5_000)
    monkeypatch.setattr(plan, "SMALL_UNIT_BYTES", 1_000)
    monkeypatch.setattr(plan, "MIN_STRIPE_BYTES", packed.stat().st_size // 3)
    monkeypatch.setattr(line_reader, "CHUNK_BYTES", 512)
    assert len(list(plan.plan(job, [str(plain)]))) > 10 and len(list(plan.plan(job, [str(packed)]))) == 3
    assert read_all(job, plain) == whole
    assert sorted(read_all(job, packed), key=lambda item: item.number or 0) == whole
    broken = [item for item in read_all(job, cut) if isinstance(item, QuarantinedRecord)]
    assert [item.reason for item in broken if item.raw != b"{broken"] == ["broken-compression"]


def test_an_overlong_line_is_quarantined_and_the_next_is_read(write: Write, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(line_reader, "MAX_LINE_BYTES", 5_000)
    monkeypatch.setattr(line_reader, "CHUNK_BYTES", 999)
    path = write("a.jsonl", b'{"text": "' + b"x" * 20_000 + b'"}\n{"text": "good"}\n')
    first, second = read_all(job_in(tmp_path / "out"), path)
    assert isinstance(first, QuarantinedRecord) and (first.reason, first.raw[:12]) == ("too-long", b'{"text": "xx')
    assert isinstance(second, Record) and (second.text, second.number, second.offset) == ("good", 2, 20_013)


def test_a_path_given_twice_is_read_once(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a[1].jsonl", "in [b]/1.jsonl", "in [b]/notes.txt"):
        write(name, '{"text": "a"}\n')
    named = ("a[1].jsonl", "./a[1].jsonl", tmp_path / "a[1].jsonl", "a*.jsonl", "in [b]")
    assert len(read_all(job_in(tmp_path / "out"), *named)) == 2
    write(os.fsdecode(b"n\xe9.jsonl"), '{"text": "a"}\n')
    with pytest.raises(FileError, match="not UTF-8"):
        read_all(job_in(tmp_path / "out"), "*.jsonl")


def test_a_folder_with_the_suffix_of_a_file_is_read_as_its_parts(write: Write, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl/part-0.jsonl", "b.jsonl/_SUCCESS", "b.jsonl/notes.txt", "c/d.jsonl/part-1.jsonl"):
        write(name, '{"text": "a"}\n')
    assert len(read_all(job_in(tmp_path / "out"), tmp_path / "*.jsonl")) == 2
    assert len(read_all(job_in(tmp_path / "out"), tmp_path / "**/*.jsonl")) == 3


def test_a_new_plugin_version_invalidates_finished_units(write: Write, tmp_path: Path) -> None:
    path = write("a.jsonl", '{"text": "a"}\n')
    job = job_in(tmp_path / "out")

    def digest_with(*versions: str) -> str:
        (unit,) = plan.plan(job._replace(setup=Setup(versions, ())), [str(path)])
        return unit.input_digest

    assert digest_with("newslint 1", "acme 1") == digest_with("newslint 1", "acme 1")
    assert digest_with("newslint 1", "acme 1") != digest_with("newslint 1", "acme 2")


def test_nested_columns_and_presets(write: Write, tmp_path: Path) -> None:
    row = {
        "plain_text": "Hello.",
        "metadata": {"url": "https://News.example/a?b", "n": 3},
        "published_date": "2020-02-03 10:00",
    }
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")
    write("a.jsonl", json.dumps(row))
    job = job_in(tmp_path / "out", text="plain_text", name="metadata.url", group="host")
    job = job._replace(columns=job.columns._replace(date=("published_date",)))
    items = read_all(job, tmp_path / "a.parquet", tmp_path / "a.jsonl")
    assert len(items) == 2
    for item in items:
        assert isinstance(item, Record)
        assert (item.text, item.id, item.group) == ("Hello.", row["metadata"]["url"], "news.example")  # type: ignore[index]
        assert day_of(item.date) == "2020-02-03"
    # As programs without nested columns write them.
    flat = {"plain_text": "Hello.", "metadata.url": "https://news.example/b"}
    pq.write_table(pa.Table.from_pylist([flat]), tmp_path / "flat.parquet")
    (item,) = read_all(job, tmp_path / "flat.parquet")
    assert isinstance(item, Record) and (item.text, item.id) == ("Hello.", "https://news.example/b")
    url = "https://a.example/1"
    for preset, fields, date in (
        ("realnews", {"text": "t", "url": url, "publish_date": "03-21-2019", "domain": "a.example"}, "2019-03-21"),
        ("cc_news", {"text": "t", "url": url, "date": "2019-03-21 10:00", "domain": "a.example"}, "2019-03-21T10:00"),
        ("cc_news", {"plain_text": "t", "requested_url": url, "published_date": "2019-03-21"}, "2019-03-21"),
        # Its date is the date of the crawl.
        ("fineweb", {"text": "t", "id": url, "url": "https://a.example/2", "date": "2019-03-21T05:48:59Z"}, ""),
    ):
        write("b.jsonl", json.dumps(fields))
        (item,) = read_all(job._replace(columns=PRESETS[preset]), tmp_path / "b.jsonl")
        assert isinstance(item, Record)
        assert (item.text, item.id, item.date, item.group) == ("t", url, date, "a.example")
    assert date_of(20200102) == day_of("20200102") == "2020-01-02"
    assert date_of(b"May 3, 2020") == "2020-05-03" and date_of("soon") == "soon" and day_of("soon") == ""
    assert group_of("https://[broken", ("url",), None) == ""


def test_clean_text_replaces_the_text_column(write: Write, tmp_path: Path) -> None:
    faulty, fixed = (
        "The road is closed.\n\n{{ page.footer }}\n\nNot for long.\n",
        "The road is closed.\n\nNot for long.\n",
    )
    rows: list[dict[str, Any]] = [
        {"name": "a", "doc": {"text": faulty, "n": [1]}, "text": None},
        {"name": "b", "doc": {"text": None, "n": None}, "text": faulty},
        {"name": "c", "doc": None, "text": faulty},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    write("b.jsonl", "".join(json.dumps({**row, "title": "\ud83d"}) + "\n" for row in rows))
    job = job_in(tmp_path / "out")
    job = job._replace(columns=job.columns._replace(text=("doc.text", "text")))
    files = str(tmp_path / "a.parquet"), str(tmp_path / "b.jsonl")
    ended = run_job(job, JobOptions(files, progress=False, clean=CleanOptions()), serial)
    assert (ended.totals.linted, ended.failed_units) == (6, [])
    rows[0]["doc"]["text"] = rows[1]["text"] = rows[2]["text"] = fixed
    (table,) = (tmp_path / "out/clean").glob("a-*")
    assert pq.read_table(table).to_pylist() == rows
    (lines,) = (tmp_path / "out/clean").glob("b-*")
    clean = gzip.decompress(lines.read_bytes()).decode("utf-8").splitlines()
    assert [json.loads(line) for line in clean] == [{**row, "title": "\ud83d"} for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize("max_rows_in_memory", [20_000, 3])
def test_comparing_in_partitions_finds_the_same_as_comparing_at_once(
    tmp_path: Path, monkeypatch: Any, max_rows_in_memory: int
) -> None:
    copies = {f"{folder}/{name}": text for folder in "abcdef" for name, text in ARTICLES.items()}
    write_parquet(tmp_path / "a.parquet", copies, rows=5)
    options = JobOptions((str(tmp_path / "a.parquet"),), progress=False)
    at_once = run_job(job_in(tmp_path / "one"), options, serial)
    monkeypatch.setattr(buckets, "ROWS_PER_PART", 7)
    monkeypatch.setattr(buckets, "MAX_PARTS", 4)
    monkeypatch.setattr(partition, "MAX_ROWS_IN_MEMORY", max_rows_in_memory)
    monkeypatch.setattr(stored_facts, "BLOCK_ROWS", 2)
    # So many units that their files are merged before they are compared.
    monkeypatch.setattr(plan, "UNIT_BYTES", 1)
    monkeypatch.setattr(plan, "SMALL_UNIT_BYTES", 0)
    monkeypatch.setattr(merge_files, "MAX_FILES", 3)
    in_parts = run_job(job_in(tmp_path / "many"), options, serial)
    assert in_parts.totals.units > 10
    assert read_findings(tmp_path / "one") == read_findings(tmp_path / "many")
    assert at_once.totals.rules == in_parts.totals.rules and at_once.totals.rules["boilerplate/repeated-line"] > 10
    assert at_once.totals.articles_by_rule == in_parts.totals.articles_by_rule
    assert (at_once.totals.groups, at_once.totals.days) == (in_parts.totals.groups, in_parts.totals.days)
    assert not list((tmp_path / "many/_compare").glob("*.parquet"))


def test_the_findings_of_a_key_do_not_depend_on_how_many_facts_are_in_memory(tmp_path: Path, monkeypatch: Any) -> None:
    bridge = "The council widened bridge {}, which was too narrow for two buses since it was built.\n"
    write_parquet(tmp_path / "a.parquet", {f"w/{one:03}": bridge.format(one) + SLOGAN for one in range(90)})
    options = JobOptions((str(tmp_path / "a.parquet"),), progress=False)
    run_job(job_in(tmp_path / "one"), options, serial)
    monkeypatch.setattr(buckets, "ROWS_PER_PART", 20)
    monkeypatch.setattr(partition, "MAX_ROWS_IN_MEMORY", 20)
    monkeypatch.setattr(stored_facts, "BLOCK_ROWS", 8)
    # Intermediate files of a run that was killed are deleted.
    leftover = tmp_path / "many/_compare/0123-facts-1-0-0-00000.parquet"
    leftover.parent.mkdir(parents=True)
    leftover.touch()
    run_job(job_in(tmp_path / "many"), options, serial)
    found = read_findings(tmp_path / "many")
    assert sum("repeated-line" in line for line in found) == 90 and found == read_findings(tmp_path / "one")
    assert not leftover.exists()


def test_group_by_column_is_passed_to_the_rules(tmp_path: Path) -> None:
    from newslint.corpus.options import grouped_rules
    from newslint.linter.linter import build_linter

    slogan = "Independent reporting from the valley since 1988\n"
    rows = [
        {"name": f"{host}/{nth}", "host": host, "text": f"{host} {nth} has news of its own.\n{slogan}"}
        for host in "ab"
        for nth in range(2)
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    job = job_in(tmp_path / "out", group="host", rules={"boilerplate/repeated-line": {"least": 3}})
    rules = grouped_rules(build_linter(job.settings), job.columns)
    ended = run_job(
        job._replace(settings=job.settings._replace(rules=rules)), JobOptions((str(tmp_path / "a.parquet"),)), serial
    )
    assert ended.totals.rules["boilerplate/repeated-line"] == 0
    assert ended.totals.groups == {"a": (2, 0), "b": (2, 0)}


def test_a_corpus_on_another_fsspec_file_system(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    write_parquet(tmp_path / "a.parquet", ARTICLES, rows=4)
    write_jsonl(tmp_path / "b.jsonl.gz", {f"b/{name}": text for name, text in ARTICLES.items()})
    for name in ("a.parquet", "b.jsonl.gz"):
        memory.pipe(f"/corpus/deep/{name}", (tmp_path / name).read_bytes())
    ended = run_job(
        job_in("memory://found"), JobOptions(("memory://corpus/*/*.*",), spans=True, progress=False), serial
    )
    assert ended.totals.linted == 2 * len(ARTICLES) and not ended.totals.failures
    memory.get("/found", str(tmp_path / "found"), recursive=True)
    run_job(job_in(tmp_path / "here"), JobOptions((str(tmp_path / "a.parquet"), str(tmp_path / "b.jsonl.gz"))), serial)
    assert read_findings(tmp_path / "found") == read_findings(tmp_path / "here")
    again = run_job(job_in("memory://found"), JobOptions(("memory://corpus",), progress=False), _no_engine)
    assert again.totals.rules == ended.totals.rules


def _no_engine(queue: deque[Task]) -> Iterator[TaskResult]:
    assert not queue
    yield from ()


def test_a_failing_unit_is_tried_three_times_and_reported(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    job = job_in(tmp_path / "out")
    tries: list[Task] = []

    def executor(queue: deque[Task]) -> Iterator[TaskResult]:
        while queue:
            task = queue.popleft()
            tries.append(task)
            # The unit crashes its process, so the next try lints its articles in child processes.
            yield TaskResult(task, None, "no luck", process_died=len(tries) == 1)

    ended = run_job(job, JobOptions((str(tmp_path / "a.parquet"),), progress=False), executor)
    assert [task.crashed_before for task in tries] == [False, True, True]
    assert [unit.path.split("/")[-1] for unit in ended.failed_units] == ["a.parquet"]
    assert ended.totals.records == ended.totals.quarantined == len(ARTICLES)
    (row,) = pq.ParquetFile(next((tmp_path / "out/quarantine").glob("*"))).read().to_pylist()
    assert (row["reason"], row["detail"], row["records"]) == ("unit-failed", "no luck", len(ARTICLES))
    # Nothing was committed, so the next run lints the unit and removes it from quarantine.
    ended = run_job(job, JobOptions((str(tmp_path / "a.parquet"),), progress=False), serial)
    assert (ended.totals.linted, ended.totals.quarantined) == (len(ARTICLES), 0)
    assert not list((tmp_path / "out/quarantine").glob("*"))


def test_a_unit_is_not_committed_where_another_version_runs(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    options = JobOptions((str(tmp_path / "a.parquet"),), progress=False)
    job = job_in(tmp_path / "out")
    setup = setup_of(build_linter(job.settings))
    other = job._replace(setup=setup._replace(versions=("newslint 0.0", "acme 1.0")))
    with ProcessPool(1) as pool:
        ended = run_job(other, options, pool)
    (message,) = ended.totals.failures
    assert f"there is newslint {__version__} instead of newslint 0.0, acme 1.0" in message
    assert not list((tmp_path / "out/_units").glob("*.json"))
    assert run_job(job._replace(setup=setup), options, serial).totals.linted == len(ARTICLES)
    # What another version has done is done again.
    assert len(find_pending(job.out, list(plan.plan(other, options.patterns)), Manifest)[1]) == 1


def test_a_file_divided_differently_is_linted_again(tmp_path: Path) -> None:
    options = JobOptions((str(tmp_path / "a.parquet"),), progress=False, clean=CleanOptions())
    job = job_in(tmp_path / "out")
    write_parquet(tmp_path / "a.parquet", ARTICLES, rows=2)
    run_job(job, options, serial)
    write_parquet(tmp_path / "a.parquet", dict(list(ARTICLES.items())[3:]), rows=5)
    run_job(job, options, serial)
    run_job(job._replace(out=str(tmp_path / "fresh")), options, serial)
    assert read_findings(tmp_path / "out") == read_findings(tmp_path / "fresh")
    there = [
        sorted(path.relative_to(top) for path in top.rglob("*.*")) for top in map(tmp_path.joinpath, ("out", "fresh"))
    ]
    assert there[0] == there[1]


def test_comparison_results_survive_an_interrupted_run(tmp_path: Path) -> None:
    options = JobOptions((str(tmp_path / "a.parquet"),), progress=False)
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    job = job_in(tmp_path / "out")
    run_job(job, options, serial)
    before = read_findings(tmp_path / "out")
    assert "repeated-line" in "".join(before)

    def stopped(queue: deque[Task]) -> Iterator[TaskResult]:
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        run_job(job_in(tmp_path / "out", select=("sources",)), options, stopped)
    assert not (tmp_path / "out/summary.json").exists()
    run_job(job, options, serial)
    assert read_findings(tmp_path / "out") == before


def test_counts_that_do_not_add_up_are_never_committed(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    job = job_in(tmp_path / "out")
    (unit,) = plan.plan(job, [str(tmp_path / "a.parquet")])
    (done,) = run_with_retries(
        serial, [Task(lint_unit, (job, unit._replace(parts=(unit.parts[0]._replace(records=99),))))]
    )
    assert "of 99 records" in done.error and not list((tmp_path / "out/_units").glob("*"))


def test_progress_shows_the_speed_of_this_run_only() -> None:
    now = ProgressState(30, 3000, ("1,200 findings", "7 quarantined"))
    assert format_progress(50, ProgressState(10, 1000), now, "articles", 100.0) == (
        "30 of 50 units, 20 articles/s, 1,200 findings, 7 quarantined, 0:01:40 left"
    )
    assert format_progress(50, now, now, "pages", 0.0) == "30 of 50 units, 0 pages/s, 1,200 findings, 7 quarantined"


def test_the_pool_reuses_its_processes() -> None:
    with ProcessPool(1) as executor:
        pids = [done.value for _ in range(2) for done in run_with_retries(executor, [Task(os.getpid, ())])]
    assert len(set(pids)) == 1 and pids[0] != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)
