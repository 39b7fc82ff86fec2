"""`newslint-extract` in real processes: archives to Parquet, with bad records, crashes and restarts."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="archives come with the extra corpus")
pytest.importorskip("zstandard", reason="archives come with the extra corpus")
pytest.importorskip("fastwarc", reason="archives come with the extra corpus")
pytest.importorskip("resiliparse", reason="archives come with the extra corpus")

import zstandard

from archives import (
    STORY,
    compress_each,
    html_page,
    http_response,
    numbered_records,
    offsets_of,
    read_pages,
    read_quarantine,
    warc_record,
)
from corpora import wait_for_end
from newslint.batch.executor import Task, TaskResult, run_task
from newslint.warc import plan
from newslint.warc.archive import Archive
from newslint.warc.http_record import decode_page
from newslint.warc.job import RunOptions, run_job
from newslint.warc.metadata import parse_date
from newslint.warc.types import Job, WorkUnit
from support import Run, Write, command_in

COMMAND = [sys.executable, "-m", "newslint.warc.main"]
# An extractor that obeys pages, so that a test can act in the middle of a run.
OBEYS = """
import os
import signal
import time
from pathlib import Path

import newslint.warc.page as page
import newslint.warc.page_process as worker

worker.TIMEOUT_SECONDS = 2.0
usual = page.EXTRACTORS["resiliparse"]


def obey(html, tree):
    if "please die" in html:
        os.kill(os.getpid(), signal.SIGKILL)
    if "please loop" in html:
        while True:
            pass
    if "please raise" in html:
        raise RuntimeError("as it was asked to")
    if "please wait" in html:
        Path("waiting").write_text(str(os.getpid()))
        while not Path("go").exists():
            time.sleep(0.01)
    return usual(html, tree)


