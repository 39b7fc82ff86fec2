"""Fit the weights by which the family boilerplate scores a line, and write them to its data.

    python tools/fit_boilerplate.py FOLDER

FOLDER holds labelled pages, as `tools/boilerplate_pages.py` describes. `tools/measure_boilerplate.py` measures what
this script fits, on publishers that it was not fitted on. The labels that count are those of `SHARES`; lines marked
`soft` are left out. The script needs NumPy and scikit-learn. It writes weights and single words, never text.

It takes these steps: features of each line; folds by publisher, because articles of one publisher share their junk; a
logistic regression on the features and the words; a second one on the scores of the neighbours, fitted on scores of
lines out of fold; pruning of weights near zero; rounding to sixteenths in 8 bits. Lines that phrases convict serve as
examples as well, as if no phrase were known of them: they show which words pages use.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy
from boilerplate_pages import ROOT, Page, publishers_by_name, read_pages
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newslint.api import content_words
from newslint_boilerplate.view.scored.features import VOCABULARY_FEATURES
from newslint_boilerplate.view.scored.neighbours import context_features
from newslint_boilerplate.view.scored.scoring import Candidate

SHARES = {"junk": 1.0, "body": 1.0, "subhead": 1.5, "byline": 1.0, "caption": 1.0}  # how much a line of a label counts
STRENGTH = 0.3  # of the regression: the inverse of its penalty
MIN_LINES = 8  # with a feature
MIN_PUBLISHERS = 3  # of a word
UNIT = 16  # a weight is a whole number of sixteenths
MIN_WEIGHT = 2  # sixteenths: smaller ones are left out

TABLE = '''"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = {bias}  # the score of a line without features
CONTEXT_BIAS = {context_bias}  # added with the features of the neighbours' scores

FEATURES = {{
{features}
}}
WORDS_BY_WEIGHT = {{
{words}
}}
WEIGHTS = FEATURES | {{f"={{word}}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}}
'''


class Model(NamedTuple):
    """Weights in sixteenths, by name; a word's name begins with "=", and "" is the bias."""

    first: dict[str, float]
    context: dict[str, float]


def names_of(line: Candidate) -> set[str]:
    """Return the names of a line's features and of its words, stop words left out: they say nothing of other pages."""
    return {"", *(name for name in line.evidence if name[:1] != "=" or content_words([name[1:]]))}


def examples(pages: Iterable[Page]) -> Iterator[tuple[Page, Candidate, str]]:
    """Yield every line to fit on, with its label."""
    for page in pages:
        for line in (*page.lines, *page.convicted):
            if page.labels[line.number] in SHARES:
                yield page, line, page.labels[line.number]


def regress(
    features: Sequence[Iterable[str]], labels: Sequence[str], names: Sequence[str], offset: Sequence[float] = ()
) -> dict[str, float]:
    """Fit a logistic regression; with an `offset`, its scale is that of the offset."""
    column = {name: at for at, name in enumerate(names)}
    pairs = [(row, column[name]) for row, held in enumerate(features) for name in held if name in column]
    matrix = csr_matrix((numpy.ones(len(pairs)), tuple(zip(*pairs, strict=True))), (len(labels), len(names)))
    if offset:
        matrix = csr_matrix(numpy.hstack([matrix.toarray(), numpy.array(offset)[:, None] / UNIT]))
    model = LogisticRegression(
        C=STRENGTH if not offset else 1.0, fit_intercept=False, solver="liblinear", max_iter=1000
    )
    model.fit(matrix, [label == "junk" for label in labels], sample_weight=[SHARES[label] for label in labels])
    weights = model.coef_[0]
    scale = UNIT / weights[-1] if offset else UNIT
    return {
        name: max(-127, min(127, round(weight * scale)))
        for name, weight in zip(names, weights[: len(names)], strict=True)
    }


def fit_lines(pages: Sequence[Page]) -> dict[str, float]:
    """Fit the weights of features and words."""
    found = list(examples(pages))
    lines = Counter(name for _page, line, _label in found for name in names_of(line))
    publishers = publishers_by_name((page, names_of(line)) for page, line, _label in found)
    names = sorted(
        name
        for name in lines
        if (len(publishers[name]) >= MIN_PUBLISHERS if name[:1] == "=" else lines[name] >= MIN_LINES)
    )
    weights = regress([names_of(line) for _page, line, _label in found], [label for *_, label in found], names)
    return {name: weight for name, weight in weights.items() if abs(weight) >= MIN_WEIGHT or not name}


def score(weights: dict[str, float], line: Candidate, without: Sequence[str] = ()) -> int:
    """Return the score of a line by its features and words."""
    return int(sum(weights.get(name, 0) for name in names_of(line).difference(without)))


def contexts(page: Page, weights: dict[str, float]) -> Iterator[tuple[Candidate, int, list[str]]]:
    """Yield every line with its score and the features of its neighbours' scores."""
    scores = {line.number: score(weights, line, without=VOCABULARY_FEATURES) for line in page.lines}
    for line in page.lines:
        assert page.layout is not None
        yield line, score(weights, line), context_features(line.number, page.layout, scores)


def fit(pages: Sequence[Page]) -> Model:
    """Fit all weights; those of the neighbours' scores on scores out of fold."""
    features, labels, offsets = [], [], []
    for fold in sorted({page.fold for page in pages}):
        weights = fit_lines([page for page in pages if page.fold != fold])
        for page in pages:
            for line, value, context in contexts(page, weights) if page.fold == fold else ():
                if page.labels[line.number] in SHARES:
                    features.append(["", *context])
                    labels.append(page.labels[line.number])
                    offsets.append(value)
    names = sorted({name for held in features for name in held})
    return Model(fit_lines(pages), regress(features, labels, names, offsets))


def write(model: Model) -> None:
    """Write the table."""
    features = {
        name: weight for name, weight in (*model.first.items(), *model.context.items()) if name[:1] not in ("", "=")
    }
    by_weight: defaultdict[int, list[str]] = defaultdict(list)
    for name, weight in model.first.items():
        if name[:1] == "=":
            by_weight[int(weight)].append(name[1:])
    table = TABLE.format(
        bias=int(model.first[""]),
        context_bias=int(model.context[""]),
        features="\n".join(
            f'    "{name}": {int(features[name])},'
            for name in sorted(features, key=lambda name: (-features[name], name))
        ),
        words="\n".join(wrapped(weight, sorted(by_weight[weight])) for weight in sorted(by_weight, reverse=True)),
    )
    path = ROOT / "plugins" / "newslint_boilerplate" / "data" / "weights.py"
    path.write_text(table, encoding="utf-8")
    print(f"{len(features)} features, {sum(map(len, by_weight.values()))} words, {len(table)} characters")  # noqa: T201


def wrapped(weight: int, words: list[str]) -> str:
    """Return a row of the table, in lines of at most 120 characters."""
    lines, line = [], f'    {weight}: "'
    for word in words:
        if len(line) + len(word) > 115:
            lines.append(f'{line}"')
            line = '    "'
        line += f"{word} "
    return "\n".join([*lines, f'{line.rstrip()}",'])


def main() -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    write(fit(read_pages(parser.parse_args().folder)))


if __name__ == "__main__":
    main()
