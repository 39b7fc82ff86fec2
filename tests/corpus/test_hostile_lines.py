"""Lines of JSON, and files of them, that are made to cost much: blank lines, long names, numbers, nested values."""

from __future__ import annotations

import gzip
import json
import struct
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")
pytest.importorskip("zstandard", reason="corpora come with the extra corpus")

import zstandard

from corpora import read_counts, read_quarantine
from newslint.batch.line_reader import Line, lines
from newslint.config.settings import Settings
from newslint.corpus.plan import plan
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Columns, Job
from support import FAULTY, Run, Write, count_calls

GOOD = (json.dumps({"text": FAULTY}) + "\n").encode()
MANY_FINDINGS = "".join(f"A local{number} source said it was unsafe. {{{{ x{number} }}}}\n\n" for number in range(2500))
SKIPPED = struct.pack("<II", 0x184D2A50, 10) + b"0123456789"  # a frame of Zstandard that holds no content
pack = zstandard.ZstdCompressor().compress


@pytest.mark.parametrize("blank", [b"\n", b"\r\n", b" \t\n"])
def test_blank_lines_are_counted_and_cost_next_to_nothing(blank: bytes) -> None:
    content = [b"a\n" + blank * 5_000, blank * 5_000, blank[:-1], b"\n" + blank * 3 + b"b" + blank + b"c"]
    found = [line[:3] for line in lines(iter(content)) if isinstance(line, Line) and not line.content.isspace()]
    start = 2 + len(blank) * 10_004
    expected = [(1, 0, b"a"), (10_006, start, b"b"), (10_007, start + 1 + len(blank), b"c")]
    assert [(number, offset, line.strip()) for number, offset, line in found] == expected
    assert sum(1 for _ in lines(iter(content))) <= 4
    assert count_calls(lambda: [*lines(iter(content))]) < 25_000