page.EXTRACTORS["resiliparse"] = obey
"""


@pytest.fixture
def extract(tmp_path: Path) -> Run:
    """Return a function that runs the command in `tmp_path`."""
    return command_in("newslint.warc.main", tmp_path)


@pytest.fixture
def obeying(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("site/sitecustomize.py", OBEYS)
    monkeypatch.setenv("PYTHONPATH", str(path.parent))


def urls(folder: Path) -> list[str]:
    return [row["url"].rpartition("/")[2] for row in read_pages(folder)]


LINKED = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Wider \\ud83d &amp; still", "datePublished": "%s"}</script>'
)


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
    assert sorted(map(int, urls(tmp_path / "pages"))) == [*range(1, 14), 15, 16, 17]
    assert f"34 records = 16 pages + 0 skipped + {len(rows)} quarantined" in done.stdout
    # So many bad records are an error unless --max-quarantined allows them.
    again = extract(tmp_path, "--out", "pages")
    assert again.returncode == 2 and "--max-quarantined" in again.stderr


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
    assert urls(tmp_path / "pages") == ["0", "1", "3", "4", "6", "8"]
    reasons = [(row["offset"], row["reason"]) for row in read_quarantine(tmp_path / "pages")]
    assert reasons == [
        (offsets_of(parts)[2], "killed-its-process"),
        (offsets_of(parts)[5], "timeout"),
        (offsets_of(parts)[7], "extractor-broke"),
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
    assert urls(tmp_path / "pages") == ALL


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
    assert urls(tmp_path / "pages") == ALL
    assert {path: path.stat().st_mtime_ns for path in before} == before
    # A changed file is extracted again, and other archives cannot be written to the same folder.
    (tmp_path / "0.warc.gz").write_bytes(b"".join(compress_each(numbered_records(1, 7))))
    assert "2 of 3 units done before" in extract("*.warc.gz", "--out", "pages").stderr
    assert urls(tmp_path / "pages") == ["7", *ALL[3:]]
    other_archives = extract("0.warc.gz", "--out", "pages")
    assert other_archives.returncode == 2 and "results of other files (2 units" in other_archives.stderr


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
    calls = []

    def serial(queue: deque[Task]) -> Iterator[TaskResult]:
        while queue:
            task = queue.popleft()
            calls.append(task)
            yield TaskResult(task, run_task(task))

    ended = run_job(Job(str(tmp_path / "pages")), RunOptions(("a.warc.gz",), progress=False), serial)
    assert len(calls) > len(list((tmp_path / "pages/_units").iterdir())) > 5
    assert (ended.totals.records, ended.totals.written, dict(ended.totals.skipped)) == (5, 4, {"not-html": 1})
    assert urls(tmp_path / "pages") == ["2", "3", "0", "1"]


DATES = {
    "2024-05-02": "2024-05-02",
    " 2024-05-02T10:00:00.123Z": "2024-05-02T10:00:00Z",
    "2024-05-02 10:00 +0200": "2024-05-02T10:00+0200",
    "2024-05-02 at ten": "2024-05-02",
    "20240502": "2024-05-02",
    "2024/05/02": "2024-05-02",
    "Thu, 02 May 2024 10:00:00 GMT": "2024-05-02T10:00:00+00:00",
    "2024-13-02": None,
    "0001-01-01T00:00:00Z": None,
    "2024-05-021": None,
    "02/05/2024": None,  # ambiguous: May or February
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize("text", DATES)
def test_date_formats_of_pages(text: str) -> None:
    assert parse_date(text) == DATES[text]


HEADS = {
    '<meta property="article:published_time" content="2024-05-02T10:00Z">': "2024-05-02T10:00Z",
    '<META NAME="Date" CONTENT="2024-05-02">': "2024-05-02",
    '<meta itemprop="datePublished" content="2024-05-02">': "2024-05-02",
    # The date of the article is used, not the date of another item.
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "1999-01-01"}, '
    '{"@type": "NewsArticle", "datePublished": "2024-05-02"}]}</script>': "2024-05-02",
    # A list of stories, none of which is known to be the page itself.
    (LINKED % "2024-05-02") + (LINKED % "2024-05-01"): None,
    '<script type="application/ld+json">{"@type": "Person", "datePublished": "2024-05-02"}</script>': None,
    '<script type="application/ld+json">{"@type": "NewsArticle", "isPartOf": {"@type": "NewsArticle", '
    '"datePublished": "2024-05-02"}}</script>': None,
    '<meta property="article:modified_time" content="2024-05-02">': None,
    LINKED % "2024-05-05": None,  # two days after the crawl
    '<script type="application/ld+json">{broken</script><meta name="pubdate" content="2024-05-02">': "2024-05-02",
}


def test_only_a_publication_date_is_used_as_the_date(extract: Run, write: Write, tmp_path: Path) -> None:
    head = "<time datetime=2024-05-01>yesterday</time>"
    records = [
        warc_record(http_response(html_page(*STORY, head, head=one)), f"https://post.example/{at}")
        for at, one in enumerate(HEADS)
    ]
    write("a.warc.gz", b"".join(compress_each(records)))
    assert extract("a.warc.gz", "--out", "pages").returncode == 0
    assert [row["date"] for row in read_pages(tmp_path / "pages")] == list(HEADS.values())


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Öl für Łódź".encode(), "iso-8859-1", "Öl für Łódź"),
        ("Öl für".encode("cp1252"), "iso-8859-1", "Öl für"),
        ("Öl für".encode("cp1252"), "nonsense", "Öl für"),
        (b'<meta charset="iso-8859-2">' + "Łódź".encode("iso-8859-2"), "", '<meta charset="iso-8859-2">Łódź'),
        ("\ufeffÖl".encode("utf-16-le"), "", "Öl"),
        ("\ufeffÖl".encode(), "", "Öl"),
        ("橋を広げた".encode("iso-2022-jp"), "iso-2022-jp", "橋を広げた"),
        ("é".encode() * 200 + b"\xff", "utf-8", "é" * 200 + "\ufffd"),
    ],
)
def test_a_page_is_decoded_by_its_content(body: bytes, charset: str, text: str) -> None:
    assert decode_page(body, charset) == text


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
    assert urls(tmp_path / "pages") == ["10", "11"]
    again = extract("*.warc.gz", "--out", "pages")
    assert again.returncode == 0 and "1 of 2 units done before" in again.stderr
    assert urls(tmp_path / "pages") == ["0", "1", "10", "11"]
