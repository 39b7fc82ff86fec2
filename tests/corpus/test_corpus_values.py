"""Values of Parquet that Python cannot hold: the record goes into quarantine, and the others are linted."""

from __future__ import annotations

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
