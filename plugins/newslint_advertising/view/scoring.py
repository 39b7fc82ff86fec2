"""Does a short line advertise? The signs, each a number from 0 to 1, and what they add up to.

Advertising headlines are set in Title Case; nearly all are, and most subheadings and short paragraphs are not, so only
such lines are weighed. Beyond that no sign decides: subheadings ask questions too, and an advertisement may be about
the article's own subject. How much each counts stands in `weights`, fitted by `tools/fit_promotion.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from newslint.api import (
    Article,
    Headline,
    LineStyle,
    Pattern,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    headlines,
)
from newslint_advertising.data.weights import BIAS, WEIGHTS
from newslint_advertising.data.words import HYPE, POINTING, READER, SELLING, STAMP, SUPERLATIVE

LIST = 4  # headlines on end that are a list
SENTENCE = frozenset(".,;")  # a line that ends so may be a sentence
COUNTED = Pattern(r"(?:the\s+|top\s+|these\s+)?\d{1,3}\+?\s+[a-z]")  # 13 Things, The 8 Biggest
NUMBERED = Pattern(  # 1. First, 9 'A Title', Step 2
    r"\#?\d{1,2}[.):]|\d{1,2}\s+[\"'“‘]|(?:step|part|no\.|day|lesson|chapter)\s+(?:\d|one\b|two|three|four|five)"
)
CREDITED = Pattern(r"\W*(?:by\s|(?:from\s)?left(?:\sto\sright)?[,:]|from\sleft\b|pictured\b|clockwise\b)")
ASIDE = frozenset("\"'“‘«—–-•*@[({")  # opens a quotation, a list item, a signature
SUBHEADING = 0.65  # what a genuine subheading shares with its article, on average

NONE: frozenset[str] = frozenset()
FEATURE_WORDING = {  # how a sign is told, and the words that show it
    "many": ("is longer than a subheading", NONE),
    "counted": ("opens like a list", NONE),
    "reader": ('addresses the reader ("{}")', READER),
    "pointing": ('points ahead ("{}")', POINTING),
    "hype": ('uses a clickbait word ("{}")', HYPE),
    "selling": ('names something for sale ("{}")', SELLING),
    "superlative": ('uses a superlative ("{}")', SUPERLATIVE),
}

POSITIVE_FEATURES = frozenset(
    FEATURE_WORDING
)  # some of these there must be: names share nothing with an article either

Signs = dict[str, float]


def in_lists(article: Article) -> set[int]:
    """The numbers of the blocks that stand in a run of headlines: titles, results, a programme."""
    numbers = [line.block.number for line in article.get(headlines)]
    ahead = LIST - 1
    listed: set[int] = set()
    for first, last in zip(numbers, numbers[ahead:], strict=False):
        if last - first == ahead:
            listed.update(range(first, last + 1))
    return listed


def own_headings(article: Article) -> set[int]:
    """The numbers of the headlines that share most of their words with the article."""
    return {
        block.number
        for block, form, _alone in article.get(headlines)
        if 3 <= len(form.words) <= 14
        and form.last_character not in SENTENCE
        and body_overlap_ratio(article, form.words) >= 0.6
    }


def local_features(article: Article, line: Headline) -> Signs:
    """The signs that a line shows by itself, without a look at the rest of the article."""
    block, form, text = line.block, line.style, article.text
    start, end = block.span
    low = {word.lower().replace("’", "'") for word in form.words}
    return {
        "few": len(form.words) <= 4,
        "many": len(form.words) >= 8,
        "stamped": not STAMP.isdisjoint(low) or "©" in text[start:end],
        "colon": form.last_character == ":",
        "aside": text[start] in ASIDE,
        "counted": COUNTED.match(text, start, end) is not None,
        "numbered": NUMBERED.match(text, start, end) is not None,
        "reader": not READER.isdisjoint(low),
        "pointing": not POINTING.isdisjoint(low),
        "hype": not HYPE.isdisjoint(low),
        "selling": not SELLING.isdisjoint(low),
        "superlative": not SUPERLATIVE.isdisjoint(low),
    }


def vocabulary_overlap(article: Article, line: Headline) -> float:
    """How much of what the line speaks of the article speaks of too; the less it names, the nearer to a half.

    A line that names nothing, as "What You Can Do Now", may stand in any article.
    """
    named, own = content_words(line.style.words), article.get(body_vocabulary)
    return (sum(word in own for word in named) + 1) / (len(named) + 2) if len(named) > 1 else 1.0


def title_case_subheadings(article: Article, line: Headline) -> float:
    """How many of the article's own subheadings are in Title Case too, so that it tells less of this line."""
    own = article.get(own_headings)
    return min(len(own) - (line.block.number in own), 2) / 2


# Signs that need a look at the rest of the article. They speak against the line only, so most lines do without.
ARTICLE_FEATURES: dict[str, Callable[[Article, Headline], float]] = {
    "shared": vocabulary_overlap,
    "kin": title_case_subheadings,
}


def signs(article: Article, line: Headline) -> Signs:
    """All signs of a line, for fitting the weights."""
    return {**local_features(article, line), **{sign: look(article, line) for sign, look in ARTICLE_FEATURES.items()}}


def weigh(article: Article, line: Headline) -> list[str]:
    """What speaks for a line being an advertisement, the weightiest first; nothing where it does not suffice."""
    if not line.is_isolated:
        return []
    found = local_features(article, line)
    there = {sign for sign, shown in found.items() if shown}
    if "numbered" in there or POSITIVE_FEATURES.isdisjoint(there) or CREDITED.match(article.text, *line.block.span):
        return []
    score = BIAS + sum([WEIGHTS[sign] for sign, shown in found.items() if shown])
    for sign, look in ARTICLE_FEATURES.items():
        if score <= 0:
            return []
        found[sign] = look(article, line)
        score += WEIGHTS[sign] * found[sign]
    return _reasons(article, line.style, found) if score > 0 and line.block.number not in article.get(in_lists) else []


def _reasons(article: Article, form: LineStyle, found: Signs) -> list[str]:
    """The signs for it in words, the weightiest first."""
    told = [
        (WEIGHTS[sign], *FEATURE_WORDING[sign]) for sign, there in found.items() if there and sign in FEATURE_WORDING
    ]
    stranger = "shares little" if body_overlap_ratio(article, form.words) else "shares no word"
    told.append((WEIGHTS["shared"] * (found["shared"] - SUBHEADING), f"{stranger} with the article", NONE))
    reasons = [
        phrase.format(*(word for word in form.words if word.lower().replace("’", "'") in those))
        for weight, phrase, those in sorted(told, key=_weight)
        if weight > 0
    ]
    return [*reasons[:2], "is set in Title Case"]


def _weight(told: tuple[float, str, frozenset[str]]) -> float:
    return -told[0]
