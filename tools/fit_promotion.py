#!/usr/bin/env python3
# ruff: noqa: T201
"""Fit the weights of advertising/promo-line on labelled articles, and print precision and recall on others.

    python tools/fit_promotion.py FOLDER --ads HEADLINES.txt [--ads …] [--write]

FOLDER holds .jsonl files. A row that has `lines` is an article: `publisher`, and for each line `text` and `label`
(`body`, `subhead`, `byline`, `caption`, `ad`; lines with other labels, or marked `soft`, are left out). HEADLINES holds
advertising headlines, one per line (what follows a tab is ignored); the first file given counts three times as much as
the others together. The script inserts them into the articles that have no advertising, a third of them chosen
for the words they share with the article, since an advertiser chooses too.

The fit is a logistic regression by Newton's method, with a ridge. Cross-validation tests it: a fold has publishers and
headlines that its fit has not seen. The script writes only weights, never text.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

import logistic  # noqa: E402

from newslint.api import Article, body_vocabulary, content_words, headlines, words  # noqa: E402
from newslint_advertising.view import scoring  # noqa: E402
from newslint_advertising.view.persuasion import may_persuade  # noqa: E402

FOLDS = 5
INSERTED = 3  # advertisements in an article
KEPT = ("body", "subhead", "byline", "caption", "ad")


class Case(NamedTuple):
    """One line: its features, its label, and the fold that tests it."""

    features: dict[str, float] | None  # None: the rule does not score it
    may_persuade: bool  # otherwise the rule does not report it, whatever its score
    label: str
    fold: int | None  # None: an advertisement for training alone, since its article and its headline differ in fold
    trains: tuple[int, ...]  # the folds whose fit uses it
    has_inserted: bool
    text: str


class Labelled(NamedTuple):
    """An article as pairs of text and label."""

    publisher: str
    lines: list[tuple[str, str]]


def read(folder: Path) -> list[Labelled]:
    """Return every article in a folder's .jsonl files."""
    articles = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
            if "lines" in row:
                kept = [line for line in row["lines"] if line["label"] in KEPT and not line.get("soft")]
                articles.append(Labelled(row["publisher"], [(line["text"], line["label"]) for line in kept]))
    return articles


def insert_advertisements(
    articles: Sequence[Labelled], headlines: Sequence[Sequence[str]], chance: random.Random
) -> Iterator[Labelled]:
    """Yield the articles, with advertisements in those that had none."""
    for article in articles:
        lines = list(article.lines)
        if len(lines) >= 8 and not any(label == "ad" for _, label in lines):
            own = Article("", "\n".join(text for text, _ in lines)).get(body_vocabulary)
            for _ in range(INSERTED):
                source = headlines[0] if len(headlines) == 1 or chance.random() < 0.75 else chance.choice(headlines[1:])
                few = chance.sample(source, min(len(source), 200 if chance.random() < 1 / 3 else 1))
                ad = max(few, key=lambda line: sum(word in own for word in content_words(words(line, (0, len(line))))))
                lines.insert(chance.randint(1, len(lines)), (ad, "ad"))
        yield Labelled(article.publisher, lines)


def cases(labelled: Labelled, fold_of: dict[str, int], has_inserted: bool) -> Iterator[Case]:
    """Yield the lines of an article that the rule scores, and the advertisements that it does not."""
    article = Article("", "\n".join(text for text, _ in labelled.lines))
    mine, lists = fold_of[labelled.publisher], article.get(scoring.lines_in_lists)
    scored = {}
    for line in article.get(headlines):
        if line.stands_alone and line.block.number not in lists:
            features = scoring.all_features(article, line)
            present = {name for name, value in features.items() if value}
            at = article.to_raw(line.block.span).start
            scored[article.raw.count("\n", 0, at)] = features, may_persuade(article, line, present)
    for number, (text, label) in enumerate(labelled.lines):
        if number in scored or label == "ad":
            other = fold_of.get(text, mine) if label == "ad" else mine
            trains = tuple(fold for fold in range(FOLDS) if fold not in (mine, other))
            yield Case(
                *scored.get(number, (None, False)), label, mine if mine == other else None, trains, has_inserted, text
            )


