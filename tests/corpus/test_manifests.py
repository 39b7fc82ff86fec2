"""Manifests that something else has written: their unit runs again, whatever JSON they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpora import read_counts, write_jsonl
from newslint.batch.units import load_manifest, read_manifest, write_manifest
from newslint.config.settings import SettingsError
from newslint.corpus.outputs import breakdown_cache
from newslint.corpus.outputs.breakdown import Breakdown
from newslint.corpus.outputs.clean import CleanTotals
from newslint.corpus.outputs.clean_types import CleanResult, Removal, is_valid
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


TEXT = st.text(max_size=4)
COUNT = st.integers(0, 2**40)
TRIPLE = st.tuples(COUNT, COUNT, st.integers(-(2**40), 2**40))


def _clean_result(removed: dict[str, Any], groups: dict[str, Any], **fields: Any) -> CleanResult:
    """Return a result in which each group that loses text is counted."""
    return CleanResult(removed=removed, groups={**dict.fromkeys(removed, (1, 1, 1)), **groups}, **fields)


CLEAN_RESULTS = st.builds(
    _clean_result,
    unit=TEXT,
    input_digest=TEXT,
    files=st.lists(TEXT, max_size=2).map(tuple),
    examples=st.just({}),
    articles=COUNT,
    changed=COUNT,
    characters=COUNT,
    removed=st.dictionaries(TEXT, st.dictionaries(TEXT, TRIPLE, min_size=1, max_size=2), max_size=2),
    groups=st.dictionaries(TEXT, TRIPLE, max_size=2),
    removals=st.lists(st.builds(Removal, *[TEXT] * len(Removal._fields)), max_size=2).map(tuple),
    failures=st.dictionaries(TEXT, COUNT, max_size=2),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLEAN_RESULTS, st.data())
def test_the_stamp_of_a_clean_copy_is_read_as_it_was_written_or_not_at_all(
    tmp_path: Path, result: CleanResult, data: st.DataObject
) -> None:
    location = tmp_path / "a.json"
    write_manifest(str(location), result)
    again = load_manifest(str(location), CleanResult, result.input_digest, is_valid)
    assert again is not None
    assert json.dumps(again._asdict()) == json.dumps(result._asdict())
    assert load_manifest(str(location), CleanResult, result.input_digest + "x", is_valid) is None
    whole = location.read_bytes()
    location.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1), "size of the part that is left")])
    assert load_manifest(str(location), CleanResult, result.input_digest, is_valid) is None


@settings(max_examples=100, deadline=None, suppress_health_check=[*HealthCheck])
@given(CLEAN_RESULTS, st.dictionaries(st.sampled_from(CleanResult._fields), JSON, max_size=3), st.data())
def test_whatever_the_stamp_of_a_clean_copy_holds_can_be_added_up_and_told(
    tmp_path: Path, result: CleanResult, fields: dict[str, Any], data: st.DataObject
) -> None:
    content = json.loads(json.dumps(result._asdict()))
    for name in ("removed", "groups", "removals"):  # a wrong value deep within one that is right
        if content[name] and data.draw(st.booleans()):
            key = next(iter(content[name])) if isinstance(content[name], dict) else 0
            content[name][key] = data.draw(JSON)
    location = tmp_path / "a.json"
    location.write_text(json.dumps({**content, **fields}), encoding="utf-8")
    manifest = read_manifest(str(location), CleanResult, is_valid)
    if manifest is not None:
        totals = CleanTotals(dry_run=False)
        totals.add(manifest)
        json.dumps(totals.as_json(), allow_nan=False)
        assert "".join(totals.as_text("outlet"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda copy, stamp: stamp.write_text("{"),
        lambda copy, stamp: stamp.unlink(),
        lambda copy, stamp: stamp.write_bytes(stamp.read_bytes()[:-9]),
        lambda copy, stamp: copy.unlink(),
        lambda copy, stamp: stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "removals": 1})),
        lambda copy, stamp: stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "input_digest": "other"})),
        lambda copy, stamp: (stamp.unlink(), copy.write_bytes(b"half")),
    ],
)
def test_a_clean_copy_whose_stamp_does_not_fit_is_written_again(
    corpus: Run, tmp_path: Path, damage: Callable[[Path, Path], object]
) -> None:
    write_jsonl(tmp_path / "a.jsonl", {"a": f"{FAULTY}{{{{ x }}}}\n", "b": "A road opens.\n"})
    command = ("a.jsonl", "--out", "out", "--clean")
    assert corpus(*command).returncode == 0
    ((copy,), (stamp,)) = ([*(tmp_path / "out" / folder).iterdir()] for folder in ("clean", "_clean"))
    before, summary = copy.read_bytes(), (tmp_path / "out/summary.json").read_bytes()
    damage(copy, stamp)
    done = corpus(*command)
    assert (done.returncode, copy.read_bytes()) == (0, before), done.stderr
    assert (tmp_path / "out/summary.json").read_bytes() == summary


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
