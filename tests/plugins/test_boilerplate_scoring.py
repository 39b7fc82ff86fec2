"""The scores of lines in the family boilerplate: early exits lose no candidate, and messages know every feature."""

from __future__ import annotations

from itertools import combinations

import pytest

from newslint.api import Article
from newslint.engine.checker import Checker
from newslint_boilerplate import newslint_rules
from newslint_boilerplate.data.weights import WEIGHTS
from newslint_boilerplate.stray_line import REASONS
from newslint_boilerplate.view import features
from newslint_boilerplate.view.bylines import PICTURE_CREDIT, is_byline_or_caption
from newslint_boilerplate.view.junk import THRESHOLD
from newslint_boilerplate.view.phrase_matching import phrase_matches
from newslint_boilerplate.view.scoring import MAX_LATE_SCORE, MAX_SENTENCE_SCORE, MAX_WORD_SCORE, score, score_lines
from support import ROOT

CHECKER = Checker([rule() for rule in newslint_rules()], cross=False)
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/cases").rglob("*.md"))}
GROUPS = (
    features.BUTTON_FEATURES,
    features.SECTION_FEATURES,
    features.ADDRESS_FEATURES,
    features.CONTENT_FEATURES,
    features.REPETITION_FEATURES,
    features.VOCABULARY_FEATURES,
    features.CASE_FEATURES,
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [CHECKER.scan(Article(name, text)) for name, text in TEXTS.items()]


def test_early_exits_lose_no_candidate(articles: list[Article]) -> None:
    found = 0
    for article in articles:
        certain = article.get(phrase_matches).certain
        candidates = score_lines(article, certain)
        above = [candidate for candidate in candidates if score(candidate.evidence) > THRESHOLD]
        assert score_lines(article, certain, THRESHOLD) == above
        found += len(above)
    assert found > 20


def test_a_line_has_one_feature_of_a_group_at_most(articles: list[Article]) -> None:
    candidates = [line for article in articles for line in score_lines(article, article.get(phrase_matches).certain)]
    assert len(candidates) > 100
    for candidate in candidates:
        assert all(len(set(group).intersection(candidate.evidence)) <= 1 for group in GROUPS)


def test_bounds_grow_with_the_features_that_are_still_to_come() -> None:
    assert 0 < MAX_LATE_SCORE < MAX_WORD_SCORE
    assert MAX_LATE_SCORE < MAX_SENTENCE_SCORE
    for first, second in combinations(GROUPS, 2):
        assert set(first).isdisjoint(second)


def test_a_message_can_name_every_feature_that_counts_for_junk() -> None:
    unnamed = {"page's words", "few words", "capitals", "title case", "near the start"}  # no reason by themselves
    assert {name for name, weight in WEIGHTS.items() if weight > 0} == {
        name for name in REASONS if WEIGHTS.get(name, 0) > 0
    } | unnamed


@pytest.mark.parametrize("line", PICTURE_CREDIT.matches)
def test_picture_credits_pass_the_quick_check(line: str) -> None:
    assert is_byline_or_caption(line)
