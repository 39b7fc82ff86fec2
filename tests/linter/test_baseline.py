"""The baseline: accepted findings are not reported until they expire, and stale entries are."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

import pytest

from newslint.linter.baseline import Baseline, RunScope
from newslint.linter.baseline_file import Entry
from support import FAULT, FAULTY, Run, Write, count_calls

NAME = ".newslint-baseline.jsonl"
ONLY = ("--select", "sources")


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def accepted(newslint: Run, write: Write, tmp_path: Path) -> Path:
    """Write a.txt and a baseline that accepts its finding; return the baseline's path."""
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--write-baseline", *ONLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert "wrote the baseline: 1 finding" in done.stderr
    return tmp_path / NAME


def test_an_accepted_finding_is_not_reported(newslint: Run, write: Write, accepted: Path) -> None:
    done = newslint("a.txt", *ONLY)
    assert (done.returncode, done.stdout) == (0, "")
    assert newslint("a.txt", "--isolated", *ONLY).returncode == 1
    write("b.txt", FAULTY)
    assert newslint(".", *ONLY).stdout.startswith("b.txt" + FAULT)


def test_an_entry_quotes_the_text_without_a_line_number(accepted: Path) -> None:
    (row,) = rows(accepted)
    assert (row["path"], row["rule"], row["text"], row["reason"], row["until"]) == (
        *("a.txt", "sources/bare-source", "A source"),
        *("", ""),
    )
    assert "line" not in row


def test_an_entry_still_matches_when_lines_move(newslint: Run, write: Write, accepted: Path) -> None:
    write("a.txt", "A new first line.\n\n" + FAULTY)
    assert newslint("a.txt", *ONLY).returncode == 0


def test_writing_again_keeps_reasons_and_other_files(newslint: Run, write: Write, accepted: Path) -> None:
    (row,) = rows(accepted)
    accepted.write_text(json.dumps({**row, "reason": "the editor knows", "until": "2999-01-01"}) + "\n")
    write("b.txt", FAULTY)
    newslint("b.txt", "--write-baseline", *ONLY)
    newslint("a.txt", "--write-baseline", *ONLY)
    assert [(found["path"], found["reason"], found["until"]) for found in rows(accepted)] == [
        ("a.txt", "the editor knows", "2999-01-01"),
        ("b.txt", "", ""),
    ]


def test_an_expired_entry_accepts_nothing(newslint: Run, accepted: Path) -> None:
    (row,) = rows(accepted)
    accepted.write_text(json.dumps({**row, "until": "2020-01-01"}) + "\n")
    done = newslint("a.txt", *ONLY)
    assert done.returncode == 1
    assert 'entry for "A source" [sources/bare-source] expired on 2020-01-01' in done.stderr


def test_a_stale_entry_is_reported(newslint: Run, write: Write, accepted: Path) -> None:
    write("a.txt", "Nothing is wrong.\n")
    done = newslint("a.txt", *ONLY)
    assert done.returncode == 0
    assert 'a.txt: the baseline entry for "A source" [sources/bare-source] is stale' in done.stderr


def test_entries_of_rules_that_did_not_run_are_not_stale(newslint: Run, accepted: Path) -> None:
    assert "stale" not in newslint("a.txt", "--select", "numbers").stderr
    newslint("a.txt", "--select", "numbers", "--write-baseline")
    assert len(rows(accepted)) == 1


def test_the_baseline_applies_from_any_working_directory(newslint: Run, write: Write, tmp_path: Path) -> None:
    write(".newslint.toml", "select = ['pattern']\n[[pattern]]\nname='k'\nmatch='unsafe'\nmessage='m'\n")
    write("wire/a.txt", FAULTY * 2)  # the same words in the same sentence, twice
    newslint("wire", "--write-baseline")
    before = rows(tmp_path / NAME)
    assert len(before) == 2
    inside = partial(newslint, cwd=tmp_path / "wire")
    assert inside().returncode == 0
    inside("--write-baseline")
    assert rows(tmp_path / NAME) == before
    assert {row["path"] for row in before} == {"wire/a.txt"}
    write("wire/a.txt", FAULTY)
    assert inside().stderr.startswith("newslint: a.txt: the baseline entry")


def test_entries_of_an_unreadable_file_are_not_stale(newslint: Run, write: Write, accepted: Path) -> None:
    write("a.txt", b"\xff")
    before = accepted.read_bytes()
    assert "stale" not in newslint("a.txt", *ONLY).stderr
    newslint("a.txt", "--write-baseline", *ONLY)
    assert accepted.read_bytes() == before


