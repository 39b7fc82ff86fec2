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
from newslint.corpus.types import Manifest, Totals
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
