"""Does a short line advertise? The signs, each a number from 0 to 1, and what they add up to.

No sign decides: subheadings ask questions too, and an advertisement may be about the article's own subject. How much
each counts stands in `weights`, fitted on labelled articles by `tools/fit_promotion.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from newslint.api import Article, Block, Pattern, Shape, overlap, shape, short_blocks
from newslint_advertising.lexicon import HYPE, POINTING, READER, SELLING, STAMP, SUPERLATIVE
from newslint_advertising.weights import BIAS, WEIGHTS

COUNTED = Pattern(r"(?:the\s+|top\s+|these\s+)?\d{1,3}\+?\s+[a-z]")  # 13 Things, The 8 Biggest
NUMBERED = Pattern(r"\#?\d{1,2}[.):]|\d{1,2}\s+[\"'“‘]|(?:step|part|no\.|day)\s+\d")  # 1. First, 9 'A Title', Step 2
STOPS = frozenset(".,:;")
ASIDE = frozenset("\"'“‘«—–-•*@[({")  # opens a quotation, a list item, a signature


SUBHEADING = 0.75  # what a genuine subheading shares with its article, on average
NONE: frozenset[str] = frozenset()
SAID = {  # how a sign is told, and the words that show it
    "many": ("is longer than a subheading", NONE),
    "titled": ("is set in Title Case", NONE),
    "counted": ("opens like a list", NONE),
    "reader": ('talks to the reader ("{}")', READER),
    "pointing": ('points ahead ("{}")', POINTING),
    "hype": ('uses a bait word ("{}")', HYPE),
    "selling": ('speaks of what is sold ("{}")', SELLING),
    "superlative": ('boasts ("{}")', SUPERLATIVE),
}
LOUD = 0.6  # share of words from which a line is set in CAPITALS


Signs = dict[str, float]


def title_case(form: Shape) -> bool:
    """Whether a line is set in Title Case; one that ends in a full stop may be a sentence full of names."""
    return form.titled >= (0.95 if form.ending == "." else 0.8) and form.capitals <= LOUD


def seen(article: Article, block: Block, form: Shape) -> Signs:
    """The signs that a line shows by itself, without a look at the rest of the article."""
    text, (start, end) = article.text, block.span
    low = {word.lower().replace("’", "'") for word in form.words}
    titled = title_case(form)
    return {
        "few": len(form.words) <= 4,
        "many": len(form.words) >= 8,
        "titled": titled,
        "capitals": form.capitals > LOUD,
        "prose": form.ending == "." and not titled,
        "stamped": not STAMP.isdisjoint(low) or "©" in text[start:end],
        "colon": form.ending == ":",
        "aside": text[start] in ASIDE,
        "counted": COUNTED.at(text, start, end) is not None,
        "numbered": NUMBERED.at(text, start, end) is not None,
        "reader": not READER.isdisjoint(low),
        "pointing": not POINTING.isdisjoint(low),
        "hype": not HYPE.isdisjoint(low),
        "selling": not SELLING.isdisjoint(low),
        "superlative": not SUPERLATIVE.isdisjoint(low),
        "between": block.after_long and block.before_long,
    }


def shared(article: Article, _block: Block, form: Shape) -> float:
    """How much of what the line speaks of the article speaks of too."""
    return overlap(article, form.words)


def kin(article: Article, block: Block, form: Shape) -> float:
    """How many of the article's own subheadings are in Title Case too, so that it tells less of this line."""
    if not title_case(form):
        return 0.0
    own = article.get(own_headings)
    return min(len(own) - (block.number in own), 2) / 2


# Signs that need a look at the rest of the article. They speak against the line only, so most lines do without.
ELSEWHERE: dict[str, Callable[[Article, Block, Shape], float]] = {"shared": shared, "kin": kin}


def own_headings(article: Article) -> set[int]:
    """The numbers of the short blocks in Title Case that share most of their words with the article."""
    found = set()
    for block in article.get(short_blocks):
        form = shape(article, block.span)
        fits = 3 <= len(form.words) <= 14 and title_case(form) and form.ending not in STOPS and not block.opening
        if fits and overlap(article, form.words) >= 0.6:
            found.add(block.number)
    return found


def signs(article: Article, block: Block) -> Signs:
    """All signs of a line, for fitting the weights."""
    form = shape(article, block.span)
    return {**seen(article, block, form), **{sign: look(article, block, form) for sign, look in ELSEWHERE.items()}}


def weigh(article: Article, block: Block) -> list[str]:
    """What speaks for a line being an advertisement, the weightiest first; nothing where it does not suffice."""
    form = shape(article, block.span)
    found = seen(article, block, form)
    score = BIAS + sum(WEIGHTS[sign] for sign, there in found.items() if there)
    for sign, look in ELSEWHERE.items():
        if score <= 0:
            return []
        found[sign] = look(article, block, form)
        score += WEIGHTS[sign] * found[sign]
    return _reasons(form, found) if score > 0 else []


def _reasons(form: Shape, found: Signs) -> list[str]:
    """The signs for it in words, the weightiest first."""
    told = [(WEIGHTS[sign], *SAID[sign]) for sign, there in found.items() if there and sign in SAID]
    stranger = "shares no word with the article" if found["shared"] == 0 else "shares little with the article"
    told.append((WEIGHTS["shared"] * (found["shared"] - SUBHEADING), stranger, NONE))
    return [
        phrase.format(*(word for word in form.words if word.lower().replace("’", "'") in those))
        for weight, phrase, those in sorted(told, key=_weight)
        if weight > 0
    ]


def _weight(told: tuple[float, str, frozenset[str]]) -> float:
    return -told[0]
