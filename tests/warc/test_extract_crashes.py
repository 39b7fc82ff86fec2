"""`newslint-extract` when processes crash, hang, are killed or start again."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="archives come with the extra corpus")
pytest.importorskip("zstandard", reason="archives come with the extra corpus")
pytest.importorskip("fastwarc", reason="archives come with the extra corpus")
pytest.importorskip("resiliparse", reason="archives come with the extra corpus")
pytest.importorskip("brotli", reason="archives come with the extra corpus")


import brotli

from archives import (
    OBEYS,
    compress_each,
    html_page,
    http_response,
    numbered_records,
    offsets_of,
    read_bytes,
    read_quarantine,
    read_url_names,
    warc_record,
)
from corpora import wait_for_end
from newslint.batch.types import QuarantinedRecord
from newslint.warc.archive import RawRecord
from newslint.warc.framing import MAX_RECORD_BYTES
from newslint.warc.http_record import HtmlPage, html_from_record
from support import Run, Write

COMMAND = [sys.executable, "-m", "newslint.warc.main"]


@pytest.fixture
def obeying(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("site/sitecustomize.py", OBEYS)
    monkeypatch.setenv("PYTHONPATH", str(path.parent))


@pytest.mark.slow
@pytest.mark.usefixtures("obeying")
def test_a_page_that_crashes_its_process_is_quarantined_alone(extract: Run, write: Write, tmp_path: Path) -> None:
    orders = {2: "please die", 5: "please loop", 7: "please raise"}
    parts = compress_each(
        warc_record(http_response(html_page(orders.get(number, "Nothing."))), f"https://post.example/{number}")
        for number in range(9)
    )
    write("a.warc.gz", b"".join(parts))
    done = extract("a.warc.gz", "--out", "pages", "--max-quarantined", "3")
    assert done.returncode == 0, done.stderr
    assert read_url_names(tmp_path / "pages") == ["0", "1", "3", "4", "6", "8"]
    reasons = [(row["offset"], row["reason"]) for row in read_quarantine(tmp_path / "pages")]
    assert reasons == [
        (offsets_of(parts)[2], "crashed-process"),
        (offsets_of(parts)[5], "timeout"),
        (offsets_of(parts)[7], "extractor-error"),
    ]


@pytest.fixture
def waiting_run(obeying: None, write: Write, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Yield a run that waits in the second of three archives, and the id of the process that waits."""
    del obeying
    for number in range(3):
        rest = [warc_record(http_response(html_page("please wait")), "https://post.example/w")] if number == 1 else []
        write(f"{number}.warc.gz", b"".join(compress_each([*numbered_records(3, 10 * number), *rest])))
    with subprocess.Popen([*COMMAND, "*.warc.gz", "--out", "pages", "-j", "1"], cwd=tmp_path, text=True) as run:
        waiting = tmp_path / "waiting"
        until = time.monotonic() + 60
        while not (waiting.exists() and waiting.read_text()) and time.monotonic() < until:
            time.sleep(0.02)
        yield run, int(waiting.read_text())
        run.kill()


ALL = ["0", "1", "2", "10", "11", "12", "w", "20", "21", "22"]


@pytest.mark.slow
def test_a_killed_worker_is_replaced(waiting_run: tuple[subprocess.Popen[str], int], tmp_path: Path) -> None:
    run, worker = waiting_run
    (tmp_path / "go").touch()
    os.kill(worker, signal.SIGKILL)
    assert run.wait(60) == 0
    assert read_url_names(tmp_path / "pages") == ALL


@pytest.mark.slow
def test_a_killed_run_is_resumed(waiting_run: tuple[subprocess.Popen[str], int], extract: Run, tmp_path: Path) -> None:
    run, worker = waiting_run
    run.kill()
    run.wait()
    wait_for_end(worker)  # otherwise it could finish its unit
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "pages").glob("*.parquet")}
    assert len(before) == 1
    (tmp_path / "go").touch()
    again = extract("*.warc.gz", "--out", "pages")
    assert again.returncode == 0 and "1 of 3 units done before" in again.stderr, again.stderr
    assert read_url_names(tmp_path / "pages") == ALL
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert extract("*.warc.gz", "--out", "fresh").returncode == 0
    assert read_bytes(tmp_path / "pages") == read_bytes(tmp_path / "fresh")
    # A changed file is extracted again.
    (tmp_path / "0.warc.gz").write_bytes(b"".join(compress_each(numbered_records(1, 7))))
    assert "2 of 3 units done before" in extract("*.warc.gz", "--out", "pages").stderr
    assert read_url_names(tmp_path / "pages") == ["7", *ALL[3:]]


