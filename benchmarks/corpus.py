"""Generates news articles; the same for the same seed: `corpus.py FOLDER COUNT [SEED]`.

Their lengths, paragraphs, figures, dates, quotations, leftovers of web pages and words are about those of real
articles; `realism.py` compares them. A fifth is ASCII alone, and the others have typographic marks.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from sentences import FAULTS, FIGURES, STATEMENTS, Writer

HEADLINES = (
    "{np} {vz} {np} {pp}|{place} {n} {vz} {adj} {ns}|{title} {last} {vz} {np}|{ns} {vn} as {np} {vz} {np}|"
    "{count} {vn} {pp}|{org} to {v} {ns} {pp}|what {np} {vz} about {np}|{np}: {adj} {n} {vz}"
).split("|")
SUBHEADS = "{adj} {ns}|{ns} and {ns}|the {n} {pp}|{ving} {np}|{np} {vz}".split("|")
PAGE_LINES = (
    "Read more: {np} {vz} {np}|Related: {np} {vd} {np}|Advertisement|Share this article|Click here to {v} {np}|"
    "Photos: {np} {pp}|© {year} {place} {Noun}. All rights reserved.|Sign up for our newsletter|"
    "{place}, {country} – {np} hide caption|Follow {name} on Twitter @{last}|Tags: {n}, {ns}, {adj} {n}|By {name}|"
    "Image: {name}/{Caps}|Play video|{n} | {ns} | {n}|• {np} {vd} {np}|toggle caption|More on {ns}"
).split("|")
CHARS = (1_700, 3_000, 3_800, 4_600, 5_600, 8_200)  # of articles, about as many of each


def sentence(draw: random.Random, mix: tuple[float, float, float] = (0.33, 0.19, 0.08)) -> str:
    """Return a sentence. The mix is the share of those with figures, of quotations and of those without a source."""
    kind, writer = draw.random(), Writer(draw)
    if kind < mix[0]:
        return writer.sentence(FIGURES)
    if kind < mix[0] + mix[1]:
        return writer.quotation()
    return writer.sentence(FAULTS if kind < sum(mix) else STATEMENTS)


def headline(draw: random.Random) -> str:
    """Return a headline, in sentence case or in title case."""
    text = Writer(draw).fill(draw.choice(HEADLINES))
    return text.title() if draw.random() < 0.4 else text[0].upper() + text[1:]


def article(draw: random.Random, *, prose_only: bool = False) -> str:
    """Return an article: a headline, often a byline and a date, paragraphs, subheads, and leftovers of a page.

    With `prose_only`, it has a headline and paragraphs alone.
    """
    writer = Writer(draw)
    size = int(draw.choice(CHARS) * draw.uniform(0.8, 1.2))
    blocks = [headline(draw)]
    if draw.random() < 0.3 and not prose_only:
        blocks.append(writer.fill("By {name}"))
    if draw.random() < 0.3 and not prose_only:
        blocks.append(writer.fill(draw.choice(("Published {month} {dayno}, {year}", "{dayno} {month} {year}"))))
    length = 0
    while length < size:
        kind = 1.0 if prose_only else draw.random()
        if kind < 0.05:
            blocks.append(writer.fill(draw.choice(PAGE_LINES)))
        elif kind < 0.08:
            text = writer.fill(draw.choice(SUBHEADS))
            blocks.append(text[0].upper() + text[1:])
        else:
            blocks.append(" ".join(sentence(draw) for _ in range(draw.choice((1, 1, 2, 2, 2, 3)))))
        length += len(blocks[-1])
    text = "\n\n".join(blocks) + "\n"
    kind = draw.random()
    if kind < 0.45:
        return text.replace("'", "’")
    if kind < 0.8:
        return text.replace("“", '"').replace("”", '"')
    return text.translate({ord("“"): '"', ord("”"): '"', ord("–"): "-", ord("•"): "*", ord("©"): "(c)", ord("£"): "$"})


def make(folder: Path, count: int, seed: int = 1) -> int:
    """Write the articles and return their size in bytes."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(count):
        content = article(draw).encode("utf-8")
        (folder / f"{number:06d}.txt").write_bytes(content)
        size += len(content)
    return size


if __name__ == "__main__":
    where, count, *seed = sys.argv[1:]
    made = make(Path(where), int(count), *map(int, seed))
    sys.stdout.write(f"{count} articles, {made / 1e6:.1f} MB\n")
