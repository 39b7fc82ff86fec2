"""The one pass over the text: every word that any enabled rule or any view listens for, found together.

A rule never scans by itself. It names its words by kind (a `Lexicon`), and asks the article for the mentions of a
kind. What rules are enabled beside it cannot change what it hears: matches of different words may overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from newslint.article import Article
from newslint.model import Lexicon
from newslint.text.matcher import build_matcher


def lower_same_length(text: str) -> str:
    """The text in lower case, every code point where it was."""
    low = text.lower()
    # One code point grows when lowered: the dotted capital I becomes two.
    return low if len(low) == len(text) else text.replace("\u0130", "i").lower()


def fold_ascii(text: str) -> str:
    """The same for the letters of ASCII alone: less than half the work where a text has typographic marks."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def validate_lexicon(lexicon: Lexicon) -> None:
    """Raises ValueError, naming the kind, for what cannot be listened for."""
    for kind, words in lexicon.items():
        if isinstance(words, str):
            raise ValueError(f"the lexicon kind {kind!r} has to be a list of words, not a string")
        for word in words:
            if not isinstance(word, str) or not word.rstrip("*").strip():
                raise ValueError(f"the lexicon kind {kind!r} holds {word!r}, which is no word")


NONE: frozenset[str] = frozenset()
KindFlags = tuple[tuple[str, bool], ...]
"""The kinds that a word is listened for as, each with whether the word may go on."""


class Scanner:
    """Built once a run from all lexicons; `read` gives an article its mentions."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        # How a word must end is checked at its end, so `official` and `official*` share one pattern. The rules of a
        # family name the same words, so each list is looked at once.
        lists = dict.fromkeys((kind, tuple(words)) for lexicon in lexicons for kind, words in lexicon.items())
        senses: dict[str, KindFlags] = {}
        for kind, listed in lists:
            whole, longer = ((kind, False),), ((kind, True),)
            for word in listed:
                bare, sense = (word[:-1], longer) if word[-1] == "*" else (word, whole)
                low = bare.lower() if bare.isascii() else lower_same_length(bare)
                senses[low] = _merge_flags(senses[low], sense) if low in senses else sense
        words = list(senses)
        self._find = build_matcher(words)
        # Where no word has a letter beyond ASCII that knows upper and lower case, no other letters need be lowered.
        signs = set("".join([word for word in words if not word.isascii()]))
        self._fold = (
            fold_ascii if all(sign.isascii() or sign == sign.swapcase() for sign in signs) else lower_same_length
        )
        nested = self._nested(words, senses)
        listening = cache(_kinds_with_nesting)  # of two thousand words most are alike
        self._table = [
            (word, word[0].isalnum(), word[-1].isalnum(), *listening(sense, nested.get(word, NONE)))
            for word, sense in senses.items()
        ]

    def _nested(self, words: list[str], senses: Mapping[str, KindFlags]) -> Mapping[str, frozenset[str]]:
        """Of words the kinds in which they hold or stand in another word: of such matches the longer is chosen."""
        found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        shared = cache(_shared)
        whole = iter(words)
        word, stop = "", 0
        for number, start, end in self._find("\n".join(words)):
            while end > stop:  # the words stand below each other, and matches come in the order of their ends
                word = next(whole)
                stop += len(word) + 1
            inner = words[number]
            if end - start < len(word) and (kinds := shared(senses[word], senses[inner])):
                found[word] |= kinds
                found[inner] |= kinds
        return found

    def scan(self, article: Article) -> Article:
        """Return the article with the mentions of all words in its text, by kind."""
        # The space behind the text stands before its first letter as well, at index -1.
        low, table = self._fold(article.text) + " ", self._table
        heard: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, start, end in self._find(low):
            word, left, right, kinds, prefixed = table[number]
            if left and low[start - 1].isalnum():
                continue
            for kind, nested in prefixed if right and low[end].isalnum() else kinds:
                bucket = heard[kind]
                if nested:
                    # Of one kind the longest word counts.
                    while bucket and bucket[-1][0] >= start:
                        bucket.pop()
                    if bucket and bucket[-1][1] >= end:
                        continue
                bucket.append((start, end, word))
        heard.default_factory = None  # a kind that is asked for later must not appear
        return Article(article.path, article.text, article.record, article.meta, heard)


def _merge_flags(one: KindFlags, other: KindFlags) -> KindFlags:
    """What a word is listened for that two lists hold; of one kind, it may go on where either says so."""
    kinds = dict(one)
    for kind, goes_on in other:
        kinds[kind] = goes_on or kinds.get(kind, False)
    return tuple(kinds.items())


def _shared(one: KindFlags, other: KindFlags) -> frozenset[str]:
    """The kinds that two words have in common."""
    return frozenset(dict(one)).intersection(dict(other))


def _kinds_with_nesting(sense: KindFlags, nested: frozenset[str]) -> tuple[KindFlags, KindFlags]:
    """The kinds of a word where it ends and where it goes on, each with whether the word is nested in it."""
    return (
        tuple((kind, kind in nested) for kind, _ in sense),
        tuple((kind, kind in nested) for kind, goes_on in sense if goes_on),
    )
