"""Runs the examples of a rule, whose notation `newslint.engine.example_blocks` reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.example_blocks import ExampleBlock, ExpectedFinding, blocks
from newslint.engine.fixes import apply_fixes
from newslint.engine.strict_checker import StrictChecker
from newslint.model import Diagnostic, Failure, LocatedFact, Location, Position
from newslint.named_tuple import NamedTuple
from newslint.rule import Rule

SetUp = Callable[[Rule, str], tuple[Rule, Mapping[str, str]]]
"""A function that returns, for the table after a fence, the rule with its options and the metadata of the article.

It raises ValueError for an invalid table.
"""


class ExampleFailure(NamedTuple):
    """An example that the rule fails."""

    rule: str
    line: int
    text: str


def check_examples(rule: Rule, document: str, set_up: SetUp) -> list[ExampleFailure]:
    """Return the examples in a document that the rule fails. A `bad` and a `good` block are required."""
    failures: list[ExampleFailure] = []
    sets = list(blocks(document))
    checker = StrictChecker([rule])
    for group in sets:
        try:
            configured, articles = _set_up(rule, group, set_up)
        except ValueError as error:
            failures.append(ExampleFailure(rule.name, group[0].line, str(error)))
            continue
        group_checker = checker if configured is rule else StrictChecker([configured])
        failures += _check_set(configured, group_checker, group, articles)
    kinds = {block.kind for group in sets for block in group}
    failures += [
        ExampleFailure(rule.name, 1, f"has no `{kind}` example") for kind in ("bad", "good") if kind not in kinds
    ]
    return failures


def example_findings(
    rule: Rule, document: str, set_up: SetUp
) -> Iterator[tuple[ExampleBlock, list[Diagnostic], ExampleBlock | None]]:
    """Yield each `bad` block of a document with its findings, and the block after it in its set.

    Raises ValueError for an invalid table of options.
    """
    for group in blocks(document):
        configured, articles = _set_up(rule, group, set_up)
        diagnostics, _ = _run_rule(configured, StrictChecker([configured]), articles)
        for block, after in zip(group, [*group[1:], None], strict=True):
            if block.kind == "bad":
                yield block, [one for one in diagnostics if one.location.path == block.path], after


def _set_up(rule: Rule, group: Sequence[ExampleBlock], set_up: SetUp) -> tuple[Rule, list[Article]]:
    """Return the rule with the options of a set, and the articles of the set. Raises ValueError."""
    rules = [rule]
    articles = []
    for block in group:
        if block.kind == "fixed":
            continue
        configured, meta = set_up(rule, block.table) if block.table else (rule, {})
        if configured is not rule:
            rules.append(configured)
        articles.append(Article(block.path, block.text, meta=meta))
    if any(other.options != rules[-1].options for other in rules[1:]):
        raise ValueError("the blocks of one set have different options; give the options in one of them")
    return rules[-1], articles


def _check_set(
    rule: Rule, checker: Checker, group: Sequence[ExampleBlock], articles: Sequence[Article]
) -> Iterator[ExampleFailure]:
    by_path = {block.path: block for block in group if block.kind != "fixed"}
    diagnostics, errors = _run_rule(rule, checker, articles)
    for error in errors:
        yield ExampleFailure(rule.name, group[0].line, f"raised an error: {error.error}")
    for path, block in by_path.items():
        in_block = [diagnostic for diagnostic in diagnostics if diagnostic.location.path == path]
        yield from _compare(rule, block, in_block)
    for before, after in pairwise(group):
        if after.kind == "fixed":
            fixes = [d.fix for d in diagnostics if d.fix and d.location.path == before.path]
            fixed = apply_fixes(before.text, fixes)
            if fixed != after.text:
                yield ExampleFailure(rule.name, after.line, f"the fix returns {fixed!r}, not {after.text!r}")


def _run_rule(rule: Rule, checker: Checker, articles: Sequence[Article]) -> tuple[list[Diagnostic], list[Failure]]:
    """Return all findings in articles that are compared.

    The rule gets each fact twice, in reverse order and through JSON, so that one that depends on these fails.
    """
    diagnostics: list[Diagnostic] = []
    failures: list[Failure] = []
    facts: list[LocatedFact] = []
    by_path = {article.path: article for article in articles}
    for article in articles:
        result = checker.check(article)
        diagnostics += result.diagnostics
        failures += result.failures
        facts += result.facts
    if facts:
        copies = [_from_json(json.loads(json.dumps(fact))) for fact in [*facts[::-1], *facts]]
        result = compare_facts([rule], copies, lambda path, _: by_path.get(path))
        diagnostics += result.diagnostics
        failures += result.failures
    return diagnostics, failures


def _from_json(row: list[Any]) -> LocatedFact:
    rule, key, (path, record, start, end, match, context), value = row
    return LocatedFact(rule, key, Location(path, record, Position(*start), Position(*end), match, context), value)


def _compare(rule: Rule, block: ExampleBlock, diagnostics: Sequence[Diagnostic]) -> Iterator[ExampleFailure]:
    lines = block.text.split("\n")
    unexpected = [_as_expected(diagnostic, lines) for diagnostic in diagnostics]
    for expected in block.expected:
        finding = next((finding for finding in unexpected if expected.matches(finding)), None)
        if finding:
            unexpected.remove(finding)
        else:
            yield ExampleFailure(rule.name, block.line, f"expected {_describe(expected)}; not found")
    for finding in unexpected:
        yield ExampleFailure(rule.name, block.line, f"found but not expected: {_describe(finding)}")
    if block.kind == "bad" and not block.expected:
        yield ExampleFailure(rule.name, block.line, "a `bad` block without a line of carets")


def _as_expected(diagnostic: Diagnostic, lines: Sequence[str]) -> ExpectedFinding:
    start, end = diagnostic.location.start, diagnostic.location.end
    end_column = end.column if end.line == start.line else len(lines[start.line - 1]) + 1
    return ExpectedFinding(start.line, start.column, end_column, diagnostic.message)


def _describe(finding: ExpectedFinding) -> str:
    return f"line {finding.line}, columns {finding.start}-{finding.end - 1}: {finding.message!r}"
