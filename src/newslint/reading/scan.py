"""The one pass over the text: every word that any enabled rule or any view listens for, found together.

A rule never scans by itself. It names its words by kind (a `Lexicon`), and asks the article for the mentions of a
kind. What rules are enabled beside it cannot change what it hears: matches of different words may overlap.
"""

from __future__ import annotations

from collections import defaultdict
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
        # How a word must end is checked at its end, so `official` and `official*` share one pattern.
        kinds: dict[str, dict[tuple[str, bool], None]] = {}
        for lexicon in lexicons:
            for kind, words in lexicon.items():
                for word in words:
                    kinds.setdefault(fold(word).removesuffix("*"), {})[kind, word.endswith("*")] = None
        words = list(kinds)
        self._find = finder(words)
        self._table = [
            (
                word,
                word[0].isalnum(),
                word[-1].isalnum(),
                tuple(dict.fromkeys(kind for kind, _ in kinds[word])),
                tuple(kind for kind, goes_on in kinds[word] if goes_on),
            )
            for word in words
        ]

    def read(self, article: Article) -> None:
        """Scan the article's text and give it what was found."""
        low, table = fold(article.text), self._table
        heard: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, start, end in self._find(low):
            word, left, right, kinds, prefixed = table[number]
            if left and low[start - 1 : start].isalnum():
                continue
            for kind in prefixed if right and low[end : end + 1].isalnum() else kinds:
                bucket = heard[kind]
                # Of one kind the longest word counts.
                while bucket and bucket[-1][0] >= start:
                    bucket.pop()
                if not bucket or bucket[-1][1] < end:
                    bucket.append((start, end, word))
        heard.default_factory = None  # from here on, what was not heard stays unheard
        article.hears(heard)
