"""Does a short line advertise? Its features, each a number from 0 to 1, and the score that they add up to.

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
from newslint_advertising.data.words import HYPE, POINTING, READER, SELLING, STAMP, SUPERLATIVE
from newslint_advertising.view.persuasion import may_persuade

MIN_LIST_LINES = 4  # consecutive headlines that are a list
MIN_LONG_WORDS, MAX_SHORT_WORDS = 8, 4  # of a line that is longer than a subheading, or a label
MAX_REASONS = 2  # in a message, besides Title Case
SENTENCE_MARKS = frozenset(".,;")  # a line that ends so may be a sentence
OPENING_MARKS = frozenset("\"'“‘«—–-•*@[({")  # of a quotation, a list item, a signature
SUBHEADING_OVERLAP = 0.65  # the share of its words that a genuine subheading has in common with its article, on average

LIST_OPENING = Pattern(
    r"(?:the\s+|top\s+|these\s+)?(?:[3-9]|\d{2,3})\+?\s+[a-z]",
    matches=("13 Things to Know", "The 8 Biggest Mistakes", "50+ Ideas"),
    misses=("13. Things to Know", "Thirteen Things", "2024: A Year", "2 Killed in Shooting"),
)
NUMBERED = Pattern(
    r"\#?\d{1,2}[.):]|\d{1,2}\s+[\"'“‘]|(?:step|part|no\.|day|lesson|chapter)\s+(?:\d|one\b|two|three|four|five)",
    matches=("1. First", "9 ‘A Title’", "Step Two", "#3: Third"),
    misses=("13 Things to Know", "Part of It", "Day Trips"),
)
NO_WORDS: frozenset[str] = frozenset()
FEATURE_WORDING = {  # the words of the message for a feature, and the words that show it
    "many words": ("is longer than a subheading", NO_WORDS),
    "opens like a list": ("opens like a list", NO_WORDS),
    "reader": ('addresses the reader ("{}")', READER),
    "pointing": ('points ahead ("{}")', POINTING),
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
    block, style, text = line.block, line.style, article.text
    start, end = block.span
    low = {in_lower_case(word) for word in style.words}
    return {
        "few words": len(style.words) <= MAX_SHORT_WORDS,
        "many words": len(style.words) >= MIN_LONG_WORDS,
        "time stamp": not STAMP.isdisjoint(low) or "©" in text[start:end],
        "colon": style.last_character == ":",
        "opening mark": text[start] in OPENING_MARKS,
        "opens like a list": LIST_OPENING.match(text, start, end) is not None,
        "numbered": NUMBERED.match(text, start, end) is not None,
        "reader": not READER.isdisjoint(low),
        "pointing": not POINTING.isdisjoint(low),
        "hype": not HYPE.isdisjoint(low),
        "selling": not SELLING.isdisjoint(low),
        "superlative": not SUPERLATIVE.isdisjoint(low),
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
    present = {name for name, value in features.items() if value}
    persuades = may_persuade(article, line, present)
    if isinstance(persuades, Rejection):
        return persuades
    score = BIAS + sum([WEIGHTS[name] for name, value in features.items() if value])
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
        (WEIGHTS[name], *FEATURE_WORDING[name]) for name, value in features.items() if value and name in FEATURE_WORDING
    ]
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
