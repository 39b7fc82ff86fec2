"""The one pass over the text: every word that any enabled rule or any view listens for, found together.

A rule never scans by itself. It names its words by kind (a `Lexicon`), and asks the article for the mentions of a
kind. What rules are enabled beside it cannot change what it hears: matches of different words may overlap.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.model import Lexicon
from newslint.reading.automaton import finder


def fold(text: str) -> str:
    """The text in lower case, every code point where it was."""
    low = text.lower()
    # One code point grows when lowered: the dotted capital I becomes two.
    return low if len(low) == len(text) else text.replace("\u0130", "i").lower()


def check_words(lexicon: Lexicon) -> None:
    """Raises ValueError, naming the kind, for what cannot be listened for."""
    for kind, words in lexicon.items():
        if isinstance(words, str):
            raise ValueError(f"the lexicon kind {kind!r} has to be a list of words, not a string")
        for word in words:
            if not isinstance(word, str) or not word.rstrip("*").strip():
                raise ValueError(f"the lexicon kind {kind!r} holds {word!r}, which is no word")


class Scanner:
    """Built once a run from all lexicons; `read` gives an article its mentions."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        # How a word must stand decides what is checked at its ends, so `official` and `official*` share one pattern.
        kinds: dict[str, dict[tuple[str, bool], None]] = {}
        for lexicon in lexicons:
            for kind, words in lexicon.items():
                for word in words:
                    bare = fold(word).removesuffix("*")
                    kinds.setdefault(bare, {})[kind, word.endswith("*")] = None
        words = list(kinds)
        self._find = finder(words)
        self._table = [(word, word[0].isalnum(), word[-1].isalnum(), tuple(kinds[word])) for word in words]

    def read(self, article: Article) -> None:
        """Scan the article's text and give it what was found."""
        low, table = fold(article.text), self._table
        heard: dict[str, list[tuple[int, int, str]]] = {}
        for number, start, end in self._find(low):
            word, left, right, kinds = table[number]
            if left and low[start - 1 : start].isalnum():
                continue
            goes_on = right and low[end : end + 1].isalnum()
            for kind, prefix in kinds:
                if goes_on and not prefix:
                    continue
                bucket = heard.setdefault(kind, [])
                while bucket and bucket[-1][0] >= start:  # of one kind the longest word counts
                    bucket.pop()
                if not bucket or bucket[-1][1] < end:
                    bucket.append((start, end, word))
        article.hears(heard)
