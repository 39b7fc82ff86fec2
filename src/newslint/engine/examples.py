"""Runs the examples of a rule: the fenced blocks of its docstring, or of a file of cases in the same notation.

`bad` blocks must be flagged where a line of carets under the text says, with the message that follows the carets (a
message that ends with `…` need only begin so); `fixed` after one is what its fixes make of it; `good` blocks must stay
silent. Consecutive blocks with file names (`bad a.txt`) are linted together, as one set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.fixes import apply_fixes
from newslint.model import Diagnostic, Failure, LocatedFact, Location, Position
from newslint.rule import Rule

FENCE = re.compile(r"^```(bad|good|fixed)(?:[ \t]+(\S+))?[ \t]*$")
CARETS = re.compile(r"^([ \t]*)(\^+)(?:[ \t]+(.*?))?[ \t]*$")


class ExpectedFinding(NamedTuple):
    """A line of carets: which columns of which line, with which message."""

    line: int
    start: int
    end: int
    message: str

    def matches(self, other: ExpectedFinding) -> bool:
        """Whether a finding, in the same form, is the one expected."""
        if self[:3] != other[:3]:
            return False
        if self.message.endswith("…"):
            return other.message.startswith(self.message[:-1])
        return not self.message or self.message == other.message


class ExampleBlock(NamedTuple):
    """One fenced block: an article, or what the fixes make of the one before it."""

    kind: str  # bad, good or fixed
    name: str  # the article's file name; empty where none is given
    line: int  # where the block begins in the document
    text: str
    expected: tuple[ExpectedFinding, ...]


class ExampleFailure(NamedTuple):
    """An example that does not hold."""

    rule: str
    line: int
    text: str


def blocks(document: str) -> Iterator[list[ExampleBlock]]:
    """The examples of a document in sets: those that are linted together."""
    group: list[ExampleBlock] = []
    lines = document.split("\n")
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            if lines[number].strip() and group:
                yield group
                group = []
            number += 1
            continue
        begin = number
        number += 1
        body = []
        while number < len(lines) and lines[number].rstrip() != "```":
            body.append(lines[number])
            number += 1
        number += 1
        block = _block(fence[1], fence[2] or "", begin + 1, body)
        # A name that comes again begins the next set: one article cannot take the place of another.
        names = [one.name for one in group if one.kind != "fixed"]
        joins = block.kind == "fixed" or (block.name and group and group[-1].name and block.name not in names)
        if group and not joins:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _block(kind: str, name: str, line: int, body: list[str]) -> ExampleBlock:
    text: list[str] = []
    expected = []
    for row in body:
        carets = CARETS.match(row) if kind == "bad" and text else None
        if carets:
            start, end = carets.span(2)
            expected.append(ExpectedFinding(len(text), start + 1, end + 1, carets[3] or ""))
        else:
            text.append(row)
    return ExampleBlock(kind, name, line, "\n".join(text) + "\n", tuple(expected))


def check_examples(rule: Rule, document: str) -> list[ExampleFailure]:
    """Every example in `document` that does not hold for `rule`; a document without one of each kind is a problem."""
    problems: list[ExampleFailure] = []
    sets = list(blocks(document))
    checker = Checker([rule])
    for group in sets:
        problems += _run_set(rule, checker, group)
    kinds = {block.kind for group in sets for block in group}
    problems += [
        ExampleFailure(rule.name, 1, f"has no `{kind}` example") for kind in ("bad", "good") if kind not in kinds
    ]
    return problems


def _run_set(rule: Rule, checker: Checker, group: Sequence[ExampleBlock]) -> Iterator[ExampleFailure]:
    articles = {}
    for block in group:
        if block.kind != "fixed":
            articles[block.name or "example.txt"] = block
    found, failures = _run_rule(rule, checker, [Article(name, block.text) for name, block in articles.items()])
    for failure in failures:
        yield ExampleFailure(rule.name, group[0].line, f"broke: {failure.error}")
    for name, block in articles.items():
        mine = [diagnostic for diagnostic in found if diagnostic.location.path == name]
        yield from _compare(rule, block, mine)
    for before, after in pairwise(group):
        if after.kind == "fixed":
            fixes = [d.fix for d in found if d.fix and d.location.path == (before.name or "example.txt")]
            made = apply_fixes(before.text, fixes)
            if made != after.text:
                yield ExampleFailure(rule.name, after.line, f"the fix makes {made!r} of it, not {after.text!r}")


def _run_rule(rule: Rule, checker: Checker, articles: Sequence[Article]) -> tuple[list[Diagnostic], list[Failure]]:
    """Return all findings in these articles. Facts are compared in reverse, twice, and after JSON."""
    found: list[Diagnostic] = []
    failures: list[Failure] = []
    facts: list[LocatedFact] = []
    by_path = {article.path: article for article in articles}
    for article in articles:
        result = checker.check(article)
        found += result.diagnostics
        failures += result.failures
        facts += result.facts
    if facts:
        travelled = [_from_json(json.loads(json.dumps(fact))) for fact in [*facts[::-1], *facts]]
        result = compare_facts([rule], travelled, lambda path, _: by_path.get(path))
        found += result.diagnostics
        failures += result.failures
    return found, failures


def _from_json(row: list[Any]) -> LocatedFact:
    rule, key, (path, record, start, end, match, context), value = row
    return LocatedFact(rule, key, Location(path, record, Position(*start), Position(*end), match, context), value)


def _compare(rule: Rule, block: ExampleBlock, found: list[Diagnostic]) -> Iterator[ExampleFailure]:
    rows = block.text.split("\n")
    seen = [_as_expected(diagnostic, rows) for diagnostic in found]
    missing = []
    for expected in block.expected:
        fitting = next((one for one in seen if expected.matches(one)), None)
        if fitting:
            seen.remove(fitting)
        else:
            missing.append(expected)
    for expected in missing:
        yield ExampleFailure(rule.name, block.line, f"expected {_describe(expected)}; not found")
    for one in seen:
        yield ExampleFailure(rule.name, block.line, f"found but not expected: {_describe(one)}")
    if block.kind == "bad" and not block.expected:
        yield ExampleFailure(rule.name, block.line, "a `bad` block without a line of carets")


def _as_expected(diagnostic: Diagnostic, rows: list[str]) -> ExpectedFinding:
    start, end = diagnostic.location.start, diagnostic.location.end
    last = end.column if end.line == start.line else len(rows[start.line - 1]) + 1
    return ExpectedFinding(start.line, start.column, last, diagnostic.message)


def _describe(expected: ExpectedFinding) -> str:
    return f"line {expected.line}, columns {expected.start}-{expected.end - 1}: {expected.message!r}"
