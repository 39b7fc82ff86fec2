"""The library: texts in memory give the findings that the command gives for files."""

from __future__ import annotations

import datetime
import importlib
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import newslint
from support import ROOT, Run, Write

TEXT = "A palace aide said the visit was off.\n\nHe left on Friday.\n"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def rules(report: newslint.Report) -> list[str]:
    """Return the rules of the findings."""
    return [found.rule for found in report]


def test_lint_finds_what_the_command_finds(run: Run) -> None:
    for seed in SEEDS:
        report = newslint.lint(seed.read_text(encoding="utf-8"), path=f"seeds/{seed.name}")
        output = run(f"seeds/{seed.name}", "--isolated", "--format", "json", cwd=ROOT).stdout
        assert report.to_json() == output
        assert report.to_dict() == json.loads(output)


@pytest.mark.parametrize("jobs", [1, 2])
def test_lint_many_compares_as_the_command_does(run: Run, jobs: int) -> None:
    documents = [newslint.Document(seed.read_text(encoding="utf-8"), f"seeds/{seed.name}") for seed in SEEDS]
    reports = list(newslint.lint_many(documents[::-1], jobs=jobs))
    assert [report.path for report in reports] == [document.path for document in documents[::-1]]
    output = run("seeds", "--isolated", "--format", "json", cwd=ROOT).stdout
    found = [finding for report in reports[::-1] for finding in report.to_dict()["findings"]]
    assert found == json.loads(output)["findings"]
    assert "numbers/articles-disagree" in {finding["rule"] for finding in found}


def test_without_compare_reports_come_one_by_one() -> None:
    taken = []

    def texts():  # type: ignore[no-untyped-def]
        for text in (TEXT, TEXT):
            taken.append(text)
            yield text

    reports = newslint.lint_many(texts(), compare=False)
    first = next(reports)
    assert len(taken) == 1
    assert (first.path, next(reports).path) == ("1", "2")
    assert "sources/unexplained-anonymity" in rules(first)


def test_a_finding_has_positions_and_words() -> None:
    (found,) = newslint.Linter(select=["sources"]).lint(TEXT)
    start, end = found.location.start, found.location.end
    assert TEXT[start.offset : end.offset] == found.match == "A palace aide"
    assert (start.line, start.column) == (1, 1)


def test_offsets_are_those_of_the_string() -> None:
    text = "\ufeff" + TEXT + "\ud800"  # what a file could not hold
    (found,) = newslint.Linter(select=["sources"]).lint(text)
    assert text[found.location.start.offset : found.location.end.offset] == "A palace aide"


@pytest.mark.parametrize("date", ["2025-05-23", "May 23, 2025", datetime.date(2025, 5, 23), 1748000000])
def test_a_date_is_known_beside_the_text(date: newslint.library.linter.AnyDate) -> None:
    linter = newslint.Linter(select=["dates/no-publication-date"])
    assert rules(linter.lint(TEXT)) == ["dates/no-publication-date"]
    assert rules(linter.lint(TEXT, date=date)) == []


def test_the_suffix_chooses_the_reader_whatever_the_path() -> None:
    text = "# Visit\n\n**A palace aide** [said](https://a.example) the visit was off.\n"
    (found,) = newslint.Linter(select=["sources"]).lint(text, suffix=".md")
    assert found.match == "A palace aide"
    plain = newslint.Linter(select=["sources"]).lint(TEXT, path="https://a.example/story.html")
    assert plain[0].match == "A palace aide"
    with pytest.raises(ValueError, match=r'there is no reader for ".docx"; the suffixes are .*\.md'):
        newslint.lint(text, suffix=".docx")


def test_fix_applies_safe_fixes_alone_unless_told() -> None:
    text = "The road is closed.\n\nClick here to subscribe to our newsletter.\n\nIt opens on May 3.\n"
    report = newslint.lint(text)
    fixes = [found.fix for found in report if found.fix]
    assert fixes
    for unsafe in (False, True):
        expected = {fix.safe for fix in fixes} - ({False} if not unsafe else set())
        assert (newslint.fix(text, unsafe=unsafe) != text) == bool(expected)
    assert newslint.fix("The road is closed.\n") == "The road is closed.\n"


def test_wrong_arguments_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(newslint.SettingsError, match='there is no rule "sorces"; did you mean "sources"'):
        newslint.Linter(select=["sorces"])
    with pytest.raises(newslint.SettingsError, match=r'select: write a list of names, as in select=\["sources"\]'):
        newslint.Linter(select="sources")
    with pytest.raises(newslint.SettingsError, match="cannot be read"):
        newslint.Linter(tmp_path / "none.toml")
    with pytest.raises(ValueError, match="date: 'soon' is not a date that newslint can read; write YYYY-MM-DD"):
        newslint.lint(TEXT, date="soon")
    with pytest.raises(TypeError, match="the text must be a string, not bytes; decode it first"):
        newslint.lint(b"text")  # type: ignore[arg-type]
    twice = [newslint.Document(TEXT, "a"), newslint.Document(TEXT, "a")]
    with pytest.raises(ValueError, match='two texts have the path "a"; give each a path of its own, or none'):
        list(newslint.lint_many(twice))
    with pytest.raises(AttributeError, match="has no attribute 'lnt'"):
        newslint.lnt  # noqa: B018


def test_a_configuration_is_read_only_where_it_is_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write(".newslint.toml", 'select = ["dates"]\nencoding = "latin-1"\n')
    monkeypatch.chdir(config.parent)
    assert "sources/unexplained-anonymity" in newslint.Linter().rules
    assert {name.split("/")[0] for name in newslint.Linter(config).rules} == {"dates"}


