"""Profiles: severities by published standards, with the clause that each rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support import Run

TEXT = "A palace aide said the visit was off.\n\nThe visit was reportedly short.\n"


def severities(output: str) -> dict[str, str]:
    """Return the severity of each finding in text output by its rule."""
    found = {}
    for line in output.splitlines():
        found[line.rpartition("[")[2].rstrip("]")] = line.split(": ")[1]
    return found


@pytest.fixture
def lint(newslint: Run, tmp_path: Path) -> Iterator[Callable[[str], dict[str, str]]]:
    """Return a function: the severities of the findings in TEXT with a configuration."""
    (tmp_path / "a.txt").write_text(TEXT)

    def run(configuration: str) -> dict[str, str]:
        (tmp_path / ".newslint.toml").write_text('select = ["sources"]\n' + configuration)
        return severities(newslint("a.txt", "--exit-zero").stdout)

    yield run


def test_a_profile_sets_severities(lint: Callable[[str], dict[str, str]]) -> None:
    assert lint('profile = "ap"\n')["sources/unexplained-anonymity"] == "error"
    assert lint('profile = "spj"\n')["sources/unexplained-anonymity"] == "warning"
    assert lint('profile = "npr"\n')["sources/agentless-attribution"] == "error"


def test_a_rule_without_a_clause_keeps_its_severity(lint: Callable[[str], dict[str, str]]) -> None:
    rule = "sources/agentless-attribution"
    assert lint('profile = "spj"\n')[rule] == lint("")[rule]


def test_the_table_of_a_rule_goes_before_the_profile(lint: Callable[[str], dict[str, str]]) -> None:
    own = '[rules."sources/unexplained-anonymity"]\nseverity = "info"\n'
    assert lint('profile = "ap"\n' + own)["sources/unexplained-anonymity"] == "info"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('"rueters"', 'profile: there is no profile "rueters"; did you mean "reuters"?'),
        ('"x"', 'profile: there is no profile "x"; there are: ap, bbc, guardian, npr, reuters, spj'),
        ("3", '"profile" must be the name of a profile, as in profile = "ap"'),
        ('""', '"profile" must be the name of a profile, as in profile = "ap"'),
    ],
)
def test_a_wrong_profile_is_an_error(newslint: Run, tmp_path: Path, value: str, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / ".newslint.toml").write_text(f"profile = {value}\n")
    run = newslint("a.txt")
    assert run.returncode == 2
    assert message in run.stderr


def test_explain_names_the_clauses(newslint: Run) -> None:
    output = newslint("--explain", "sources/bare-source").stdout
    assert '- ap: error. AP, News Values and Principles, "Anonymous sources": ' in output
    assert "Profiles:" not in newslint("--explain", "dates/impossible-date").stdout


def test_a_plugin_defines_a_profile(newslint: Run, tmp_path: Path) -> None:
    plugin = """
from newslint.api import Clause, Finding, Rule, Span

class Named(Rule):
    \"\"\"Finds an article.\"\"\"

    name = "house/named"
    profiles = {"house": Clause(SEVERITY, "House style, chapter 4.")}

    def check(self, article):
        yield Finding(Span(0, 1), "An article.")

def newslint_rules():
    return [Named]
"""
    (tmp_path / "a.txt").write_text(TEXT)
    configuration = 'select = ["house"]\nprofile = "house"\nlocal-plugins = ["house.py"]\n'
    (tmp_path / ".newslint.toml").write_text(configuration)
    (tmp_path / "house.py").write_text(plugin.replace("SEVERITY", '"error"'))
    run = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert severities(run.stdout) == {"house/named": "error"}
    (tmp_path / "house.py").write_text(plugin.replace("SEVERITY", '"grave"'))
    run = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert run.returncode == 2
    assert "house/named has, for the profile \"house\", Clause(severity='grave'" in run.stderr
