#!/usr/bin/env python3
# ruff: noqa: T201
"""Fit the weights of advertising/promo-line on labelled articles, and print precision and recall on others.

    python tools/fit_promotion.py FOLDER --ads HEADLINES.txt [--ads …] --others HEADLINES.txt [--others …] [--write]

FOLDER holds .jsonl files. A row that has `lines` is an article: `publisher`, and for each line `text` and `label`
(`body`, `subhead`, `byline`, `caption`, `ad`; lines with other labels, or marked `soft`, are left out). HEADLINES holds
advertising headlines, one per line (what follows a tab is ignored); the first file given counts three times as much as
the others together. The script inserts them into the articles that have no advertising, a third of them chosen
for the words they share with the article, since an advertiser chooses too. With the headlines of `--others`, which do
not advertise, they are what `fit_wording.py` learns the wording from.

The fit is a logistic regression by Newton's method, with a ridge. Cross-validation tests it: a fold has publishers and
headlines that its fit has not seen. The wording of a line is scored by a fit that has seen neither the line's own fold
nor the tested one, or the weight of the wording would be that of lines known by heart. The script writes only weights,
never text.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

import fit_wording  # noqa: E402
import logistic  # noqa: E402

from newslint.api import Article, body_vocabulary, content_words, headlines, words  # noqa: E402
from newslint_advertising.view import scoring  # noqa: E402
from newslint_advertising.view.persuasion import may_persuade, persuades  # noqa: E402
from newslint_advertising.view.wording import tokens  # noqa: E402

FOLDS = 5
INSERTED = 3  # advertisements in an article
KEPT = ("body", "subhead", "byline", "caption", "ad")


class Case(NamedTuple):
    """One line: its features, its label, and the fold that tests it."""

    features: dict[str, float] | None  # None: the rule does not score it
    label: str
    fold: int
    has_inserted: bool
    text: str
    wording_fold: int  # of the text among the headlines; the fits of the wording that score it have not seen that fold


class Labelled(NamedTuple):
    """An article as pairs of text and label."""

    publisher: str
    lines: list[tuple[str, str]]


def read(folder: Path, known: Container[str]) -> list[Labelled]:
    """Return every article in a folder's .jsonl files, without the advertising headlines that are known."""
    articles = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
            if "lines" in row:
                kept = [line for line in row["lines"] if is_kept(line) and line["text"] not in known]
                articles.append(Labelled(row["publisher"], [(line["text"], line["label"]) for line in kept]))
    return articles


def is_kept(line: dict[str, Any]) -> bool:
    """Return whether a labelled line counts."""
    return line["label"] in KEPT and not line.get("soft")


def insert_headlines(
    article: Labelled, headlines: Sequence[Sequence[str]], others: Sequence[str], chance: random.Random
) -> Labelled:
    """Return an article that had no advertisement with some, and every other time with a headline."""
    lines = list(article.lines)
    if len(lines) >= 8 and not any(label == "ad" for _, label in lines):
        own = Article("", "\n".join(text for text, _ in lines)).get(body_vocabulary)
        for _ in range(INSERTED):
            source = headlines[0] if len(headlines) == 1 or chance.random() < 0.75 else chance.choice(headlines[1:])
            few = chance.sample(source, min(len(source), 40 if chance.random() < 1 / 3 else 1))
            ad = max(few, key=lambda line: sum(word in own for word in content_words(words(line, (0, len(line))))))
            lines.insert(chance.randint(1, len(lines)), (ad, "ad"))
        if chance.random() < 1 / 2:
            lines.insert(chance.randint(1, len(lines)), (chance.choice(others), "headline"))
    return Labelled(article.publisher, lines)


def cases(labelled: Labelled, fold: int, wording_folds: Mapping[str, int], has_inserted: bool) -> Iterator[Case]:
    """Yield the lines of an article that the rule scores, and the advertisements that it does not."""
    article = Article("", "\n".join(text for text, _ in labelled.lines))
    lists = article.get(scoring.lines_in_lists)
    scored = {}
    for line in article.get(headlines):
        if line.stands_alone and line.block.number not in lists:
            features = {**scoring.all_features(article, line), "wording": math.inf}
            if may_persuade(article, line, features) is True:
                scored[article.raw.count("\n", 0, article.to_raw(line.block.span).start)] = features
    for number, (text, label) in enumerate(labelled.lines):
        if number in scored or label == "ad":
            yield Case(scored.get(number), label, fold, has_inserted, text, wording_folds.get(text, fold))