def test_lines_are_counted_as_in_the_file(corpus: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n \n" + GOOD + b"\r\n\n{\n\n" + GOOD + b"\n  ")
    corpus("a.jsonl", "--out", "out", "-j", "1")
    [(key, row)] = read_quarantine(tmp_path / "out").items()
    assert (key[1], row["offset"]) == (6, len(GOOD) + 6)
    assert read_counts(tmp_path / "out") == (3, 2, 1)


def test_a_long_line_that_begins_with_spaces_is_quarantined(corpus: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD + b" " * (33 * 1024 * 1024) + GOOD + GOOD)
    corpus("a.jsonl", "--out", "out", "-j", "1")
    [row] = read_quarantine(tmp_path / "out").values()
    assert (row["record"], row["reason"]) == (2, "too-long")
    assert read_counts(tmp_path / "out") == (3, 2, 1)


@pytest.mark.parametrize(("role", "option"), [("id", "--id-column"), ("group", "--group-by")])
def test_a_record_with_a_long_name_is_quarantined_alone(corpus: Run, tmp_path: Path, role: str, option: str) -> None:
    # It would stand beside each of five thousand findings: 10 GB.
    record = json.dumps({"text": MANY_FINDINGS, role: "x" * 2_000_000})
    held = json.dumps({"text": FAULTY, role: "x" * 10_000})
    (tmp_path / "a.jsonl").write_bytes(GOOD + f"{record}\n{held}\n".encode() + GOOD)
    done = corpus("a.jsonl", "--out", "out", "-j", "1", option, role)
    assert read_counts(tmp_path / "out") == (4, 3, 1)
    [row] = read_quarantine(tmp_path / "out").values()
    assert row["reason"] == "too-long"
    assert row["detail"] == f"the {role} has 2,000,000 characters; choose another column with {option}"
    assert "failed" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="processes have no limit of memory here")
def test_a_line_that_takes_too_much_memory_is_quarantined_alone(corpus: Run, write: Write, tmp_path: Path) -> None:
    write(".newslint.toml", "max-memory = 400\n")
    line = b'{"text": "x", "a": [' + b"{}," * (8 * 1024 * 1024) + b"1]}\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(GOOD + line + GOOD, 1))
    corpus("a.jsonl.gz", "--out", "out", "-j", "1")
    [row] = read_quarantine(tmp_path / "out").values()
    assert (row["record"], row["reason"]) == (2, "too-long")
    assert row["detail"] == "the line needs more than 400 MB; raise max-memory in the configuration"
    assert read_counts(tmp_path / "out") == (3, 2, 1)


HOSTILE = {  # and why it is in quarantine
    b'{"text": "x", "id": ' + b"9" * 1_000_000 + b"}": "not-json",  # Python converts no number of so many digits
    b'{"text": ' + b"[" * 1_000_000 + b"}": "not-json",
    b'{"text": ' + b'{"a":' * 100_000 + b"}": "not-json",
    b'{"' + b"k" * 1_000_000 + b'": 1}': "no-text",
    b'{"text": NaN}': "text-not-a-string",
    b'{"text": "a \\ud800 b"}': "not-unicode",
    b"\0": "not-json",
    b'{"text": "A.", "text": 1}': "text-not-a-string",
}


def test_each_hostile_line_costs_itself_alone(corpus: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(GOOD + line + b"\n" for line in HOSTILE) + GOOD)
    corpus("a.jsonl", "--out", "out", "-j", "1", "--id-column", "id", "--clean")
    found = {number: row["reason"] for (_, number), row in read_quarantine(tmp_path / "out").items()}
    assert found == {2 * number: reason for number, reason in enumerate(HOSTILE.values(), 1)}
    assert read_counts(tmp_path / "out") == (2 * len(HOSTILE) + 1, len(HOSTILE) + 1, len(HOSTILE))


def frame_of_stated_size(content: bytes, size: int) -> bytes:
    """Return a Zstandard frame with one plain block, whose header states a size."""
    block = (len(content) << 3 | 1).to_bytes(3, "little") + content
    return b"\x28\xb5\x2f\xfd" + b"\xc0\x50" + struct.pack("<Q", size) + block


DAMAGED: dict[str, tuple[bytes, int]] = {  # with how many good records before the damage
    "a.jsonl.gz": (gzip.compress(GOOD) + gzip.compress(GOOD)[:-4] + struct.pack("<I", 2**31), 2),
    "b.jsonl.zst": (SKIPPED + pack(GOOD) + SKIPPED + frame_of_stated_size(GOOD, 2**60), 1),
    "c.jsonl.zst": (pack(GOOD) + struct.pack("<II", 0x184D2A50, 2**32 - 1) + b"x", 1),
    "d.jsonl.zst": (
        pack(GOOD) + zstandard.ZstdCompressor(dict_data=zstandard.ZstdCompressionDict(GOOD * 9, 1)).compress(GOOD),
        1,
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_stands_before_a_member_that_lies_is_linted_and_the_loss_is_told(
    corpus: Run, tmp_path: Path, name: str
) -> None:
    content, before = DAMAGED[name]
    (tmp_path / name).write_bytes(content + (gzip.compress(GOOD) if name.endswith("gz") else pack(GOOD)))
    done = corpus(name, "--out", "out", "-j", "1")
    [row] = read_quarantine(tmp_path / "out").values()
    assert row["reason"] == "broken-compression" and row["record"] == before + 1
    assert f"the content after byte {before * len(GOOD)} is lost" in row["detail"]
    assert read_counts(tmp_path / "out") == (before + 1, before, 1)
    assert done.returncode == 2


def test_frames_without_content_hide_no_record(corpus: Run, tmp_path: Path) -> None:
    content = (
        SKIPPED + pack(GOOD) + SKIPPED * 3 + pack(b"") + pack(GOOD) + SKIPPED + frame_of_stated_size(GOOD, len(GOOD))
    )
    (tmp_path / "a.jsonl.zst").write_bytes(content)
    assert corpus("a.jsonl.zst", "--out", "out", "-j", "1").returncode == 0
    assert read_counts(tmp_path / "out") == (3, 3, 0)


def test_a_file_that_is_packed_with_a_dictionary_says_what_to_do(corpus: Run, tmp_path: Path) -> None:
    dictionary = zstandard.train_dictionary(4096, [GOOD + str(number).encode() * 50 for number in range(200)])
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.ZstdCompressor(dict_data=dictionary).compress(GOOD))
    corpus("a.jsonl.zst", "--out", "out", "-j", "1")
    [row] = read_quarantine(tmp_path / "out").values()
    assert row["detail"].startswith("it is packed with a dictionary; unpack it, for example with zstd -D")


@pytest.mark.parametrize("content", [GOOD, GOOD * 3, b""])
def test_a_file_that_changes_during_a_run_is_no_file_with_fewer_records(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD * 2)
    job = Job(Settings(), Columns(), str(tmp_path / "out"))
    [unit] = plan(job, [str(path)])
    assert len(list(read_records(job, unit.parts[0]))) == 2
    path.write_bytes(content)
    with pytest.raises(OSError, match="has changed since the run began; run the same command again"):
        list(read_records(job, unit.parts[0]))
    path.unlink()
    with pytest.raises(FileNotFoundError):
        list(read_records(job, unit.parts[0]))
