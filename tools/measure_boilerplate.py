"""Measure how well the family boilerplate finds junk on pages of publishers that its weights were not fitted on.

    python tools/measure_boilerplate.py FOLDER               precision and recall by threshold
    python tools/measure_boilerplate.py FOLDER --misses 20   lines that are missed, by why

FOLDER holds labelled pages, as `tools/boilerplate_pages.py` describes, which also says which phrases count as known.
`--all-phrases` counts every phrase as known, even one taken from the page itself. Weights are fitted on four folds of
publishers and measured on the fifth, in turn; `--fold` prints one fold alone. Pages of the variant "scraped-text" are
plain text, those of the variant "planted" hold inserted advertisements and are not counted.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from boilerplate_pages import FOLDS, Page, label_counts, read_pages
from fit_boilerplate import contexts, fit

from newslint_boilerplate.view.scored.scoring import THRESHOLD, Candidate, threshold_for

SETS = {"plain": ("scraped-text",), "all": ("scraped-text", "container", "trafilatura")}
STEP = 4  # sixteenths between two thresholds
STEPS = 6  # on either side of the one in use
UNREPORTED = -1000  # the score of a headline that stands alone
NAMES = ("precision", "recall", "false per 1,000 body lines", "false per 1,000 subhead lines")


class Judged(NamedTuple):
    """A line with its score out of fold, of which `THRESHOLD` is the limit whatever its evidence."""

    page: Page
    line: Candidate
    score: int


def judge(pages: Sequence[Page]) -> list[Judged]:
    """Score the lines of every page with weights fitted on the other folds."""
    found = []
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold != fold or not page.layout:
                continue
            for line, value, context in contexts(page, model.first):
                total = value + sum(model.context.get(name, 0) for name in ("", *context))
                is_reported = line.number not in page.headlines
                score = int(total) + THRESHOLD - threshold_for(line.evidence, page.layout)
                found.append(Judged(page, line, score if is_reported else UNREPORTED))
    return found


def rates(pages: Sequence[Page], judged: Sequence[Judged], threshold: int) -> tuple[float, ...]:
    """Return the figures of `NAMES` at a threshold."""
    counts = label_counts(pages)
    names = {page.name for page in pages}
    hits = Counter(page.labels[number] for page in pages for number in page.certain)
    hits.update(page.labels[line.number] for page, line, score in judged if score > threshold and page.name in names)
    false = hits["body"] + hits["subhead"]
    return (
        hits["junk"] / max(1, hits["junk"] + false),
        hits["junk"] / counts["junk"],
        1000 * hits["body"] / counts["body"],
        1000 * hits["subhead"] / counts["subhead"],
    )


def print_curve(pages: Sequence[Page], judged: Sequence[Judged]) -> None:
    """Print the figures of each set by threshold."""
    for name, variants in SETS.items():
        chosen = [page for page in pages if page.variant in variants]
        print(f"{name}: {len(chosen)} pages; {', '.join(NAMES)}")  # noqa: T201
        for threshold in range(THRESHOLD - STEPS * STEP, THRESHOLD + STEPS * STEP + 1, STEP):
            precision, recall, body, subhead = rates(chosen, judged, threshold)
            mark = "*" if threshold == THRESHOLD else " "
            print(f"{mark}above {threshold:3}: {precision:.3f} {recall:.3f} {body:4.1f} {subhead:4.1f}")  # noqa: T201


def print_misses(pages: Sequence[Page], judged: Sequence[Judged], most: int) -> None:
    """Print how many lines of junk are missed, by why, with some of each, and what is found falsely."""
    scores = {(page.name, line.number): (score, line) for page, line, score in judged}
    groups = defaultdict[str, list[str]](list)
    for page in pages:
        for number, label in enumerate(page.labels):
            score, line = scores.get((page.name, number), (None, None))
            text = f"{page.name}:{number} [{score}] {page.texts[number][:110]}"
            is_reported = number in page.certain or (score is not None and score > THRESHOLD)
            if label in ("body", "subhead") and is_reported:
                groups[f"false, {'phrase' if number in page.certain else 'score'}"].append(text)
            elif label == "junk" and not is_reported:
                if line is None:
                    why = "not weighed"
                elif number in page.headlines:
                    why = "headline alone"
                else:
                    why = "score"
                groups[f"missed, {why}, {page.variant}"].append(text)
    for why, texts in sorted(groups.items()):
        print(f"\n{why}: {len(texts)}", *texts[:most], sep="\n  ")  # noqa: T201


def main() -> None:
    """Print the curve, or what is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--all-phrases", action="store_true", help="count every phrase as known")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="print one fold alone")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N lines of each group")
    arguments = parser.parse_args()
    pages = read_pages(arguments.folder, all_phrases=arguments.all_phrases)
    judged = judge(pages)
    counted = [page for page in pages if page.variant in SETS["all"] and arguments.fold in (None, page.fold)]
    if arguments.misses:
        print_misses(counted, judged, arguments.misses)
    else:
        print_curve(counted, judged)


if __name__ == "__main__":
    main()
