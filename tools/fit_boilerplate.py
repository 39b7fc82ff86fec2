"""Fit the weights by which the family boilerplate scores a line, and write them to its data.

    python tools/fit_boilerplate.py FOLDER          fit on every article, write the weights
    python tools/fit_boilerplate.py FOLDER --check  print precision and recall over publishers not fitted on

FOLDER holds `*.jsonl`, one article per line, as in
{"publisher": "…", "lines": [{"text": "…", "label": "junk", "soft": true}]}.
The labels that count are those of `SHARES`; lines marked `soft` are left out. The script needs NumPy and scikit-learn.
It writes weights and single words, never text.

It takes these steps: features of each line; folds by publisher, because articles of one publisher share their junk; a
logistic regression on the features and the words; a second one on the scores of the neighbours, fitted on scores of
lines out of fold; pruning of weights near zero; rounding to sixteenths in 8 bits. Lines that phrases convict serve as
examples as well, as if no phrase were known of them: they show which words pages use.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

from newslint.api import Article, line_style, non_blank_lines  # noqa: E402
from newslint.text.lexicons import LEXICONS  # noqa: E402
from newslint.text.scanner import Scanner  # noqa: E402
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches  # noqa: E402
from newslint_boilerplate.view.lexicon import LEXICON  # noqa: E402
from newslint_boilerplate.view.scored.features import VOCABULARY_FEATURES, vocabulary_feature  # noqa: E402
from newslint_boilerplate.view.scored.layout import Layout, build_layout  # noqa: E402
from newslint_boilerplate.view.scored.neighbours import context_features  # noqa: E402
from newslint_boilerplate.view.scored.scoring import SUPPORT, THRESHOLD, Candidate, candidates  # noqa: E402

SHARES = {"junk": 1.0, "body": 1.0, "subhead": 1.5, "byline": 1.0, "caption": 1.0}  # how much a line of a label counts
FOLDS = 5
STRENGTH = 0.3  # of the regression: the inverse of its penalty
MIN_LINES = 8  # with a feature
MIN_PUBLISHERS = 2  # of a word
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


class Page(NamedTuple):
    """A labelled article: what phrases say of its lines, and the lines to score."""

    publisher: str
    fold: int
    labels: list[str]  # of each line that is not blank
    layout: Layout | None
    lines: list[Candidate]
    convicted: list[Candidate]  # lines that phrases convict, as they would be scored without these phrases


class Model(NamedTuple):
    """Weights in sixteenths, by name; a word's name begins with "=", and "" is the bias."""

    first: dict[str, float]
    context: dict[str, float]


def read(folder: Path) -> list[Page]:
    """Return every labelled article of a folder."""
    scanner = Scanner([*LEXICONS, LEXICON])
    found = []
    for row in rows(folder):
        text = "\n".join(line["text"] for line in row["lines"])
        article = scanner.scan(Article("article", text))
        starts = [0, *accumulate(len(line["text"]) + 1 for line in row["lines"])]
        raw = [bisect_right(starts, article.to_raw(span).start) - 1 for span in article.get(non_blank_lines)]
        labels = ["soft" if row["lines"][at].get("soft") else row["lines"][at]["label"] for at in raw]
        certain, possible = article.get(phrase_matches)
        layout = build_layout(article, certain, possible)
        fold = int(hashlib.sha256(row["publisher"].encode()).hexdigest(), 16) % FOLDS
        lines = [with_vocabulary(article, layout, line) for line in candidates(article, layout)] if layout else []
        found.append(Page(row["publisher"], fold, labels, layout, lines, list(as_unknown(article, certain, possible))))
    return found


def rows(folder: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """Yield every row that is a labelled article."""
    for path in sorted(folder.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").split("\n"):
            row = json.loads(text) if text else {}
            if "lines" in row:
                yield row


def as_unknown(article: Article, certain: dict[int, str], possible: dict[int, str]) -> Iterator[Candidate]:
    """Yield each line that a phrase convicts as it would be scored if it had no phrase."""
    for number in certain:
        others = {line: kind for line, kind in certain.items() if line != number}
        layout = build_layout(article, others, possible)
        if layout is not None:
            yield from (
                with_vocabulary(article, layout, line) for line in candidates(article, layout) if line.number == number
            )


def with_vocabulary(article: Article, layout: Layout, line: Candidate) -> Candidate:
    """Return a line with the feature of its vocabulary."""
    style = line_style(article, layout.lines[line.number])
    return line._replace(evidence=(*line.evidence, vocabulary_feature(article, style)))


def names_of(line: Candidate) -> set[str]:
    """Return the names of a line's features and words."""
    return {"", *line.evidence}


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
    lines, publishers = Counter[str](), defaultdict[str, set[str]](set)
    found = list(examples(pages))
    for page, line, _label in found:
        for name in names_of(line):
            lines[name] += 1
            publishers[name].add(page.publisher)
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


def check(pages: Sequence[Page]) -> None:
    """Print precision and recall by threshold, over publishers that the weights were not fitted on."""
    judged: list[tuple[int, str]] = []
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        for page in pages:
            for line, value, context in contexts(page, model.first) if page.fold == fold else ():
                total = value + sum(model.context.get(name, 0) for name in ("", *context))
                if not SUPPORT.isdisjoint(line.evidence):
                    judged.append((int(total), page.labels[line.number]))
    counts = Counter(label for page in pages for label in page.labels)
    convicted = Counter(
        page.labels[number] for page in pages for number in (page.layout.certain if page.layout else ())
    )
    for threshold in range(THRESHOLD - 16, THRESHOLD + 17, 4):
        hits = convicted + Counter(label for value, label in judged if value > threshold)
        false = hits["body"] + hits["subhead"]
        print(  # noqa: T201
            f"above {threshold}: precision {hits['junk'] / (hits['junk'] + false):.3f},"
            f" recall {hits['junk'] / counts['junk']:.3f},"
            f" false per 1,000 body lines {1000 * hits['body'] / counts['body']:.1f},"
            f" subhead lines {1000 * hits['subhead'] / counts['subhead']:.1f}"
        )


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
    """Fit the weights and write them, or print the check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="cross-validate over publishers and write nothing")
    arguments = parser.parse_args()
    pages = read(arguments.folder)
    if arguments.check:
        check(pages)
    else:
        write(fit(pages))


if __name__ == "__main__":
    main()
