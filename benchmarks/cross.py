"""What it costs to compare articles: `cross.py [COUNT ...]` prints a table, each row measured in a process of its own.

Two corpora of short reports, made from a seed: of events that have nothing to do with each other, and of events that
five articles report, of which one in fifty has another toll. Dates lie within two years. Places and people that stand
beside the event come from a stock in which a few are frequent and most are rare, as names are: the most frequent
stands in a tenth of all articles, so that some groups of facts grow as the corpus does.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import MONTHS, PLACES, SURNAMES, TITLES, sentence

from newslint.api import Article, CrossArticleRule
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_groups, group_key, merge_and_fingerprint
from newslint.engine.diagnostics import sort_key
from newslint.linter.external_sort import ExternalSorter
from newslint.linter.linter import build_linter
from newslint.model import LocatedFact

COUNTS = (1_000, 10_000, 100_000)
AN_EVENT = {"unrelated": 1, "five an event": 5}  # articles
SYLLABLES = "bar cor dal fen gar hol kes lin mor nar ost per quil ras sel tor und vel wen yar".split()
EVENTS = "a bus crash|a fire at the mill|an explosion in the harbour|a landslide|a shooting near the station".split("|")


def stock(draw: random.Random, names: int) -> list[str]:
    """Names to choose from: the first as often as all that are there once, the second half as often, and so on."""
    return [known for rank in range(1, names + 1) for known in [name(draw)] * (names // rank)]


def name(draw: random.Random) -> str:
    """A name that hardly any other article has."""
    return "".join(draw.choices(SYLLABLES, k=4)).title()


def reports(kind: str, count: int) -> Iterator[Article]:
    """Articles of a headline, a date, a lede with a toll and a few more sentences."""
    draw = random.Random(1)
    PLACES[:], SURNAMES[:] = stock(draw, 2_000), stock(draw, 2_000)
    number = 0
    while number < count:
        town, person, what = name(draw), f"{draw.choice(TITLES)} {name(draw)} {name(draw)}", draw.choice(EVENTS)
        killed, year, month, day = (
            draw.randint(2, 9),
            draw.randint(2023, 2024),
            draw.choice(MONTHS),
            draw.randint(1, 27),
        )
        for _ in range(AN_EVENT[kind]):
            toll = killed if draw.random() < 0.98 else killed + 1
            headline = f"{draw.choice(PLACES)} and {town} after {what}"
            told = (
                f"{headline}\n\nPublished: {month} {day + draw.randint(0, 1)}, {year}\n\n"
                f"{what[0].upper()}{what[1:]} in {town} near {draw.choice(PLACES)} killed {toll} people and injured "
                f"{killed + 3} others, said {person}, {30 + killed}, who lives there.\n\n"
            )
            cores: list[str] = []
            body = "\n\n".join(" ".join(sentence(draw, cores) for _ in range(3)) for _ in range(3))
            yield Article(f"{number:07d}.txt", f"{told}{body}\n")
            number += 1


def measure(kind: str, count: int) -> str:
    """One row of the table."""
    linter = build_linter(Settings())
    checker = Checker(linter.enabled_rules)
    gatherer = Checker([rule for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)])
    facts: ExternalSorter[LocatedFact] = ExternalSorter(group_key)
    lint = gather = 0.0
    gathered = 0
    for article in reports(kind, count):
        begun = time.process_time()
        found = checker.check(article).facts
        facts.extend(found)
        lint += time.process_time() - begun
        gathered += len(found)
        if article.path.endswith("0.txt"):  # every tenth again, with nothing but the rules that compare
            alone = Article(article.path, article.text)
            begun = time.process_time()
            gatherer.check(alone)
            gather += 10 * (time.process_time() - begun)
    begun = time.process_time()
    findings = sorted(compare_groups(linter.enabled_rules, facts, []), key=sort_key)
    compared = sum(1 for _ in merge_and_fingerprint(findings))
    comparing = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {kind} | {count:,} | {lint:.1f} | {gather:.1f} | {comparing:.1f} | {gathered:,} "
        f"| {compared:,} | {peak:.0f} |"
    )


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["row"]:
        sys.stdout.write(measure(sys.argv[2], int(sys.argv[3])) + "\n")
        return
    sys.stdout.write(
        "| articles | count | all rules, CPU s | rules that compare | comparing, CPU s | facts | findings | peak MB |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    for kind in AN_EVENT:
        for count in map(int, sys.argv[1:] or COUNTS):
            sys.stdout.flush()
            subprocess.run([sys.executable, __file__, "row", kind, str(count)], check=True)


if __name__ == "__main__":
    main()