Table = dict[str, int]  # the weights of words, in tenths


def wording_tables(sample: Sequence[fit_wording.Headline]) -> dict[frozenset[int], Table]:
    """Return the weights of words, fitted without one fold, and without each two."""
    pairs = [frozenset(pair) for pair in itertools.combinations_with_replacement(range(FOLDS), 2)]
    return {
        left_out: fit_wording.pruned(fit_wording.fit([line for line in sample if line.fold not in left_out]))
        for left_out in pairs
    }


def with_wording(case: Case, table: Table) -> dict[str, float] | None:
    """Return the features of a case with the score of its wording; None if the rule does not score it."""
    if case.features is None:
        return None
    line_tokens = set(tokens(words(case.text, (0, len(case.text)))))
    wording = sum(table.get(name, 0) for name in ("", *line_tokens)) / 10
    features = {**case.features, "wording": wording}
    return features if persuades(features) else None


def score(features: dict[str, float] | None, names: Sequence[str], beta: Sequence[float]) -> float:
    """Return the sum of the weighted features; minus infinity where the rule does not score the line."""
    return -math.inf if features is None else logistic.weighted_sum(features, names, beta)


def report(judged: Sequence[tuple[float, Case]]) -> None:
    """Print precision and recall by threshold."""
    for threshold in (step / 4 for step in range(-4, 13)):
        hits = [case for value, case in judged if value > threshold]
        true = sum(case.label == "ad" for case in hits)
        every = sum(case.label == "ad" for _, case in judged)
        body_, subhead, other = (sum(case.label == label for case in hits) for label in ("body", "subhead", "headline"))
        precision = true / max(1, len(hits) - other)
        rates = f"P {precision:.3f}  R {true / max(1, every):.3f}"
        print(f"threshold {threshold:5.2f}  {rates}  false: body {body_}, subhead {subhead}, headline {other}")


def main() -> None:
    """Fit, print the tables, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ads", type=Path, action="append", required=True, help="advertising headlines, one per line")
    parser.add_argument("--others", type=Path, action="append", required=True, help="headlines that do not advertise")
    parser.add_argument(
        "--threshold", type=float, default=1.5, help="that a score has to exceed; choose it from the table"
    )
    parser.add_argument(
        "--seeds", type=int, default=4, help="how often to insert the headlines, at other places each time"
    )
    parser.add_argument("--without", action="append", default=[], help="leave out a feature, to see what it is worth")
    parser.add_argument("--misses", action="store_true", help="print the lines that are misclassified")
    parser.add_argument("--write", action="store_true", help="write the weights into the plugin")
    arguments = parser.parse_args()
    chance = random.Random(1)
    wording = [
        *fit_wording.read(arguments.ads, is_ad=True, first=0),
        *fit_wording.read(arguments.others, is_ad=False, first=len(arguments.ads)),
    ]
    wording_folds = {line.text: line.fold for line in wording}
    files = len(arguments.ads)
    texts = {
        (fold, file): [line.text for line in wording if (line.fold, line.file) == (fold, file)]
        for fold in range(FOLDS)
        for file in range(files + 1)
    }
    by_fold = [([texts[fold, file] for file in range(files)], texts[fold, files]) for fold in range(FOLDS)]
    articles = read(arguments.folder, {line.text for line in wording if line.is_ad})
    publishers = sorted({article.publisher for article in articles})
    chance.shuffle(publishers)
    fold_of = {publisher: index % FOLDS for index, publisher in enumerate(publishers)}
    sample = [
        case
        for _ in range(arguments.seeds)
        for article in articles
        for labelled in (insert_headlines(article, *by_fold[fold_of[article.publisher]], chance),)
        for case in cases(labelled, fold_of[article.publisher], wording_folds, len(labelled.lines) > len(article.lines))
    ]
    tables = wording_tables(wording)
    names = [name for name in next(case.features for case in sample if case.features) if name not in arguments.without]
    judged: list[tuple[float, Case]] = []
    for fold in range(FOLDS):
        rows = [(with_wording(case, tables[frozenset((case.wording_fold, fold))]), case) for case in sample]
        beta = logistic.fit(
            [(features, case.label == "ad") for features, case in rows if features and case.fold != fold], names
        )
        judged += [(score(features, names, beta), case) for features, case in rows if case.fold == fold]
    scored = [
        (features, case.label == "ad")
        for case in sample
        if (features := with_wording(case, tables[frozenset((case.wording_fold,))]))
    ]
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
    beta = logistic.fit(scored, names)
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
