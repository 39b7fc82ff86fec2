"""From a record of an archive to the page in it, as FastWARC reads it: a page, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from fastwarc.warc import WarcRecord, WarcRecordType
from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.corpus.types import QuarantinedRecord
from newslint.warc.archive import RawRecord
from newslint.warc.framing import LONGEST
from newslint.warc.types import SkippedRecord

HTML = frozenset({"text/html", "application/xhtml+xml"})
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
MAX_UNDECODABLE_RATIO = 0.01  # the share of characters that may be undecodable: a page with a torn comment is a page


class HtmlPage(NamedTuple):
    """A page as it was sent."""

    offset: int
    url: str | None
    crawled: str  # the day
    text: str
    raw: bytes  # its first bytes


def html_from_record(raw: RawRecord) -> HtmlPage | SkippedRecord | QuarantinedRecord:
    """The page in a record."""

    def bad(reason: str, detail: str, begun: bytes = raw.content[:SAMPLE_BYTES]) -> QuarantinedRecord:
        return QuarantinedRecord(None, raw.offset, url, reason, detail, begun[:SAMPLE_BYTES])

    url = None
    try:
        record = WarcRecord.from_bytes(raw.content)
        kind = record.record_type
        if kind != WarcRecordType.response:
            return SkippedRecord(str(kind).rpartition(".")[2])
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
        record.parse_http(auto_decode="none")
        headers = record.http_headers if record.is_http_parsed else None
        status = headers.status_code if headers else None
        if headers is None or status is None:
            return bad("not-http", "the record is a response, but not one of HTTP")
        if status != 200:
            return SkippedRecord(f"status-{status}")
        declared, _, parameters = (headers.get("Content-Type") or "").strip().lower().partition(";")
        if declared and declared.rstrip() not in HTML:
            return SkippedRecord("not-html")
        body = _body(raw.content)
    except (OSError, ValueError) as error:
        return bad("not-http", f"{error}")
    if not declared and b"<html" not in body[:SAMPLE_BYTES].lower():
        return SkippedRecord("not-html")
    if len(body) > LONGEST or raw.size > len(raw.content):
        return bad("too-long", f"the page has more than {LONGEST:,} bytes, which no article has", body)
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'")
    text = decoded(body, charset)
    if text is None:
        return bad(
            "undecodable", f"it is no text in UTF-8{f', {charset}' if charset else ''} or what it looks like", body
        )
    crawled = (record.headers.get("WARC-Date") or "")[:10]
    return HtmlPage(raw.offset, url, crawled, text, body[:SAMPLE_BYTES])


def _body(content: bytes) -> bytes:
    """What was sent, unpacked. Raises OSError for what cannot be."""
    try:
        return _read(content, "all")
    except OSError:
        body = _read(content, "none")  # some crawlers unpack it, and leave the header that says that it is packed
        if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<":
            raise
        return body


def _read(content: bytes, decode: Any) -> bytes:
    record = WarcRecord.from_bytes(content)
    record.parse_http(auto_decode=decode)
    return bytes(record.reader.read(LONGEST + 1))


def decoded(body: bytes, charset: str) -> str | None:
    """The page as text: by what it turns out to be, what it was sent as, what it says; None where nothing will do."""
    for name in _candidates(body, charset):
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    name = map_encoding_to_html5(charset, fallback_utf8=True) or "utf-8"
    text = body.decode(name, "replace")
    return text if text.count("\ufffd") <= MAX_UNDECODABLE_RATIO * len(text) else None


def _candidates(body: bytes, charset: str) -> Iterator[str]:
    if body.startswith(BYTE_ORDER_MARKS):
        yield "utf-8-sig" if body.startswith(BYTE_ORDER_MARKS[0]) else "utf-16"
    # What is UTF-8 by its bytes is that, whatever anybody says; without these two, which have other encodings' signs.
    if not {0x00, 0x1B} & set(body[:1024]):
        yield "utf-8"
    if charset and (name := map_encoding_to_html5(charset, fallback_utf8=False)):
        yield name
    if name := detect_encoding(body, from_html_meta=True):
        yield name
