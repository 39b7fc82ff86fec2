"""Measures the extractors of articles: `extract.py [--pages N] [--rounds N]`, with `[corpus]` and trafilatura.

Recall is the share of an article's lines that are in the text; precision is the share of the text's characters that are
the article's. Headlines, bylines and captions count for neither. A page is clean where both are 100 %. The cost is
processor time per page; reading the archive and the metadata are measured separately.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parent))
from resiliparse.parse.html import HTMLTree

from newslint.warc.archive import Archive, RawRecord
from newslint.warc.http_record import HtmlPage, html_from_record
from newslint.warc.metadata import headline_of, json_ld_objects, meta_tags, publication_date
from newslint.warc.page import EXTRACTORS, language_of
from newslint.warc.types import WorkUnit
from pages import LAYOUTS, Page, pages

NON_WORD = re.compile(r"\W+")


def lines_of(text: str) -> list[str]:
    """Return the words of each line that has some, in lower case."""
    return [words for line in text.split("\n") if (words := NON_WORD.sub(" ", line).strip().lower())]


def quality(page: Page, text: str) -> tuple[float, float]:
    """Return recall of lines and precision of characters."""
    lines = lines_of(text)
    body = [words for line in page.body for words in lines_of(line)]
    whole, joined, neutral = (
        f" {' '.join(lines)} ",
        f" {' '.join(body)} ",
        {w for n in page.neutral for w in lines_of(n)},
    )
    good = sum(len(line) for line in lines if f" {line} " in joined)
    bad = sum(len(line) for line in lines if f" {line} " not in joined and line not in neutral)
    return mean(f" {line} " in whole for line in body), good / max(1, good + bad)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median processor time of some rounds."""
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return median(spent)


def archive_of(made: list[Page]) -> bytes:
    """Return an archive of the pages, as a crawler stores them."""
    packed = []
    for number, page in enumerate(made):
        body = page.content.encode(page.charset, "replace")
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=%b\r\n\r\n%b" % (page.charset.encode(), body)
        packed.append(
            gzip.compress(
                b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-12-31T00:00:00Z\r\nWARC-Target-URI: https://a/%d\r\n"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
                % (number, len(answer), answer)
            )
        )
    return b"".join(packed)


def main() -> None:
    """Print the results as tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=204)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    made = pages(options.pages)
    packed = archive_of(made)
    unit = WorkUnit("a", "a.warc.gz", "a.warc.gz", "", len(packed), 0, len(packed))
    out = sys.stdout.write

    def read() -> list[HtmlPage]:
        found = [html_from_record(raw) for raw in Archive(BytesIO(packed), unit) if isinstance(raw, RawRecord)]
        return [html for html in found if isinstance(html, HtmlPage)]

    htmls = read()
    trees = [HTMLTree.parse(html.text) for html in htmls]
    texts = [EXTRACTORS["resiliparse"](html.text, tree) for html, tree in zip(htmls, trees, strict=True)]

    def metadata() -> list[tuple[str | None, str | None]]:
        found = []
        for html, tree in zip(htmls, trees, strict=True):
            meta, objects = meta_tags(tree), json_ld_objects(tree)
            found.append((publication_date(tree, meta, objects, html.crawled), headline_of(tree, meta, objects)))
        return found

    found_metadata = metadata()
    right = sum(page.date == date for page, (date, _) in zip(made, found_metadata, strict=True))
    out(f"{len(made)} pages of {mean(len(page.content) for page in made) / 1000:.0f} KB; {right} dates right\n\n")
    for name, work in (
        ("archive", read),
        ("parsing", lambda: [HTMLTree.parse(html.text) for html in htmls]),
        ("date, title", metadata),
        ("language", lambda: [language_of(tree, text) for tree, text in zip(trees, texts, strict=True)]),
    ):
        out(f"{name:12} {1000 * seconds(work, options.rounds) / len(made):6.2f} ms a page\n")
    out(f"\n{'':12} {'ms a page':>9} {'recall':>7} {'precision':>9} {'clean':>6}\n")
    table: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for name, extract in EXTRACTORS.items():
        found = [extract(html.text, tree) for html, tree in zip(htmls, trees, strict=True)]
        cost = seconds(lambda: [extract(h.text, t) for h, t in zip(htmls, trees, strict=True)], options.rounds)  # noqa: B023
        scores = [quality(page, text) for page, text in zip(made, found, strict=True)]
        clean = mean(pair == (1, 1) for pair in scores)
        recall, precision = (mean(column) for column in zip(*scores, strict=True))
        out(f"{name:12} {1000 * cost / len(made):9.2f} {recall:7.3f} {precision:9.3f} {clean:6.0%}\n")
        table[name] = defaultdict(list)
        for page, pair in zip(made, scores, strict=True):
            table[name][page.layout].append(pair)
    out(f"\n{'recall/precision':12} {'  '.join(f'{name:>11}' for name in EXTRACTORS)}\n")
    for layout in LAYOUTS:
        cells = [[mean(column) for column in zip(*table[name][layout.__name__], strict=True)] for name in EXTRACTORS]
        out(f"{layout.__name__:16} {'  '.join(f'{recall:.2f} / {precision:.2f}' for recall, precision in cells)}\n")


if __name__ == "__main__":
    main()
