"""Values of Parquet that Python cannot hold: the record goes into quarantine, and the others are linted."""

from __future__ import annotations

from decimal import Decimal
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
from newslint.corpus.plan import plan
from newslint.corpus.records.reader import read_records
from newslint.corpus.types import Columns, Job, Record
from support import FAULTY, Run

ODD = 2  # the row with the odd value
MICROSECONDS = pa.array([0, 10**15, 2**62, 1], pa.int64()).cast(pa.timestamp("us"))
COLUMNS: dict[str, Any] = {
    "a timestamp after the year 9999": MICROSECONDS,
    "a timestamp with a time zone": MICROSECONDS.cast(pa.timestamp("us", "Europe/Kyiv")),
    "a timestamp in milliseconds": pa.array([0, 10**9, 10**15, 1], pa.int64()).cast(pa.timestamp("ms")),
    "a day": pa.array([0, 10**4, 2**30, 1], pa.int32()).cast(pa.date32()),
    "a day in a dictionary": pa.array([0, 10**4, 2**30, 1], pa.int32()).cast(pa.date32()).dictionary_encode(),
    "a duration": pa.array([0, 10**4, 2**62, 1], pa.int64()).cast(pa.duration("s")),
    "a list of timestamps": pa.ListArray.from_arrays(pa.array([0, 1, 2, 3, 4]), MICROSECONDS),
}


# Values that are no date, id or group, but that Python can hold: the record is linted.
HELD: dict[str, Any] = {
    "a decimal": pa.array([None, Decimal("1.5"), Decimal(10**37), Decimal(0)], pa.decimal256(50, 2)),
    "an unsigned number": pa.array([0, 1, 2**64 - 1, 3], pa.uint64()),
    "no number": pa.array([float("nan"), float("inf"), 1e308, -1e308]),
    "bytes": pa.array([b"\xff", b"", b"\0", None]),
    "bytes of one length": pa.array([b"\xff\xff", b"aa", b"\0\0", None], pa.binary(2)),
    "a map": pa.array([[("a", 1)], [], None, [("b", 2)]], pa.map_(pa.string(), pa.int32())),
    "a list": pa.array([[1], [], None, [2]], pa.large_list(pa.int64())),
    "text that is not UTF-8": pa.StringArray.from_buffers(
        4,
        pa.py_buffer(b"".join(number.to_bytes(4, "little") for number in (0, 2, 4, 5, 6))),
        pa.py_buffer(b"\xff\xfeabcd"),
    ),
    "a structure": pa.array([{"a": 1}, None, {"a": None}, {"a": 2}]),
    "nothing": pa.nulls(4),
}
JSON_VALUES = (
    "1" + "0" * 400, "NaN", "-Infinity", "1e999", "-99999999999999999999", "true", "[]", '{"a": [1]}', '"\\u0000"',
    '"\\ud800"', '"2025-02-30"', '"' + "x" * 10_000 + '"',
)  # fmt: skip


def read(path: Path, role: str, name: str, *, clean: bool = False) -> list[Record | QuarantinedRecord]:
    columns = Columns()._replace(**{role: (name,)})
    job = Job(Settings(), columns, str(path.parent / "out"))
    return [record for unit in plan(job, [str(path)]) for record in read_records(job, unit.parts[0], with_rows=clean)]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("role", ["date", "id", "group"])
@pytest.mark.parametrize("clean", [False, True])
def test_a_record_with_a_value_that_cannot_be_read_is_quarantined_alone(
    tmp_path: Path, column: str, nested: bool, role: str, clean: bool
) -> None:
    values = COLUMNS[column]
    values = pa.StructArray.from_arrays([values], ["odd"]) if nested else values
    pq.write_table(pa.table({"text": [FAULTY] * 4, "odd": values}), tmp_path / "a.parquet")
    records = read(tmp_path / "a.parquet", role, "odd.odd" if nested else "odd", clean=clean)
    assert [getattr(record, "reason", "") for record in records] == ["", "", "unreadable-value", ""]
    assert [record.number for record in records] == [1, 2, ODD + 1, 4]


@pytest.mark.parametrize("role", ["date", "id", "group"])
@pytest.mark.parametrize("column", HELD)
def test_an_odd_value_that_can_be_read_costs_no_record(tmp_path: Path, column: str, role: str) -> None:
    pq.write_table(pa.table({"text": [FAULTY] * 4, "odd": HELD[column]}), tmp_path / "a.parquet")
    records = read(tmp_path / "a.parquet", role, "odd", clean=True)
    assert [(record.number, getattr(record, "reason", "")) for record in records] == [(n, "") for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("option", ["--date-column", "--id-column", "--group-by"])
def test_odd_values_of_json_cost_no_record_in_the_command(corpus: Run, tmp_path: Path, option: str) -> None:
    rows = "".join(f'{{"text": "It rains.", "odd": {value}, "deep": 1}}\n' for value in JSON_VALUES)
    (tmp_path / "a.jsonl").write_text(rows + '{"text": "It rains.", "odd": ' + "[" * 100_000 + "}\n" + rows)
    done = corpus("a.jsonl", "--out", "out", option, "odd", "--clean", "--max-quarantined", "1")
    assert "Traceback" not in done.stderr
    count = 2 * len(JSON_VALUES)
    assert read_counts(tmp_path / "out") == (count + 1, count, 1)
    (row,) = read_quarantine(tmp_path / "out").values()
    assert row["reason"] == "not-json"


def test_the_command_lints_the_other_records(corpus: Run, tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [FAULTY] * 4, "date": MICROSECONDS}), tmp_path / "a.parquet")
    done = corpus("a.parquet", "--out", "out", "-j", "1")
    assert (done.returncode, read_counts(tmp_path / "out")) == (2, (4, 3, 1))
    ((key, row),) = read_quarantine(tmp_path / "out").items()
    assert (key[1], row["reason"]) == (ODD + 1, "unreadable-value")
    assert row["detail"].startswith("a value of type timestamp[us] cannot be read: ")


def test_a_value_that_is_not_needed_may_be_odd(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [FAULTY] * 4, "seen": MICROSECONDS}), tmp_path / "a.parquet")
    assert len([record for record in read(tmp_path / "a.parquet", "id", "id") if isinstance(record, Record)]) == 4


def test_nanoseconds_are_cut_off(tmp_path: Path) -> None:
    days = pa.array([0, 10**18 + 1, 1, 999], pa.int64()).cast(pa.timestamp("ns"))
    pq.write_table(pa.table({"text": [FAULTY] * 4, "date": days}), tmp_path / "a.parquet")
    records = read(tmp_path / "a.parquet", "date", "date")
    assert [record.date[:10] for record in records if isinstance(record, Record)] == [
        "1970-01-01",
        "2001-09-09",
        "1970-01-01",
        "1970-01-01",
    ]
