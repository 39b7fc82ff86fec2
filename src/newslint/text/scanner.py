"""The one pass over the text: it finds the words of all enabled rules and views together.

A rule never scans by itself. It lists its words by kind (a `Lexicon`), and asks the article for the mentions of a
kind. Other enabled rules cannot change the mentions that it gets: matches of different words may overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from newslint.article import Article
from newslint.model import Lexicon
from newslint.text.matcher import build_matcher


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


def validate_lexicon(lexicon: Lexicon) -> None:
    """Raise ValueError, with the kind, for a lexicon that is not a mapping from kinds to lists of words."""
    for kind, words in lexicon.items():
        if isinstance(words, str):
            raise ValueError(f"the lexicon kind {kind!r} must be a list of words, not a string")
        for word in words:
            if not isinstance(word, str) or not word.rstrip("*").strip():
                raise ValueError(f"the lexicon kind {kind!r} holds {word!r}, which is not a word")


NO_KINDS: frozenset[str] = frozenset()
KindFlags = tuple[tuple[str, bool], ...]
"""The kinds of a word, each with a flag. In a lexicon the flag says whether the word may continue (`official*`)."""


class Scanner:
    """Scans articles for the words of all lexicons. A run builds it once."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        # The scan checks the end of a word, so `official` and `official*` are one entry of the matcher. The rules of a
        # family have the same lists of words, so each distinct list is read once.
        lists = dict.fromkeys((kind, tuple(words)) for lexicon in lexicons for kind, words in lexicon.items())
        flags_by_word: dict[str, KindFlags] = {}
        letters: set[str] = set()  # of words that are not ASCII
        for kind, listed in lists:
            whole_word, prefix = ((kind, False),), ((kind, True),)
            for entry in listed:
                word, flags = (entry[:-1], prefix) if entry[-1] == "*" else (entry, whole_word)
                if word.isascii():
                    low = word.lower()
                else:
                    low = lower_same_length(word)
                    letters.update(low)
                flags_by_word[low] = _merge_flags(flags_by_word[low], flags) if low in flags_by_word else flags
        words = list(flags_by_word)
        self._find = build_matcher(words)
        # Letters beyond ASCII need lower case only where a word has one that exists in upper and lower case.
        self._fold = (
            fold_ascii
            if all(letter.isascii() or letter == letter.swapcase() for letter in letters)
            else lower_same_length
        )
        flags_of = [*flags_by_word.values()]
        kinds_with_nesting = cache(_kinds_with_nesting)  # most of two thousand words have equal flags
        self._table = [
            (word, word[0].isalnum(), word[-1].isalnum(), *kinds_with_nesting(flags, nested))
            for word, flags, nested in zip(words, flags_of, self._nested_kinds(words, flags_of), strict=True)
        ]

    def _nested_kinds(self, words: list[str], flags_of: list[KindFlags]) -> list[frozenset[str]]:
        """Return for each word the kinds in which it contains another word, or another word contains it.

        Of overlapping matches of such a kind the scan keeps the longest.
        """
        nested_kinds = [NO_KINDS] * len(words)
        common_kinds = cache(_common_kinds)
        outer, outer_end = -1, 0
        for inner, _, end in self._find("\n".join(words)):
            while end > outer_end:  # each line is one word, and the matches are in the order of their ends
                outer += 1
                outer_end += len(words[outer]) + 1
            if inner != outer and (kinds := common_kinds(flags_of[outer], flags_of[inner])):
                nested_kinds[outer] |= kinds
                nested_kinds[inner] |= kinds
        return nested_kinds

    def scan(self, article: Article) -> Article:
        """Return the article with the mentions of all words in its text, by kind."""
        # The added space is also the character before the first one, at index -1.
        low, table = self._fold(article.text) + " ", self._table
        mentions_by_kind: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, start, end in self._find(low):
            word, starts_with_letter, ends_with_letter, kinds, kinds_as_prefix = table[number]
            if starts_with_letter and low[start - 1].isalnum():
                continue
            for kind, is_nested in kinds_as_prefix if ends_with_letter and low[end].isalnum() else kinds:
                mentions = mentions_by_kind[kind]
                if is_nested:
                    # Of overlapping words of one kind, keep the longest.
                    while mentions and mentions[-1][0] >= start:
                        mentions.pop()
                    if mentions and mentions[-1][1] >= end:
                        continue
                mentions.append((start, end, word))
        mentions_by_kind.default_factory = None  # a kind that is asked for later must not appear
        return article.with_mentions(mentions_by_kind)


def _merge_flags(first: KindFlags, second: KindFlags) -> KindFlags:
    """Return the kinds of a word from two lists; in a kind of both, it may continue if either list says so."""
    kinds = dict(first)
    for kind, may_continue in second:
        kinds[kind] = may_continue or kinds.get(kind, False)
    return tuple(kinds.items())


def _common_kinds(first: KindFlags, second: KindFlags) -> frozenset[str]:
    return frozenset(dict(first)).intersection(dict(second))


def _kinds_with_nesting(flags: KindFlags, nested: frozenset[str]) -> tuple[KindFlags, KindFlags]:
    """Return the kinds of a word where it ends, and where it continues, each with whether the word is nested in it."""
    return (
        tuple((kind, kind in nested) for kind, _ in flags),
        tuple((kind, kind in nested) for kind, may_continue in flags if may_continue),
    )
