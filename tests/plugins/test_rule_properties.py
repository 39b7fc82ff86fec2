"""Properties of every rule: it raises on no text, its positions are exact, other rules change none of its findings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.api import Article, Diagnostic, Rule
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.example_blocks import blocks
from newslint.engine.fixes import apply_fixes
from newslint.linter.linter import build_linter
from support import ROOT

LINTER = build_linter(Settings(preview=True))
# Words of all lexicons, marks that views depend on, and arbitrary text.
WORDS = sorted(
    {word.rstrip("*") for rule in LINTER.enabled_rules for words in rule.lexicon().values() for word in words}
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        [" ", "\n", "\r\n", ". ", ", ", "“", "”", '"', "‘", "’", " (", ") ", "- ", "— ", "$", "%", "{", "/"]
    ),
    st.sampled_from(
        ["12", "1,000", "3.5", "2025-05-23", "May 16", "Friday", "A senior official", "\U0001f600", "\u0130"]
    ),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_finding_matches_its_position(text: str) -> None:
    text += "\n\nA source said that the bridge was unsafe."  # so that there is a finding in every text
    result = LINTER.checker.check(Article("a.txt", text))
    assert result.failures == ()
    assert result.diagnostics
    for found in result.diagnostics:
        start, end = found.location.start, found.location.end
        assert text[start.offset : end.offset] == found.match
        before = text[: start.offset]
        assert (start.line, start.column) == (before.count("\n") + 1, start.offset - (before.rfind("\n") + 1) + 1)
        assert found.message and "\n" not in found.message
    assert LINTER.checker.check(Article("a.txt", text)) == result


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_fixes_stay_inside_the_text_and_change_nothing_else(text: str) -> None:
    text += "\n{{ page.title }}\n"  # so that there is a fix in every text
    fixes = [found.fix for found in LINTER.checker.check(Article("a.txt", text)).diagnostics if found.fix]
    assert fixes
    for fix in fixes:
        assert fix.edits
        for (start, end), _ in fix.edits:
            assert 0 <= start <= end <= len(text)
        assert apply_fixes(text, [fix]) != text


@pytest.mark.parametrize("rule", LINTER.enabled_rules, ids=lambda rule: rule.name)
def test_a_rule_finds_the_same_alone_and_with_all_others(rule: Rule) -> None:
    cases = (ROOT / f"tests/cases/{rule.name}.md").read_text(encoding="utf-8")
    checker, found = Checker([rule]), 0
    for group in blocks(f"{rule.info().documentation}\n\n{cases}"):
        if any(block.table for block in group):  # other options, or metadata, than those of all the rules
            continue
        articles = {block.name or "a.txt": block.text for block in group if block.kind != "fixed"}
        alone = _findings(rule, [rule], checker, articles)
        assert alone == _findings(rule, LINTER.enabled_rules, LINTER.checker, articles)
        assert alone or not any(block.kind == "bad" for block in group)
        found += len(alone)
    assert found


def _findings(rule: Rule, rules: Sequence[Rule], checker: Checker, articles: dict[str, str]) -> list[Diagnostic]:
    """Return what `rule` finds when `rules` lint the articles: in each, and by comparing them."""
    results = [checker.check(Article(name, text)) for name, text in articles.items()]
    results.append(compare_facts(rules, [fact for result in results for fact in result.facts]))
    assert [failure for result in results for failure in result.failures] == []
    return [found for result in results for found in result.diagnostics if found.rule == rule.name]
