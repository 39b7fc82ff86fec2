"""The one pass over the text: it finds the words of all enabled rules and views together.

A rule never scans by itself. It lists its words by kind (a `Lexicon`), and asks the article for the mentions of a
kind. Other enabled rules cannot change the mentions that it gets: matches of different words may overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from newslint.article import Article, is_long, span_list
from newslint.model import Lexicon
from newslint.text.matcher import build_matcher, find_in_pieces


def lower_same_length(text: str) -> str:
    """Return the text in lower case, with every code point at its old offset."""
    low = text.lower()
    # Only one code point becomes two in lower case: the dotted capital I.
    return low if len(low) == len(text) else text.replace("\u0130", "i").lower()


def fold_ascii(text: str) -> str:
    """Return the text with its ASCII letters in lower case: over twice as fast where a text has typographic marks."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def validate_lexicon(lexicon: Mapping[Any, Any]) -> None:
    """Raise ValueError, with the kind, for a lexicon that is not a mapping from kinds to lists of words."""
    for kind, words in lexicon.items():
        if not isinstance(kind, str):
            raise ValueError(f"the lexicon kind {kind!r} must be a string")
        if isinstance(words, str):
            raise ValueError(f"the lexicon kind {kind!r} must be a list of words, not a string")
        for word in words:
            if not isinstance(word, str) or not word.rstrip("*").strip():
                raise ValueError(f"the lexicon kind {kind!r} holds {word!r}, which is not a word")


Kinds = tuple[tuple[str, ...], tuple[str, ...]]
"""The kinds of a word where it ends, and those of them where it may continue, as `official*` in a lexicon does."""


class Scanner:
    """Scans articles for the words of all lexicons. A run builds it once."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        # The scan checks the end of a word, so `official` and `official*` are one entry of the matcher. The rules of a
        # family have the same lists of words, so each distinct list is read once.
        lists = dict.fromkeys((kind, tuple(words)) for lexicon in lexicons for kind, words in lexicon.items())
        kinds_by_word: dict[str, Kinds] = {}
        letters: set[str] = set()  # of words that are not ASCII
        for kind, listed in lists:
            whole_word, prefix = ((kind,), ()), ((kind,), (kind,))
            for entry in listed:
                word, kinds = (entry[:-1], prefix) if entry[-1] == "*" else (entry, whole_word)
                if word.isascii():
                    low = word.lower()
                else:
                    low = lower_same_length(word)
                    letters.update(low)
                if (others := kinds_by_word.setdefault(low, kinds)) is not kinds:
                    kinds_by_word[low] = _merge_kinds(others, kinds)
        words = list(kinds_by_word)
        self._find = build_matcher(words)
        self._max_word_chars = max(map(len, words), default=1)
        # Letters beyond ASCII need lower case only where a word has one that exists in upper and lower case.
        self._fold = (
            fold_ascii
            if all(letter.isascii() or letter == letter.swapcase() for letter in letters)
            else lower_same_length
        )
        self._table = [
            (word, word[0].isalnum(), word[-1].isalnum(), kinds, kinds_as_prefix)
            for word, (kinds, kinds_as_prefix) in kinds_by_word.items()
        ]

    def scan(self, article: Article) -> Article:
        """Return the article with the mentions of all words in its text, by kind."""
        text, table = article.text, self._table
        in_pieces = is_long(article)
        low = text if in_pieces else self._fold(text)
        if not in_pieces or text[-1:].isalnum():  # else another copy of a long text is saved
            low += " "  # which is also the character before the first one, at index -1
        matches = find_in_pieces(self._find, low, self._max_word_chars, self._fold) if in_pieces else self._find(low)
        mentions_by_kind: defaultdict[str, Any] = defaultdict(partial(span_list, article, tuple) if in_pieces else list)
        for number, start, end in matches:
            word, starts_with_letter, ends_with_letter, kinds, kinds_as_prefix = table[number]
            if starts_with_letter and low[start - 1].isalnum():
                continue
            for kind in kinds_as_prefix if ends_with_letter and low[end].isalnum() else kinds:
                mentions = mentions_by_kind[kind]
                if mentions and mentions[-1][1] > start:  # it overlaps the last mention, which few do
                    # Of words of one kind that hold each other, keep the longest.
                    while mentions and mentions[-1][0] >= start:
                        mentions.pop()
                    if mentions and mentions[-1][1] >= end:
                        continue
                mentions.append((start, end, word))
        mentions_by_kind.default_factory = None  # a kind that is asked for later must not appear
        return article.with_mentions(mentions_by_kind)


def _merge_kinds(first: Kinds, second: Kinds) -> Kinds:
    """Return the kinds of a word from two lists; in a kind of both, it may continue if either list says so."""
    return tuple(dict.fromkeys(first[0] + second[0])), tuple(dict.fromkeys(first[1] + second[1]))
