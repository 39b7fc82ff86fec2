"""The formats for programs: their content, and that no path, text or failure makes a report invalid."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from newslint.api import Article, Diagnostic, Failure, ReportContext
from reports import (
    BROKEN,
    REPORT_PARSERS,
    REPORTERS,
    RULE,
    A,
    B,
    make_finding,
    make_rule_info,
    parse_commands,
    read_report,
    render,
)
from support import FAULTY, Run, Write

PROGRAMS = [name for name in REPORT_PARSERS if name not in ("text", "full")]
XML = ("junit", "checkstyle")
ODD = 'a {0} [b](1) ]]> & < " % , :: \0 \x1b[31m \u2028 \ufffe \udc80 é \U0001f600 \u202e'


def valid(name: str, report: str) -> None:
    """Raise when a parser of the format would reject the report."""
    report.encode("utf-8")
    if name in XML:
        ElementTree.fromstring(report)
    elif name in ("jsonl", "rdjsonl"):
        assert all(isinstance(json.loads(line), dict) for line in report.split("\n")[:-1])
    elif name == "github":
        parse_commands(report)
    else:
        json.loads(report)


def test_the_helper_parses_every_format_for_programs() -> None:
    assert REPORT_PARSERS.keys() == REPORTERS.keys() - {"html"}, "add a parser to tests/helpers/reports.py"


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_format_is_valid_without_findings(newslint: Run, write: Write, name: str) -> None:
    write("a.txt", "Nothing is wrong here.\n")
    done = newslint("a.txt", "--format", name)
    assert (done.returncode, done.stderr) == (0, "newslint: no findings in 1 article\n")
    valid(name, done.stdout)
    assert read_report(name, done.stdout) == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_findings_exit_with_one(newslint: Run, write: Write, name: str) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--format", name, "--select", "sources")
    assert done.returncode == 1
    ((path, line, column, *_),) = read_report(name, done.stdout)
    assert (path, line, column) == ("a.txt", 2, 1)
    assert done.stdout.endswith("\n")


ODD_PATHS = ["\x1b.txt", "50%2C.txt", "<&'\"]]>.txt", "a\n\r\tb.txt", "a b /c.txt", "a,b::c=d;e.txt"]


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
def test_paths_that_need_escaping(newslint: Run, write: Write, name: str) -> None:
    for path in ODD_PATHS:
        write(path, FAULTY)
    done = newslint(".", "--format", name, "--select", "sources")
    valid(name, done.stdout)
    # XML cannot represent an escape character, and a log must not hold one.
    paths = [path.replace("\x1b", "\\x1b") if name in (*XML, "github") else path for path in ODD_PATHS]
    assert [where.path for where in read_report(name, done.stdout)] == paths


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name not in ("json", "jsonl")])
def test_a_path_that_is_not_valid_utf8(name: str) -> None:
    article = Article("\udcff.txt", A.text)
    report = render(name, [make_finding(article, (5, 13))], [article], [Failure("file", "\udcff.txt", "is not UTF-8")])
    valid(name, report)
    assert ("%FF.txt" if name == "sarif" else "\\udcff.txt") in report


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name not in ("json", "jsonl", "github")])
def test_a_message_may_hold_any_character(name: str) -> None:
    article = Article("a.txt", ODD)
    diagnostic = make_finding(article, (0, len(ODD)), f"{ODD} is wrong.", related=[(article, (2, 5))])
    report = render(name, [diagnostic], [article], [Failure("rule\0", "a.txt", ODD), Failure(ODD, None, ODD)])
    valid(name, report)
    assert "\udc80" not in report and "\\udc80" in report
    if name in XML:
        assert "\\x00 \\x1b[31m &#8232; \\ufffe" in report


def test_a_message_cannot_inject_a_github_command() -> None:
    article = Article("a.txt", "x")
    text = "50%\r\n::error::no %0A \x1b[31m"
    report = render("github", [make_finding(article, (0, 1), text, severity="info")], [article])
    ((name, at, data),) = parse_commands(report)
    assert (name, at["title"]) == ("notice", RULE)
    assert data == "50%\\x0d\\x0a::error::no %0A \\x1b[31m"


def test_github_lists_related_locations_and_omits_columns_of_multiline_findings() -> None:
    report = render("github", [make_finding(B, (2, 13), related=[(A, (5, 13))])], [A, B])
    ((_, at, data),) = parse_commands(report)
    assert at == {"file": "b.txt", "line": "1", "endLine": "2", "title": RULE}
    assert data == "is wrong; fix it.\nsee a.txt:2:1: belongs to it"


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_record_is_located_at_its_line_of_the_file(newslint: Run, write: Write, name: str) -> None:
    rows = [{"text": "Nothing."}, {"text": FAULTY, "date": "2025-05-23"}]
    write("a.jsonl", "\n".join(map(json.dumps, rows)))
    done = newslint("a.jsonl", "--format", name, "--select", "sources")
    assert done.returncode == 1
    (where,) = read_report(name, done.stdout)
    if name in ("json", "jsonl", "junit"):  # these state the record, and the position in its article
        assert where[:3] == ("a.jsonl", 2, 1)
        assert '"record": 2' in done.stdout or "record 2, 2:1" in done.stdout
    else:
        assert (where.path, where.line, where.column) == ("a.jsonl", 2, None)
        expected = '"regionInRecord": {"startLine": 2, "startColumn": 1' if name == "sarif" else "(line 2, column 1 of"
        assert expected in done.stdout


@pytest.mark.parametrize("name", PROGRAMS)
def test_failures_are_reported_in_formats_that_can_hold_them(newslint: Run, write: Write, name: str) -> None:
    write("c.txt", b"\xff")
    write("a.txt", FAULTY)
    done = newslint(".", "--format", name, "--select", "sources")
    assert done.returncode == 2
    valid(name, done.stdout)
    assert ("is not UTF-8" in done.stdout) is (name != "jsonl")
    report = render(name, [make_finding(A, (5, 13))], [A], BROKEN)
    valid(name, report)
    assert ("is not installed" in report) is (name not in ("jsonl", "gitlab", "rdjsonl"))


@pytest.mark.parametrize(("name", "key"), [("sarif", "fixes"), ("rdjsonl", "suggestions")])
def test_a_fix_that_no_longer_fits_the_text_is_omitted(name: str, key: str) -> None:
    record = Article("a.jsonl", A.text, 3)
    changed = Article("a.txt", "Something else.\n")
    for article, now, shown in ((A, A, True), (A, changed, False), (record, record, False)):
        report = render(name, [make_finding(article, (5, 13), edits=[(5, 14, "")])], [now])
        assert (f'"{key}"' in report) is shown


def test_gitlab_fingerprints_are_unique() -> None:
    diagnostics = [make_finding(A, (5, 13), severity=severity) for severity in ("error", "warning", "info")]
    diagnostics = [one._replace(fingerprint=str(number)) for number, one in enumerate(diagnostics)]
    entries = json.loads(render("gitlab", diagnostics, [A], [BROKEN[0], BROKEN[0]]))
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info", "blocker"]
    assert [entry["fingerprint"] for entry in entries[:3]] == ["0", "1", "2"]
    assert len({entry["fingerprint"] for entry in entries}) == 4


def test_rdjsonl_counts_the_bytes_of_a_related_location_in_its_own_article() -> None:
    other = Article("c.txt", "é \U0001f600 A source said no.\n")
    (row,) = map(
        json.loads,
        render("rdjsonl", [make_finding(A, (5, 13), related=[(other, (4, 12))])], [A, other]).split("\n")[:-1],
    )
    (related,) = row["related_locations"]
    assert related["location"] == {
        "path": "c.txt",
        "range": {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 17}},
    }


def test_junitparser_counts_the_findings_and_failures() -> None:
    junitparser = pytest.importorskip("junitparser")
    diagnostics = [
        make_finding(A, (0, 3), severity="info"),
        make_finding(A, (5, 13)),
        make_finding(B, (0, 8), severity="error"),
    ]
    read_back = junitparser.JUnitXml.fromstring(render("junit", diagnostics, [A, B], BROKEN).encode())
    suites = [(suite.name, suite.tests, suite.failures, suite.errors) for suite in read_back]
    assert suites == [("a.txt", 2, 1, 0), ("b.txt", 1, 1, 0), ("newslint", 2, 0, 2)]
    cases = [case for suite in read_back for case in suite]
    assert [case.is_passed for case in cases] == [True, False, False, False, False]
    assert [case.result[0].type for case in cases[1:]] == ["warning", "error", "error", "error"]
    assert cases[1].result[0].text == f"a.txt:2:1: warning: is wrong; fix it. [{RULE}]"


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name != "junit"])
def test_a_finding_is_written_before_the_next_is_requested(name: str) -> None:
    asked = []

    def coming() -> Iterator[Diagnostic]:
        for number, article in enumerate((A, B)):
            asked.append(number)
            yield make_finding(article, (5, 8), f"finding {number}")

    report = ReportContext(make_rule_info, [], lambda path, record: A.text)
    pieces = REPORTERS[name]().report(coming(), report)
    assert any("finding 0" in piece for piece in pieces)  # stops at the first
    assert asked == [0]


def test_a_plain_run_imports_no_format_library(write: Write) -> None:
    path = write("a.txt", FAULTY)
    code = (
        "import sys, newslint.cli.main as start\n"
        "sys.argv = ['newslint', 'a.txt']\n"
        "try:\n    start.main()\n"
        "finally:\n    print(*{'json', 'xml', 'urllib.parse'} & sys.modules.keys(), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=path.parent, capture_output=True, text=True)
    assert done.stderr == "newslint: 1 warning in 1 article\n\n"


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_related_location_in_json_quotes_its_words(name: str) -> None:
    report = json.loads(render(name, [make_finding(B, (0, 8), related=[(A, (5, 13))])], [A, B]))
    row = report["findings"][0] if name == "json" else report
    (related,) = row["related"]
    assert list(related) == ["path", "record", "message", "start", "end", "match"]
    assert A.text[related["start"]["offset"] : related["end"]["offset"]] == related["match"] == "A source"
