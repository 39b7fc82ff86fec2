"""The cost of telling why grows with the article, for one rule and for all findings of a report."""

from __future__ import annotations

import inspect

import pytest

from counting import CountingText, count
from newslint.api import Article, Rule, Span
from newslint.config.settings import Settings
from newslint.engine.example_blocks import blocks
from newslint.linter.linter import build_linter
from newslint.linter.trails import Trails

LINTER = build_linter(Settings(preview=True))
EXAMPLES = [
    block.text
    for rule in LINTER.enabled_rules
    for group in blocks(inspect.getdoc(type(rule)) or "")
    for block in group
    if block.kind == "bad"
]
UNITS = {"one line": " ".join(" ".join(EXAMPLES).split()) + " ", "many lines": "\n\n".join(EXAMPLES) + "\n\n"}


def trace_cost(rule: Rule, text: str) -> tuple[int, int]:
    article = LINTER.checker.scan(Article("a.txt", text))
    list(rule.check(article))  # makes the views
    article.text = CountingText(text)
    return count(lambda: list(rule.trace(article, Span(0, len(text)))))


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("rule", LINTER.enabled_rules, ids=lambda rule: rule.name)
def test_twice_the_text_costs_twice_as_much_to_explain(rule: Rule, unit: str) -> None:
    trace_cost(rule, unit)  # compiles patterns
    for first, second in zip(trace_cost(rule, unit * 5), trace_cost(rule, unit * 10), strict=True):
        assert second <= 2.6 * first + 2_000


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_findings_cost_twice_as_much_to_explain(unit: str) -> None:
    def cost(text: str) -> int:
        article = Article("a.txt", text)
        findings = LINTER.checker.check(article).diagnostics
        assert len(findings) > len(text) / 300
        return count(lambda: list(map(Trails(LINTER, lambda path, record: article).trail, findings)))[0]

    cost(unit)  # compiles patterns
    assert cost(unit * 2) <= 2.6 * cost(unit)
