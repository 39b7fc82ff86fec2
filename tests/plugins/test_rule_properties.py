"""Whatever the text: no rule breaks, every position is true, the same text gives the same findings."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.engine.fixes import apply_fixes
from newslint.linter.linter import build_linter

LINTER = build_linter(Settings(preview=True))
# Words that rules listen for, signs that views trip over, and anything at all.
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
    result = LINTER.checker.check(Article("a.txt", text))
    assert result.failures == ()
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
    for found in LINTER.checker.check(Article("a.txt", text)).diagnostics:
        if found.fix:
            for span, _ in found.fix.edits:
                assert 0 <= span[0] <= span[1] <= len(text)
            apply_fixes(text, [found.fix])


@pytest.mark.parametrize("rule", LINTER.enabled_rules, ids=lambda rule: rule.name)
def test_a_rule_finds_the_same_alone_and_with_all_others(rule: object) -> None:
    text = "\n".join(f"{word}. On Friday a senior official said {word} of 12 “{word}”." for word in WORDS[::7])
    alone = Checker([rule]).check(Article("a.txt", text)).diagnostics  # type: ignore[list-item]
    company = LINTER.checker.check(Article("a.txt", text)).diagnostics
    assert alone == tuple(found for found in company if found.rule == rule.name)  # type: ignore[attr-defined]
