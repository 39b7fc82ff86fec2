"""Which lines may be junk though no phrase convicts them, with what speaks for and against each."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newslint.api import Article, headlines, line_style, non_blank_lines, non_prose_lines, short_lines
from newslint_boilerplate.data.weights import BIAS, WEIGHTS
from newslint_boilerplate.view import features
from newslint_boilerplate.view.labels import is_byline_or_caption, normalize_label, stamped
from newslint_boilerplate.view.layout import candidate_lines, labels, layout, subheading
from newslint_boilerplate.view.phrase_matching import phrase_matches

LONGEST = 320  # characters: what is longer is not weighed at all
SEPARATORS = " _-–—*=~.…•"
# Some of this there has to be: a run of short lines may be the article's own list.
SUFFICIENT_FEATURES = frozenset(
    (
        "run holds junk", "near junk", "after junk", "among comments", "page's words", "section name", "buttons",
        "half buttons", "address", "no letters", "date", "one word", "stands twice",
    )
)  # fmt: skip


def _most(*names: str) -> float:
    return max(0.0, *(WEIGHTS.get(name, 0.0) for name in names))


# The most that a line can still weigh more by what is looked at later.
MAX_LATE_SCORE = 0.01 + _most("stands twice") + _most("shares nothing", "shares little", "says nothing")
BUTTONED = MAX_LATE_SCORE + _most("buttons", "half buttons") + _most("address") + _most("date")
WORDED = BUTTONED + _most("section name") + _most("no letters")
# No date has so many plain words that a line reads on; and whether it begins in lower case is known by then.
MAX_SCORE_IF_SENTENCE = BUTTONED - _most("date") + _most("capitals", "title case") + _most("some words")
LOWERED = _most("lower case")


class Candidate(NamedTuple):
    """A line to be weighed, by its number among the filled lines."""

    number: int
    evidence: tuple[str, ...]


def _has_candidates(article: Article) -> bool:
    """Whether a line in company, or at an end, gives itself away, as one must where no junk is known yet."""
    text, loose = article.text, frozenset(article.get(non_prose_lines))
    final = len(text.rstrip()) if loose else 0
    return any(
        number in loose
        and (number == 0 or number - 1 in loose or number + 1 in loose or end == final)
        and features.may_have_word_feature(text[start:end])
        for number, start, end in article.get(short_lines)
    )


def score(evidence: Iterable[str]) -> float:
    """What a line weighs for being junk."""
    return BIAS + sum([WEIGHTS.get(name, 0.0) for name in evidence])


def score_lines(article: Article, sure: dict[int, str], least: float = -100.0) -> list[Candidate]:
    """The lines that may be junk, with what speaks for and against each; `sure` are those known to be, by number.

    Lines that weigh no more than `least` may be left out: what costs most is looked at last, and only where it can
    still decide.
    """
    if not sure and not article.get(phrase_matches).possible and not _has_candidates(article):
        return []
    look = layout(article, sure)
    if look is None:
        return []
    lines, found = article.get(non_blank_lines), []
    known: Counter[str] | None = None
    alone: set[int] | None = None
    for number in candidate_lines(look):
        span = lines[number]
        if span.end - span.start >= LONGEST:
            continue
        text, near = article[span], features.neighbours(number, look)
        if number in look.maybe:
            near.append("page's words")
        if (not near and number not in look.runs) or subheading(number, text, look):
            continue
        if not (near or features.may_have_word_feature(text)) or not text.strip(SEPARATORS):
            continue
        if text[-1] == ":" and number < look.last and number not in look.maybe:
            continue  # it leads in what follows
        first = ["first line"] if number == 0 else []
        ending = features.ending(text)
        stands = [
            *features.opening(text),
            features.position_feature(number, look),
            features.run_length_feature(number, look),
        ]
        most = score([*near, *first, ending, *stands]) + MAX_SCORE_IF_SENTENCE + (LOWERED if text[0].islower() else 0.0)
        if most < least and features.is_long_sentence(text):
            continue
        form = line_style(article, span)
        looks = [ending, *features.typography_features(text, form), *stands]
        weight = score([*near, *first, *looks])
        if weight + WORDED < least:
            continue
        wording = features.wording(text, form)
        if not near and SUFFICIENT_FEATURES.isdisjoint(wording):
            continue
        if weight + score(wording) - BIAS + MAX_LATE_SCORE < least:
            continue
        if alone is None:  # advertisements or subheadings, no links
            alone = {line.block.number for line in article.get(headlines) if line.is_isolated}
        if number in alone or is_byline_or_caption(text):
            continue
        if number < look.opening and (stamped(text) or features.may_be_named(form)):
            continue
        known = labels(article, look) if known is None else known
        twice = ["stands twice"] if known[normalize_label(text)] > 1 else []
        evidence = (*near, *twice, *first, *wording, *looks, features.vocabulary(article, form))
        if score(evidence) > least:
            found.append(Candidate(number, evidence))
    return found
