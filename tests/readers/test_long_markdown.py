"""Markdown so long that it is parsed in windows: its blocks are the same, in a bounded amount of memory."""

from __future__ import annotations

import random
import tracemalloc

import pytest

from newslint.api import Article
from newslint.canonical import long_texts
from newslint.readers import markdown_windows
from newslint.readers.markdown import MarkdownReader

LISTS = (
    "- one\n- two *words*\n  goes on\n\n  a second paragraph\n- three\n  1. first\n  2. second\n- a | b\n--- | ---\n"
)
LINKS = "[a], [b](c \"d\") and [e f].\n\n[a]: /u\n'its\ntitle'\n[e f]: <v>\n\n[a]\n\n![alt](i) <http://a.b> x\n"
MARKS = "*a **b** c* _d_ ~~e~~ `f * g` 5 * 3 [h *i* j](k) snake_case \\* &amp; <b>l</b><br>m *n\no* p  \nq\n\n"
BLOCKS = (
    "# A *title*\n\nUnder\n===\n\n> quoted\nlazy\n\n```\n[x]: y\n```\n\n    code\n\n<div>\nhtml\n\n<!--\n\n-->\nc\n\n"
)
TABLES = "|a|b\\|c|\n|-|-|\n| *d* |e|\n|f|\n\nlast\r\nline\r\rend\n* * *\n"
PARTS = [
    part + end for text in (LISTS, LINKS, MARKS, BLOCKS, TABLES) for part in text.split(" ") for end in (" ", "\n")
]


def read(text: str) -> Article:
    article = [*MarkdownReader().read("a.md", text)][-1]  # behind a failure of front matter
    assert isinstance(article, Article)
    return article


def in_windows(monkeypatch: pytest.MonkeyPatch, longest: int, window: int) -> None:
    monkeypatch.setattr(markdown_windows, "WINDOW_CHARS", window)
    monkeypatch.setattr(long_texts, "LONG_TEXT_CHARS", longest)
    monkeypatch.setattr(long_texts, "PART_CHARS", window)


@pytest.mark.parametrize("window", [1, 10, 40, 200])
def test_long_markdown_has_the_same_blocks(window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    mix = random.Random(window)
    texts = [LISTS + LINKS + MARKS + BLOCKS + TABLES, LISTS * 3, LINKS * 3, MARKS * 3, BLOCKS * 3, TABLES * 3]
    texts += ["".join(mix.choices(PARTS, k=60)) for _ in range(60)]
    expected = [read(text) for text in texts]
    in_windows(monkeypatch, 0, window)
    for text, article in zip(texts, expected, strict=True):
        found = read(text)
        assert [(role, tuple(pieces)) for role, pieces in found.blocks or ()] == article.blocks, text
        assert found.text == article.text


@pytest.mark.parametrize(
    ("unit", "most"),
    [
        ("The council *voted* on a [plan](a.html) for `it`.\n\n", 20),
        ("*a* ", 40),
        ("\\* ", 40),
        ("[a](b) ", 40),
        ("- a\n", 40),
        ("a\n\n", 40),
        ("# a\n", 40),
        ("[a]: b\n\n[a]\n\n", 40),
    ],
)
def test_long_markdown_takes_little_memory(unit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    in_windows(monkeypatch, 2_000, 500)
    read(unit * 5)
    text = unit * (50_000 // len(unit))
    tracemalloc.start()
    try:
        read(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < most * len(text)
