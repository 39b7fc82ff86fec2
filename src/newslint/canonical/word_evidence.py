"""What the words of a text say about a full line's end: whether a sentence goes on across it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = ".,;:!?“”\"'()[]"
# Words that often open a sentence. Other common words with a capital are mostly parts of names: "Prime / Minister".
OPENERS = frozenset(
    (
        "the a an and but or he she it they we i you his her its their our my this that these those there what "
        "when where which who why how while after before as if for to with without from all some many most more no "
        "not one two in on at of by so then now also about according since although though because during despite "
        "under over among another both each every few however meanwhile earlier later once only other still such "
        "until"
    ).split()
)


class Words(NamedTuple):
    """The words of a text: those with a capital within a sentence, all as they stand, and neighbours in a line."""

    names: set[str]
    all: set[str]
    pairs: set[tuple[str, str]]

    def are_neighbours(self, line: str, following: str) -> bool:
        """Return whether the words around a line end are neighbours elsewhere, within a line."""
        return (line.rsplit(" ", 1)[-1], following.split(" ", 1)[0]) in self.pairs


def collect_words(lines: Sequence[str]) -> Words:
    """Return the words of a text of these lines."""
    names: set[str] = set()
    every: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for line in lines:
        words = line.split(" ")
        pairs.update(pairwise(words))
        before = ""
        for word in words:
            bare = word.strip(MARKS)
            every.add(bare)
            if before.islower() and bare[:1].isupper():
                names.add(bare)
            before = word[-1:]
    return Words(names, every, pairs)


def goes_on_by_words(line: str, following: str, begins: bool, is_finished: bool, words: Words) -> bool:
    """Whether a sentence goes on across a line end, by what the words there are elsewhere in the text."""
    last = line.rsplit(" ", 1)[-1]
    first = following.split(" ", 1)[0].strip(MARKS)
    has_capital = first[:1].isupper()
    is_common_word = has_capital and first not in words.names and first.lower() in words.all
    if line[-1] == ")":
        return not has_capital or (begins and not is_common_word)
    if begins and is_finished and has_capital and first.lower() in OPENERS:
        return False
    if last[0].isupper():
        return True
    if is_common_word and not is_finished:
        return False
    return not begins or is_finished or first in words.names or not has_capital
