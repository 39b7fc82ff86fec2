"""Manifests that something else has written: their unit runs again, whatever JSON they hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora import read_counts, write_jsonl
from newslint.batch.units import read_manifest
from newslint.config.settings import SettingsError
from newslint.corpus.outputs import breakdown_cache
from newslint.corpus.outputs.breakdown import Breakdown
from newslint.corpus.types import Manifest, Totals
from newslint.linter.baseline import load_baseline
from newslint.linter.baseline_file import Entry
from newslint.linter.verdicts import Verdict, read_verdicts
from support import FAULTY, Run

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
WRONG: dict[str, Any] = {
    "a number that is a word": {"records": "many"},
    "nothing": {"records": None},
    "counts that are a list": {"rules": [1]},
    "a count that is a mapping": {"reasons": {"a": {}}},
    "a pair of one": {"groups": {"a": [1]}},
    "files that are a word": {"files": "a"},
    "files that are numbers": {"files": [1]},
    "no number": {"seconds": float("nan")},
    "an unknown key": {"more": 1},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_manifest_with_wrong_types_is_written_again(corpus: Run, tmp_path: Path, wrong: str) -> None:
    write_jsonl(tmp_path / "a.jsonl", {"a": FAULTY, "b": "A road opens.\n"})
    first = corpus("a.jsonl", "--out", "out")
    expected = read_counts(tmp_path / "out")
    [location] = (tmp_path / "out" / "_units").glob("a-*.json")
    location.write_text(json.dumps({**json.loads(location.read_text()), **WRONG[wrong]}), encoding="utf-8")
    again = corpus("a.jsonl", "--out", "out")
    assert (again.returncode, "Traceback" in again.stderr) == (first.returncode, False)
    assert read_counts(tmp_path / "out") == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(Manifest._fields), JSON, max_size=6))
def test_whatever_a_manifest_holds_can_be_added_up(tmp_path: Path, content: dict[str, Any]) -> None:
    location = tmp_path / "a.json"
    location.write_text(json.dumps({"unit": "a", "input_digest": "b", **content}), encoding="utf-8")
    manifest = read_manifest(str(location), Manifest)
    if manifest is not None:
        Totals().add(manifest)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON, st.dictionaries(st.sampled_from(["state", *Breakdown._fields]), JSON, max_size=5), st.data())
def test_tables_of_an_earlier_run_are_whole_or_made_again(
    tmp_path: Path, other: Any, fields: dict[str, Any], data: st.DataObject
) -> None:
    rows = {"groups": [["a", 1, 2, 0.5, 0.5, 1.0, 1.0]], "rules_by_group": [], "rules_by_month": [], "samples": []}
    if data.draw(st.booleans()):
        rows["groups"][0][data.draw(st.integers(0, 6))] = data.draw(JSON)
    whole = {"state": "s", **rows, "groups_left_out": 0, **fields}
    location = tmp_path / "tables.json"
    location.write_text(json.dumps(data.draw(st.sampled_from([whole, whole, other]))), encoding="utf-8")
    tables = breakdown_cache._load(str(location), "s")
    if tables is not None:
        json.dumps(tables.as_json(), allow_nan=False)
        sum(row.articles + row.findings for row in tables.groups)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON, st.dictionaries(st.sampled_from([*Verdict._fields, *Entry._fields]), JSON, max_size=9))
def test_whatever_json_a_file_of_verdicts_or_a_baseline_holds_is_valid_or_an_error(
    tmp_path: Path, other: Any, fields: dict[str, Any]
) -> None:
    location = tmp_path / "a.jsonl"
    valid = {"path": "a.txt", "rule": "a/b", "fingerprint": "c"}
    for content in (other, fields, {**valid, "verdict": "wrong", **fields}, {**valid, "text": "d", **fields}):
        location.write_text(json.dumps(content) + "\n", encoding="utf-8")
        for read in (read_verdicts, lambda path: load_baseline(path, must_exist=True).entries.values()):
            try:
                found = read(str(location))
            except SettingsError as error:
                assert f"{location}, line 1" in str(error)
            else:
                assert all(isinstance(one.path, str) and isinstance(one.fingerprint, str) for one in found)
