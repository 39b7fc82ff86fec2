"""Parquet files that unpack to far more than they hold, or that state more rows than they can have."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow as pa
import pyarrow.parquet as pq

from corpora import read_counts, read_quarantine
from newslint.batch.types import QuarantinedRecord
from newslint.config.settings import Settings
from newslint.corpus import plan as planning
from newslint.corpus.plan import plan
from newslint.corpus.records import parquet_limits
from newslint.corpus.records.parquet_columns import ColumnChunk
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Columns, Job, Record
from support import FAULTY, Run

LONG = "Nothing is wrong here. " * 500
ROWS = 1000


def in_a_dictionary(text: str, rows: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array([text]))


# Values of 11 MB that are in the file once. What reads them sees a column of dictionaries, of text, of text in fields.
REPEATED: dict[str, tuple[pa.Table, dict[str, Any]]] = {
    "a dictionary": (pa.table({"text": in_a_dictionary(LONG, ROWS)}), {}),
    "a dictionary of plain text": (pa.table({"text": in_a_dictionary(LONG, ROWS)}), {"store_schema": False}),
    "a dictionary in a field": (
        pa.table({"text": pa.StructArray.from_arrays([in_a_dictionary(LONG, ROWS)], ["body"])}),
        {},
    ),
    "common beginnings": (
        pa.table({"text": [LONG] * ROWS}),
        {"use_dictionary": False, "column_encoding": "DELTA_BYTE_ARRAY"},
    ),
}


def packed(table: pa.Table, **options: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd", **options)
    return file.getvalue()


def read(path: Path, text: str = "text", *, clean: bool = False) -> list[Record | QuarantinedRecord]:
    job = Job(Settings(), Columns()._replace(text=(text,)), str(path.parent / "out"))
    units = list(plan(job, [str(path)]))
    return [one for unit in units for part in unit.parts for one in read_records(job, part, with_rows=clean)]


def missing(records: list[Record | QuarantinedRecord]) -> dict[str, int]:
    """Return how many rows are in quarantine, by reason."""
    bad = [one for one in records if isinstance(one, QuarantinedRecord)]
    return {reason: sum(one.records for one in bad if one.reason == reason) for reason in {one.reason for one in bad}}


@pytest.mark.parametrize("kind", REPEATED)
@pytest.mark.parametrize("clean", [False, True])
def test_values_that_an_encoding_repeats_are_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, clean: bool
) -> None:
    monkeypatch.setattr(parquet_limits, "MIN_BOMB_BYTES", 4_000_000)
    table, options = REPEATED[kind]
    content = packed(table, **options)
    assert len(content) * parquet_limits.MAX_RATIO < 2 * len(LONG) * 256
    (tmp_path / "a.parquet").write_bytes(content)
    records = read(tmp_path / "a.parquet", "text.body" if "field" in kind else "text", clean=clean)
    assert missing(records) == {"broken-compression": ROWS - 256}
    assert sum(isinstance(one, Record) for one in records) == 256
    bad = records[-1]
    assert isinstance(bad, QuarantinedRecord)
    assert "cannot be read from row 257 on, 744 rows are missing" in bad.detail


def test_row_groups_that_are_no_bombs_alone_share_one_allowance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_limits, "MIN_BOMB_BYTES", 4_000_000)
    (tmp_path / "a.parquet").write_bytes(packed(pa.table({"text": in_a_dictionary(LONG, ROWS)}), row_group_size=100))
    records = read(tmp_path / "a.parquet")
    assert 300 <= sum(isinstance(one, Record) for one in records) <= 600
    assert sum(missing(records).values()) + sum(isinstance(one, Record) for one in records) == ROWS


def test_text_that_is_no_bomb_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_limits, "MIN_BOMB_BYTES", 10_000)
    texts = [f"The council met on day {number} of a long year." for number in range(5_000)]
    (tmp_path / "a.parquet").write_bytes(packed(pa.table({"text": texts}), row_group_size=700))
    records = read(tmp_path / "a.parquet")
    assert [one.text for one in records if isinstance(one, Record)] == texts


def test_a_file_that_states_too_much_is_one_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "UNIT_BYTES", 100_000)
    monkeypatch.setattr(planning, "SMALL_UNIT_BYTES", 1)
    pq.write_table(pa.table({"text": [LONG] * 40}), tmp_path / "a.parquet", use_dictionary=False, row_group_size=10)
    job = Job(Settings(), Columns(), str(tmp_path / "out"))
    assert len(list(plan(job, [str(tmp_path / "a.parquet")]))) > 1
    monkeypatch.setattr(planning, "MIN_BOMB_BYTES", 1)
    monkeypatch.setattr(planning, "MAX_RATIO", 2)  # it states that it holds some ten times its size
    assert len(list(plan(job, [str(tmp_path / "a.parquet")]))) == 1


def number(value: int) -> bytes:
    """Return a number as the footer of a Parquet file holds it."""
    value, digits = value << 1 ^ value >> 63, b""
    while value > 127:
        value, digits = value >> 7, digits + bytes([value & 127 | 128])
    return digits + bytes([value])


def footer(rows: int, in_groups: list[int], columns: bytes = b"\x00") -> bytes:
    """Return a file whose footer states so many rows, in all and in each row group, and no column."""
    schema = b"\x19\x1c" + b"\x48\x06schema" + b"\x15" + columns + b"\x00"
    groups = b"".join(b"\x19\x0c" + b"\x16\x00" + b"\x16" + number(count) + b"\x00" for count in in_groups)
    content = b"\x15\x02" + schema + b"\x16" + number(rows) + b"\x19" + bytes([len(in_groups) << 4 | 12]) + groups
    content += b"\x00"
    return b"PAR1" + content + len(content).to_bytes(4, "little") + b"PAR1"


@pytest.mark.parametrize(
    ("rows", "in_groups"),
    [(2**62, [2**62]), (2**31, [2**31]), (-5, [-5]), (0, [5, -5]), (5, [6]), (2**40, []), (2_000_000, [1_000_000] * 2)],
)
def test_a_file_with_more_rows_than_it_can_hold_is_quarantined(
    corpus: Run, tmp_path: Path, rows: int, in_groups: list[int]
) -> None:
    (tmp_path / "a.parquet").write_bytes(footer(rows, in_groups))
    pq.write_table(pa.table({"text": [FAULTY]}), tmp_path / "b.parquet")
    done = corpus("a.parquet", "b.parquet", "--out", "out", "-j", "1")
    [row] = read_quarantine(tmp_path / "out").values()
    assert (row["reason"], "bytes cannot hold" in row["detail"]) == ("not-parquet", True)
    assert read_counts(tmp_path / "out") == (2, 1, 1)
    assert "process" not in done.stderr


def test_as_many_rows_as_a_file_can_hold_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(footer(3, [1, 2]))
    assert missing(read(tmp_path / "a.parquet")) == {"no-text": 3}


@pytest.mark.parametrize("options", [[], ["--clean"]])
def test_columns_of_one_name_are_quarantined_if_they_are_needed(
    corpus: Run, tmp_path: Path, options: list[str]
) -> None:
    texts = pa.array([FAULTY] * 2)
    pq.write_table(pa.Table.from_arrays([texts, texts], names=["text", "text"]), tmp_path / "a.parquet")
    pq.write_table(pa.Table.from_arrays([texts, texts, texts], names=["text", "x", "x"]), tmp_path / "b.parquet")
    done = corpus("a.parquet", "b.parquet", "--out", "out", "-j", "1", *options)
    [row] = read_quarantine(tmp_path / "out").values()
    assert (row["reason"], row["records"]) == ("ambiguous-column", 2)
    assert 'several columns "text"; give each its own name' in row["detail"]
    assert read_counts(tmp_path / "out") == (4, 2, 2)
    assert "failed" not in done.stderr


def test_the_footer_is_asked_for_sizes_only_where_that_may_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def ask(location: str, group: int) -> list[ColumnChunk]:
        del location
        asked.append(group)
        return []

    monkeypatch.setattr(parquet_limits, "column_chunks", ask)
    (tmp_path / "a.parquet").write_bytes(packed(pa.table({"text": [LONG] * ROWS}), row_group_size=100))
    assert len(read(tmp_path / "a.parquet")) == ROWS
    assert asked == []
