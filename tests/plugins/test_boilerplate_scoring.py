"""The scores of lines in the family boilerplate: early exits lose no line, and messages know every feature."""

from __future__ import annotations

import pytest

from newslint.api import Article
from newslint.engine.checker import Checker
from newslint_boilerplate import newslint_rules
from newslint_boilerplate.data.feature_wording import REASONS, TRACE_WORDING
from newslint_boilerplate.data.weights import BIAS, CONTEXT_BIAS, FEATURES, WEIGHTS, WORDS_BY_WEIGHT
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches
from newslint_boilerplate.view.line_kinds.bylines import PICTURE_CREDIT, is_byline_or_caption
from newslint_boilerplate.view.scored import scoring
from newslint_boilerplate.view.scored.features import vocabulary_feature
from newslint_boilerplate.view.scored.layout import build_layout
from newslint_boilerplate.view.scored.neighbours import context_features
from newslint_boilerplate.view.scored.scoring import candidates, score_lines, threshold_for
from support import ROOT

CHECKER = Checker([rule() for rule in newslint_rules()], cross=False)
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/cases").rglob("*.md"))}
# Features that are no reason by themselves: places among paragraphs, lengths, and whatever speaks for the article.
UNNAMED = frozenset(
    (
        "amid the text", "near the start", "before the text", "alone", "in a pair", "in a run of three", "like prose",
        "opens its run", "closes its run", "after a colon", "after a paragraph", "before a paragraph", "before prose",
        "few words", "six words", "eight words", "twelve words", "many words", "sentence", "colon",
        "exclamation", "question", "title case", "half title case", "bullet", "quoted", "holds a quotation",
        "name", "says the headline again", "shares half", "shares much", "shares all", "neighbours like text",
        "neighbours unlike junk", "many neighbours like text", "few lines are short", "some lines are short",
        "most lines are short", "without support",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [CHECKER.scan(Article(name, text)) for name, text in TEXTS.items()]


def _scores(article: Article) -> dict[int, int]:
    """Return by how much the whole score of every line that is worth scoring is above its threshold."""
    layout = build_layout(article, *article.get(phrase_matches))
    if not layout:
        return {}
    lines = list(candidates(article, layout))
    early = {number: BIAS + sum(WEIGHTS.get(name, 0) for name in evidence) for number, evidence in lines}
    found = {}
    for number, evidence in lines:
        late = [
            *context_features(number, layout, early),
            vocabulary_feature(article, scoring.line_style(article, layout.lines[number])),
        ]
        score = early[number] + CONTEXT_BIAS + sum(WEIGHTS.get(name, 0) for name in late)
        found[number] = score - threshold_for(evidence, layout)
    return found


def test_early_exits_lose_no_line(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "is_isolated_headline", lambda *_: False)
    found = 0
    for article in articles:
        above = {number for number, score in _scores(article).items() if score > 0}
        assert {line.number for line in score_lines(article, *article.get(phrase_matches))} == above
        found += len(above)
    assert found > 20


def test_a_message_can_name_every_feature_that_speaks_for_junk() -> None:
    named = {name for name in FEATURES if not name.startswith("without support, ")}
    assert named - REASONS.keys() <= UNNAMED


def test_weights_have_eight_bits_and_words_one_weight() -> None:
    assert all(-128 < weight < 128 for weight in WEIGHTS.values())
    words = [word for line in WORDS_BY_WEIGHT.values() for word in line.split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("line", PICTURE_CREDIT.matches)
def test_picture_credits_pass_the_quick_check(line: str) -> None:
    assert is_byline_or_caption(line)


def test_a_trace_has_words_for_every_feature_that_weighs() -> None:
    assert not FEATURES.keys() - (REASONS.keys() | TRACE_WORDING.keys())
