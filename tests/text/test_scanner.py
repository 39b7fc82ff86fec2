"""The one pass over the text: what is heard, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.api import Article, Lexicon, Mention
from newslint.text import matcher
from newslint.text.matcher import PurePythonAutomaton, build_matcher
from newslint.text.scanner import Scanner, lower_same_length, validate_lexicon


def heard(text: str, lexicon: Lexicon, kind: str = "k") -> list[Mention]:
    article = Scanner([lexicon]).scan(Article("a", text))
    return list(article.mentions(kind))


def test_words_match_whole_and_in_any_case() -> None:
    assert heard("Source, resource, sources: SOURCE", {"k": ("source",)}) == [(0, 6, "source"), (27, 33, "source")]


def test_a_star_lets_the_word_go_on() -> None:
    assert heard("sources resource", {"k": ("source*",)}) == [(0, 6, "source")]


def test_figures_are_heard_once_at_their_start() -> None:
    assert [start for start, _, _ in heard("In 2025, 1 of F16", {"k": ("1*", "2*", "0*")})] == [3, 9]


def test_of_one_kind_the_longest_word_counts() -> None:
    words = ("official", "senior official", "officials")
    assert heard("a senior official", {"k": words}) == [(2, 17, "senior official")]


def test_kinds_do_not_hide_each_other() -> None:
    lexicon = {"k": ("senior official",), "other": ("official",)}
    assert heard("a senior official", lexicon, "other") == [(9, 17, "official")]
    assert heard("a senior official", lexicon) == [(2, 17, "senior official")]


def test_signs_need_no_word_end() -> None:
    assert [start for start, _, _ in heard("a.b. c", {"k": (".",)})] == [1, 3]


def test_a_letter_that_grows_when_lowered_moves_nothing() -> None:
    text = "\u0130stanbul: a Source"
    assert len(lower_same_length(text)) == len(text)
    assert heard(text, {"k": ("source",)}) == [(12, 18, "source")]


@pytest.mark.parametrize("words", ["source", [""], ["*"], [3]])
def test_what_cannot_be_listened_for_is_refused(words: object) -> None:
    with pytest.raises(ValueError, match="'k'"):
        validate_lexicon({"k": words})  # type: ignore[dict-item]


@given(
    st.text(alphabet="ab\u00e9\U0001f600 ."),
    st.lists(st.text(alphabet="ab\u00e9\U0001f600", min_size=1), min_size=1, unique=True),
)
def test_the_stand_in_finds_what_the_library_finds(text: str, words: list[str]) -> None:
    def key(match: tuple[int, int, int]) -> tuple[int, int]:
        return match[2], match[1]

    found = sorted(build_matcher(words)(text), key=key)
    assert found == sorted(PurePythonAutomaton(words).find(text), key=key)
    assert [text[start:end] for _, start, end in found] == [words[number] for number, _, _ in found]


def test_without_the_library_the_stand_in_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ahocorasick_rs", None)
    find: Callable[[str], object] = matcher.build_matcher(["b"])
    assert find("abc") == [(0, 1, 2)]
