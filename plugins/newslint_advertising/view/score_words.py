"""The score of a line in the words of an editor, for `--why`."""

from __future__ import annotations

from newslint.api import Article, Headline, LineStyle, body_overlap_ratio
from newslint_advertising.data.weights import BIAS, WEIGHTS
from newslint_advertising.view.scoring import (
    FEATURE_WORDING,
    NO_WORDS,
    SUBHEADING_OVERLAP,
    Features,
    all_features,
    in_lower_case,
)

TRACE_WORDING = {  # of the features that no message names, or names only when they are strongest
    "length": "has more words than a label",
    "question": "asks a question",
    "subject": "names the article's subject",
    "title case subheadings": "stands in an article whose own subheadings are in Title Case",
}


def describe_score(article: Article, line: Headline) -> str:
    """Return the score of a line with the evidence for and against it being an advertisement, for `--why`."""
    features = all_features(article, line)
    weights = {name: WEIGHTS[name] * value for name, value in features.items() if value}
    score = BIAS + sum(weights.values())
    weights["vocabulary overlap"] = WEIGHTS["vocabulary overlap"] * (
        features["vocabulary overlap"] - SUBHEADING_OVERLAP
    )
    start = BIAS + WEIGHTS["vocabulary overlap"] * SUBHEADING_OVERLAP
    weighty = sorted(weights.items(), key=lambda piece: -abs(piece[1]))
    pieces = [
        f"{_feature_wording(article, line.style, name, features)} {_signed(weight)}"
        for name, weight in weighty
        if weight
    ]
    return (
        f"scored {_signed(score)}, and needs more than 0; a plain subheading starts at {_signed(start)}: it "
        + ", ".join(pieces)
    )


def _feature_wording(article: Article, style: LineStyle, name: str, features: Features) -> str:
    if name == "vocabulary overlap":
        overlap = body_overlap_ratio(article, style.words)
        if features[name] >= SUBHEADING_OVERLAP:
            return "shares most of its words with the article"
        return "shares little with the article" if overlap else "shares no word with the article"
    if name == "wording":
        return "is worded like promotion" if features[name] > 0 else "is worded like news"
    if features[name] < 1:
        return TRACE_WORDING[name]  # of the length, or of the article's own subheadings, in part
    wording, shown_by = FEATURE_WORDING.get(name) or (TRACE_WORDING[name], NO_WORDS)
    return wording.format(*(word for word in style.words if in_lower_case(word) in shown_by))


def _signed(number: float) -> str:
    return f"{'−' if number < 0 else '+'}{abs(number):.2f}"
