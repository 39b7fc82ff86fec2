"""The examples of every built-in rule, in its docstring and its case file, and the form of its documentation."""

from __future__ import annotations

import pytest

from newslint.config.settings import Settings
from newslint.engine.examples import check_examples
from newslint.linter.example_settings import set_up_example
from newslint.linter.linter import build_linter
from newslint.text.scanner import validate_lexicon
from support import ROOT

CASES = ROOT / "tests/cases"
KNOWN = build_linter(Settings(preview=True)).all_rules


@pytest.mark.parametrize("name", KNOWN)
def test_the_examples_in_the_docstring_pass(name: str) -> None:
    assert check_examples(KNOWN[name], KNOWN[name].info().documentation, set_up_example) == []


@pytest.mark.parametrize("name", KNOWN)
def test_the_cases_pass(name: str) -> None:
    assert check_examples(KNOWN[name], (CASES / f"{name}.md").read_text(encoding="utf-8"), set_up_example) == []


@pytest.mark.parametrize("name", KNOWN)
def test_the_lexicon_is_valid(name: str) -> None:
    validate_lexicon(KNOWN[name].lexicon())  # raises; a run validates the lexicons of other plugins only


@pytest.mark.parametrize("name", KNOWN)
def test_the_summary_is_one_sentence(name: str) -> None:
    summary = KNOWN[name].info().summary
    assert summary.startswith("Finds ")
    assert summary.endswith(".")


def test_every_case_file_belongs_to_a_rule() -> None:
    there = {f"{path.parent.name}/{path.stem}" for path in CASES.glob("*/*.md")}
    assert there == set(KNOWN)
