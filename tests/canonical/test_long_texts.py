"""Texts so long that their canonical text is made in parts, with offsets in arrays: the result is the same."""

from __future__ import annotations

import tracemalloc
from array import array

import pytest

from newslint.api import Article, TextBlock, TextPiece
from newslint.canonical import canonicalize as canonicalizing
from newslint.canonical import characters, long_texts, span_map

TEXTS = [
    "She said:\n\n'It is late,'  he\u00ad said\u00a0again.\n\n“One” and \"two\" of it’s ‘many’.\n\nA &amp;quot; it.\n",
    " The   end\r\n\r\nof ``all'' and ''more''.\r\n\r\nSo “on.\n\n”Swapped“ marks”\n\nCafe\u0301 â€™s\n \n«Oui»",
    "Council members voted late on Tuesday to close the\nbridge that joins both banks of the river and to\n"
    "repair it in the spring, when the water is low and\nwork is safe.\n\nNo one was hurt.",
    "'Well,' he said.\n'No.'\nRock 'n' roll\n",
    "\n\n\n",
    "",
]


def article(text: str, *, has_markup: bool) -> Article:
    blocks = None
    if has_markup:
        lines = text.split("\n")
        starts = [sum(map(len, lines[:number])) + number for number in range(len(lines))]
        spans = [(start, start + len(line) // 2, start + len(line)) for start, line in zip(starts, lines, strict=True)]
        blocks = iter(
            [TextBlock("paragraph", (TextPiece(a, b), TextPiece(b, c), TextPiece(c, c, " |"))) for a, b, c in spans]
        )
    return Article("a.html" if has_markup else "a.txt", text, blocks=blocks)


def described(one: Article) -> tuple[object, ...]:
    raw_spans = [one.to_raw((at, at + 1)) for at in range(len(one.text))]
    canonical = [one.to_canonical((at, at + 1)) for at in range(len(one.raw))]
    deletions = [one.to_deletion((at, at + 1)) for at in range(len(one.text))]
    doubtful = [one.has_doubtful_line_end((at, at + 1)) for at in range(len(one.text))]
    positions = [one.position(at) for at in range(len(one.raw))]
    blocks = one.blocks and [(role, tuple(pieces)) for role, pieces in one.blocks]
    return one.text, [*one.line_starts], raw_spans, canonical, deletions, doubtful, positions, blocks, one.undecoded()


@pytest.mark.parametrize("has_markup", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_a_long_text_has_the_same_canonical_text_and_map(
    text: str, has_markup: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = article(text, has_markup=has_markup)
    monkeypatch.setattr(long_texts, "LONG_TEXT_CHARS", 0)
    monkeypatch.setattr(long_texts, "PART_CHARS", 7)
    monkeypatch.setattr(characters, "PART_CHARS", 7)
    monkeypatch.setattr(span_map, "MAX_PIECES", 3)
    found = article(text, has_markup=has_markup)
    assert described(found) == described(expected)
    assert (found.blocks == expected.blocks) is (expected.blocks == found.blocks) is True
    assert isinstance(found.line_starts, array) is bool(found.text)


@pytest.mark.parametrize(
    ("unit", "has_markup", "most"),
    [("ab", True, 30), ('“a” ‘b’ "c" it\'s', True, 10), ("a&amp;b\u00a0 c ", False, 10)],
)
def test_a_long_text_takes_little_memory(
    unit: str, has_markup: bool, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_texts, "LONG_TEXT_CHARS", 10_000)
    monkeypatch.setattr(long_texts, "PART_CHARS", 1_000)
    monkeypatch.setattr(characters, "PART_CHARS", 1_000)
    monkeypatch.setattr(span_map, "MAX_PIECES", 100)
    count = 300_000 // (len(unit) + 3 * has_markup)
    text = unit * count
    pieces = ((TextPiece(at, at + len(unit)),) for at in range(0, len(text), len(unit)))
    canonicalizing.canonicalize(text[:20_000])
    tracemalloc.start()
    try:
        canonicalizing.canonicalize(text, (TextBlock("paragraph", each) for each in pieces) if has_markup else None)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < most * len(text)
