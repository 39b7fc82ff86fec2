"""An article so long that views keep what they find in arrays: rules find the same, in a bounded amount of memory."""

from __future__ import annotations

import inspect
import tracemalloc
from collections.abc import Iterator

import pytest

import newslint.article
from newslint.api import Article
from newslint.canonical import long_texts
from newslint.compact_spans import CompactSpans
from newslint.config.settings import Settings
from newslint.engine.example_blocks import blocks
from newslint.linter.linter import build_linter
from newslint.text import matcher, words
from newslint.text.numbers.numerals import Number

MAX_BYTES_PER_CHARACTER = 9  # beside the text itself: 20 MB on one line take less than 200 MB
LINTER = build_linter(Settings(preview=True))
EXAMPLES = {
    rule.name: "\n\n".join(block.text for group in blocks(inspect.getdoc(type(rule)) or "") for block in group)
    for rule in LINTER.enabled_rules
}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("separator", ["\n", " "])
def test_rules_find_the_same_in_long_articles(name: str, separator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = separator.join([EXAMPLES[name].replace("\n", separator)] * 2)
    expected = LINTER.checker.check(Article("a.txt", text))
    for module in (newslint.article, long_texts):
        monkeypatch.setattr(module, "LONG_TEXT_CHARS", 0)
    assert LINTER.checker.check(Article("a.txt", text)) == expected


@pytest.mark.parametrize(
    "text", ["Officials", "officials.", "A report by officials", "The officials said\n", "’officials’", ""]
)
def test_words_at_both_ends_of_a_long_article_are_found(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = LINTER.checker.scan(Article("a.txt", text)).mentions_by_kind
    monkeypatch.setattr(newslint.article, "LONG_TEXT_CHARS", -1)
    found = LINTER.checker.scan(Article("a.txt", text)).mentions_by_kind
    assert {kind: [*mentions] for kind, mentions in found.items()} == expected


@pytest.mark.parametrize(
    "text", ["On Friday and May 5, a Monday, 2024-05-06 and last week. ", "Two of 12 men, 3.5 percent. "]
)
def test_items_of_an_array_are_those_of_a_list(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.api import numbers, time_expressions

    article = LINTER.checker.scan(Article("a.txt", text * 5))
    expected = [[*article.get(numbers)], [*article.get(time_expressions)]]
    monkeypatch.setattr(newslint.article, "LONG_TEXT_CHARS", 0)
    long = LINTER.checker.scan(Article("a.txt", text * 5))
    for view, items in zip((numbers, time_expressions), expected, strict=True):
        found = long.get(view)
        assert isinstance(found, CompactSpans)
        assert [*map(repr, found)] == [*map(repr, items)] == [repr(found[number]) for number in range(len(found))]
        assert found[1:-1] == items[1:-1]


def test_an_array_is_sorted_as_a_list_is() -> None:
    items = [
        Number(start, start + 1, value)
        for value, starts in ((1.0, (4, 9, 9)), (2, (1, 9)), (3.5, (0, 4)))
        for start in starts
    ]
    found = CompactSpans(Number._make)
    for item in items:
        found.append(item)
    found[2] = Number(8, 9, 7)
    items[2] = Number(8, 9, 7)
    found.sort(key=lambda number: number.start)
    assert [*map(repr, found)] == [*map(repr, sorted(items, key=lambda number: number.start))]


NEWS = "Officials said on Monday that the council of Quillmere widened the bridge for $5 million, “too late,” in 2024. "


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        NEWS.replace("“", '"').replace("”", '"'),
        NEWS.replace("“", "‘").replace("”", "’"),
        "Anna Miller, 45, ",
        "Friday ",
        "May 16, 2019 ",
        "officials said. ",
        "Today only. ",
    ],
)
def test_a_long_line_takes_little_memory(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 200_000
    for module in (newslint.article, long_texts):
        monkeypatch.setattr(module, "LONG_TEXT_CHARS", 10_000)
    monkeypatch.setattr(matcher.find_in_pieces, "__defaults__", (1_000,))
    monkeypatch.setattr(words, "MAX_CHARS_AT_ONCE", 1_000)
    article_text = (text * (size // len(text) + 1))[:size]
    LINTER.checker.check(Article("a.txt", article_text[:20_000]))
    tracemalloc.start()
    try:
        LINTER.checker.check(Article("a.txt", article_text))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MAX_BYTES_PER_CHARACTER * size


def test_a_view_of_any_iterator_is_read_more_than_once() -> None:
    # A generator that mypyc has compiled is of a type of its own, too.
    def letters(article: Article) -> Iterator[str]:
        return map(str.upper, article.text)

    article = Article("a.txt", "ab")
    assert [*article.get(letters)] == [*article.get(letters)] == ["A", "B"]
