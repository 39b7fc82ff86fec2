"""Runs the rules over labelled articles, and yields a verdict on each finding and an outcome for each label.

Each function reads one kind of set, in JSON lines. What a finding touches decides about it: right where the label asks
for a finding of its family, wrong where it says that there is none, and no verdict where the label leaves it open.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newslint import Document, Linter
from newslint.api import Diagnostic

FAMILY_OF_LABEL = {"junk": "boilerplate", "ad": "advertising"}
OWN_LINES = ("body", "subhead")
# The rule that a label asks for, where it asks for one.
RULE_OF_KIND = {
    "agentless": "sources/agentless-attribution",
    "anonymous_condition_no_reason": "sources/anonymity-without-reason",
    "anonymous_unexplained": "sources/unexplained-anonymity",
    "vague_collective": "sources/vague-collective",
    "pct_change": "numbers/percent-change",
    "part_whole": "numbers/part-whole",
    "age": "numbers/age-mismatch",
    "range_rev": "numbers/reversed-range",
    "unit_conv": "numbers/unit-conversion",
    "year_span": "numbers/years-since",
    "words_digits": "numbers/words-digits",
    "casualty_headline": "numbers/headline-toll",
    "weekday_date": "dates/weekday-mismatch",
    "impossible_date": "dates/impossible-date",
}


class Verdict(NamedTuple):
    """Whether a finding is right."""

    rule: str
    publisher: str
    is_right: bool


class Label(NamedTuple):
    """Whether a label that asks for a finding has one: of a rule, or of any rule of a family."""

    name: str  # of the rule or the family
    publisher: str
    is_found: bool


Judged = Iterator[Verdict | Label]


def lines(path: Path, linter: Linter) -> Judged:
    """Judge pages whose lines are labelled `junk`, `ad`, `body`, `subhead` or otherwise."""
    for row in _rows(path):
        labelled = row["lines"]
        text = "\n".join(line["text"] for line in labelled)
        starts = [0]
        for line in labelled:
            starts.append(starts[-1] + len(line["text"]) + 1)
        found: set[tuple[str, int]] = set()
        for finding in linter.lint(text):
            if finding.rule == "boilerplate/undecoded-text":  # about characters of the article's own lines
                continue
            first = bisect_right(starts, finding.location.start.offset) - 1
            last = bisect_right(starts, max(finding.location.end.offset - 1, finding.location.start.offset)) - 1
            touched = labelled[first : last + 1]
            found |= {(_family(finding), number) for number in range(first, last + 1)}
            if any(line["label"] in OWN_LINES and not line.get("soft") for line in touched):
                yield Verdict(finding.rule, row["publisher"] or row["id"], False)
            elif any(line["label"] in FAMILY_OF_LABEL for line in touched):
                yield Verdict(finding.rule, row["publisher"] or row["id"], True)
        for number, line in enumerate(labelled):
            if line["label"] in FAMILY_OF_LABEL and not line.get("soft"):
                family = FAMILY_OF_LABEL[line["label"]]
                yield Label(family, row["publisher"] or row["id"], (family, number) in found)


def glued(path: Path, linter: Linter) -> Judged:
    """Judge paragraphs with a piece of junk in them at `span`, or none."""
    for row in _rows(path):
        publisher, findings = row.get("publisher") or "", list(linter.lint(row["text"]))
        if row["span"] is None:
            yield from (Verdict(finding.rule, publisher, False) for finding in findings)
            continue
        touching = [finding for finding in findings if _overlaps(finding, *row["span"])]
        yield from (Verdict(finding.rule, publisher, True) for finding in touching)
        yield Label("boilerplate", publisher, bool(touching))


def sources(path: Path, linter: Linter) -> Judged:
    """Judge articles in which every source is marked: with `flag` yes, no or soft, and the `chain` it belongs to."""
    for row in _rows(path):
        if not row["gold"]:
            continue
        publisher, spans = row["source"], row["spans"]
        hit = set()
        for finding in linter.lint(row["text"]):
            over = [span for span in spans if _overlaps(finding, span["start"], span["end"])]
            if finding.rule == "sources/boilerplate-reason" and any(
                span["kind"] == "anonymous_explained" for span in over
            ):
                continue  # the labels do not tell an empty reason from a good one
            if any(span["flag"] == "yes" for span in over):
                hit |= {_unit(span) for span in over if span["flag"] == "yes"}
                yield Verdict(finding.rule, publisher, True)
            elif not any(span["flag"] == "soft" for span in over):
                yield Verdict(finding.rule, publisher, False)
        wanted = {}
        for span in spans:
            if span["flag"] == "yes":
                wanted.setdefault(_unit(span), span["kind"])
        for unit, kind in wanted.items():
            yield Label(RULE_OF_KIND[kind], publisher, unit in hit)
            yield Label("sources", publisher, unit in hit)


def clean(path: Path, linter: Linter) -> Judged:
    """Judge articles rich in numbers that contradict themselves nowhere."""
    for row in _rows(path):
        yield from (Verdict(finding.rule, row["outlet"] or row["id"], False) for finding in linter.lint(row["text"]))


def natural(path: Path, linter: Linter) -> Judged:
    """Judge contradictions that were published. What else a rule finds in these articles has no verdict."""
    for row in _rows(path):
        if row["strength"] not in ("clear", "stale"):
            continue
        at = [(span["start"], span["end"]) for span in row["spans"]]
        touching = [one for one in linter.lint(row["text"]) if any(_overlaps(one, *span) for span in at)]
        yield from (Verdict(finding.rule, row["outlet"] or row["id"], True) for finding in touching)
        yield from _number_labels(row["kind"], row["outlet"] or row["id"], bool(touching))


def twins(path: Path, linter: Linter) -> Judged:
    """Judge clean articles and copies with a planted contradiction; findings in copies have no verdict."""
    for row in _rows(path):
        findings = list(linter.lint(row["text"]))
        known = [span for natural in row.get("known_natural", []) for span in natural.get("spans", [])]
        if row["label"] == "clean":
            for finding in findings:
                if not any(_overlaps(finding, span["start"], span["end"]) for span in known):
                    yield Verdict(finding.rule, row["outlet"] or row["id"], False)
            continue
        for conflict in row["conflicts"]:
            is_found = any(
                _overlaps(one, span["start"], span["end"])
                or any(_meets(related.location, span["start"], span["end"]) for related in one.related)
                for one in findings
                for span in conflict["spans"]
            )
            yield from _number_labels(conflict["kind"], row["outlet"] or row["id"], is_found)


def cross(path: Path, linter: Linter) -> Judged:
    """Judge groups of articles about one event that do, or do not, contradict each other."""
    rule = "numbers/articles-disagree"
    for row in _rows(path):
        if row["label"] == "explained_by_time":
            continue
        documents = [Document(doc["text"], f"{number}", doc.get("dct")) for number, doc in enumerate(row["docs"])]
        found = any(finding.rule == rule for report in linter.lint_many(documents) for finding in report)
        is_conflict = row["label"] == "conflict"
        if found:
            yield Verdict(rule, row["id"], is_conflict)
        if is_conflict:
            yield Label(rule, row["id"], found)


def dates(path: Path, linter: Linter) -> Judged:
    """Judge articles that do, or do not, say when they were published."""
    rule = "dates/no-publication-date"
    for row in _rows(path):
        publisher, found = row["outlet"] or row["id"], any(one.rule == rule for one in linter.lint(row["text"]))
        if found:
            yield Verdict(rule, publisher, row["expect_flag"])
        if row["expect_flag"]:
            yield Label(rule, publisher, found)


class LabelledSet(NamedTuple):
    """One kind of set: where it lies below the folder, what is measured, and with which rules."""

    path: str
    texts: str
    select: tuple[str, ...]
    judge: Callable[[Path, Linter], Judged]


NUMBERS = ("numbers", "dates/weekday-mismatch", "dates/impossible-date")
SETS = (
    LabelledSet("junk/lines.jsonl", "scraped pages", ("boilerplate", "advertising"), lines),
    LabelledSet("junk/glued.jsonl", "scraped pages", ("boilerplate",), glued),
    LabelledSet("sources/articles.jsonl", "political and war reporting", ("sources",), sources),
    LabelledSet("numbers/clean.jsonl", "news rich in numbers", NUMBERS, clean),
    LabelledSet("numbers/natural.jsonl", "news rich in numbers", NUMBERS, natural),
    LabelledSet("numbers/twins.jsonl", "news rich in numbers", NUMBERS, twins),
    LabelledSet("numbers/cross.jsonl", "pairs of reports on one event", ("numbers/articles-disagree",), cross),
    LabelledSet("dates/articles.jsonl", "news with and without a date", ("dates/no-publication-date",), dates),
)


def verdicts_of_readers(path: Path) -> Judged:
    """Yield the verdicts that readers exported from a report. An arguable finding counts as neither right nor wrong."""
    for row in _rows(path):
        if row["verdict"] in ("right", "wrong"):
            yield Verdict(row["rule"], row["path"], row["verdict"] == "right")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _number_labels(kind: str, publisher: str, is_found: bool) -> Judged:
    yield Label("numbers", publisher, is_found)
    if kind in RULE_OF_KIND:
        yield Label(RULE_OF_KIND[kind], publisher, is_found)


def _unit(span: dict[str, Any]) -> tuple[str, int]:
    return ("chain", span["chain"]) if span.get("chain") is not None else ("span", span["start"])


def _family(finding: Diagnostic) -> str:
    return finding.rule.partition("/")[0]


def _overlaps(finding: Diagnostic, start: int, end: int) -> bool:
    return _meets(finding.location, start, end)


def _meets(location: Any, start: int, end: int) -> bool:
    at = location.start.offset
    return at < end and start < max(location.end.offset, at + 1)
