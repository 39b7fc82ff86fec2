"""Web archives for tests, built byte by byte, and the results of extracting them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

STORY = (
    "The council of Quillmere widened the bridge, which was too narrow for two buses since it was built.",
    "Work on the second lane began in March and went on through the summer, with a break for the harvest.",
    "A source said that the new railing had been bought twice, once for each side of the river.",
)
# An extractor that obeys pages, so that a test can act in the middle of a run.
OBEYS = """
import gzip
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
LINKED = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Wider \\ud83d &amp; still", "datePublished": "%s"}</script>'
)


def html_page(*paragraphs: str, head: str = "") -> str:
    """Return a page with an article, a menu and a footer."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs or STORY)
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("World", "Politics", "Sport"))
    return (
        f'<!doctype html><html lang="en"><head><title>A wider bridge</title>{head}</head><body>'
        f"<nav><ul>{menu}</ul></nav>"
        f"<article><h1>A wider bridge</h1>{body}</article><footer><p>All rights reserved.</p></footer></body></html>"
    )


def http_response(
    body: str | bytes, headers: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """Return an HTTP response."""
    sent = body.encode() if isinstance(body, str) else body
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + sent


def warc_record(
    payload: bytes, url: str = "https://post.example/1", kind: str = "response", length: int | None = None
) -> bytes:
    """Return a WARC record."""
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-05-03T04:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(payload) if length is None else length}\r\n\r\n"
    ).encode() + payload + b"\r\n\r\n"  # fmt: skip


def numbered_records(count: int, start: int = 0) -> list[bytes]:
    """Return records with different pages."""
    return [
        warc_record(http_response(html_page(*STORY, f"It was number {number}.")), f"https://post.example/{number}")
        for number in range(start, start + count)
    ]


def compress_each(records: Iterable[bytes]) -> list[bytes]:
    """Return each record compressed as a gzip member, as crawlers write them."""
    return [gzip.compress(one, mtime=0) for one in records]


def offsets_of(parts: Sequence[bytes]) -> list[int]:
    """Return the offset of each part in the concatenation of all."""
    return [sum(map(len, parts[:number])) for number in range(len(parts))]


def read_pages(folder: Path) -> list[dict[str, Any]]:
    """Return the extracted pages of a folder, sorted by file and offset."""
    rows = [row for path in sorted(folder.glob("*.parquet")) for row in pq.ParquetFile(path).read().to_pylist()]
    return sorted(rows, key=lambda row: (row["warc"], row["offset"], row["url"]))


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Return the content of each table in a folder of pages, by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


def read_quarantine(folder: Path) -> list[dict[str, Any]]:
    """Return the quarantined records, sorted by file and offset."""
    rows = [row for path in folder.glob("_quarantine/*.parquet") for row in pq.ParquetFile(path).read().to_pylist()]
    return sorted(rows, key=lambda row: (row["path"], row["offset"]))


def read_url_names(folder: Path) -> list[str]:
    """Return the last part of each extracted page's URL."""
    return [row["url"].rpartition("/")[2] for row in read_pages(folder)]
