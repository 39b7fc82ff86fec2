"""Web archives for tests, byte by byte, and what came of them."""

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


def html(*paragraphs: str, head: str = "") -> str:
    """A page with an article between what stands around articles."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs or STORY)
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("World", "Politics", "Sport"))
    return (
        f'<!doctype html><html lang="en"><head><title>A wider bridge</title>{head}</head><body>'
        f"<nav><ul>{menu}</ul></nav>"
        f"<article><h1>A wider bridge</h1>{body}</article><footer><p>All rights reserved.</p></footer></body></html>"
    )


def answer(body: str | bytes, headers: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """What a server sent."""
    sent = body.encode() if isinstance(body, str) else body
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + sent


def record(
    payload: bytes, url: str = "https://post.example/1", kind: str = "response", length: int | None = None
) -> bytes:
    """A record of a WARC file."""
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-05-03T04:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(payload) if length is None else length}\r\n\r\n"
    ).encode() + payload + b"\r\n\r\n"  # fmt: skip


def numbered(count: int, start: int = 0) -> list[bytes]:
    """Records whose pages differ."""
    return [
        record(answer(html(*STORY, f"It was number {number}.")), f"https://post.example/{number}")
        for number in range(start, start + count)
    ]


def members(records: Iterable[bytes]) -> list[bytes]:
    """Each compressed by itself, as crawlers do it."""
    return [gzip.compress(one, mtime=0) for one in records]


def starts(parts: Sequence[bytes]) -> list[int]:
    """Where each part begins in all of them together."""
    return [sum(map(len, parts[:number])) for number in range(len(parts))]


def written(folder: Path) -> list[dict[str, Any]]:
    """The pages in a folder of results, by file and place."""
    rows = [row for path in sorted(folder.glob("*.parquet")) for row in pq.ParquetFile(path).read().to_pylist()]
    return sorted(rows, key=lambda row: (row["warc"], row["offset"], row["url"]))


def bad(folder: Path) -> list[dict[str, Any]]:
    """What is in quarantine, by file and place."""
    rows = [row for path in folder.glob("_quarantine/*.parquet") for row in pq.ParquetFile(path).read().to_pylist()]
    return sorted(rows, key=lambda row: (row["path"], row["offset"]))
