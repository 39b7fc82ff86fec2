"""The figures of the rules: how they are measured, and where they are shown."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.linter.measured import all_measured, describe
from support import FAULTY, ROOT, Run, Write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LEAST = 0.8  # a rule that is less often right stays in preview
MIN_FINDINGS = 5  # fewer tell nothing


def test_a_rule_that_is_too_often_wrong_is_in_preview() -> None:
    rules = build_linter(Settings()).all_rules
    for name, table in all_measured().items():
        if name in rules and table.get("findings", 0) >= MIN_FINDINGS and table["precision"] < LEAST:
            assert rules[name].preview, f"{name} was right in {table['precision']:.0%}; set preview = True"


def test_every_table_is_of_a_rule_or_a_family_that_ships() -> None:
    rules = build_linter(Settings()).all_rules
    known = {*rules, *(name.partition("/")[0] for name in rules)}
    assert set(all_measured()) <= known


def measure(folder: Path, *more: str | Path) -> dict[str, dict[str, object]]:
    command = [sys.executable, ROOT / "tools" / "measure.py", folder, *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return tomllib.loads(done.stdout)


def labelled(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def page(publisher: str, *lines: tuple[str, str]) -> dict[str, object]:
    return {"id": publisher, "publisher": publisher, "lines": [{"text": text, "label": label} for text, label in lines]}


BODY = "The ferry will be back on Monday, the harbour board said, and the first boat sails at seven o'clock."
TAG = "{{ page.title }}"


def test_precision_and_recall_come_from_the_labels(tmp_path: Path) -> None:
    labelled(
        tmp_path / "junk" / "lines.jsonl",
        page("a", (BODY, "body"), (TAG, "junk"), (BODY, "body")),
        page("b", (BODY, "body"), (TAG, "body"), (BODY, "junk"), (BODY, "body")),
        page("c", (BODY, "body"), (TAG, "byline")),
    )
    table = measure(tmp_path)["boilerplate/template-tag"]
    assert (table["findings"], table["precision"]) == (2, 0.5)  # the byline counts neither way
    assert table["precision-interval"] == [0.095, 0.905]  # Wilson's, for one of two
    assert table["texts"] == ["scraped pages"]
    family = measure(tmp_path)["boilerplate"]
    assert (family["labels"], family["recall"]) == (2, 0.5)


def test_a_source_counts_once_and_an_open_label_not_at_all(tmp_path: Path) -> None:
    text = "A palace aide said the visit was off. The aide left later, and a clerk swept.\n"
    span = {"kind": "anonymous_unexplained", "flag": "yes", "chain": 1}
    rows = [
        {"gold": True, "source": "a", "text": text, "spans": [{**span, "start": 0, "end": 13}]},
        {"gold": True, "source": "b", "text": text, "spans": [{**span, "start": 0, "end": 13, "flag": "soft"}]},
        {"gold": True, "source": "c", "text": text, "spans": []},
        {"gold": False, "source": "d", "text": text, "spans": []},
    ]
    labelled(tmp_path / "sources" / "articles.jsonl", *rows)
    table = measure(tmp_path)["sources/unexplained-anonymity"]
    assert (table["findings"], table["precision"], table["labels"], table["recall"]) == (2, 0.5, 1, 1.0)


def test_what_readers_marked_counts_and_arguable_does_not(tmp_path: Path) -> None:
    rule = "sources/bare-source"
    verdicts = ["right", "right", "wrong", "arguable"]
    rows = [{"rule": rule, "path": f"{number}.txt", "verdict": verdict} for number, verdict in enumerate(verdicts)]
    labelled(tmp_path / "marks.jsonl", *rows)
    empty = tmp_path / "empty"
    empty.mkdir()
    table = measure(empty, "--verdicts", tmp_path / "marks.jsonl", "--texts", "our wire")[rule]
    assert (table["findings"], table["precision"], table["texts"]) == (3, 0.667, ["our wire"])


def test_nothing_to_measure_is_an_error(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "tools" / "measure.py", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "nothing was measured" in done.stderr


def test_explain_the_list_sarif_and_the_page_show_the_figures(newslint: Run, write: Write) -> None:
    name = "sources/unexplained-anonymity"
    table = all_measured()[name]
    described = describe(table)
    assert f"of {table['findings']} findings were right" in described
    assert f"Measured: {described}" in newslint("--explain", name).stdout
    assert described in (ROOT / "docs" / "rules" / f"{name}.md").read_text(encoding="utf-8")
    (line,) = (line for line in newslint("--list-rules").stdout.splitlines() if f" {name} " in line)
    assert f"{100 * table['precision']:.0f} % of {table['findings']}" in line
    rules = json.loads(newslint("--list-rules", "--format", "json").stdout)["rules"]
    assert next(rule for rule in rules if rule["name"] == name)["measured"]["precision"] == table["precision"]
    write("a.txt", FAULTY)
    log = json.loads(newslint("a.txt", "--format", "sarif").stdout)
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    expected = all_measured()[rule["id"]]["precision"]
    assert rule["properties"]["measuredPrecision"] == expected
    assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")


@pytest.mark.parametrize("table", [{}])
def test_a_rule_that_was_not_measured_says_nothing(table: dict[str, object]) -> None:
    assert describe(table) == ""
