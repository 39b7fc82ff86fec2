#!/usr/bin/env python3
# ruff: noqa: T201
"""Fits the weights of advertising/promo-line on labelled articles, and says how well they do on others.

    python tools/fit_promotion.py FOLDER --ads HEADLINES.txt [--ads …] [--write]

FOLDER holds .jsonl files. A row that has `lines` is an article: `publisher`, and for each line `text` and `label`
(`body`, `subhead`, `byline`, `caption`, `ad`; lines with other labels, or marked `soft`, are left out). HEADLINES holds
advertising headlines, one a line (what follows a tab is ignored); the first file given counts three times as much as
the others together. They are planted into the articles that have no advertising, a third of them chosen for the words
they share with the article, since an advertiser chooses too.

A logistic regression by Newton's method, with a ridge. It is judged by cross-validation: a fold holds publishers and
headlines that the fit has not seen. Only weights leave this script, never text.
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

from newslint.api import Article, body_vocabulary, content_words, headlines, words  # noqa: E402
from newslint_advertising.view import scoring  # noqa: E402

FOLDS = 5
PLANTED = 3  # advertisements an article
RIDGE = 1.0
KEPT = ("body", "subhead", "byline", "caption", "ad")


class Case(NamedTuple):
    """One line: what it shows, what it is, and the fold it is judged in."""

    signs: dict[str, float] | None  # None: the rule does not weigh it
    label: str
    fold: int | None  # None: an advertisement that only trains, since its article and its headline differ in fold
    trains: tuple[int, ...]  # the folds whose fit may see it
    planted: bool
    text: str


class Labelled(NamedTuple):
    """An article as pairs of text and label."""

    publisher: str
    lines: list[tuple[str, str]]


def read(folder: Path) -> list[Labelled]:
    """Every article in a folder's .jsonl files."""
    articles = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
            if "lines" in row:
                kept = [line for line in row["lines"] if line["label"] in KEPT and not line.get("soft")]
                articles.append(Labelled(row["publisher"], [(line["text"], line["label"]) for line in kept]))
    return articles


def plant(
    articles: Sequence[Labelled], headlines: Sequence[Sequence[str]], chance: random.Random
) -> Iterator[Labelled]:
    """The articles, with advertisements in those that had none."""
    for article in articles:
        lines = list(article.lines)
        if len(lines) >= 8 and not any(label == "ad" for _, label in lines):
            own = Article("", "\n".join(text for text, _ in lines)).get(body_vocabulary)
            for _ in range(PLANTED):
                source = headlines[0] if len(headlines) == 1 or chance.random() < 0.75 else chance.choice(headlines[1:])
                few = chance.sample(source, min(len(source), 200 if chance.random() < 1 / 3 else 1))
                ad = max(few, key=lambda line: sum(word in own for word in content_words(words(line, (0, len(line))))))
                lines.insert(chance.randint(1, len(lines)), (ad, "ad"))
        yield Labelled(article.publisher, lines)


def cases(labelled: Labelled, fold_of: dict[str, int], planted: bool) -> Iterator[Case]:
    """The lines of an article that the rule weighs, and the advertisements that it does not."""
    article = Article("", "\n".join(text for text, _ in labelled.lines))
    mine, lists = fold_of[labelled.publisher], article.get(scoring.in_lists)
    weighed = {
        line.block.number: scoring.signs(article, line)
        for line in article.get(headlines)
        if line.is_isolated
        if line.block.number not in lists
    }
    for number, (text, label) in enumerate(labelled.lines):
        if number in weighed or label == "ad":
            other = fold_of.get(text, mine) if label == "ad" else mine
            trains = tuple(fold for fold in range(FOLDS) if fold not in (mine, other))
            yield Case(weighed.get(number), label, mine if mine == other else None, trains, planted, text)


