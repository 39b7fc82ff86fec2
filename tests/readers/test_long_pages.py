"""Web pages so long that their blocks are kept in arrays: they are the same, in a bounded amount of memory."""

from __future__ import annotations

import tracemalloc

import pytest

from newslint.api import Article
from newslint.canonical import long_texts
from newslint.compact_blocks import CompactBlocks
from newslint.engine.markup_edits import text_pieces
from newslint.readers import html
from newslint.readers.html import HtmlReader
from newslint.text.page.roles import role_at

PAGE = """<html><head><title>Bridge</title></head><body><article><h1>A <b>bridge</b> closes</h1>
<p>The council said on Tuesday that a bridge &amp; a road
closed.</p><p>&ldquo;We did not see it,&rdquo; said <a href="a.html">Anna</a> Miller.<br>She is 45.</p>
<ul><li>One <i>item</i> of this list<li>Another item</ul><table><tr><td>Bridge</td><td> two </td><td></td></tr></table>
<blockquote>A quotation of some words.</blockquote><!-- hidden --><script>a()</script></article></body></html>
"""


def read(page: str) -> Article:
    (article,) = HtmlReader().read("a.html", page)
    assert isinstance(article, Article)
    return article


def save_memory(monkeypatch: pytest.MonkeyPatch, longest: int, part: int) -> None:
    monkeypatch.setattr(long_texts, "LONG_TEXT_CHARS", longest)
    monkeypatch.setattr(long_texts, "PART_CHARS", part)
    monkeypatch.setattr(html, "PART_CHARS", part)
    monkeypatch.setattr(html, "BATCH", 3)


def test_a_long_page_has_the_same_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE * 3
    expected = read(page)
    save_memory(monkeypatch, 0, 10)
    found = read(page)
    assert isinstance(found.blocks, CompactBlocks)
    assert len(found.blocks) > 10
    assert found == expected
    assert found.text == expected.text
    assert found.blocks[-1] == (expected.blocks or ())[-1]
    assert [*found.blocks[2:5]] == [*(expected.blocks or ())[2:5]]
    assert [*found.get(text_pieces)] == expected.get(text_pieces)
    offsets = range(len(found.text))
    assert [role_at(found, at) for at in offsets] == [role_at(expected, at) for at in offsets]


@pytest.mark.parametrize(
    ("unit", "most"),
    [("<p>a</p>", 14), ("<b>a</b> ", 14), ("a<br>", 18), ("<tr><td>12</td><td>a</td></tr>", 9), ("a &amp;\n", 18)],
)
def test_a_long_page_takes_little_memory(unit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    save_memory(monkeypatch, 10_000, 1_000)
    read(unit * 100)
    page = unit * (200_000 // len(unit))
    tracemalloc.start()
    try:
        article = read(page)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert article.text
    assert peak < most * len(page)