def test_entries_of_a_deleted_file_are_stale_when_its_folder_is_linted(
    newslint: Run, write: Write, accepted: Path, tmp_path: Path
) -> None:
    write("wire/b.txt", FAULTY)
    write("wire/c.txt", "Nothing is wrong.\n")
    newslint("wire", "--write-baseline", *ONLY)
    (tmp_path / "wire/b.txt").unlink()
    assert "stale" not in newslint("a.txt", "wire/c.txt", *ONLY).stderr
    assert newslint("wire", *ONLY).stderr.startswith("newslint: wire/b.txt: the baseline entry")
    (tmp_path / "wire").rename(tmp_path / "elsewhere")
    newslint("wire", "a.txt", "--write-baseline", *ONLY)
    assert len(rows(accepted)) == 2  # a missing folder was not linted, so its entries are kept
    newslint(".", "--write-baseline", *ONLY)
    assert [row["path"] for row in rows(accepted)] == ["a.txt"]


PLUGIN = """
from newslint.api import CrossArticleRule, Fact, Finding, Rule, Span

class Raises(Rule):
    \"""Finds the first letter, and raises when the article contains !.\"""

    name = "house/raises"

    def check(self, article):
        if article.text[0] == "B":
            yield Finding(Span(0, 1), "A letter.")
        if "!" in article.text:
            raise ValueError("no")
        if article.text[1] == "B":
            yield Finding(Span(1, 2), "Another.")

class Same(CrossArticleRule):
    \"""Finds texts that occur twice.\"""

    name = "house/same"

    def collect_facts(self, article):
        yield Fact(article.text, Span(0, 1), "")

    def compare_facts(self, facts):
        yield Finding(facts[0].location, "It occurs twice.")

def newslint_rules():
    return [Raises, Same]
"""