def fit(sample: Sequence[Case], names: Sequence[str]) -> list[float]:
    """Bias and weights."""
    size = len(names) + 1
    rows = [
        [(0, 1.0), *((place, float(case.signs[name])) for place, name in enumerate(names, 1) if case.signs[name])]
        for case in sample
    ]
    beta = [0.0] * size
    for _ in range(12):
        slope = [-RIDGE * value if place else 0.0 for place, value in enumerate(beta)]
        curve = [[(RIDGE if i else 1e-6) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for row, case in zip(rows, sample, strict=True):
            guess = 1 / (1 + math.exp(-sum(beta[place] * value for place, value in row)))
            for place, value in row:
                slope[place] += ((case.label == "ad") - guess) * value
                for other, second in row:
                    curve[place][other] += guess * (1 - guess) * value * second
        step = solve(curve, slope)
        beta = [old + new for old, new in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return beta


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination; the matrix is symmetric and positive."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for k in range(i + 1, size):
            share = rows[k][i] / rows[i][i]
            rows[k] = [one - share * other for one, other in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def score(case: Case, names: Sequence[str], beta: Sequence[float]) -> float:
    """What the signs add up to."""
    if case.signs is None:
        return -math.inf
    return beta[0] + sum(weight * case.signs[name] for name, weight in zip(names, beta[1:], strict=True))


def report(judged: Sequence[tuple[float, Case]]) -> None:
    """Print precision and recall by cut."""
    for cut in (step / 4 for step in range(-4, 13)):
        hits = [case for value, case in judged if value > cut]
        true = sum(case.label == "ad" for case in hits)
        every = sum(case.label == "ad" for _, case in judged)
        body_, subhead = (sum(case.label == label for case in hits) for label in ("body", "subhead"))
        precision = true / max(1, len(hits))
        print(
            f"cut {cut:5.2f}  P {precision:.3f}  R {true / max(1, every):.3f}  false: body {body_}, subhead {subhead}"
        )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ads", type=Path, action="append", required=True, help="advertising headlines, one a line")
    parser.add_argument("--cut", type=float, default=1.25, help="what a line's score has to exceed; see the table")
    parser.add_argument("--seeds", type=int, default=6, help="how often the headlines are planted anew")
    parser.add_argument("--without", action="append", default=[], help="leave out a sign, to see what it is worth")
    parser.add_argument("--misses", action="store_true", help="show what is judged wrongly")
    parser.add_argument("--write", action="store_true", help="write the weights into the plugin")
    given = parser.parse_args()
    chance = random.Random(1)
    headlines = [
        [line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for path in given.ads
    ]
    articles = read(given.folder)
    publishers = sorted({article.publisher for article in articles})
    chance.shuffle(publishers)
    fold_of = {publisher: place % FOLDS for place, publisher in enumerate(publishers)}
    for some in headlines:  # sorted: an advertiser's variants of one headline fall into one fold
        fold_of |= {line: place // 6 % FOLDS for place, line in enumerate(sorted(some))}
    sample = [
        case
        for _ in range(given.seeds)
        for article, labelled in zip(articles, plant(articles, headlines, chance), strict=True)
        for case in cases(labelled, fold_of, len(labelled.lines) > len(article.lines))
    ]
    weighed = [case for case in sample if case.signs]
    names = [name for name in weighed[0].signs if name not in given.without]
    judged = []
    for fold in range(FOLDS):
        beta = fit([case for case in weighed if fold in case.trains], names)
        judged += [(score(case, names, beta), case) for case in sample if case.fold == fold]
    print(len(sample), "cases;", len(weighed), "weighed;", sum(case.label == "ad" for case in sample), "advertisements")
    print("\narticles that held advertising:")
    report([(value, case) for value, case in judged if not case.planted])
    print("\nall, each planted", given.seeds, "times:")
    report(judged)
    if given.misses:
        for value, case in sorted(judged, key=lambda pair: -pair[0]):
            if (value > given.cut) != (case.label == "ad"):
                shown = " ".join(name for name, there in (case.signs or {}).items() if there)
                print(f"{value - given.cut:6.2f} {case.label:8s} {case.text}  {shown}")
    beta = fit(weighed, names)
    table = "\n".join(
        f'    "{name}": {weight:.2f},'
        for name, weight in sorted(zip(names, beta[1:], strict=True), key=lambda pair: -pair[1])
    )
    source = (
        '"""How much each sign of `evidence` counts; written by `tools/fit_promotion.py`, not by hand."""\n\n'
        f"BIAS = {beta[0] - given.cut:.2f}\n\nWEIGHTS = {{\n{table}\n}}\n"
    )
    print(source)
    if given.write:
        (ROOT / "plugins" / "newslint_advertising" / "data" / "weights.py").write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
