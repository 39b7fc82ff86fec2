#!/usr/bin/env python3
# ruff: noqa: T201
"""Fit how much each word of a headline speaks for advertising, and print recall and false alarms on other headlines.

    python tools/fit_wording.py --ads HEADLINES.txt [--ads …] --others HEADLINES.txt [--others …] [--write]

Each file holds headlines, one per line (what follows a tab is ignored). The first file of advertising counts four times
as much as the others. The fit is a logistic regression by AdaGrad, with a ridge, over the words, and over the first
word of a headline. Cross-validation tests it: a fold has headlines that its fit has not seen, and an advertiser's
variants of one headline fall into one fold. The script writes the weights of words, rounded to a tenth, never a text.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

from newslint.api import words  # noqa: E402
from newslint_advertising.view.wording import tokens  # noqa: E402

FOLDS, ROUNDS, RATE, RIDGE = 5, 150, 0.5, 1.0
MIN_COUNT, MIN_WEIGHT = 4, 0.5  # of a word in the headlines, and in the table


class Headline(NamedTuple):
    """A headline as its words."""

    file: int
    is_ad: bool
    weight: float
    tokens: tuple[str, ...]
    fold: int
    text: str


def read(paths: Sequence[Path], *, is_ad: bool, first: int) -> Iterator[Headline]:
    """Yield the headlines of several files."""
    for number, path in enumerate(paths):
        lines = {line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").split("\n")} - {""}
        for index, line in enumerate(sorted(lines)):
            weight = 4.0 if is_ad and number == 0 else 1.0
            yield Headline(
                first + number, is_ad, weight, tuple(tokens(words(line, (0, len(line))))), index // 6 % FOLDS, line
            )


def fit(sample: Sequence[Headline]) -> dict[str, float]:
    """Return the weights; "" is the name of the bias."""
    counts = Counter(token for headline in sample for token in set(headline.tokens))
    known = {token for token, count in counts.items() if count >= MIN_COUNT}
    rows = [(("", *(t for t in set(headline.tokens) if t in known)), headline) for headline in sample]
    beta = dict.fromkeys(("", *sorted(known)), 0.0)
    squares = dict.fromkeys(beta, 0.01)
    for _ in range(ROUNDS):
        gradient = {name: RIDGE * value if name else 0.0 for name, value in beta.items()}
        for names, headline in rows:
            chance = 1 / (1 + math.exp(-sum([beta[name] for name in names])))
            error = (chance - headline.is_ad) * headline.weight
            for name in names:
                gradient[name] += error
        for name, slope in gradient.items():
            squares[name] += slope * slope
            beta[name] -= RATE * slope / math.sqrt(squares[name])
    return beta


def main() -> None:
    """Fit, print the table, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--ads", type=Path, action="append", required=True)
    parser.add_argument("--others", type=Path, action="append", required=True)
    parser.add_argument("--write", action="store_true", help="write the weights into the plugin")
    arguments = parser.parse_args()
    sample = [
        *read(arguments.ads, is_ad=True, first=0),
        *read(arguments.others, is_ad=False, first=len(arguments.ads)),
    ]
    judged = []
    for fold in range(FOLDS):
        beta = pruned(fit([headline for headline in sample if headline.fold != fold]))
        judged += [
            (sum(beta.get(name, 0) for name in ("", *set(headline.tokens))), headline)
            for headline in sample
            if headline.fold == fold
        ]
    files = [*arguments.ads, *arguments.others]
    for threshold in range(-10, 31, 5):
        shares = [
            f"{path.stem} {share([value > threshold for value, headline in judged if headline.file == number]):.3f}"
            for number, path in enumerate(files)
        ]
        print(f"above {threshold / 10:4.1f}:", "  ".join(shares))
    table = pruned(fit(sample))
    print(len(table), "weights")
    if arguments.write:
        groups: dict[int, list[str]] = {}
        for name, weight in table.items():
            if name:
                groups.setdefault(weight, []).append(name)
        rows = "\n".join(f'    ({weight}, "{" ".join(sorted(groups[weight]))}"),' for weight in sorted(groups))
        source = (
            "# ruff: noqa: E501\n"
            '"""What each word of a headline adds for advertising, in tenths; written by `tools/fit_wording.py`."""\n\n'
            f"BIAS = {table['']}\n\n# The weight, and the words; `^` marks the first word of a headline.\n"
            f"WORDS_BY_WEIGHT = (\n{rows}\n)\n"
        )
        (ROOT / "plugins" / "newslint_advertising" / "data" / "wording.py").write_text(source, encoding="utf-8")


def pruned(beta: dict[str, float]) -> dict[str, int]:
    """Return the weights that matter, in tenths."""
    return {name: round(10 * value) for name, value in beta.items() if not name or abs(value) >= MIN_WEIGHT}


def share(values: Sequence[bool]) -> float:
    """Return the share of what is true."""
    return sum(values) / max(1, len(values))


if __name__ == "__main__":
    main()
