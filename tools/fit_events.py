#!/usr/bin/env python3
# ruff: noqa: T201
"""Fit the weights of the evidence that two reports are about one event, and print precision and recall on others.

    python tools/fit_events.py PAIRS.jsonl [--threshold T] [--write]

A row of PAIRS is a pair of reports: `docs`, each with `text`, `dct` (its day, YYYY-MM-DD) and `outlet` or `url`;
`label`, which is `unrelated` for reports on two events and `conflict` for those whose figures contradict each other;
and `quantity`, of which those that begin with `casualty` are used. A case is a pair of counts of one outcome, whether
they agree or not.

The fit is a logistic regression by Newton's method, with a ridge. Cross-validation tests it: a fold has outlets that
its fit has not seen, in either report of a pair. The table counts what the rule would report: a pair whose counts
contradict each other and meet under a name. The script writes only weights, never text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins"), str(ROOT / "tools")]

from logistic import fit, weighted_sum  # noqa: E402

from newslint.api import Article  # noqa: E402
from newslint.engine.checker import Checker  # noqa: E402
from newslint_numbers.articles_disagree import ArticlesDisagree  # noqa: E402
from newslint_numbers.view.casualties import CASUALTY_OUTCOMES, contradict  # noqa: E402
from newslint_numbers.view.same_event import SMALL_GROUP, evidence  # noqa: E402

FOLDS = 5
CHECKER = Checker([ArticlesDisagree()])


class Case(NamedTuple):
    """Two counts of one outcome in two reports."""

    pair: str
    label: str
    features: dict[str, float]
    would_be_reported: bool  # if the reports are of one event
    folds: tuple[int, ...]  # of the two outlets; the first one's tests this case


def read(path: Path) -> Iterator[Case]:
    """Yield the cases of a file of pairs."""
    for row in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
        if row["quantity"].startswith("casualty"):
            first, second = (facts(document) for document in row["docs"])
            folds = tuple(int(sha1(outlet(doc).encode()).hexdigest(), 16) % FOLDS for doc in row["docs"])
            for outcome in CASUALTY_OUTCOMES:
                if outcome in first and outcome in second:
                    (names, value), (other_names, other) = first[outcome], second[outcome]
                    reported = contradict(value, other) and not names.isdisjoint(other_names)
                    yield Case(row["id"], row["label"], evidence(value, other, SMALL_GROUP), reported, folds)


def facts(document: dict[str, Any]) -> dict[str, tuple[set[str], dict[str, Any]]]:
    """Return the counts of a report by outcome, each with the names that it may be found by."""
    found: dict[str, tuple[set[str], dict[str, Any]]] = {}
    article = Article("a", document["text"], meta={"date": document.get("dct") or ""})
    for fact in CHECKER.check(article).facts:
        kind, _, name = fact.key.rpartition(" ")
        found.setdefault(kind, (set(), fact.value))[0].add(name)
    return found


def outlet(document: dict[str, Any]) -> str:
    """Return the outlet of a report, or the host of its address; the address may be that of an archive."""
    address = "http" + document.get("url", "").rpartition("http")[2]
    return document.get("outlet") or urlsplit(address).hostname or ""


def report(judged: Sequence[tuple[float, Case]], conflicts: int) -> None:
    """Print precision and recall by threshold."""
    score_of: dict[str, float] = defaultdict(lambda: -99.0)
    label_of = {case.pair: case.label for _, case in judged}
    for score, case in judged:
        if case.would_be_reported:
            score_of[case.pair] = max(score_of[case.pair], score)
    for threshold in (step / 4 for step in range(-4, 13)):
        labels = Counter(label_of[pair] for pair, score in score_of.items() if score > threshold)
        true, every = labels["conflict"], labels.total()
        print(f"threshold {threshold:5.2f}  P {true / max(1, every):.3f}  R {true / conflicts:.3f}  {dict(labels)}")


def main() -> None:
    """Fit, print the table, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument(
        "--threshold", type=float, default=1.0, help="that a score has to exceed; choose it from the table"
    )
    parser.add_argument("--write", action="store_true", help="write the weights into the plugin")
    arguments = parser.parse_args()
    cases = list(read(arguments.pairs))
    names = list(cases[0].features)
    judged = []
    for fold in range(FOLDS):
        beta = fit([(case.features, case.label != "unrelated") for case in cases if fold not in case.folds], names)
        judged += [(weighted_sum(case.features, names, beta), case) for case in cases if case.folds[0] == fold]
    rows = map(json.loads, arguments.pairs.read_text(encoding="utf-8").split("\n")[:-1])
    conflicts = sum(row["label"] == "conflict" and row["quantity"].startswith("casualty") for row in rows)
    print(len(cases), "cases of", len({case.pair for case in cases}), "pairs;", conflicts, "pairs with a contradiction")
    report(judged, conflicts)
    beta = fit([(case.features, case.label != "unrelated") for case in cases], names)
    table = "\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(names, beta[1:], strict=True))
    source = (
        '"""The weights of the evidence that two reports are of one event; written by `tools/fit_events.py`."""'
        "\n\n"
        f"BIAS = {beta[0] - arguments.threshold:.2f}  # less the threshold, which is {arguments.threshold}\n\n"
        f"WEIGHTS = {{\n{table}\n}}\n"
    )
    print(source)
    if arguments.write:
        (ROOT / "plugins" / "newslint_numbers" / "data" / "event_weights.py").write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
