"""A target of the fuzzer: the files of corpora and archives, and the manifests of units, as any bytes."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable

import brotli
import zstandard

from newslint.batch.storage import resolve_filesystem
from newslint.batch.types import QuarantinedRecord
from newslint.batch.units import read_manifest, write_manifest
from newslint.config.presets import Columns
from newslint.config.settings import Settings
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import FilePart, Job, Manifest, Record
from newslint.warc.archive import Archive, CorruptRange, RawRecord
from newslint.warc.http_record import HtmlPage, html_from_record
from newslint.warc.types import Manifest as ArchiveManifest
from newslint.warc.types import SkippedRecord, WorkUnit

Write = Callable[[str, bytes], str]
JOB = Job(Settings(), Columns(), "")
HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: "


def pack_zstandard(content: bytes) -> bytes:
    """Return the content as one frame of Zstandard."""
    return bytes(zstandard.ZstdCompressor().compress(content))


# The names of files, and how their content is packed first.
CORPUS_KINDS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("a.jsonl", bytes),
    ("a.jsonl.gz", bytes),
    ("a.jsonl.gz", gzip.compress),
    ("a.jsonl.zst", bytes),
    ("a.jsonl.zst", pack_zstandard),
    ("a.parquet", bytes),
)
WARC_KINDS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("a.warc", bytes),
    ("a.warc.gz", bytes),
    ("a.warc.gz", gzip.compress),
    ("a.warc.zst", bytes),
    ("a.warc.zst", pack_zstandard),
)
ENCODINGS = (b"br", b"gzip", b"deflate", b"identity", b"gzip, br", b"identity\r\nTransfer-Encoding: chunked")


def check_records(write: Write, data: bytes) -> None:
    """Read a corpus, an archive, the body of a page or a manifest, which the first byte chooses."""
    number, content = (data[0], data[1:]) if data else (0, data)
    check = [*CHECKS.values()][number % len(CHECKS)]
    check(write, number // len(CHECKS), content)


def _check_corpus(write: Write, number: int, content: bytes) -> None:
    name, pack = CORPUS_KINDS[number % len(CORPUS_KINDS)]
    path = write(name, pack(content))
    last = 0
    for item in read_records(JOB, FilePart("a", name, path, "parquet" if name.endswith("parquet") else "jsonl")):
        if isinstance(item, QuarantinedRecord):
            assert item.reason and item.detail, item
        else:
            assert isinstance(item, Record)
            item.text.encode()  # raises for what cannot be written
        assert item.number is None or item.number > last, item
        last = item.number or last


def _check_archive(write: Write, number: int, content: bytes) -> None:
    name, pack = WARC_KINDS[number % len(WARC_KINDS)]
    path = write(name, pack(content))
    size = os.path.getsize(path)
    system, location = resolve_filesystem(path)
    with system.open_input_file(location) as stream:
        for item in Archive(stream, WorkUnit("a", name, path, "", size, 0, size, number < len(WARC_KINDS))):
            assert isinstance(item, (RawRecord, CorruptRange))
            if isinstance(item, RawRecord):
                _check_page(item)
            else:
                assert item.reason and item.detail, item


def _check_body(write: Write, number: int, content: bytes) -> None:
    del write
    name = ENCODINGS[number % len(ENCODINGS)]
    body = brotli.compress(content, quality=1) if name == b"br" and number < len(ENCODINGS) else content
    response = HEADER + name + b"\r\n\r\n" + body
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    record += b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(response), response)
    _check_page(RawRecord(0, record, len(record)))


def _check_page(record: RawRecord) -> None:
    page = html_from_record(record)
    if isinstance(page, QuarantinedRecord):
        assert page.reason and page.detail, page
    elif isinstance(page, SkippedRecord):
        assert page.reason, page
    else:
        assert isinstance(page, HtmlPage) and isinstance(page.text, str)


def _check_manifest(write: Write, number: int, content: bytes) -> None:
    del number
    path = write("a.json", content)
    for kind in (Manifest, ArchiveManifest):
        manifest = read_manifest(path, kind)
        if manifest is not None:
            again = write("b.json", b"")
            write_manifest(again, manifest)
            assert read_manifest(again, kind) == manifest, "a manifest changes when it is written"


CHECKS: dict[str, Callable[[Write, int, bytes], None]] = {
    "corpus": _check_corpus,
    "archive": _check_archive,
    "body": _check_body,
    "manifest": _check_manifest,
}
