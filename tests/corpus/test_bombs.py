"""Compressed files that unpack to far more than text: cut off, quarantined, and read in little memory."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("zstandard", reason="corpora come with the extra corpus")

import zstandard

from corpora import read_counts, read_quarantine
from newslint.batch import decompression
from newslint.batch.decompression import CHUNK_BYTES, CorruptInputError, decompress, decompressor_factory
from newslint.batch.line_reader import blocks
from support import FAULTY, Run, Write

MEBIBYTE = 1024 * 1024
LINE = (json.dumps({"text": "Nothing is wrong here."}) + "\n").encode()


def packed_by_gzip(content: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(content) for _ in range(times)]) + packer.flush()


def packed_by_zstandard(content: bytes, times: int) -> bytes:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    return b"".join([packer.compress(content) for _ in range(times)]) + packer.flush()


PACKERS: dict[str, Callable[[bytes, int], bytes]] = {"a.gz": packed_by_gzip, "a.zst": packed_by_zstandard}


def unpacked(name: str, content: bytes) -> tuple[int, int, str]:
    """Return how many bytes are unpacked, the size of the largest piece, and the error at the end."""
    new = decompressor_factory(name)
    assert new
    total = largest = 0
    try:
        for piece in decompress(blocks(io.BytesIO(content)), new):
            total, largest = total + len(piece), max(largest, len(piece))
    except CorruptInputError as error:
        return total, largest, str(error)
    return total, largest, ""


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("before", [b"", LINE, LINE * 1000])
def test_a_bomb_is_cut_off_in_small_pieces(name: str, before: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decompression, "MIN_BOMB_BYTES", 4 * MEBIBYTE)
    bomb = PACKERS[name](before, 1) + PACKERS[name](bytes(MEBIBYTE), 64)
    total, largest, error = unpacked(name, bomb)
    assert error == "the compressed data unpacks to more than 250 times its size"
    assert total <= 24 * MEBIBYTE
    assert largest <= 8 * MEBIBYTE


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("content", [bytes(MEBIBYTE), b"\n" * MEBIBYTE, LINE * 20_000])
def test_a_bomb_in_many_small_members_is_cut_off(name: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decompression, "MIN_BOMB_BYTES", 4 * MEBIBYTE)
    monkeypatch.setattr(decompression, "MAX_RATIO", 50)
    total, largest, error = unpacked(name, PACKERS[name](content, 1) * 64)
    assert error == "the compressed data unpacks to more than 50 times its size"
    assert total <= 12 * MEBIBYTE
    assert largest <= 8 * MEBIBYTE


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("members", [1, 3])
def test_what_repeats_itself_is_no_bomb(name: str, members: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decompression, "MIN_BOMB_BYTES", MEBIBYTE // 4)
    content = b"".join(json.dumps({"text": f"Line {number} of a report."}).encode() + b"\n" for number in range(20_000))
    total, largest, error = unpacked(name, PACKERS[name](content, 1) * members)
    assert (total, error) == (len(content) * members, "")
    assert largest <= 8 * MEBIBYTE


@pytest.mark.parametrize("size", [0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 2 * MEBIBYTE, 3 * MEBIBYTE])
@pytest.mark.parametrize("name", PACKERS)
def test_every_size_is_unpacked_whole(name: str, size: int) -> None:
    member = PACKERS[name](b"x" * size, 1)
    for content in (member, member + b"\0" * 9, member * 2, member + b"\0" * 512 + member):
        expected = size * (2 if content.count(member[:4]) > 1 and content != member else 1)
        assert unpacked(name, content)[::2] == (expected, "")


def test_damage_within_a_large_piece_loses_nothing_before_it() -> None:
    content = bytearray(gzip.compress(b"a" * (3 * MEBIBYTE) + bytes(range(256)) * 600 + b"b" * MEBIBYTE, 9))
    content[-2_000] ^= 0xFF
    total, _, error = unpacked("a.gz", bytes(content))
    assert total >= 3 * MEBIBYTE
    assert error


@pytest.mark.parametrize("cut", [1, 9, CHUNK_BYTES])
def test_a_file_that_ends_early_is_an_error(cut: int) -> None:
    content = gzip.compress(bytes(range(256)) * 2_000, 0)
    assert "incomplete" in unpacked("a.gz", content[:-cut])[2]


def test_a_bomb_costs_one_record_of_a_corpus(corpus: Callable[..., object], tmp_path: Path) -> None:
    from corpora import read_counts, read_quarantine

    (tmp_path / "a.jsonl.gz").write_bytes(packed_by_gzip(LINE, 1) + packed_by_gzip(bytes(8 * MEBIBYTE), 40))
    (tmp_path / "b.jsonl.zst").write_bytes(packed_by_zstandard(LINE, 1) + packed_by_zstandard(bytes(8 * MEBIBYTE), 40))
    corpus("a.jsonl.gz", "b.jsonl.zst", "--out", "out", "-j", "1")
    assert read_counts(tmp_path / "out") == (4, 2, 2)
    assert {row["reason"] for row in read_quarantine(tmp_path / "out").values()} == {"broken-compression"}


@pytest.mark.parametrize("compression", ["zstd", "gzip", "brotli"])
def test_a_row_group_that_unpacks_to_too_much_is_quarantined(corpus: Run, tmp_path: Path, compression: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    text = pa.table({"text": pa.array([FAULTY], pa.large_string())})
    bomb = pa.table({"text": pa.array(["a" * 300_000_000], pa.large_string())})
    with pq.ParquetWriter(tmp_path / "a.parquet", text.schema, compression=compression, use_dictionary=False) as writer:
        for table in (text, bomb, text):
            writer.write_table(table)
    done = corpus("a.parquet", "--out", "out")
    assert "Traceback" not in done.stderr
    [row] = read_quarantine(tmp_path / "out").values()
    assert row["reason"] == "broken-compression"
    assert 'row group 1 cannot be read: its column "text" unpacks from' in row["detail"]
    assert read_counts(tmp_path / "out")[0] == 3


@pytest.mark.skipif(sys.platform != "linux", reason="processes have no limit of memory here")
@pytest.mark.parametrize("column", ["text", "date"])
def test_a_row_group_that_repeats_a_long_value_is_quarantined(
    corpus: Run, write: Write, tmp_path: Path, column: str
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    write(".newslint.toml", "max-memory = 900\n")
    texts = [{"text": FAULTY, "date": "2024-05-05"}] * 3
    schema = pa.Table.from_pylist(texts).schema
    options = {"compression": "zstd", "dictionary_pagesize_limit": 2**26}  # the value is in the file once
    with pq.ParquetWriter(tmp_path / "a.parquet", schema, **options) as writer:
        for long in ("", "a" * 12_000_000, ""):
            rows = texts if not long else [{"text": FAULTY, "date": "2024-05-05", column: long}] * 256
            writer.write_table(pa.Table.from_pylist(rows))
    done = corpus("a.parquet", "--out", "out", "-j", "1")
    assert "Traceback" not in done.stderr
    [row] = read_quarantine(tmp_path / "out").values()
    assert row["reason"] == "too-long"
    assert "needs more than 900 MB; raise max-memory" in row["detail"]
    assert read_counts(tmp_path / "out") == (262, 6, 256)


@pytest.mark.parametrize("kind", [b"\x00", b"\x02", b"\x0a"])  # that the footer gives the text: Boolean, integer, float
def test_damaged_statistics_in_a_footer_end_no_process(corpus: Run, tmp_path: Path, kind: bytes) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({"text": [FAULTY] * 3})
    pq.write_table(table, tmp_path / "sound.parquet")
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=2)
    content = (tmp_path / "a.parquet").read_bytes()
    sound = b"\x06schema\x15\x02\x00\x15\x0c"  # the schema, with one column, of bytes
    assert content.count(sound) == 1
    (tmp_path / "a.parquet").write_bytes(content.replace(sound, sound[:-1] + kind))
    done = corpus("a.parquet", "sound.parquet", "--out", "out", "-j", "1")
    rows = read_quarantine(tmp_path / "out").values()
    assert sorted((row["reason"], row["records"]) for row in rows) == [
        ("corrupt-row-group", 1),
        ("corrupt-row-group", 2),
    ]
    assert all("rows are missing" in row["detail"] for row in rows)
    assert read_counts(tmp_path / "out") == (6, 3, 3)
    assert "process" not in done.stderr
