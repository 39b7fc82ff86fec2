"""Labelled pages, and their lines as the family boilerplate weighs them, for the scripts that fit and measure weights.

A folder holds `*.jsonl`, one article per line, as in
{"publisher": "…", "variant": "…", "lines": [{"text": "…", "label": "junk", "soft": true}]}.
Pages of one publisher share their junk, so folds are made of whole publishers.

Many phrases of the family were taken from such pages. So that they do not count as known where they were found, a
phrase convicts a line of a page only if it was right on at least `MIN_PHRASE_PRECISION` of the lines of the other
folds, and on one at least. A line that an unknown phrase would convict is weighed like any other. Patterns that follow
the grammar of a page's messages count as known everywhere.
"""

from __future__ import annotations

import hashlib
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

from newslint.api import Article, line_style, non_blank_lines  # noqa: E402
from newslint.text.lexicons import LEXICONS  # noqa: E402
from newslint.text.scanner import Scanner  # noqa: E402
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches  # noqa: E402
from newslint_boilerplate.view.lexicon import LABEL_KIND, LEXICON  # noqa: E402
from newslint_boilerplate.view.line_kinds.labels import normalize_label  # noqa: E402
from newslint_boilerplate.view.scored.features import vocabulary_feature  # noqa: E402
from newslint_boilerplate.view.scored.layout import Layout, build_layout  # noqa: E402
from newslint_boilerplate.view.scored.scoring import Candidate, candidates, is_isolated_headline  # noqa: E402

FOLDS = 5
MIN_PHRASE_PRECISION = 0.99
WRONG_LABELS = ("body", "subhead")  # of a line that is not junk; bylines and captions count neither way


class Page(NamedTuple):
    """A labelled article: what phrases say of its lines, and the lines to score."""

    name: str
    publisher: str
    fold: int
    variant: str
    texts: list[str]  # of each line that is not blank, as are the labels
    labels: list[str]
    certain: dict[int, str]  # the lines that known phrases convict, with their kinds
    layout: Layout | None
    lines: list[Candidate]
    headlines: frozenset[int]  # lines that are not reported whatever their score
    convicted: list[Candidate]  # lines that phrases convict, as they would be scored without these phrases


class Match(NamedTuple):
    """An article with the lines that phrases convict, and the phrases of each; none for a line that a pattern found."""

    article: Article
    labels: list[str]
    certain: dict[int, str]
    possible: dict[int, str]
    phrases: dict[int, frozenset[str]]


def read_pages(folder: Path, *, all_phrases: bool = False) -> list[Page]:
    """Return every labelled article of a folder; with `all_phrases`, every phrase counts as known."""
    scanner = Scanner([*LEXICONS, LEXICON])
    rows = list(read_rows(folder))
    folds = [int(hashlib.sha256(row["publisher"].encode()).hexdigest(), 16) % FOLDS for row in rows]
    matches = [match_phrases(scanner, row) for row in rows]
    known = [find_known([match for match, other in zip(matches, folds, strict=True) if other != fold])
             for fold in range(FOLDS)]  # fmt: skip
    found = []
    for row, fold, match in zip(rows, folds, matches, strict=True):
        certain = {
            number: kind
            for number, kind in match.certain.items()
            if all_phrases or not match.phrases[number] or match.phrases[number] & known[fold]
        }
        layout = build_layout(match.article, certain, match.possible) or None
        lines, headlines = list[Candidate](), list[int]()
        if layout:
            lines = [with_vocabulary(match.article, layout, line) for line in candidates(match.article, layout)]
            headlines = [line.number for line in lines if is_isolated_headline(match.article, line.number, layout)]
        spans = match.article.get(non_blank_lines)
        found.append(
            Page(
                row.get("id", ""), row["publisher"], fold, row.get("variant", ""),
                [match.article[span] for span in spans], match.labels, certain, layout, lines,
                frozenset(headlines),
                list(as_unknown(match.article, certain, match.possible)),
            )
        )  # fmt: skip
    return found


def read_rows(folder: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """Yield every row that is a labelled article."""
    for path in sorted(folder.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").split("\n"):
            row = json.loads(text) if text else {}
            if "lines" in row:
                yield row


def match_phrases(scanner: Scanner, row: dict) -> Match:  # type: ignore[type-arg]
    """Return an article with its labels and what phrases convict in it."""
    text = "\n".join(line["text"] for line in row["lines"])
    article = scanner.scan(Article("article", text))
    starts = [0, *accumulate(len(line["text"]) + 1 for line in row["lines"])]
    raw = [bisect_right(starts, article.to_raw(span).start) - 1 for span in article.get(non_blank_lines)]
    labels = ["soft" if row["lines"][at].get("soft") else row["lines"][at]["label"] for at in raw]
    certain, possible = article.get(phrase_matches)
    return Match(article, labels, certain, possible, {number: phrases_of(article, number) for number in certain})


def phrases_of(article: Article, number: int) -> frozenset[str]:
    """Return the phrases of a line by which it may be convicted."""
    start, end = article.get(non_blank_lines)[number]
    label = normalize_label(article.text[start:end])
    found = {label} if label in LABEL_KIND else set()
    for kind in ("boilerplate.opening", "boilerplate.contained"):
        found |= {phrase for at, _end, phrase in article.mentions(kind) if start <= at < end}
    return frozenset(found)


def find_known(matches: Iterable[Match]) -> set[str]:
    """Return the phrases that convict junk, and nearly nothing else."""
    right, wrong = Counter[str](), Counter[str]()
    for match in matches:
        for number, phrases in match.phrases.items():
            if match.labels[number] == "junk":
                right.update(phrases)
            elif match.labels[number] in WRONG_LABELS:
                wrong.update(phrases)
    return {phrase for phrase in right if right[phrase] >= MIN_PHRASE_PRECISION * (right[phrase] + wrong[phrase])}


def as_unknown(article: Article, certain: dict[int, str], possible: dict[int, str]) -> Iterator[Candidate]:
    """Yield each line that a phrase convicts as it would be scored if it had no phrase."""
    for number in certain:
        others = {line: kind for line, kind in certain.items() if line != number}
        layout = build_layout(article, others, possible)
        if layout:
            yield from (
                with_vocabulary(article, layout, line) for line in candidates(article, layout) if line.number == number
            )


def with_vocabulary(article: Article, layout: Layout, line: Candidate) -> Candidate:
    """Return a line with the feature of its vocabulary."""
    style = line_style(article, layout.lines[line.number])
    return line._replace(evidence=(*line.evidence, vocabulary_feature(article, style)))


def label_counts(pages: Iterable[Page]) -> Counter[str]:
    """Return how many lines have each label."""
    return Counter(label for page in pages for label in page.labels)


def publishers_by_name(pages: Iterable[tuple[Page, Iterable[str]]]) -> defaultdict[str, set[str]]:
    """Return the publishers on whose pages each name occurs."""
    found = defaultdict[str, set[str]](set)
    for page, names in pages:
        for name in names:
            found[name].add(page.publisher)
    return found
