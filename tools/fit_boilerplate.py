"""Fit the weights by which boilerplate/stray-line scores a line, and write them to the data of that family.

    python tools/fit_boilerplate.py FOLDER          fit on every article, write the weights
    python tools/fit_boilerplate.py FOLDER --check  cross-validate over publishers, print precision and recall

FOLDER holds `*.jsonl`, one article per line, as in
{"publisher": "…", "lines": [{"text": "…", "label": "junk", "soft": true}]}.
The labels that count are `junk`, `body` and `subhead`, and at a third of the weight `byline` and `caption`; lines
marked `soft` are left out. Articles of one publisher share their junk, so a check that mixed them would be too good.
The check scores each line once; the rule scores the neighbours of what it found a second time. The script writes only
weights, never text.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

from newslint.api import Article  # noqa: E402
from newslint.text.lexicons import LEXICONS  # noqa: E402
from newslint.text.scanner import Scanner  # noqa: E402
from newslint_boilerplate.view.lexicon import LEXICON  # noqa: E402
from newslint_boilerplate.view.phrase_matching import phrase_matches  # noqa: E402
from newslint_boilerplate.view.scoring import score_lines  # noqa: E402

WEIGHT = {"junk": 1.0, "body": 1.0, "subhead": 1.0, "byline": 0.3, "caption": 0.3}
PENALTY = 3.0  # of the ridge: it draws the weights of rare features to zero
ROUNDS = 60
MIN_LINES = 8  # a feature of fewer lines is left out

TABLE = '''"""The weight of each feature of `features` for a line being junk; written by `tools/fit_boilerplate.py`."""

BIAS = {bias}  # the score of a line without features

WEIGHTS = {{
{rows}
}}
'''


class Line(NamedTuple):
    """A labelled line with its features."""

    publisher: str
    evidence: tuple[str, ...]
    label: str


class Counts(NamedTuple):
    """How many lines are junk, and how many the phrases alone find, rightly and falsely."""

    junk: int
    found: int
    false: int


def read(folder: Path) -> tuple[list[Line], Counts]:
    """Return the lines to score, and the counts of what is certain by phrases."""
    scanner = Scanner([*LEXICONS, LEXICON])
    lines, junk, found, false = [], 0, 0, 0
    for row in articles(folder):
        labels = [line["label"] if not line.get("soft") else "soft" for line in row["lines"]]
        article = scanner.scan(Article("article", "\n".join(line["text"] for line in row["lines"])))
        certain = article.get(phrase_matches).certain
        junk += labels.count("junk")
        found += sum(labels[number] == "junk" for number in certain)
        false += sum(labels[number] in ("body", "subhead") for number in certain)
        lines += [
            Line(row["publisher"], candidate.evidence, labels[candidate.number])
            for candidate in score_lines(article, certain)
            if labels[candidate.number] in WEIGHT
        ]
    return lines, Counts(junk, found, false)


def articles(folder: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """Yield every labelled article in the folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").split("\n"):
            row = json.loads(text) if text else {}
            if "lines" in row:
                yield row


def fit(lines: Sequence[Line]) -> dict[str, float]:
    """Fit a logistic regression by Newton's method, one weight at a time; "" is the name of the bias."""
    lines_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for name in ("", *line.evidence):
            lines_of[name].append(number)
    names = sorted(name for name in lines_of if len(lines_of[name]) >= MIN_LINES)
    weights = dict.fromkeys(names, 0.0)
    sums = [0.0] * len(lines)
    for _ in range(ROUNDS):
        for name in names:
            penalty = PENALTY if name else 0.0
            slope, curvature = penalty * weights[name], penalty + 1e-6
            for number in lines_of[name]:
                chance = 1 / (1 + math.exp(-sums[number]))
                share = WEIGHT[lines[number].label]
                slope += share * (chance - (lines[number].label == "junk"))
                curvature += share * chance * (1 - chance)
            step = max(-1.0, min(1.0, slope / curvature))
            weights[name] -= step
            for number in lines_of[name]:
                sums[number] -= step
    return weights


def check(lines: Sequence[Line], by_phrases: Counts, folds: int = 10) -> None:
    """Print precision and recall by threshold, over publishers that the weights were not fitted on."""
    publishers = sorted({line.publisher for line in lines})
    judged: list[tuple[float, str]] = []
    for fold in range(folds):
        out = set(publishers[fold::folds])
        weights = fit([line for line in lines if line.publisher not in out])
        unseen = [line for line in lines if line.publisher in out]
        judged += [(sum(weights.get(name, 0.0) for name in ("", *line.evidence)), line.label) for line in unseen]
    for tenth in range(5, 31, 5):
        hits = [label for weight, label in judged if weight > tenth / 10]
        found, false = (
            hits.count("junk") + by_phrases.found,
            hits.count("body") + hits.count("subhead") + by_phrases.false,
        )
        kinds = f"{hits.count('body')} body, {hits.count('subhead')} subhead, {by_phrases.false} by phrases"
        rates = f"precision {found / (found + false):.3f}, recall {found / by_phrases.junk:.3f}"
        print(f"above {tenth / 10}: {rates} ({false} false: {kinds})")  # noqa: T201


def main() -> None:
    """Fit the weights and write them, or print the check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="cross-validate over publishers and write nothing")
    arguments = parser.parse_args()
    lines, counts = read(arguments.folder)
    if arguments.check:
        check(lines, counts)
        return
    weights = fit(lines)
    ordered = sorted(
        (name for name in weights if name and abs(weights[name]) >= 0.005), key=lambda name: -weights[name]
    )
    rows = "\n".join(f'    "{name}": {weights[name]:.2f},' for name in ordered)
    table = TABLE.format(bias=f"{weights['']:.2f}", rows=rows)
    (ROOT / "plugins" / "newslint_boilerplate" / "data" / "weights.py").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
