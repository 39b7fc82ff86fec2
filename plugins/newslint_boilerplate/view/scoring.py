"""Scores of the lines that may be junk though no phrase shows it, each with the features behind it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newslint.api import Article, headlines, is_laid_out, line_style, non_blank_lines, non_prose_lines, short_lines
from newslint_boilerplate.data.weights import BIAS, WEIGHTS
from newslint_boilerplate.view import features
from newslint_boilerplate.view.bylines import holds_date, is_byline_or_caption
from newslint_boilerplate.view.labels import normalize_label
from newslint_boilerplate.view.layout import build_layout, candidate_lines, count_labels, is_subheading
from newslint_boilerplate.view.phrase_matching import phrase_matches

MAX_LINE_CHARS = 320  # a longer line is not scored
SEPARATORS = " _-–—*=~.…•"
# A candidate has one of these: a run of short lines alone may be the article's own list.
SUFFICIENT_FEATURES = frozenset(
    (
        "run holds junk", "near junk", "after junk", "among comments", "page's words", "section name", "buttons",
        "half buttons", "address", "no letters", "date", "one word", "stands twice",
    )
)  # fmt: skip


def _max_score(*groups: tuple[str, ...]) -> float:
    """Return the most that features of these groups can add: of each group a line has one at most, or none."""
    return sum(max(0.0, *(WEIGHTS.get(name, 0.0) for name in group)) for group in groups)


# Features are computed in the order of their cost, and a line is dropped as soon as the rest cannot lift its score to
# the least that counts. The bounds are sums over all features that are still to come, so no candidate is lost. The
# sums are rounded in another order than the scores, hence the margin.
ROUNDING_MARGIN = 0.01
MAX_LATE_SCORE = ROUNDING_MARGIN + _max_score(features.REPETITION_FEATURES, features.VOCABULARY_FEATURES)
MAX_WORD_SCORE = MAX_LATE_SCORE + _max_score(
    features.BUTTON_FEATURES, features.SECTION_FEATURES, features.ADDRESS_FEATURES, features.CONTENT_FEATURES
)
# A long sentence has letters, more than four words, words besides those of sections, and more than a date has.
_LONG_SENTENCE = (features.BUTTON_FEATURES, features.ADDRESS_FEATURES, ("some words",))
MAX_SENTENCE_SCORE = MAX_LATE_SCORE + _max_score(*_LONG_SENTENCE, ("capitals", "title case"))
MAX_LOWER_CASE_SCORE = MAX_LATE_SCORE + _max_score(*_LONG_SENTENCE, features.CASE_FEATURES)


class Candidate(NamedTuple):
    """A line that may be junk, by its number among the lines that are not blank."""

    number: int
    evidence: tuple[str, ...]


def score(evidence: Iterable[str]) -> float:
    """Return the score of a line with these features."""
    return BIAS + sum([WEIGHTS.get(name, 0.0) for name in evidence])


def score_lines(article: Article, certain: dict[int, str], least: float = -100.0) -> list[Candidate]:
    """Return the lines that may be junk, with their features; `certain` has the kinds of known junk by line number.

    Lines with a score of `least` or less are left out.
    """
    if not certain and not article.get(phrase_matches).possible and not _has_candidates(article):
        return []
    layout = build_layout(article, certain)
    if layout is None:
        return []
    lines, found = article.get(non_blank_lines), []
    label_counts: Counter[str] | None = None
    isolated_headlines: set[int] | None = None
    for number in candidate_lines(layout):
        span = lines[number]
        if span.end - span.start >= MAX_LINE_CHARS or is_laid_out(article, span.start):
            continue
        text, near = article[span], features.neighbour_features(number, layout)
        if number in layout.possible:
            near.append("page's words")
        if (not near and number not in layout.runs) or is_subheading(number, text, layout):
            continue
        if not (near or features.may_have_word_feature(text)) or not text.strip(SEPARATORS):
            continue
        if text[-1] == ":" and number < layout.last_prose and number not in layout.possible:
            continue  # it introduces what follows
        first = ["first line"] if number == 0 else []
        ending = features.ending_feature(text)
        place = [
            *features.opening_features(text),
            features.position_feature(number, layout),
            features.run_length_feature(number, layout),
        ]
        bound = MAX_LOWER_CASE_SCORE if text[0].islower() else MAX_SENTENCE_SCORE
        if score([*near, *first, ending, *place]) + bound < least and features.is_long_sentence(text):
            continue
        style = line_style(article, span)
        form = [ending, *features.typography_features(text, style), *place]
        early_score = score([*near, *first, *form])
        if early_score + MAX_WORD_SCORE < least:
            continue
        word_features = features.word_features(text, style)
        if not near and SUFFICIENT_FEATURES.isdisjoint(word_features):
            continue
        if early_score + score(word_features) - BIAS + MAX_LATE_SCORE < least:
            continue
        if isolated_headlines is None:  # advertisements or subheadings, not links
            isolated_headlines = {line.block.number for line in article.get(headlines) if line.stands_alone}
        if number in isolated_headlines or is_byline_or_caption(text):
            continue
        if number < layout.first_paragraph and (holds_date(text) or features.may_be_name(style)):
            continue
        label_counts = count_labels(article, layout) if label_counts is None else label_counts
        twice = ["stands twice"] if label_counts[normalize_label(text)] > 1 else []
        vocabulary = features.vocabulary_feature(article, style)
        evidence = (*near, *twice, *first, *word_features, *form, vocabulary)
        if score(evidence) > least:
            found.append(Candidate(number, evidence))
    return found


def _has_candidates(article: Article) -> bool:
    """Return whether a line in a run, or at an end, has a word feature: without junk nearby, a candidate needs one."""
    text, not_prose = article.text, frozenset(article.get(non_prose_lines))
    end_of_text = len(text.rstrip()) if not_prose else 0
    return any(
        number in not_prose
        and (number == 0 or number - 1 in not_prose or number + 1 in not_prose or end == end_of_text)
        and features.may_have_word_feature(text[start:end])
        for number, start, end in article.get(short_lines)
    )
