"""Positions as editors count them, compared with a second implementation that counts one character at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from lsprotocol import types

from counting import CountingText, count
from editor import offset, text_in_range
from newslint.lsp.code_actions import edits_between
from newslint.lsp.positions import PositionMapper

ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
TEXTS = st.text(st.sampled_from("ab \r\n\u2028\u0085\x0c\u0308é–\u4e2d\U0001f30d\U0001d50e\ufeff"), max_size=40)


def plain(where: types.Range) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": where.start.line, "character": where.start.character},
        "end": {"line": where.end.line, "character": where.end.character},
    }


@given(raw=TEXTS, encoding=ENCODINGS, data=st.data())
def test_a_range_converts_back_to_its_span(raw: str, encoding: str, data: st.DataObject) -> None:
    ruler = PositionMapper(raw, encoding)
    between = {at + 1 for at in range(len(ruler.text)) if ruler.text[at : at + 2] == "\r\n"}
    places = st.sampled_from([at for at in range(len(ruler.text) + 1) if at not in between])
    start, end = sorted((data.draw(places), data.draw(places)))
    where = ruler.range((start, end))
    assert text_in_range(raw, plain(where), encoding) == ruler.text[start:end]
    assert ruler.span(where) == (start, end)


@given(raw=TEXTS, encoding=ENCODINGS, line=st.integers(0, 50), character=st.integers(0, 200))
def test_every_position_has_an_offset(raw: str, encoding: str, line: int, character: int) -> None:
    ruler = PositionMapper(raw, encoding)
    assert 0 <= ruler.offset(types.Position(line, character)) <= len(ruler.text)
    end = ruler.position(10**9)
    assert offset(raw, {"line": end.line, "character": end.character}, encoding) == len(raw)


@given(old=TEXTS, new=TEXTS)
def test_edits_between_two_texts_turn_one_into_the_other(old: str, new: str) -> None:
    text = old
    for (start, end), replacement in reversed(list(edits_between(old, new))):
        text = text[:start] + replacement + text[end:]
    assert text == new


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_twice_the_places_in_one_line_cost_twice_as_much(encoding: str) -> None:
    def cost(chars: int) -> tuple[int, int]:
        raw = CountingText("a source – \U0001f30d " * (chars // 13))
        mapper = PositionMapper(raw, encoding)

        def there_and_back() -> None:
            for start in range(0, len(raw) - 3, 100):
                assert mapper.span(mapper.range((start, start + 3))) == (start, start + 3)

        return count(there_and_back)

    for first, second in zip(cost(30_000), cost(60_000), strict=True):
        assert second <= 2.6 * first