@pytest.mark.slow
def test_a_failed_unit_is_reported_and_retried_by_the_next_run(extract: Run, write: Write, tmp_path: Path) -> None:
    for number in range(2):
        write(f"{number}.warc.gz", b"".join(compress_each(numbered_records(2, 10 * number))))
    assert extract("*.warc.gz", "--out", "pages").returncode == 0
    in_the_way = next((tmp_path / "pages").glob("0-*.parquet"))
    (tmp_path / f"pages/_units/{in_the_way.stem}.json").unlink()
    in_the_way.unlink()
    in_the_way.mkdir()
    done = extract("*.warc.gz", "--out", "pages")
    assert done.returncode == 2 and "failed 3 times" in done.stderr and "run again to retry" in done.stderr
    in_the_way.rmdir()
    assert read_url_names(tmp_path / "pages") == ["10", "11"]
    again = extract("*.warc.gz", "--out", "pages")
    assert again.returncode == 0 and "1 of 2 units done before" in again.stderr
    assert read_url_names(tmp_path / "pages") == ["0", "1", "10", "11"]


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "gzip, gzip", "deflate", "identity, gzip"])
def test_a_page_that_unpacks_to_gigabytes_is_quarantined_in_little_memory(encoding: str) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 15 if encoding == "deflate" else 31)
    body = b"".join(packer.compress(bytes(2**22)) for _ in range(64)) + packer.flush()
    body = gzip.compress(body) if encoding == "gzip, gzip" else body
    page, most = page_and_memory(body, encoding)
    assert isinstance(page, QuarantinedRecord) and page.reason == "too-long"
    assert most < 5 * MAX_RECORD_BYTES


def page_and_memory(body: bytes, encoding: str) -> tuple[object, int]:
    """Return what is read of a page with this body, and the most memory, in bytes, that Python has had for it."""
    record = warc_record(http_response(body, f"Content-Type: text/html\r\nContent-Encoding: {encoding}"))
    tracemalloc.start()
    try:
        page = html_from_record(RawRecord(0, record, len(record)))
        return page, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["br", "BR", "br, gzip", "br, identity", "br, br"])
def test_a_page_that_brotli_unpacks_to_gigabytes_is_quarantined_in_little_memory(encoding: str) -> None:
    packer = brotli.Compressor(quality=5)
    body = b"".join(packer.process(bytes(2**24)) for _ in range(64)) + packer.finish()
    body = gzip.compress(body) if encoding == "br, gzip" else brotli.compress(body) if encoding == "br, br" else body
    page, most = page_and_memory(body, encoding)
    assert isinstance(page, QuarantinedRecord) and page.reason == "too-long"
    assert most < 5 * MAX_RECORD_BYTES


@pytest.mark.parametrize(
    ("pack", "encoding", "detail"),
    [
        (lambda body: brotli.compress(body)[:-9], "br", "its end is missing"),
        (lambda body: brotli.compress(body)[:1], "br", "its end is missing"),
        (lambda body: gzip.compress(body)[:-20], "gzip", "its end is missing"),
        (lambda body: gzip.compress(body) + gzip.compress(body)[:-20], "gzip", "its end is missing"),
        (lambda body: zlib.compress(body)[:-9], "deflate", "its end is missing"),
        (lambda body: b"\xff" * 99, "br", "the body cannot be decompressed"),
        (brotli.compress, "br, gzip", "the body cannot be decompressed"),
        (gzip.compress, "gzip, zstd", 'an encoding that newslint does not know, "zstd"'),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_quarantined(
    pack: Callable[[bytes], bytes], encoding: str, detail: str
) -> None:
    page, _ = page_and_memory(pack(html_page("Some words of a report. " * 200).encode()), encoding)
    assert isinstance(page, QuarantinedRecord) and page.reason == "not-http"
    assert detail in page.detail


@pytest.mark.parametrize(
    ("pack", "encoding"),
    [
        (gzip.compress, "gzip"),
        (lambda body: gzip.compress(body[:99]) + gzip.compress(body[99:]), "gzip"),
        (lambda body: gzip.compress(gzip.compress(body)), "gzip, gzip"),
        (zlib.compress, "deflate"),
        (lambda body: zlib.compress(body)[2:-4], "deflate"),
        (brotli.compress, "br"),
        (lambda body: gzip.compress(brotli.compress(body)), "br, gzip"),
        (lambda body: body, "br"),
        (lambda body: body, "zstd"),
        (lambda body: body, "gzip"),
        (lambda body: gzip.compress(body) + b"junk", "gzip"),
    ],
)
def test_a_packed_page_is_read_whole(pack: Callable[[bytes], bytes], encoding: str) -> None:
    body = html_page("Some words of a report. " * 200).encode()
    record = warc_record(http_response(pack(body), f"Content-Type: text/html\r\nContent-Encoding: {encoding}"))
    page = html_from_record(RawRecord(0, record, len(record)))
    assert isinstance(page, HtmlPage) and page.text == body.decode()
