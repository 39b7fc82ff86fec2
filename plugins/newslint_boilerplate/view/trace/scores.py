"""How a line was scored: the strongest pieces of evidence for and against it being junk, or why it was not weighed."""

from __future__ import annotations

from collections import Counter

from newslint.api import Article, Rejection
from newslint_boilerplate.data.feature_wording import REASONS, TRACE_WORDING
from newslint_boilerplate.data.weights import BIAS, CONTEXT_BIAS, WEIGHTS
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches
from newslint_boilerplate.view.scored.candidate_lines import LineChoice, line_choice, why_not_scored
from newslint_boilerplate.view.scored.layout import Layout, build_layout
from newslint_boilerplate.view.scored.scoring import (
    Candidate,
    candidates,
    full_evidence,
    is_isolated_headline,
    own_scores,
    threshold_for,
)

UNIT = 16  # weights are in sixteenths
MAX_PIECES = 4  # of evidence, on either side

NO_SUPPORT = Rejection(
    "nothing in it is found on pages alone, and no leftover of a page stands in the article", "phrases"
)
ISOLATED = Rejection(
    "not reported: outside a list, a line in Title Case is a subheading or an advertisement, which "
    "advertising/promo-line tells apart",
    "headline",
)


def layout_of(article: Article) -> Layout | Rejection:
    """Return how the lines of an article lie."""
    return build_layout(article, *article.get(phrase_matches))


def _lines(article: Article) -> dict[int, Candidate]:
    layout = article.get(layout_of)
    return {} if isinstance(layout, Rejection) else {line.number: line for line in candidates(article, layout)}


def _own_scores(article: Article) -> dict[int, int]:
    return own_scores(list(article.get(_lines).values()))


def _choice(article: Article) -> LineChoice:
    layout = article.get(layout_of)
    assert not isinstance(layout, Rejection), "its lines are weighed"
    return line_choice(article, layout)


def score_conclusions(article: Article, number: int) -> list[tuple[str, str]]:
    """Return the stages that decided about a line which no phrase decides, each with its conclusion."""
    layout = article.get(layout_of)
    if isinstance(layout, Rejection):
        return [_not_weighed(layout)]
    lines = article.get(_lines)
    if number not in lines:
        rejection = why_not_scored(article, layout, number, article.get(_choice))
        return [_not_weighed(NO_SUPPORT if rejection is None else rejection)]
    line = lines[number]
    evidence = full_evidence(article, layout, line, article.get(_own_scores))
    score = BIAS + CONTEXT_BIAS + sum(WEIGHTS.get(name, 0) for name in evidence)
    threshold = threshold_for(line.evidence, layout)
    conclusions = [("scoring", _describe(score, threshold, evidence))]
    if score > threshold and is_isolated_headline(article, number, layout):
        conclusions.append((ISOLATED.stage, ISOLATED.reason))
    return conclusions


def _not_weighed(rejection: Rejection) -> tuple[str, str]:
    return rejection.stage, f"not weighed: {rejection.reason}"


def _describe(score: int, threshold: int, evidence: tuple[str, ...]) -> str:
    """Return a score with the evidence that weighs most; features that one wording names count together."""
    weights: Counter[str] = Counter()
    for name in evidence:
        weights[_wording(name)] += WEIGHTS.get(name, 0)
    weighty = sorted(((weight, wording) for wording, weight in weights.items() if weight), reverse=True)
    speaks_for = [_piece(*piece) for piece in weighty if piece[0] > 0][:MAX_PIECES]
    against = [_piece(*piece) for piece in reversed(weighty) if piece[0] < 0][:MAX_PIECES]
    pieces = "".join(
        f"; {side}: {', '.join(side_pieces)}"
        for side, side_pieces in (("for the page", speaks_for), ("for the article", against))
        if side_pieces
    )
    return f"scored {_number(score)}, and needs more than {_number(threshold)} to be reported{pieces}"


def _wording(name: str) -> str:
    return f'has the word "{name[1:]}"' if name[0] == "=" else TRACE_WORDING.get(name) or REASONS.get(name, name)


def _piece(weight: int, wording: str) -> str:
    return f"{wording} {'+' if weight > 0 else '−'}{abs(weight) / UNIT:.2f}"


def _number(score: int) -> str:
    return f"{'−' if score < 0 else ''}{abs(score) / UNIT:.2f}"