def fit_cases(sample: Sequence[Case], names: Sequence[str]) -> list[float]:
    """Return the bias and the weights."""
    return logistic.fit([(case.features or {}, case.label == "ad") for case in sample], names)


def score(case: Case, names: Sequence[str], beta: Sequence[float]) -> float:
    """Return the sum of the weighted features; minus infinity where the rule does not score the line."""
    if case.features is None or not case.may_persuade:
        return -math.inf
    return logistic.weighted_sum(case.features, names, beta)


def report(judged: Sequence[tuple[float, Case]]) -> None:
    """Print precision and recall by threshold."""
    for threshold in (step / 4 for step in range(-4, 13)):
        hits = [case for value, case in judged if value > threshold]
        true = sum(case.label == "ad" for case in hits)
        every = sum(case.label == "ad" for _, case in judged)
        body_, subhead = (sum(case.label == label for case in hits) for label in ("body", "subhead"))
        precision = true / max(1, len(hits))
        rates = f"P {precision:.3f}  R {true / max(1, every):.3f}"
        print(f"threshold {threshold:5.2f}  {rates}  false: body {body_}, subhead {subhead}")


def main() -> None:
    """Fit, print the tables, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ads", type=Path, action="append", required=True, help="advertising headlines, one per line")
    parser.add_argument(
        "--threshold", type=float, default=1.5, help="that a score has to exceed; choose it from the table"
    )
    parser.add_argument(
        "--seeds", type=int, default=6, help="how often to insert the headlines, at other places each time"
    )
    parser.add_argument("--without", action="append", default=[], help="leave out a feature, to see what it is worth")
    parser.add_argument("--misses", action="store_true", help="print the lines that are misclassified")
    parser.add_argument("--write", action="store_true", help="write the weights into the plugin")
    arguments = parser.parse_args()
    chance = random.Random(1)
    headlines = [
        [line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for path in arguments.ads
    ]
    articles = read(arguments.folder)
    publishers = sorted({article.publisher for article in articles})
    chance.shuffle(publishers)
    fold_of = {publisher: index % FOLDS for index, publisher in enumerate(publishers)}
    for some in headlines:  # sorted: an advertiser's variants of one headline fall into one fold
        fold_of |= {line: index // 6 % FOLDS for index, line in enumerate(sorted(some))}
    sample = [
        case
        for _ in range(arguments.seeds)
        for article, labelled in zip(articles, insert_advertisements(articles, headlines, chance), strict=True)
        for case in cases(labelled, fold_of, len(labelled.lines) > len(article.lines))
    ]
    scored = [case for case in sample if case.features]
    names = [name for name in scored[0].features if name not in arguments.without]
    judged = []
    for fold in range(FOLDS):
        beta = fit_cases([case for case in scored if fold in case.trains], names)
        judged += [(score(case, names, beta), case) for case in sample if case.fold == fold]
    print(len(sample), "cases;", len(scored), "scored;", sum(case.label == "ad" for case in sample), "advertisements")
    print("\narticles that held advertising:")
    report([(value, case) for value, case in judged if not case.has_inserted])
    print("\nall articles, headlines inserted", arguments.seeds, "times:")
    report(judged)
    if arguments.misses:
        for value, case in sorted(judged, key=lambda pair: -pair[0]):
            if (value > arguments.threshold) != (case.label == "ad"):
                shown = " ".join(name for name, there in (case.features or {}).items() if there)
                print(f"{value - arguments.threshold:6.2f} {case.label:8s} {case.text}  {shown}")
    beta = fit_cases(scored, names)
    table = "\n".join(
        f'    "{name}": {weight:.2f},'
        for name, weight in sorted(zip(names, beta[1:], strict=True), key=lambda pair: -pair[1])
    )
    source = (
        '"""The weight of each feature of `scoring` for a line being promotion; written by `tools/fit_promotion.py`."""'
        "\n\n"
        f"BIAS = {beta[0] - arguments.threshold:.2f}  # the score of a line without features\n\n"
        f"WEIGHTS = {{\n{table}\n}}\n"
    )
    print(source)
    if arguments.write:
        (ROOT / "plugins" / "newslint_advertising" / "data" / "weights.py").write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
