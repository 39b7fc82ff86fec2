"""Does a short line advertise? Its features, and the score that they add up to.

A feature is a number from 0 to 1, but for the wording, which is a score of its own; see `wording`.

Nearly all advertising headlines are set in Title Case, and most subheadings and short paragraphs are not, so only
lines in Title Case are scored. Beyond that no feature decides alone: subheadings ask questions too, and an
advertisement may be about the article's own subject. The weights are in `data/weights.py`, fitted by
`tools/fit_promotion.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from newslint.api import (
    Article,
    Headline,
    LineStyle,
    Pattern,
    Rejection,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    headlines,
)
from newslint_advertising.data.weights import BIAS, WEIGHTS
from newslint_advertising.data.words import HYPE, SELLING, SUPERLATIVE
from newslint_advertising.view.persuasion import may_persuade, names_subject
from newslint_advertising.view.wording import telling_words, wording_score

MIN_LIST_LINES = 4  # consecutive headlines that are a list
MAX_LABEL_WORDS, MIN_LONG_WORDS = 4, 9  # of a label, and of a line that is longer than nearly all subheadings
MAX_REASONS = 2  # in a message, besides Title Case
MAX_TELLING_WORDS = 2
SENTENCE_MARKS = frozenset(".,;")  # a line that ends so may be a sentence
SUBHEADING_OVERLAP = 0.65  # the share of its words that a genuine subheading has in common with its article, on average

LIST_OPENING = Pattern(
    r"(?:the\s+|top\s+|these\s+)?(?:[3-9]|\d{2,3})\+?\s+[a-z]",
    matches=("13 Things to Know", "The 8 Biggest Mistakes", "50+ Ideas"),
    misses=("13. Things to Know", "Thirteen Things", "2024: A Year", "2 Killed in Shooting"),
)
NO_WORDS: frozenset[str] = frozenset()
FEATURE_WORDING = {  # the words of the message for a feature, and the words that show it
    "length": ("is longer than most subheadings", NO_WORDS),
    "opens like a list": ("opens like a list", NO_WORDS),
    "hype": ('uses a clickbait word ("{}")', HYPE),
    "selling": ('names something for sale ("{}")', SELLING),
    "superlative": ('uses a superlative ("{}")', SUPERLATIVE),
}

NOT_ALONE = Rejection("it is one of a page's links, a time stamp or a label", "headline")
LOW_SCORE = Rejection("not reported: the article outweighs the advertisement", "promotion")
IN_LIST = Rejection(
    f"not reported: it is one of {MIN_LIST_LINES} or more headlines in a row: titles, results or a programme", "guard"
)

Features = dict[str, float]


def lines_in_lists(article: Article) -> set[int]:
    """Return the numbers of the blocks that stand in a run of headlines: titles, results, a programme."""
    numbers = [line.block.number for line in article.get(headlines)]
    steps = MIN_LIST_LINES - 1
    listed: set[int] = set()
    for first, last in zip(numbers, numbers[steps:], strict=False):
        if last - first == steps:
            listed.update(range(first, last + 1))
    return listed


def own_subheadings(article: Article) -> set[int]:
    """Return the numbers of the headlines that share most of their words with the article."""
    return {
        block.number
        for block, style, _stands_alone in article.get(headlines)
        if 3 <= len(style.words) <= 14
        and style.last_character not in SENTENCE_MARKS
        and body_overlap_ratio(article, style.words) >= 0.6
    }


def local_features(article: Article, line: Headline) -> Features:
    """Return the features of a line by itself."""
    words = line.style.words
    low = {in_lower_case(word) for word in words}
    return {
        "length": min(max(len(words) - MAX_LABEL_WORDS, 0) / (MIN_LONG_WORDS - MAX_LABEL_WORDS), 1),
        "question": line.style.last_character == "?",
        "opens like a list": LIST_OPENING.match(article.text, *line.block.span) is not None,
        "hype": not HYPE.isdisjoint(low),
        "selling": not SELLING.isdisjoint(low),
        "superlative": not SUPERLATIVE.isdisjoint(low),
        "wording": wording_score(words) / 10,
    }


def vocabulary_overlap(article: Article, line: Headline) -> float:
    """Return the share of a line's content words that the article holds too; the fewer it has, the nearer to a half.

    A line without content words, such as "What You Can Do Now", may stand in any article.
    """
    content, own = content_words(line.style.words), article.get(body_vocabulary)
    return (sum(word in own for word in content) + 1) / (len(content) + 2) if len(content) > 1 else 1.0


def title_case_subheadings(article: Article, line: Headline) -> float:
    """Return how many of the article's other subheadings are in Title Case: 0, 0.5 for one, 1 for more."""
    own = article.get(own_subheadings)
    return min(len(own) - (line.block.number in own), 2) / 2


