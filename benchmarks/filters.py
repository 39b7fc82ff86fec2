"""Times newslint and filters of corpora on the same articles, in one process: `filters.py [--articles N] [--rounds N]`.

It measures the filters that are installed (`pip install 'datatrove[processing]' justext dolma`) and leaves out the
others with a note. A filter decides whether to keep a text; jusText classifies the paragraphs of the article as a web
page, which it gets with a tag around each. Each round calls every program in turn on all articles, and ratios are taken
within a round. Processor time; loading is not measured.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter

Filter = Callable[[str], object]


def datatrove() -> Iterator[tuple[str, Filter]]:
    """Yield the quality filters of C4 and Gopher as datatrove has them."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter, GopherQualityFilter, GopherRepetitionFilter

    for name, made in (
        ("datatrove, C4", C4QualityFilter(filter_no_terminal_punct=False)),
        ("datatrove, Gopher quality", GopherQualityFilter()),
        ("datatrove, Gopher repetition", GopherRepetitionFilter()),
    ):
        yield name, lambda text, keep=made.filter: keep(Document(text=text, id="a"))


def dolma() -> Iterator[tuple[str, Filter]]:
    """Yield the taggers of C4 and Gopher as dolma has them."""
    from dolma.core.data_types import Document
    from dolma.taggers.c4 import C4Tagger
    from dolma.taggers.gopher import GopherTagger

    for name, tagger in (("dolma, C4", C4Tagger()), ("dolma, Gopher", GopherTagger())):
        yield name, lambda text, tag=tagger.predict: tag(Document(source="a", version="1", id="a", text=text))


def justext() -> Iterator[tuple[str, Filter]]:
    """Yield jusText."""
    from justext import get_stoplist
    from justext import justext as classify

    words = get_stoplist("English")

    def call(text: str) -> object:
        page = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        return classify(f"<html><body>{page}</body></html>", words)

    yield "jusText", call


def available() -> dict[str, Filter]:
    """Return newslint and every filter that is installed."""
    checker = build_linter(Settings()).checker
    found: dict[str, Filter] = {"newslint": lambda text: checker.check(Article("a.txt", text))}
    for load in (datatrove, dolma, justext):
        try:
            found.update(load())
        except ImportError as error:
            sys.stderr.write(f"{load.__name__} is left out: {error}\n")
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    draw = random.Random(1)
    texts = [article(draw) for _ in range(options.articles)]
    filters = available()
    microseconds: dict[str, list[float]] = {name: [] for name in filters}
    for call in filters.values():
        call(texts[0])  # loads what it loads at its first call
    for _ in range(options.rounds):
        for name, call in filters.items():
            start = time.process_time()
            for text in texts:
                call(text)
            microseconds[name].append((time.process_time() - start) / len(texts) * 1e6)
    sys.stdout.write("| program | ms an article | × newslint (min, median, max) |\n|---|---|---|\n")
    for name, figures in microseconds.items():
        ratios = sorted(figure / own for figure, own in zip(figures, microseconds["newslint"], strict=True))
        spread = ", ".join(f"{ratio:.2f}" for ratio in (ratios[0], statistics.median(ratios), ratios[-1]))
        sys.stdout.write(f"| {name} | {statistics.median(figures) / 1000:.2f} | {spread} |\n")


if __name__ == "__main__":
    main()
