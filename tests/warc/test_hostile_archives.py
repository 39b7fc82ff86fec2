"""Archives that are made to cost much, or to lose records: bombs, false members, line ends, wrong lengths."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="archives come with the extra corpus")
pytest.importorskip("zstandard", reason="archives come with the extra corpus")
pytest.importorskip("fastwarc", reason="archives come with the extra corpus")
pytest.importorskip("resiliparse", reason="archives come with the extra corpus")

import zstandard

from archives import html_page, http_response, numbered_records, read_quarantine, read_url_names, warc_record
from newslint.batch import decompression
from newslint.batch.types import QuarantinedRecord
from newslint.warc.archive import GZIP, ZSTANDARD, Archive, CorruptRange, RawRecord
from newslint.warc.framing import Content, split_records
from newslint.warc.http_record import HtmlPage, html_from_record
from newslint.warc.types import WorkUnit
from support import Run, count_calls

MEBIBYTE = 1024 * 1024
BEFORE, AFTER = numbered_records(2)


def pack_zstandard(content: bytes) -> bytes:
    return bytes(zstandard.ZstdCompressor(level=3).compress(content))


PACKERS: dict[str, Callable[[bytes], bytes]] = {"a.warc.gz": gzip.compress, "a.warc.zst": pack_zstandard}


def read(path: Path, content: bytes) -> list[RawRecord | CorruptRange]:
    path.write_bytes(content)
    with path.open("rb") as stream:
        unit = WorkUnit("a", path.name, str(path), "", os.path.getsize(path), 0, len(content))
        return list(Archive(stream, unit))


def kinds(items: list[RawRecord | CorruptRange]) -> list[str]:
    return [item.reason if isinstance(item, CorruptRange) else "" for item in items]


@pytest.mark.parametrize("name", PACKERS)
def test_bombs_that_are_none_alone_share_one_allowance_and_cost_no_other_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(decompression, "MIN_BOMB_BYTES", 20 * MEBIBYTE)
    unpacked = 0
    pieces = decompression.Decompressor.pieces

    def counted(self: decompression.Decompressor, chunk: bytes) -> Iterator[bytes]:
        nonlocal unpacked
        for piece in pieces(self, chunk):
            unpacked += len(piece)
            yield piece

    monkeypatch.setattr(decompression.Decompressor, "pieces", counted)
    bomb = PACKERS[name](warc_record(bytes(9 * MEBIBYTE)))
    items = read(tmp_path / name, PACKERS[name](BEFORE) + bomb * 20 + PACKERS[name](AFTER))
    assert kinds(items)[0] == kinds(items)[-1] == ""
    assert kinds(items).count("broken-compression") == 18
    assert isinstance(items[-1], RawRecord) and items[-1].content == AFTER.rstrip()
    # Some more than the allowance, as each bomb is looked at before it is cut off.
    assert unpacked < 100 * MEBIBYTE


@pytest.mark.parametrize("name", PACKERS)
def test_bytes_that_look_like_members_cost_in_proportion_to_their_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # Each begins as a gzip header with a name that never ends, or as a frame whose first block is compressed.
    frame = ZSTANDARD + b"\x00\x88\xfd\xff\x03" + b"A" * 500
    false = frame if name.endswith(".zst") else GZIP + b"\x08AAAA"
    read_bytes = 0
    pieces = decompression.Decompressor.pieces

    def counted(self: decompression.Decompressor, chunk: bytes) -> Iterator[bytes]:
        nonlocal read_bytes
        read_bytes += len(chunk)
        return pieces(self, chunk)

    monkeypatch.setattr(decompression.Decompressor, "pieces", counted)
    costs = []
    for count in (500, 1000):
        read_bytes = 0
        items = read(tmp_path / name, PACKERS[name](BEFORE) + false * count + PACKERS[name](AFTER))
        assert kinds(items) == ["", "broken-compression", ""]
        costs.append(read_bytes)
    assert costs[1] < 2.5 * costs[0]


@pytest.mark.parametrize("size", [1, 700, 70_000])
def test_line_ends_between_records_cost_next_to_nothing(size: int) -> None:
    content = BEFORE + b"\r\n" * 70_000 + AFTER
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    found = list(split_records(Content(iter(pieces))))
    assert [item.offset for item in found] == [0, len(content) - len(AFTER)]
    if size > 1:
        assert count_calls(lambda: [*split_records(Content(iter(pieces)))]) < 5_000


def packed_times(times: int) -> bytes:
    body = html_page("Some words of a report. " * 200).encode()
    for _ in range(times):
        body = gzip.compress(body)
    return body


@pytest.mark.parametrize("times", [5, 6, 500])
def test_a_body_is_unpacked_a_few_times_only(times: int) -> None:
    headers = f"Content-Type: text/html\r\nContent-Encoding: {', '.join(['gzip'] * times)}"
    record = warc_record(http_response(packed_times(times), headers))
    page = html_from_record(RawRecord(0, record, len(record)))
    if times <= 5:
        assert isinstance(page, HtmlPage)
    else:
        assert isinstance(page, QuarantinedRecord) and page.reason == "not-http"
        assert page.detail == f"the body has {times} encodings; newslint reads up to 5"


CHUNKED = "Content-Type: text/html\r\nTransfer-Encoding: chunked"


def in_chunks(body: bytes, size: bytes) -> bytes:
    return size + b"\r\n" + body + b"\r\n0\r\n\r\n"


PAGE = html_page("Some words of a report. " * 200).encode()
BODIES = [  # that say in a wrong way how long they are
    *(in_chunks(PAGE, size) for size in (b"f" * 16, b"7" + b"f" * 15, b"f" * 8, b"-5", b"zz", b"1" * 100_000, b"")),
    b"1\r\n<\r\n" * 100_000,
]


def test_a_record_that_lies_about_its_length_costs_itself_alone(extract: Run, tmp_path: Path) -> None:
    good = numbered_records(len(BODIES) + 6)
    lengths = [b"-1", b"%d" % 2**63, b"9" * 100, b"", b"1e3"]
    headers = [
        warc_record(http_response(PAGE)).replace(b"Content-Length: ", b"Content-Length: %b\r\nX: " % one)
        for one in lengths
    ]
    endless = b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000
    bad = [*(warc_record(http_response(body, CHUNKED)) for body in BODIES), *headers, endless]
    (tmp_path / "a.warc").write_bytes(b"".join(one + other for one, other in zip(good, bad, strict=False)) + good[-1])
    done = extract("a.warc", "--out", "pages", "-j", "1")
    assert sorted(set(read_url_names(tmp_path / "pages")) - {"1"}, key=int) == [
        str(number) for number in range(len(good)) if number != 1
    ]
    assert {row["reason"] for row in read_quarantine(tmp_path / "pages")} == {"not-http", "not-warc", "no-text"}
    assert "failed" not in done.stderr


def test_a_frame_that_needs_a_dictionary_says_so(extract: Run, tmp_path: Path) -> None:
    dictionary = zstandard.train_dictionary(4096, [BEFORE + str(number).encode() * 50 for number in range(200)])
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    (tmp_path / "a.warc.zst").write_bytes(pack_zstandard(BEFORE) + packer.compress(BEFORE) + pack_zstandard(AFTER))
    extract("a.warc.zst", "--out", "pages", "-j", "1")
    assert read_url_names(tmp_path / "pages") == ["0", "1"]
    [row] = read_quarantine(tmp_path / "pages")
    assert "packed with a dictionary; unpack it, for example with zstd -D" in row["detail"]
