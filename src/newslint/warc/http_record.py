"""Reads the HTML page in a record of an archive, with FastWARC: the page, or the reason why there is none."""

import zlib
from collections.abc import Iterator
from typing import Any

import brotli
from fastwarc.warc import WarcRecord, WarcRecordType
from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from newslint.batch.line_reader import SAMPLE_BYTES
from newslint.batch.types import QuarantinedRecord
from newslint.named_tuple import NamedTuple
from newslint.warc.archive import RawRecord
from newslint.warc.framing import MAX_RECORD_BYTES
from newslint.warc.types import SkippedRecord

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # of zlib, by the name of the encoding
MAX_ENCODINGS = 5  # of one body; servers use one, rarely two
DAMAGED = "the body cannot be decompressed"
MAX_UNDECODABLE_RATIO = 0.01  # of its characters: a page with one damaged comment is still a page


class HtmlPage(NamedTuple):
    """A page as its server sent it."""

    offset: int
    url: str | None
    crawled: str  # the day, as YYYY-MM-DD
    text: str
    raw: bytes  # its first bytes, for quarantine


def html_from_record(raw: RawRecord) -> HtmlPage | SkippedRecord | QuarantinedRecord:
    """Return the page in a record."""

    def bad(reason: str, detail: str, content: bytes = raw.content) -> QuarantinedRecord:
        return QuarantinedRecord(None, raw.offset, url, reason, detail, content[:SAMPLE_BYTES])

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
            return bad("not-http", "the record is a response, but not an HTTP response")
        if status != 200:
            return SkippedRecord(f"status-{status}")
        declared, _, parameters = (headers.get("Content-Type") or "").strip().lower().partition(";")
        if declared and declared.rstrip() not in HTML_TYPES:
            return SkippedRecord("not-html")
        body = _body(raw.content, (headers.get("Content-Encoding") or "").lower())
    except (OSError, ValueError) as error:
        return bad("not-http", f"{error}")
    if not declared and b"<html" not in body[:SAMPLE_BYTES].lower():
        return SkippedRecord("not-html")
    if len(body) > MAX_RECORD_BYTES or raw.size > len(raw.content):
        return bad("too-long", f"the page has more than {MAX_RECORD_BYTES:,} bytes, too many for an article", body)
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'")
    text = decode_page(body, charset)
    if text is None:
        declared_charset = f", {charset}" if charset else ""
        return bad("undecodable", f"the page is not UTF-8{declared_charset} or the encoding that was detected", body)
    crawled = (record.headers.get("WARC-Date") or "")[:10]
    return HtmlPage(raw.offset, url, crawled, text, body[:SAMPLE_BYTES])


def _body(content: bytes, encodings: str) -> bytes:
    """Return the decompressed body of a response. Raises OSError where it cannot be decompressed."""
    try:
        names = [name.strip() for name in encodings.split(",") if name.strip() not in ("", "identity")]
        if len(names) > MAX_ENCODINGS:
            raise OSError(f"the body has {len(names):,} encodings; newslint reads up to {MAX_ENCODINGS}")
        body = _read(content, "transfer")
        for name in reversed(names):  # FastWARC would unpack all of a body, however large it becomes
            if name != "br" and name not in WINDOW_BITS:
                raise OSError(f'the body has an encoding that newslint does not know, "{name}"')
            body = _unpacked_brotli(body) if name == "br" else _unpacked(body, WINDOW_BITS[name])
    except OSError:
        body = _read(content, "none")  # some crawlers decompress it and keep the header that says it is compressed
        if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<":
            raise
    return body


def _unpacked(body: bytes, window_bits: int) -> bytes:
    """Return the first bytes of a packed body, as many as `_read` returns. Raises OSError for damage."""
    unpacked, left = b"", MAX_RECORD_BYTES + 1
    try:
        while body and left:
            unpacker = zlib.decompressobj(window_bits)
            unpacked += unpacker.decompress(body, left)
            left = MAX_RECORD_BYTES + 1 - len(unpacked)
            if left and not unpacker.eof:
                raise OSError(f"{DAMAGED}: its end is missing")
            body = unpacker.unused_data if unpacker.unused_data.startswith(b"\x1f\x8b") else b""  # one more member
        return unpacked
    except zlib.error as error:
        if window_bits == WINDOW_BITS["deflate"]:  # some servers leave out its header
            return _unpacked(body, -zlib.MAX_WBITS)
        raise OSError(f"{DAMAGED}: {error}") from error


def _unpacked_brotli(body: bytes) -> bytes:
    """Return the first bytes of a body that is packed with Brotli, as `_unpacked` does."""
    unpacker = brotli.Decompressor()
    unpacked: bytes = b""
    try:
        while len(unpacked) <= MAX_RECORD_BYTES and not unpacker.is_finished():
            piece = unpacker.process(body, output_buffer_limit=MAX_RECORD_BYTES + 1 - len(unpacked))
            if not piece and unpacker.can_accept_more_data():
                raise OSError(f"{DAMAGED}: its end is missing")
            unpacked, body = unpacked + piece, b""
    except brotli.error as error:
        raise OSError(f"{DAMAGED}: {error}") from error
    return unpacked[: MAX_RECORD_BYTES + 1]


def _read(content: bytes, decode: Any) -> bytes:
    record = WarcRecord.from_bytes(content)
    record.parse_http(auto_decode=decode)
    return bytes(record.reader.read(MAX_RECORD_BYTES + 1))


def decode_page(body: bytes, charset: str) -> str | None:
    """Return a page as text; None where no encoding fits.

    The encoding is the first that decodes it of: that of its first bytes, UTF-8, the header's `charset`, the one that
    was detected in its content.
    """
    for name in _encodings(body, charset):
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    name = map_encoding_to_html5(charset, fallback_utf8=True) or "utf-8"
    text = body.decode(name, "replace")
    return text if text.count("\ufffd") <= MAX_UNDECODABLE_RATIO * len(text) else None


def _encodings(body: bytes, charset: str) -> Iterator[str]:
    if body.startswith(BYTE_ORDER_MARKS):
        yield "utf-8-sig" if body.startswith(BYTE_ORDER_MARKS[0]) else "utf-16"
    # Valid UTF-8 is UTF-8, whatever its header says; but these two bytes are typical of other encodings.
    if not {0x00, 0x1B} & set(body[:1024]):
        yield "utf-8"
    if charset and (name := map_encoding_to_html5(charset, fallback_utf8=False)):
        yield name
    if name := detect_encoding(body, from_html_meta=True):
        yield name