@pytest.fixture
def run_with_plugin(newslint: Run, write: Write) -> Run:
    """Return a function that runs the command with a rule that raises and a cross-article rule."""
    write("house.py", PLUGIN)
    write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]')
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def test_entries_of_a_rule_that_failed_are_not_stale(run_with_plugin: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", "BB.")
    run_with_plugin(".", "--write-baseline")
    before = rows(tmp_path / NAME)
    assert [row["text"] for row in before] == ["B", "B"]
    write("a.txt", "BB!")
    assert "stale" not in run_with_plugin(".").stderr


BROKEN = (
    *("a file that is not text", "a missing path", "a rule that raises", "a plugin", "a plugin that is not trusted"),
    *("a file that is too large", "a link to nothing", "an article that takes too long"),
)


@pytest.mark.parametrize("broken", BROKEN)
def test_an_incomplete_run_writes_no_baseline(run_with_plugin: Run, write: Write, tmp_path: Path, broken: str) -> None:
    write("a.txt", "BB.")
    write("b.txt", "BB.")
    run_with_plugin(".", "--write-baseline")
    before = (tmp_path / NAME).read_bytes()
    write(
        "a.txt", "BB!" if broken == "a rule that raises" else b"\xff" if broken == "a file that is not text" else "A."
    )
    if broken == "a plugin":
        write("house.py", PLUGIN + "raise OSError")
        write(".newslint.toml", 'local-plugins = ["house.py"]')
    config = 'local-plugins = ["house.py"]\nselect = ["house"]\n'
    if broken == "a file that is too large":
        write("a.txt", "A" * 2_000_000)
        write(".newslint.toml", config + "max-size = 1\n")
    if broken == "a link to nothing":
        (tmp_path / "c.txt").symlink_to("nowhere.txt")
    if broken == "an article that takes too long":
        write("house.py", PLUGIN.replace('if "!"', "while article.path == 'a.txt': pass\n        if \"!\""))
        write(".newslint.toml", config + "timeout = 0.5\n")
    if broken == "a plugin that is not trusted":
        run_with_plugin = partial(run_with_plugin, NEWSLINT_TRUST_LOCAL="")
    missing = ["nowhere"] if broken == "a missing path" else []
    for jobs in "12":
        done = run_with_plugin(".", *missing, "--write-baseline", "-j", jobs)
        assert done.returncode == 2
        assert "the baseline was not written, because the run is incomplete" in done.stderr
        assert (tmp_path / NAME).read_bytes() == before


def test_cross_article_entries_are_stale_only_after_a_complete_comparison(
    run_with_plugin: Run, write: Write, tmp_path: Path
) -> None:
    for name in ("wire/a.txt", "wire/deep/b.txt"):
        write(name, "One.")
    write("wire/c.txt", "Two.")
    run_with_plugin("wire", "--write-baseline")
    (row,) = rows(tmp_path / NAME)
    assert (row["path"], row["scope"]) == ("wire/a.txt", "wire")
    assert run_with_plugin("wire").stderr == "newslint: no findings in 3 articles; 1 accepted by the baseline\n"
    part = ("wire/a.txt", "wire/c.txt")
    assert "stale" not in run_with_plugin(*part).stderr
    run_with_plugin(*part, "--write-baseline")
    assert rows(tmp_path / NAME) == [row]

    write("wire/deep/b.txt", b"\xff")
    assert "stale" not in run_with_plugin("wire").stderr
    write("wire/deep/b.txt", "Three.")
    for path in (".", "wire"):
        assert 'wire/a.txt: the baseline entry for "O" [house/same] is stale' in run_with_plugin(path).stderr
    run_with_plugin("wire", "--write-baseline")
    assert rows(tmp_path / NAME) == []


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("wire/a.txt", ["house/raises", "house/same"]),  # one of the articles that were compared
        ("wire/b.txt", ["house/same"]),  # another one
        ("wire/**", ["house/raises", "house/same"]),
        ("other/**", []),
    ],
)
def test_entries_of_a_rule_that_an_override_switches_off_are_kept(
    run_with_plugin: Run, write: Write, tmp_path: Path, path: str, kept: list[str]
) -> None:
    for name in ("wire/a.txt", "wire/b.txt"):
        write(name, "BA.")
    run_with_plugin(".", "--write-baseline")
    before = rows(tmp_path / NAME)
    assert [row["rule"] for row in before] == ["house/raises", "house/same", "house/raises"]
    write("wire/a.txt", "AA.")
    write(
        ".newslint.toml",
        f'local-plugins = ["house.py"]\nselect = ["house"]\n[[overrides]]\npaths = ["{path}"]\nignore = ["house"]\n',
    )
    others = [row for row in before if row["path"] != "wire/a.txt"]
    wanted = [row for row in before if row["path"] == "wire/a.txt" and row["rule"] in kept] + others
    assert run_with_plugin(".").stderr.count("is stale") == len(before) - len(wanted)
    run_with_plugin(".", "--write-baseline")
    assert rows(tmp_path / NAME) == wanted


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1 is not JSON"),
        pytest.param("[" * 100_000, "line 1 is not JSON: maximum recursion depth exceeded", id="nested"),
        ("[]", "line 1 must be a JSON object whose values are strings"),
        ('{"fingerprint": "x", "rule": "r", "path": "p"}', 'line 1: "text" is missing'),
        ('{"fingerprint": "x", "ruel": "r"}', 'line 1: unknown key "ruel"; did you mean "rule"?'),
        (
            '{"fingerprint": "x", "rule": "r", "path": "p", "text": "t", "until": "soon"}',
            'line 1: "until" must be a date',
        ),
        (
            '\n{"fingerprint": "x", "rule": "r", "path": "p", "text": "t", "until": "20990101"}',
            'base.jsonl, line 2: "until" must be a date, as in 2025-12-31, not "20990101"',
        ),
    ],
)
def test_an_invalid_baseline_is_an_error(newslint: Run, write: Write, line: str, message: str) -> None:
    write("a.txt", FAULTY)
    write("base.jsonl", line + "\n")
    done = newslint("a.txt", "--baseline", "base.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


@pytest.mark.parametrize("name", ["file{}.txt", "gone{}.txt"])
def test_twice_the_entries_and_paths_cost_at_most_twice_as_much(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def calls(entry_count: int, path_count: int) -> int:
        entries = [Entry(str(number), "a/b", name.format(number), "text") for number in range(entry_count)]
        paths = [f"file{number}.txt" for number in range(path_count)]
        scope = RunScope(paths=paths, linted=paths, failures=[], rules_that_ran=["a/b"], cross_rules=[])
        return count_calls(lambda: list(Baseline("known.jsonl", entries).stale_messages(scope)))

    once = calls(300, 300)
    assert calls(600, 600) <= 2 * 1.3 * once
    assert calls(600, 300) + calls(300, 600) <= 3 * 1.3 * once


def test_many_paths_cost_nothing_more_for_each_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    entries = [Entry(str(number), "a/b", f"gone/{number}.txt", "text") for number in range(300)]
    baseline = Baseline(str(tmp_path / "known.jsonl"), entries, str(tmp_path))

    def calls(count: int) -> int:
        folders = [str(tmp_path / f"folder{number}") for number in range(count)]
        for folder in folders:
            os.makedirs(folder, exist_ok=True)
        scope = RunScope(paths=folders, linted=[], failures=[], rules_that_ran=["a/b"], cross_rules=[])
        return count_calls(lambda: list(baseline.stale_messages(scope)))

    assert calls(200) - calls(100) < 100 * 300
