"""Scores of the lines that may be junk though no phrase convicts them, each with the features behind it."""

from collections import Counter
from collections.abc import Iterator

from newslint.api import (
    Article,
    NamedTuple,
    Rejection,
    Span,
    content_words,
    headlines,
    line_style,
)
from newslint_boilerplate.data.weights import BIAS, CONTEXT_BIAS, WEIGHTS
from newslint_boilerplate.view.line_kinds.labels import normalize_label, split_camel_case
from newslint_boilerplate.view.scored.candidate_lines import candidate_lines, has_candidates
from newslint_boilerplate.view.scored.features import (
    ALONE,
    LIKE_PROSE,
    VOCABULARY_FEATURES,
    WITHOUT_SUPPORT,
    neighbour_features,
    phrase_features,
    place_features,
    position_feature,
    unsupported_features,
    vocabulary_feature,
)
from newslint_boilerplate.view.scored.layout import Layout, build_layout
from newslint_boilerplate.view.scored.line_form import form_features
from newslint_boilerplate.view.scored.neighbours import MAX_CONTEXT_SCORE, context_features

MIN_LIST_LINES = 5  # in a run that makes it a list
HEADLINE_SHARE = 0.8  # of a line's content words that the headline has too
THRESHOLD = 12  # a line is reported where its score is greater; the weights are in sixteenths
DOUBTFUL_THRESHOLD = 24  # for a line without support, for a sentence, and for one line alone in a text without junk

# Without one of these, a page's words or marks, or other junk near it, a line may be in a list of the article's own.
SUPPORT = frozenset(
    (
        "page's words", "page element", "section name", "buttons", "half buttons", "address", "after junk", "near junk",
        "before junk", "run holds junk",
    )
)  # fmt: skip
MAX_VOCABULARY_SCORE = max(WEIGHTS.get(name, 0) for name in VOCABULARY_FEATURES)


class Candidate(NamedTuple):
    """A line that may be junk, by its number among the lines that are not blank."""

    number: int
    evidence: tuple[str, ...]  # its features, and its words in lower case, each after "="


def score_lines(article: Article, certain: dict[int, str], possible: dict[int, str]) -> list[Candidate]:
    """Return the lines whose score shows that they are junk, with what speaks for it.

    `certain` and `possible` have the kinds of lines with phrases by number.
    """
    if not certain and not possible and not has_candidates(article):
        return []
    layout = build_layout(article, certain, possible)
    if isinstance(layout, Rejection):
        return []
    lines = list(candidates(article, layout))
    scores = own_scores(lines)
    found: list[Candidate] = []
    for number, evidence in lines:
        score = scores[number] + CONTEXT_BIAS
        threshold = threshold_for(evidence, layout)
        if score + MAX_CONTEXT_SCORE + MAX_VOCABULARY_SCORE <= threshold:
            continue
        context = context_features(number, layout, scores)
        score += sum([WEIGHTS.get(name, 0) for name in context])
        if score + MAX_VOCABULARY_SCORE <= threshold:
            continue
        vocabulary = vocabulary_feature(article, line_style(article, layout.lines[number]))
        if score + WEIGHTS.get(vocabulary, 0) > threshold and not is_isolated_headline(article, number, layout):
            found.append(Candidate(number, (*evidence, *context, vocabulary)))
    return found


def own_scores(lines: list[Candidate]) -> dict[int, int]:
    """Return the scores of lines by number, without what their neighbours and their vocabulary add."""
    return {number: BIAS + sum([WEIGHTS.get(name, 0) for name in evidence]) for number, evidence in lines}


def full_evidence(article: Article, layout: Layout, line: Candidate, scores: dict[int, int]) -> tuple[str, ...]:
    """Return all features of a line, those of its neighbours' scores and of its vocabulary too, for `--why`."""
    context = context_features(line.number, layout, scores)
    return (*line.evidence, *context, vocabulary_feature(article, line_style(article, layout.lines[line.number])))


def candidates(article: Article, layout: Layout) -> Iterator[Candidate]:
    """Yield the lines worth scoring, with their features, but those of their neighbours' scores and of vocabulary."""
    label_counts: Counter[str] | None = None
    for number in candidate_lines(article, layout):
        text = article[layout.lines[number]]
        if label_counts is None:
            label_counts = Counter([normalize_label(article[layout.lines[line]]) for line in layout.runs])
        style = line_style(article, layout.lines[number])
        position = position_feature(number, layout)
        evidence: list[str] = [
            position,
            *place_features(article, number, layout),
            *neighbour_features(number, layout),
            *phrase_features(number, layout),
            *form_features(text, style),
        ]
        if label_counts[normalize_label(text)] > 1:
            evidence.append("stands twice")
        if number > 0 and _says_headline(article, style.words, layout.lines[0]):
            evidence.append("says the headline again")
        if SUPPORT.isdisjoint(evidence):
            if number not in layout.runs or not layout.certain:
                continue  # a sentence, or a line of an article that holds no junk
            evidence += unsupported_features(layout, position)
        evidence += {f"={word}": None for word in split_camel_case(style.words)}
        yield Candidate(number, tuple(evidence))


def threshold_for(evidence: tuple[str, ...], layout: Layout) -> int:
    """Return the score above which a line with this evidence is reported."""
    is_doubtful = WITHOUT_SUPPORT in evidence or LIKE_PROSE in evidence or (ALONE in evidence and not layout.certain)
    return DOUBTFUL_THRESHOLD if is_doubtful else THRESHOLD


def is_isolated_headline(article: Article, number: int, layout: Layout) -> bool:
    """Return whether a line in Title Case is in no list: it is a subheading, or `advertising/promo-line` reports it."""
    run = layout.runs.get(number, range(number, number + 1))
    if number in layout.possible or len(run) >= MIN_LIST_LINES:
        return False
    if "related" in map(layout.certain.get, range(run.start - 1, number)):
        return False
    return number in article.get(_lone_headlines)


def _lone_headlines(article: Article) -> frozenset[int]:
    return frozenset(line.block.number for line in article.get(headlines) if line.stands_alone)


def _says_headline(article: Article, words: list[str], headline: Span) -> bool:
    """Return whether most content words of a line stand in the headline."""
    content = content_words(words)
    if len(content) < 3:
        return False
    text = article[headline].lower()
    return sum(word in text for word in content) >= HEADLINE_SHARE * len(content)
