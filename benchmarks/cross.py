"""Measures the comparison of articles: `cross.py [COUNT ...]` prints a table and measures each row in a new process.

It generates two corpora of short reports from a seed. In the first, every article is about another event. In the
second, five articles report each event, and one article in fifty has a different toll. Dates lie within two years.
Other places and people come from a pool in which a few names are frequent and most are rare, as in news: the most
frequent one occurs in a tenth of all articles, so that some groups of facts grow with the corpus.
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
from corpus import sentence
from vocabulary import MONTHS, PLACES, SURNAMES, TITLES, rare

from newslint.api import Article, CrossArticleRule
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_groups, group_key, merge_and_fingerprint
from newslint.engine.diagnostics import sort_key
from newslint.linter.external_sort import ExternalSorter
from newslint.linter.linter import build_linter
from newslint.model import LocatedFact

COUNTS = (1_000, 10_000, 100_000)
ARTICLES_PER_EVENT = {"one report an event": 1, "five reports an event": 5}
SYLLABLES = "bar cor dal fen gar hol kes lin mor nar ost per quil ras sel tor und vel wen yar".split()
EVENTS = "a bus crash|a fire at the mill|an explosion in the harbour|a landslide|a shooting near the station".split("|")


def make_name(draw: random.Random) -> str:
    """Return a name that hardly any other article contains."""
    return "".join(draw.choices(SYLLABLES, k=4)).title()


def make_reports(corpus: str, count: int) -> Iterator[Article]:
    """Yield articles: a headline, a date, a lede with a toll, and a few more sentences."""
    draw = random.Random(1)
    PLACES[:], SURNAMES[:] = ([make_name(draw) for _ in range(2_000)] for _ in range(2))
    number = 0
    while number < count:
        town = make_name(draw)
        person = f"{draw.choice(TITLES)} {make_name(draw)} {make_name(draw)}"
        event = draw.choice(EVENTS)
        killed, year, month, day = (
            draw.randint(2, 9),
            draw.randint(2023, 2024),
            draw.choice(MONTHS),
            draw.randint(1, 27),
        )
        for _ in range(ARTICLES_PER_EVENT[corpus]):
            toll = killed if draw.random() < 0.98 else killed + 1
            headline = f"{rare(draw, PLACES)} and {town} after {event}"
            opening = (
                f"{headline}\n\nPublished: {month} {day + draw.randint(0, 1)}, {year}\n\n"
                f"{event[0].upper()}{event[1:]} in {town} near {rare(draw, PLACES)} killed {toll} people and injured "
                f"{killed + 3} others, said {person}, {30 + killed}, who lives there.\n\n"
            )
            body = "\n\n".join(" ".join(sentence(draw) for _ in range(3)) for _ in range(3))
            yield Article(f"{number:07d}.txt", f"{opening}{body}\n")
            number += 1


def measure(corpus: str, count: int) -> str:
    """Return one row of the table."""
    linter = build_linter(Settings())
    checker = Checker(linter.enabled_rules)
    cross_checker = Checker([rule for rule in linter.enabled_rules if isinstance(rule, CrossArticleRule)])
    facts: ExternalSorter[LocatedFact] = ExternalSorter(group_key)
    all_rules = cross_rules = 0.0  # seconds
    fact_count = 0
    for article in make_reports(corpus, count):
        start = time.process_time()
        found = checker.check(article).facts
        facts.extend(found)
        all_rules += time.process_time() - start
        fact_count += len(found)
        if article.path.endswith("0.txt"):  # every tenth again, with the rules that compare articles alone
            copy = Article(article.path, article.text)
            start = time.process_time()
            cross_checker.check(copy)
            cross_rules += 10 * (time.process_time() - start)
    start = time.process_time()
    findings = sorted(compare_groups(linter.enabled_rules, facts, []), key=sort_key)
    finding_count = sum(1 for _ in merge_and_fingerprint(findings))
    comparing = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {corpus} | {count:,} | {all_rules:.1f} | {cross_rules:.1f} | {comparing:.1f} | {fact_count:,} "
        f"| {finding_count:,} | {peak:.0f} |"
    )


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["row"]:
        sys.stdout.write(measure(sys.argv[2], int(sys.argv[3])) + "\n")
        return
    sys.stdout.write(
        "| corpus | articles | all rules, s | cross rules, s | comparing, s | facts | findings | peak MB |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    for corpus in ARTICLES_PER_EVENT:
        for count in map(int, sys.argv[1:] or COUNTS):
            sys.stdout.flush()
            subprocess.run([sys.executable, __file__, "row", corpus, str(count)], check=True)


if __name__ == "__main__":
    main()