def test_an_untrusted_plugin_is_an_error(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path.with_name(f"{tmp_path.name}-state")))
    monkeypatch.delenv("NEWSLINT_TRUST_LOCAL", raising=False)
    write("house.py", "def newslint_rules(): return []\n")
    config = write(".newslint.toml", 'local-plugins = ["house.py"]\n')
    with pytest.raises(newslint.SettingsError, match="newslint --trust"):
        newslint.Linter(config)


BROKEN = """
from newslint.api import Rule

class Broken(Rule):
    name = "house/broken"

    def check(self, article):
        if "visit" in article.text:
            raise ValueError("no visits")
        return ()

def newslint_rules():
    return [Broken]
"""


def test_a_rule_that_fails_raises_for_one_text_and_is_data_for_many(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_TRUST_LOCAL", "1")
    write("house.py", BROKEN)
    linter = newslint.Linter(write(".newslint.toml", 'local-plugins = ["house.py"]\n'))
    with pytest.raises(newslint.LintError, match=r"house/broken: ValueError: no visits .*`ignore` leaves out") as error:
        linter.lint(TEXT)
    assert "sources/unexplained-anonymity" in rules(error.value.report)
    first, second = linter.lint_many([TEXT, "The road is closed.\n"])
    assert [failure.source for failure in first.failures] == ["house/broken"]
    assert not second.failures
    with pytest.raises(newslint.LintError):
        first.raise_for_failures()


def test_a_linter_serves_threads_and_processes() -> None:
    linter = newslint.Linter()
    texts = [seed.read_text(encoding="utf-8") for seed in SEEDS] * 4
    expected = [linter.lint(text).to_json() for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert [report.to_json() for report in pool.map(linter.lint, texts)] == expected
    sent: newslint.Linter = pickle.loads(pickle.dumps(linter))
    assert sent.lint(texts[0]).to_json() == expected[0]
    report: newslint.Report = pickle.loads(pickle.dumps(linter.lint(texts[0])))
    assert report.to_json() == expected[0]


def test_a_report_is_a_sequence() -> None:
    report = newslint.Linter(select=["sources"]).lint(TEXT, path="a.txt")
    assert len(report) == 1
    assert report
    assert report[0] in report
    assert repr(report) == "<newslint.Report path='a.txt', findings=1>"
    assert not newslint.lint("The road is closed.\n")


def test_a_notebook_shows_the_marked_article() -> None:
    html = newslint.Linter(select=["sources"]).lint(TEXT)._repr_html_()
    assert html.startswith("<iframe sandbox=")
    assert "A palace aide" in html
    assert "&lt;script" in html
    assert "<script" not in html  # the page is an attribute: nothing of it acts outside the frame
    assert "id=&quot;article&quot;" in html and "id=&quot;findings&quot;" not in html  # the article alone


def test_a_report_becomes_a_table() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    report = newslint.lint(TEXT, path="a.txt")
    table = report.to_arrow()
    assert table.num_rows == len(report)
    assert table.schema.field("start").type == pyarrow.int64()
    row = table.to_pylist()[0]
    assert (row["path"], row["match"], row["record"]) == ("a.txt", report[0].match, None)
    assert newslint.lint("The road is closed.\n").to_arrow().schema == table.schema


def test_a_report_becomes_a_data_frame() -> None:
    pytest.importorskip("pandas")
    report = newslint.lint(TEXT, path="a.txt")
    frame = report.to_pandas()
    assert list(frame["rule"]) == rules(report)
    assert list(newslint.lint("The road is closed.\n").to_pandas().columns) == list(frame.columns)


LOCAL_RULE = """
from newslint.api import Edit, Finding, Fix, Rule, Span

class Longer(Rule):
    \"""Wants one more letter.\"""

    name = "house/longer"

    def check(self, article):
        yield Finding(Span(0, 1), "It.", Fix("Add one", True, (Edit(Span(0, 1), "AA"),)))

def newslint_rules():
    return [Longer]
"""


@pytest.fixture
def house(write: Write, monkeypatch: pytest.MonkeyPatch) -> newslint.Linter:
    """Return a linter with a trusted local plugin, whose only rule has a fix that does not settle."""
    monkeypatch.setenv("NEWSLINT_TRUST_LOCAL", "1")
    write("house.py", LOCAL_RULE)
    return newslint.Linter(config=write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]\n'))


def test_fixes_that_do_not_settle_are_an_error(house: newslint.Linter) -> None:
    with pytest.raises(newslint.LintError, match="the fixes of house/longer change again what fixes have changed"):
        house.fix("A.\n")


def test_a_linter_in_another_process_runs_the_plugins_that_it_was_built_with(
    house: newslint.Linter, write: Write
) -> None:
    state = pickle.dumps(house)
    write("house.py", "def newslint_rules(): return []")
    sent: newslint.Linter = pickle.loads(state)
    assert [found.rule for found in sent.lint("A.\n")] == ["house/longer"]


def test_a_linter_that_another_process_builds_differently_is_refused(
    house: newslint.Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, contents, identity = house.__getstate__()
    monkeypatch.setattr(newslint.Linter, "__getstate__", lambda self: (settings, contents, (*identity, "more")))
    with pytest.raises(newslint.SettingsError, match="other rules than the one that built the linter"):
        pickle.loads(pickle.dumps(house))


def test_a_program_imports_its_own_modules_beside_a_local_plugin(
    house: newslint.Linter, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert house.lint("A.\n")
    write("modules_of_the_desk.py", "VALUE = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert importlib.import_module("modules_of_the_desk").VALUE == 1
