"""Diagnostics made by hand, and a reader of each format, for the tests of the formats."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from newslint.api import Article, Diagnostic, Edit, Failure, Fix, Location, ReportContext, Severity, Span
from newslint.model import RelatedInformation, RuleInfo
from newslint.reporters import newslint_reporters

REPORTERS = {reporter.name: reporter for reporter in newslint_reporters()}
RULE = "family/rule"
A = Article("a.txt", "One.\nA source said no.\n")
B = Article("b.txt", "A source\nsaid yes.\n")
BROKEN = [Failure("file", "c.txt", "is not UTF-8"), Failure('plugin "x"', None, "is not installed")]


def location_of(article: Article, span: tuple[int, int]) -> Location:
    start, end = span  # of the raw text
    positions = article.position(start), article.position(end)
    return Location(article.path, article.record, *positions, article.raw[start:end], "")


def make_finding(
    article: Article,
    span: tuple[int, int],
    message: str = "is wrong; fix it.",
    *,
    severity: Severity = "warning",
    related: Sequence[tuple[Article, tuple[int, int]]] = (),
    edits: Sequence[tuple[int, int, str]] = (),
) -> Diagnostic:
    fix = Fix("fix it", False, tuple(Edit(Span(start, end), text) for start, end, text in edits)) if edits else None
    where = location_of(article, span)
    others = tuple(RelatedInformation(location_of(other, at), "belongs to it") for other, at in related)
    return Diagnostic(RULE, severity, where, message, others, fix, f"{article.path}-{article.record}-{span}")


def render(
    name: str,
    diagnostics: Sequence[Diagnostic],
    articles: Sequence[Article],
    failures: Sequence[Failure] = (),
    column_unit: str = "char",
) -> str:
    """Return a complete report. As in a run, the failures are known only after the last diagnostic."""
    texts = {(article.path, article.record): article.raw for article in articles}
    known: list[Failure] = []

    def coming() -> Iterator[Diagnostic]:
        yield from diagnostics
        known.extend(failures)

    report = ReportContext(make_rule_info, known, lambda path, record: texts[path, record], column_unit)
    return "".join(REPORTERS[name]().report(coming(), report))


def make_rule_info(name: str) -> RuleInfo:
    return RuleInfo(name, "warning", False, "family", "Finds a thing.", "Finds a thing.\n\nWhy.", "https://a.example/r")


class ReadFinding(NamedTuple):
    """The location of a finding as a format states it; None where the format does not say."""

    path: str
    line: int
    column: int | None
    end_line: int | None = None
    end_column: int | None = None


HEADLINE = re.compile(r"^(.*?)(?:#\d+)?:(\d+):(\d+): (?:error|warning|info): ")


def _text(report: str) -> Iterator[ReadFinding]:
    for line in report.split("\n"):
        if match := HEADLINE.match(line):
            yield ReadFinding(match[1], int(match[2]), int(match[3]))


def _jsonl(report: str) -> Iterator[ReadFinding]:
    for line in report.split("\n")[:-1]:
        yield _object(json.loads(line))


def _json(report: str) -> Iterator[ReadFinding]:
    yield from map(_object, json.loads(report)["findings"])


def _object(row: Mapping[str, Any]) -> ReadFinding:
    start, end = row["start"], row["end"]
    return ReadFinding(row["path"], start["line"], start["column"], end["line"], end["column"])


def _sarif(report: str) -> Iterator[ReadFinding]:
    (run,) = json.loads(report)["runs"]
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        region = physical["region"]
        columns = region.get("startColumn"), region.get("endLine", region["startLine"]), region.get("endColumn")
        yield ReadFinding(unquote(physical["artifactLocation"]["uri"]), region["startLine"], *columns)


def parse_commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    """Return workflow commands, parsed as the runner parses them: split at `::`, commas and `=`, then unescaped."""
    found = []
    for line in re.split(r"\r\n|\r|\n", report)[:-1]:
        _, head, data = line.split("::", 2)
        name, given = head.split(" ", 1)
        pairs = (pair.split("=", 1) for pair in given.strip().split(","))
        found.append((name, {key: _unescaped(value) for key, value in pairs}, _unescaped(data)))
    return found


def _unescaped(text: str) -> str:
    for escape, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, meant)
    return text


def _github(report: str) -> Iterator[ReadFinding]:
    for _, at, _ in parse_commands(report):
        columns = (int(at["col"]), int(at["endLine"]), int(at["endColumn"])) if "col" in at else (None,)
        yield ReadFinding(at["file"], int(at["line"]), *columns)


def _gitlab(report: str) -> Iterator[ReadFinding]:
    for entry in json.loads(report):
        where = entry["location"]
        if "lines" in where:
            yield ReadFinding(where["path"], where["lines"]["begin"], None)
        else:
            start, end = where["positions"]["begin"], where["positions"]["end"]
            yield ReadFinding(where["path"], start["line"], start["column"], end["line"], end["column"])


def _rdjsonl(report: str) -> Iterator[ReadFinding]:
    for line in report.split("\n")[:-1]:
        where = json.loads(line)["location"]
        start, end = where["range"]["start"], where["range"].get("end", {})
        yield ReadFinding(where["path"], start["line"], start.get("column"), end.get("line"), end.get("column"))


def _junit(report: str) -> Iterator[ReadFinding]:
    for case in ElementTree.fromstring(report).iter("testcase"):
        if match := re.search(r" at (?:record \d+, )?(\d+):(\d+)$", case.attrib["name"]):
            yield ReadFinding(case.attrib["classname"], int(match[1]), int(match[2]))


def _checkstyle(report: str) -> Iterator[ReadFinding]:
    for file in ElementTree.fromstring(report).iter("file"):
        for error in file.iter("error"):
            column = error.get("column")
            yield ReadFinding(file.attrib["name"], int(error.attrib["line"]), column and int(column))


REPORT_PARSERS = {
    "text": _text,
    "full": _text,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "rdjsonl": _rdjsonl,
    "junit": _junit,
    "checkstyle": _checkstyle,
}


def read_report(name: str, report: str) -> list[ReadFinding]:
    """Return the findings in a report."""
    return list(REPORT_PARSERS[name](report))
