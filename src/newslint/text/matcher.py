"""Finds every word of a list in a text in one pass, whatever the number of words.

`ahocorasick_rs` does it where it has a wheel. Elsewhere an automaton in Python does it behind the same function.
Both report overlapping matches in the order of their ends; of two that end together, the longer comes first.
Source: A. V. Aho, M. J. Corasick, Efficient string matching, CACM 18(6), 1975.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

Match = tuple[int, int, int]
Matches = Iterable[Match]
Find = Callable[[str], Matches]
MAX_CHARS_AT_ONCE = 100_000  # of a long article: every character may be a match, and a match takes a hundred bytes


def build_matcher(words: Sequence[str]) -> Find:
    """Return a function from a text to its matches (number of the word, start, end), with offsets in code points.

    The function takes time linear in the length of the text.
    """
    try:
        from ahocorasick_rs import AhoCorasick, Implementation
    except ImportError:
        return PurePythonAutomaton(words).find  # which makes the matches one by one
    # A DFA would search in 0.7 of the time, but takes six times as long to build, and most runs are short.
    automaton = AhoCorasick(words, store_patterns=False, implementation=Implementation.ContiguousNFA)

    def find(text: str) -> Matches:
        try:
            return automaton.find_matches_as_indexes(text, True)
        except UnicodeEncodeError:  # a lone surrogate, which JSON can hold: put a space in its place
            return automaton.find_matches_as_indexes(
                "".join(c if c < "\ud800" or c > "\udfff" else " " for c in text), True
            )

    return find


def find_in_pieces(
    find: Find, text: str, max_word_chars: int, fold: Callable[[str], str], piece_chars: int = MAX_CHARS_AT_ONCE
) -> Iterator[Match]:
    """Yield the same matches as `find(fold(text))`, piece after piece, so that they never exist all at once."""
    for start in range(0, len(text), piece_chars):
        # A match belongs to the piece in which its last character is.
        first = max(0, start - max_word_chars)
        for number, match_start, match_end in find(fold(text[first : start + piece_chars])):
            if first + match_end > start:
                yield number, first + match_start, first + match_end


class PurePythonAutomaton:
    """The textbook automaton, about ten times slower than `ahocorasick_rs`."""

    def __init__(self, words: Sequence[str]) -> None:
        self.lengths = [len(word) for word in words]
        self.goto: list[dict[str, int]] = [{}]
        self.output: list[list[int]] = [[]]
        for number, word in enumerate(words):
            state = 0
            for letter in word:
                if letter not in self.goto[state]:
                    self.goto[state][letter] = len(self.goto)
                    self.goto.append({})
                    self.output.append([])
                state = self.goto[state][letter]
            self.output[state].append(number)
        self.failure = [0] * len(self.goto)
        queue = deque(self.goto[0].values())
        while queue:  # breadth first: a state comes after the shorter one that its failure link leads to
            state = queue.popleft()
            for letter, target in self.goto[state].items():
                self.failure[target] = self._step(self.failure[state], letter)
                self.output[target] += self.output[self.failure[target]]
                queue.append(target)

    def _step(self, state: int, letter: str) -> int:
        while state and letter not in self.goto[state]:
            state = self.failure[state]
        return self.goto[state].get(letter, 0)

    def find(self, text: str) -> Matches:
        """Yield the matches in the text, as the function of `build_matcher` does."""
        state = 0
        for end, letter in enumerate(text, 1):
            state = self._step(state, letter)
            for number in self.output[state]:
                yield number, end - self.lengths[number], end
