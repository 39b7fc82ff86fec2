"""The articles in the HTML report: marks, paragraphs, and the contrast of colours."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.api import Article, Diagnostic
from newslint.reporters.html.paragraphs import paragraphs
from pages import parse_page
from reports import make_finding, render
from support import ROOT

TEXTS = st.lists(
    st.sampled_from(["a", "é", " ", "<", "&", "\n", "\n\n", "\r\n", "\U0001f600", "long word "]), max_size=40
)


@st.composite
def overlapping(draw: st.DrawFn) -> tuple[Article, list[Diagnostic]]:
    text = "".join(draw(TEXTS))
    offset = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(offset, offset).map(sorted).map(tuple), min_size=1, max_size=8))
    article = Article("a.txt", text)
    return article, [make_finding(article, (start, end), related=[(article, (end, end))]) for start, end in spans]


@settings(max_examples=300, deadline=None)
@given(overlapping())
def test_findings_are_each_marked_completely(drawn: tuple[Article, list[Diagnostic]]) -> None:
    article, found = drawn
    page = parse_page(render("html", found, [article]))
    assert found
    for number, diagnostic in enumerate(found):
        # White space around paragraphs is not shown.
        assert "".join("".join(page.marked(number)).split()) == "".join(diagnostic.match.split())


@given(st.lists(st.sampled_from(["", " ", "a", "b" * 100, "\tc\r"]), max_size=30).map("\n".join))
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = paragraphs(text)
    assert found
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def channels(color: str) -> list[float]:
    return [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def contrast(one: list[float], other: list[float]) -> float:
    """Return the contrast ratio of two colours, as WCAG defines it."""

    def luminance(color: list[float]) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_pair_has_enough_contrast(theme: str) -> None:
    style = (ROOT / "src/newslint/reporters/html/style/base.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colors = dict(re.findall(r"--([\w]+): (#[0-9a-f]{6});", blocks[["light", "dark"].index(theme)]))
    tint = int(re.findall(r"--tint: (\d+)%", style)[["light", "dark"].index(theme)]) / 100
    families = [f"c{slot}" for slot in range(1, 9)]
    for ground in ("paper", "raised"):
        for name in ("ink", "soft", "link", *families):
            assert contrast(channels(colors[name]), channels(colors[ground])) >= 4.5, (name, ground)
    for outer in families:
        once = [
            c * tint + p * (1 - tint) for c, p in zip(channels(colors[outer]), channels(colors["paper"]), strict=True)
        ]
        assert contrast(channels(colors["ink"]), once) >= 7, outer
        for inner in families:
            # A number may be inside a mark of another family.
            assert contrast(channels(colors[inner]), once) >= 4.5, (outer, inner)
            twice = [c * 0.26 + p * 0.74 for c, p in zip(channels(colors[inner]), once, strict=True)]
            assert contrast(channels(colors["ink"]), twice) >= 4.5, (outer, inner)