# Features that need the rest of the article, in the order of their cost.
ARTICLE_FEATURES: dict[str, Callable[[Article, Headline], float]] = {
    "vocabulary overlap": vocabulary_overlap,
    "subject": names_subject,
    "title case subheadings": title_case_subheadings,
}
# The most that such a feature and those after it can add to a score, since none is below 0 or above 1. A line is
# dropped as soon as that cannot lift its score above 0; where all weights are negative, as soon as it is not above 0.
MAX_REMAINING_SCORE = {
    name: sum(max(0.0, WEIGHTS[later]) for later in [*ARTICLE_FEATURES][number:])
    for number, name in enumerate(ARTICLE_FEATURES)
}


def all_features(article: Article, line: Headline) -> Features:
    """Return all features of a line, for fitting the weights and for `--why`."""
    of_article = {name: compute(article, line) for name, compute in ARTICLE_FEATURES.items()}
    return {**local_features(article, line), **of_article}


def reasons_for_promotion(article: Article, line: Headline) -> list[str] | Rejection:
    """Return why a line is an advertisement, in the words of a message and the weightiest first, or why it is none."""
    if not line.stands_alone:
        return NOT_ALONE
    features = local_features(article, line)
    persuades = may_persuade(article, line, features)
    if isinstance(persuades, Rejection):
        return persuades
    score = BIAS + sum([WEIGHTS[name] * value for name, value in features.items()])
    for name, compute in ARTICLE_FEATURES.items():
        if score + MAX_REMAINING_SCORE[name] <= 0:
            return LOW_SCORE
        features[name] = compute(article, line)
        score += WEIGHTS[name] * features[name]
    if score <= 0:
        return LOW_SCORE
    if line.block.number in article.get(lines_in_lists):
        return IN_LIST
    return _reasons(article, line.style, features)


def _reasons(article: Article, style: LineStyle, features: Features) -> list[str]:
    """Return the features that count for promotion as a message names them, the weightiest first."""
    wordings: list[tuple[float, str, frozenset[str]]] = [
        (WEIGHTS[name], *FEATURE_WORDING[name]) for name in FEATURE_WORDING if features[name] == 1
    ]
    if telling := telling_words(style.words)[:MAX_TELLING_WORDS]:
        quoted = " and ".join(f'"{word}"' for word in telling)
        wordings.append((WEIGHTS["wording"] * features["wording"], f"is worded like promotion ({quoted})", NO_WORDS))
    overlap = "shares little" if body_overlap_ratio(article, style.words) else "shares no word"
    weight = WEIGHTS["vocabulary overlap"] * (features["vocabulary overlap"] - SUBHEADING_OVERLAP)
    wordings.append((weight, f"{overlap} with the article", NO_WORDS))
    reasons = [
        wording.format(*(word for word in style.words if in_lower_case(word) in shown_by))
        for weight, wording, shown_by in sorted(wordings, key=_minus_weight)
        if weight > 0
    ]
    return [*reasons[:MAX_REASONS], "is set in Title Case"]


def _minus_weight(wording: tuple[float, str, frozenset[str]]) -> float:
    return -wording[0]


def in_lower_case(word: str) -> str:
    """Return a word in lower case, with a straight apostrophe."""
    return word.lower().replace("’", "'")
