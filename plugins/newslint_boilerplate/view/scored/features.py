"""Features of a line for and against it being junk: its place, its neighbours, and its share of the text's words.

`line_form` has those of its words and marks. A feature is named by a phrase; `data/weights.py` has its weight.
"""

from __future__ import annotations

from newslint.api import Article, LineStyle, body_vocabulary, content_words
from newslint_boilerplate.view.scored.layout import Layout, near_lines

MIN_LONG_CHARS = 160  # of a line that is certainly a paragraph
LIKE_PROSE, ALONE = "like prose", "alone"
RUN_LENGTHS = ((0, LIKE_PROSE), (1, ALONE), (2, "in a pair"), (3, "in a run of three"), (6, "in a short run"),
               (12, "in a run"))  # fmt: skip
SHARES = ((0.0, "shares nothing"), (0.34, "shares little"), (0.5, "shares half"), (0.99, "shares much"))
VOCABULARY_FEATURES = ("says nothing", *(name for _most, name in SHARES), "shares all")
WITHOUT_SUPPORT = "without support"
SHORT_SHARES = ((0.25, "few lines are short"), (0.5, "some lines are short"))
FORM_KINDS = frozenset(("comment", "share", "sign-up", "player", "notice", "ad slot"))


def position_feature(number: int, layout: Layout) -> str:
    """Return where a line stands, seen from the article's own text."""
    if number > layout.last_prose:
        return "after the text"
    if number > layout.last_paragraph:
        return "near the end"
    if number < layout.first_prose:
        return "before the text"
    return "near the start" if number < layout.first_paragraph else "amid the text"


def place_features(article: Article, number: int, layout: Layout) -> list[str]:
    """Return with how many lines that are not prose a line stands, and between which lines."""
    run = layout.runs.get(number, range(0))
    names = [_bin(len(run), RUN_LENGTHS, "in a long run")]
    if number == 0:
        names.append("first line")
    if len(run) > 1:
        names += ["opens its run"] * (number == run.start) + ["closes its run"] * (number == run.stop - 1)
    if number > 0:
        start, end = layout.lines[number - 1]
        if article.text[end - 1] == ":":
            names.append("after a colon")
        if end - start > MIN_LONG_CHARS:
            names.append("after a paragraph")
    if number + 1 < layout.line_count:
        if number + 1 not in layout.runs:
            names.append("before prose")
        start, end = layout.lines[number + 1]
        if end - start > MIN_LONG_CHARS:
            names.append("before a paragraph")
    return names


def neighbour_features(number: int, layout: Layout) -> list[str]:
    """Return which certain junk stands near a line."""
    names: list[str] = []
    certain = layout.certain
    if not certain:
        return names
    if number - 1 in certain:
        names.append("after junk")
    elif number - 2 in certain:
        names.append("near junk")
    if number + 1 in certain:
        names.append("before junk")
    run = layout.runs.get(number, range(number, number + 1))
    near = near_lines(number, layout)
    if "related" in map(certain.get, range(near.start, number)):
        names.append("under a list's heading")
    if not certain.keys().isdisjoint(near):
        names.append("run holds junk")
        if len(run) > 1:
            share = sum(line in certain for line in run) / (len(run) - 1)
            if share > 0:
                names.append("run is mostly junk" if share > 0.5 else "run is partly junk")
    return names


def phrase_features(number: int, layout: Layout) -> list[str]:
    """Return which phrase of a page a line has that the article itself may have."""
    kind = layout.possible.get(number)
    if kind is None:
        return []
    return ["page's words", "words of a form" if kind in FORM_KINDS else f"words of a {kind}"]


def unsupported_features(layout: Layout, position: str) -> list[str]:
    """Return where a line without support stands, and how much of its article is not prose."""
    share = _bin(len(layout.runs) / layout.line_count, SHORT_SHARES, "most lines are short")
    return [WITHOUT_SUPPORT, f"{WITHOUT_SUPPORT}, {position}", share]


def vocabulary_feature(article: Article, style: LineStyle) -> str:
    """Return how many of a line's content words stand in the article's own text."""
    content = content_words(style.words)
    if not content:
        return "says nothing"
    own = article.get(body_vocabulary)
    return _bin(sum(word in own for word in content) / len(content), SHARES, "shares all")


def _bin(value: float, bins: tuple[tuple[float, str], ...], last: str) -> str:
    """Return the name of the first bin that holds a value."""
    for most, name in bins:
        if value <= most:
            return name
    return last
