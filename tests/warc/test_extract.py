"""`newslint-extract` in real processes: archives to Parquet, with bad records, crashes and restarts."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="archives come with the extra corpus")
pytest.importorskip("zstandard", reason="archives come with the extra corpus")
pytest.importorskip("fastwarc", reason="archives come with the extra corpus")
pytest.importorskip("resiliparse", reason="archives come with the extra corpus")

import zstandard

from archives import (
    LINKED,
    STORY,
    compress_each,
    html_page,
    http_response,
    numbered_records,
    offsets_of,
    read_bytes,
    read_pages,
    read_quarantine,
    read_url_names,
    warc_record,
)
from newslint.batch.executor import Task, TaskResult, run_task
from newslint.warc import plan
from newslint.warc.archive import Archive
from newslint.warc.job import JobOptions, JobResult, run_job
from newslint.warc.types import Job, WorkUnit
from support import Run, Write


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a.warc.zst", "A.WARC.GZ", "whole.warc.gz"])
def test_extract_writes_the_fields_of_a_page(name: str, extract: Run, write: Write, tmp_path: Path) -> None:
    page = html_page(head=LINKED % "2024-05-02T10:00:00+02:00")
    records = [
        warc_record(b"software: none\r\n", kind="warcinfo"),
        warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        warc_record(http_response(page), "https://www.post.example/bridge?a=1"),
        warc_record(http_response(b"\x89PNG", "Content-Type: image/png")),
        warc_record(http_response("gone", status="404 Not Found")),
        warc_record(
            http_response(
                html_page("Der Rat von Öhringen hat die Brücke verbreitert, die für zwei Busse zu schmal war.")
            ),
            "x",
        ),
    ]
    zipped = [zstandard.ZstdCompressor().compress(one) for one in records]
    several = {"a.warc.gz": compress_each(records), "a.warc": records, "a.warc.zst": zipped, "whole.warc.gz": [b""] * 6}
    parts = several[name.lower()]
    write(f"crawl/{name}", b"".join(parts) or gzip.compress(b"".join(records)))
    done = extract("crawl", "--out", "pages")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "6 records = 2 pages + 4 skipped + 0 quarantined\nskipped: 1 not-html, 1 request, 1 status-404, 1 warcinfo\n"
    )
    first, second = sorted(read_pages(tmp_path / "pages"), key=lambda row: row["language"], reverse=True)
    assert first == {
        "url": "https://www.post.example/bridge?a=1",
        "host": "www.post.example",
        "date": "2024-05-02T10:00:00+02:00",
        "title": "Wider ? & still",
        "language": "en",
        "text": "\n\n".join(("A wider bridge", *STORY)) + "\n",
        "warc": f"crawl/{name}",
        "offset": offsets_of(parts)[2],
    }
    assert (second["language"], second["date"], second["title"], second["host"]) == ("de", None, "A wider bridge", None)
    assert json.loads((tmp_path / "pages/_summary.json").read_text())["written"] == 2


def test_extracted_pages_can_be_linted_as_a_corpus(extract: Run, write: Write, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="corpora come with the extra corpus")
    write("a.warc.gz", b"".join(compress_each([*numbered_records(3), warc_record(b"none")])))
    assert extract("a.warc.gz", "--out", "pages", "--max-quarantined", "1").returncode == 0
    command = [sys.executable, "-m", "newslint.corpus.main", "pages", "--out", "found", "--id-column", "url"]
    done = subprocess.run([*command, "--isolated"], cwd=tmp_path, text=True, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "3 records = 3 linted + 0 quarantined" in done.stdout


def test_bad_records_are_quarantined_and_good_ones_written(extract: Run, write: Write, tmp_path: Path) -> None:
    good = iter(numbered_records(40))
    page = http_response(html_page())
    torn = bytearray(gzip.compress(next(good)))
    torn[len(torn) // 2] ^= 0xFF
    wrong = {
        bytes(torn): "broken-compression",
        b"no gzip at all, " * 9: "broken-compression",
        gzip.compress(b"HTTP/1.1 200 OK\r\n\r\n" + page): "not-warc",
        gzip.compress(warc_record(page).replace(b"Content-Length", b"Content-Width")): "not-warc",
        gzip.compress(warc_record(page, length=99_999)): "cut-off-record",
        gzip.compress(warc_record(page, length=300)): "wrong-length",
        gzip.compress(warc_record(b"gopher, not HTTP\r\n\r\n")): "not-http",
        gzip.compress(
            warc_record(http_response("quick", "Content-Type: text/html\r\nTransfer-Encoding: quick"))
        ): "not-http",
        gzip.compress(
            warc_record(http_response(b"\x1f\x8b\x08 no", "Content-Type: text/html\r\nContent-Encoding: gzip"))
        ): "not-http",
        gzip.compress(
            warc_record(http_response(b"<p>" + bytes(range(128, 256)) * 9, "Content-Type: text/html; charset=big5"))
        ): ("undecodable"),
        gzip.compress(
            warc_record(http_response("<html><body><script>x()</script><img src=a></body></html>"))
        ): "no-text",
        gzip.compress(warc_record(http_response("<p>" + "a" * 9_000_000))): "too-long",
    }
    parts = [part for one in wrong for part in (one, gzip.compress(next(good)))]
    whole, cut = gzip.compress(next(good)), gzip.compress(next(good))[:-9]
    write("a.warc.gz", b"".join([*parts, whole, cut]))
    # In an uncompressed file, a length that is too large must not swallow the next record.
    swallow = [warc_record(page, length=len(page) + 50), next(good), warc_record(page, length=99_999), next(good)]
    write("b.warc", next(good) + b"junk\r\n\r\n" + b"".join([*swallow, warc_record(page)[:-600]]))
    write("empty.warc.gz", b"")
    done = extract(tmp_path, "--out", "pages", "--max-quarantined", "100%")
    assert done.returncode == 0, done.stderr
    rows = read_quarantine(tmp_path / "pages")
    where = offsets_of([*parts, whole, cut])
    expected = [
        *((where[2 * number], reason) for number, reason in enumerate(wrong.values())),
        (where[-1], "broken-compression"),
    ]
    found = [(row["offset"], row["reason"]) for row in rows if row["path"].endswith("a.warc.gz")]
    assert found == expected
    others = [(Path(row["path"]).name, row["reason"]) for row in rows[len(expected) :]]
    reasons = ["not-warc", "wrong-length", "cut-off-record", "cut-off-record"]
    assert others == [*(("b.warc", reason) for reason in reasons), ("empty.warc.gz", "empty-file")]
    raw = {row["reason"]: row["raw"] for row in rows}
    assert raw["no-text"] == b"<html><body><script>x()</script><img src=a></body></html>"
    assert raw["not-warc"].startswith(b"junk\r\n\r\n") and raw["wrong-length"].startswith(b"WARC/1.0\r\n")
    assert sorted(map(int, read_url_names(tmp_path / "pages"))) == [*range(1, 14), 15, 16, 17]
    assert f"34 records = 16 pages + 0 skipped + {len(rows)} quarantined" in done.stdout
    # So many bad records are an error unless --max-quarantined allows them.
    again = extract(tmp_path, "--out", "pages")
    assert again.returncode == 2 and "--max-quarantined" in again.stderr


def serial(queue: deque[Task], calls: list[Task] | None = None) -> Iterator[TaskResult]:
    """Run tasks in this process, one after the other, and add them to `calls`."""
    while queue:
        task = queue.popleft()
        if calls is not None:
            calls.append(task)
        yield TaskResult(task, run_task(task))


def test_byte_ranges_cover_every_record_once(tmp_path: Path) -> None:
    draw = random.Random(1)
    parts = compress_each(numbered_records(60))
    parts[20] = parts[20][: len(parts[20]) // 2]
    parts[40] += bytes(99)  # padding
    content = b"".join(parts)
    whole = WorkUnit("a", "A.WARC.GZ", "A.WARC.GZ", "", len(content), 0, len(content))
    every = [(item.offset, type(item)) for item in Archive(BytesIO(content), whole)]
    assert [offset for offset, _ in every] == offsets_of(parts)
    for _ in range(200):
        cuts = sorted({0, len(content), *(draw.randrange(len(content)) for _ in range(draw.randint(1, 9)))})
        found, expected = [], 0
        for start, end in pairwise(cuts):
            archive = Archive(BytesIO(content), whole._replace(start=start, end=end, starts_at_record=start == 0))
            found += [(item.offset, type(item)) for item in archive]
            if archive.first_record_offset is not None:
                assert (archive.first_record_offset, archive.next_record_offset is not None) == (expected, True)
                expected = archive.next_record_offset or 0
        assert (found, expected) == (every, len(content))


def test_an_archive_stored_inside_a_record_is_not_extracted(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The inner archive is stored uncompressed, so units that start inside it see its records.
    inner = b"".join(compress_each(numbered_records(60, 100)))
    outer = [
        gzip.compress(warc_record(http_response(inner, "Content-Type: application/x-gzip")), 0),
        *compress_each(numbered_records(2)),
    ]
    write("a.warc.gz", b"".join([*compress_each(numbered_records(2, 2)), *outer]))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plan, "UNIT_BYTES", 2000)
    calls: list[Task] = []
    ended = run_job(
        Job(str(tmp_path / "pages")), JobOptions(("a.warc.gz",), progress=False), partial(serial, calls=calls)
    )
    assert len(calls) > len(list((tmp_path / "pages/_units").iterdir())) > 5
    assert (ended.totals.records, ended.totals.written, dict(ended.totals.skipped)) == (5, 4, {"not-html": 1})
    assert read_url_names(tmp_path / "pages") == ["2", "3", "0", "1"]


def test_shards_of_an_extraction_give_the_same_bytes_as_one_run(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The inner archive is stored uncompressed, so units that start inside it see its records.
    inner = b"".join(compress_each(numbered_records(60, 100)))
    outer = gzip.compress(warc_record(http_response(inner, "Content-Type: application/x-gzip")), 0)
    cut = compress_each(numbered_records(1, 50))[0][:-9]
    parts = [*compress_each(numbered_records(20)), cut, outer, *compress_each(numbered_records(20, 30))]
    write("a.warc.gz", b"".join(parts))
    write("b.warc.gz", b"".join(compress_each(numbered_records(20, 400))))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plan, "UNIT_BYTES", 2000)

    def run(out: str, **options: Any) -> JobResult:
        return run_job(Job(str(tmp_path / out)), JobOptions(("*.warc.gz",), progress=False, **options), serial)

    whole = run("one")
    for shard in (2, 3, 1):
        assert not run("many", shard=(shard, 3)).complete and not (tmp_path / "many/_summary.json").exists()
    assert run("many").totals.written == whole.totals.written == 60
    assert read_bytes(tmp_path / "many") == read_bytes(tmp_path / "one")


def test_more_archives_are_added_to_the_same_folder(extract: Run, write: Write, tmp_path: Path) -> None:
    for day in range(2):
        write(f"{day}.warc.gz", b"".join(compress_each(numbered_records(2, 10 * day))))
        done = extract(f"{day}.warc.gz", "--out", "pages")
        assert (done.returncode, f"{2 * day + 2} records = {2 * day + 2} pages" in done.stdout) == (0, True), (
            done.stderr
        )
    assert json.loads((tmp_path / "pages/_summary.json").read_text())["written"] == 4
    assert extract("*.warc.gz", "--out", "fresh").returncode == 0
    assert read_bytes(tmp_path / "pages") == read_bytes(tmp_path / "fresh")
    manifest = next((tmp_path / "pages/_units").glob("1-*.json"))
    manifest.write_text(manifest.read_text().replace('"extractor": "resiliparse', '"extractor": "trafilatura'))
    done = extract("0.warc.gz", "--out", "pages")
    assert done.returncode == 2 and "use the same --extractor, or choose another --out" in done.stderr


def test_an_unstartable_job_is_reported(extract: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", "")
    write("a.warc", numbered_records(1)[0])
    for args, words in (
        (("none.warc.gz",), "none.warc.gz: no web archive"),
        (("a.txt",), "a.txt: is not a web archive"),
        ((".", "--extractor", "guess"), "invalid choice: 'guess'"),
        ((".", "--jobs", "-1"), "-j/--jobs: invalid"),
    ):
        done = extract(*args, "--out", "pages")
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    without = "import sys; sys.modules['fastwarc'] = None; import newslint.warc.main as s; s.main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "a.warc", "--out", "x"], cwd=tmp_path, text=True, capture_output=True
    )
    assert done.returncode == 2 and "fastwarc is not installed; run `pip install 'newslint[corpus]'`" in done.stderr
