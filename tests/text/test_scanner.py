"""The one pass over the text: which words it finds, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint.article
from newslint.api import Article, Lexicon, Mention
from newslint.compact_spans import CompactSpans
from newslint.text import matcher
from newslint.text.matcher import PurePythonAutomaton, build_matcher
from newslint.text.scanner import Scanner, lower_same_length, validate_lexicon


def mentions(text: str, lexicon: Lexicon, kind: str = "k") -> list[Mention]:
    article = Scanner([lexicon]).scan(Article("a", text))
    return list(article.mentions(kind))


def test_words_match_whole_and_in_any_case() -> None:
    assert mentions("Source, resource, sources: SOURCE", {"k": ("source",)}) == [(0, 6, "source"), (27, 33, "source")]


def test_a_word_with_a_star_may_continue() -> None:
    assert mentions("sources resource", {"k": ("source*",)}) == [(0, 6, "source")]


def test_a_number_is_found_once_at_its_start() -> None:
    assert [start for start, _, _ in mentions("In 2025, 1 of F16", {"k": ("1*", "2*", "0*")})] == [3, 9]


def test_the_longest_of_nested_words_of_one_kind_is_kept() -> None:
    words = ("official", "senior official", "officials")
    assert mentions("a senior official", {"k": words}) == [(2, 17, "senior official")]


def test_words_of_different_kinds_may_overlap() -> None:
    lexicon = {"k": ("senior official",), "other": ("official",)}
    assert mentions("a senior official", lexicon, "other") == [(9, 17, "official")]
    assert mentions("a senior official", lexicon) == [(2, 17, "senior official")]


def test_punctuation_matches_inside_words() -> None:
    assert [start for start, _, _ in mentions("a.b. c", {"k": (".",)})] == [1, 3]


def test_a_letter_that_grows_in_lower_case_moves_no_offset() -> None:
    text = "\u0130stanbul: a Source"
    assert len(lower_same_length(text)) == len(text)
    assert mentions(text, {"k": ("source",)}) == [(12, 18, "source")]


@pytest.mark.parametrize("words", ["source", [""], ["*"], [3]])
def test_an_invalid_lexicon_is_an_error(words: object) -> None:
    with pytest.raises(ValueError, match="'k'"):
        validate_lexicon({"k": words})


def test_a_kind_that_is_not_a_string_is_an_error() -> None:
    with pytest.raises(ValueError, match="the lexicon kind 3 must be a string"):
        validate_lexicon({3: ("source",)})


@given(
    st.text(alphabet="ab\u00e9\U0001f600 ."),
    st.lists(st.text(alphabet="ab\u00e9\U0001f600", min_size=1), min_size=1, unique=True),
)
def test_the_python_automaton_finds_what_the_library_finds(text: str, words: list[str]) -> None:
    def key(match: tuple[int, int, int]) -> tuple[int, int]:
        return match[2], match[1]

    found = sorted(build_matcher(words)(text), key=key)
    assert found == sorted(PurePythonAutomaton(words).find(text), key=key)
    assert [text[start:end] for _, start, end in found] == [words[number] for number, _, _ in found]


def test_without_the_library_the_python_automaton_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ahocorasick_rs", None)
    assert list(matcher.build_matcher(["b"])("abc")) == [(0, 1, 2)]


@pytest.mark.parametrize("piece_chars", [1, 2, 3, 7, 1_000])
@given(text=st.text("abAB ", max_size=60))
def test_pieces_have_the_matches_of_the_whole_text(piece_chars: int, text: str) -> None:
    words = ["a", "ab", "b a", "abba", "aab"]
    find = build_matcher(words)
    pieces = matcher.find_in_pieces(find, text, max(map(len, words)), str.lower, piece_chars)
    assert list(pieces) == list(find(text.lower()))


@pytest.mark.parametrize("separator", [" ", ". ", "\n", "x"])
def test_a_long_text_has_the_mentions_of_its_parts(monkeypatch: pytest.MonkeyPatch, separator: str) -> None:
    text = separator.join(["officials said that senior officials said the officials' source said it"] * 30)
    lexicon = {"k": ("official*", "senior official*", "said"), "other": ("said that",)}
    whole = {kind: mentions(text, lexicon, kind) for kind in lexicon}
    monkeypatch.setattr(newslint.article, "LONG_TEXT_CHARS", 50)
    monkeypatch.setattr(matcher.find_in_pieces, "__defaults__", (50,))
    article = Scanner([lexicon]).scan(Article("a", text))
    for kind, expected in whole.items():
        found = article.mentions(kind)
        assert isinstance(found, CompactSpans)
        assert [*found] == [found[number] for number in range(len(found))] == expected
        assert found[1:-1] == expected[1:-1]
        assert found[-1] == expected[-1]
