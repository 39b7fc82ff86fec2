"""For any text, a position that a format prints leads to the matched text, in the column unit of the format."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.api import Article
from newslint.reporters.columns import display_width
from newslint.reporters.escaping import escape
from reports import REPORT_PARSERS, make_finding, read_report, render

PIECES = st.one_of(
    st.sampled_from(["a", "source", " ", "\t", "\n", "\r\n", "\r", "é", "e\u0301", "\u0323\u0302", "ß", "“", "—"]),
    st.sampled_from(["\U0001f600", "\U0001f469\u200d\U0001f4bb", "\u4e2d\u6587", "\u05d0", "\u2028", "\x85", "\x0c"]),
    st.sampled_from(["\0", "\x1b[31m", "\x7f", "\ufffe", "\ufeff", "{0}", "[a](1)", "%0A", "]]>", "&amp;", "<", '"']),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


@st.composite
def matches(draw: st.DrawFn) -> tuple[str, tuple[int, int]]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, (start, draw(st.integers(start + 1, len(text))))


def offset(text: str, line: int, column: int, unit: str) -> int:
    """Return the offset that an editor finds: lines end with a line feed, columns count the units of a line."""
    before = "".join(one + "\n" for one in text.split("\n")[: line - 1])
    rest = text[len(before) :]
    encoding = {"char": "utf-32-le", "byte": "utf-8", "utf16": "utf-16-le"}[unit]
    size = {"char": 4, "byte": 1, "utf16": 2}[unit]
    return len(before) + len(
        rest.encode(encoding, "surrogatepass")[: (column - 1) * size].decode(encoding, "surrogatepass")
    )


@pytest.mark.parametrize("unit", ["byte", "utf16"])
@pytest.mark.parametrize("first", ["", "A short line.\n", "é" * 5000 + "\n"])
def test_columns_deep_in_a_long_line(unit: str, first: str) -> None:
    text = first + "a\U0001f600é\ud800" * 5000 if unit == "utf16" else first + "a\U0001f600é\u4e2d" * 5000
    article = Article("a.txt", text)
    for begin in (*range(4090, 4102), *range(8186, 8197), 19_997):
        span = (len(first) + begin, len(first) + begin + 2)
        (where,) = read_report("jsonl", render("jsonl", [make_finding(article, span)], [article], column_unit=unit))
        assert where.column is not None and where.end_column is not None
        start, end = (offset(text, where.line, one, unit) for one in (where.column, where.end_column))
        assert (start, end) == span


UNITS = [(name, "byte" if name == "rdjsonl" else "char", "char") for name in REPORT_PARSERS]
UNITS += [
    (name, unit, unit) for name in REPORT_PARSERS if name not in ("sarif", "rdjsonl") for unit in ("byte", "utf16")
]
UNITS += [("sarif", "char", "byte"), ("rdjsonl", "byte", "utf16")]  # these two formats define their own unit


@pytest.mark.parametrize(("name", "unit", "asked"), UNITS)
@settings(max_examples=60, deadline=None)
@given(matches())
def test_a_printed_position_leads_to_the_matched_text(
    name: str, unit: str, asked: str, match: tuple[str, tuple[int, int]]
) -> None:
    text, span = match
    article = Article("a.txt", text)
    (where,) = read_report(name, render(name, [make_finding(article, span)], [article], column_unit=asked))
    assert where.path == "a.txt"
    assert where.line == text.count("\n", 0, span[0]) + 1
    if where.column is None:  # GitHub accepts no columns for a finding that ends in another line
        assert name == "github" and "\n" in text[slice(*span)]
        return
    start = offset(text, where.line, where.column, unit)
    end = start + len(text[slice(*span)])
    if where.end_line is not None and where.end_column is not None:
        end = offset(text, where.end_line, where.end_column, unit)
    assert text[start:end] == text[slice(*span)]


@settings(deadline=None)
@given(matches())
def test_offsets_and_the_regions_of_sarif_agree(match: tuple[str, tuple[int, int]]) -> None:
    text, span = match
    article = Article("a.txt", text)
    diagnostic = make_finding(article, span, related=[(article, span)], edits=[(span[0], span[1], "x"), (0, 0, "y")])
    row = json.loads(render("jsonl", [diagnostic], [article]))
    assert text[row["start"]["offset"] : row["end"]["offset"]] == row["match"]
    (result,) = json.loads(render("sarif", [diagnostic], [article]))["runs"][0]["results"]
    places = [result["locations"][0], result["relatedLocations"][0]]
    regions = [place["physicalLocation"]["region"] for place in places]
    regions += [edit["deletedRegion"] for edit in result["fixes"][0]["artifactChanges"][0]["replacements"]]
    assert regions[0]["snippet"]["text"] == text[slice(*span)]
    for region, (start, end) in zip(regions, [span, span, span, (0, 0)], strict=True):
        assert (region["charOffset"], region["charLength"]) == (start, end - start)
        assert offset(text, region["startLine"], region["startColumn"], "char") == start
        assert offset(text, region["endLine"], region["endColumn"], "char") == end


@settings(deadline=None)
@given(matches(), st.text(max_size=3), st.text(max_size=3))
def test_an_rdjsonl_suggestion_equals_the_fix(match: tuple[str, tuple[int, int]], one: str, other: str) -> None:
    text, (start, end) = match
    article = Article("a.txt", text)
    diagnostic = make_finding(article, (start, start + 1), edits=[(end, end, other), (start, start + 1, one)])
    (row,) = map(json.loads, render("rdjsonl", [diagnostic], [article]).split("\n")[:-1])
    (suggestion,) = row["suggestions"]
    first, last = suggestion["range"]["start"], suggestion["range"]["end"]
    begin = offset(text, first["line"], first["column"], "byte")
    stop = offset(text, last["line"], last["column"], "byte")
    fixed = text[:start] + one + text[start + 1 : end] + other + text[end:]
    assert text[:begin] + suggestion["text"] + text[stop:] == fixed


@settings(deadline=None)
@given(matches())
def test_full_format_carets_are_under_the_matched_words(match: tuple[str, tuple[int, int]]) -> None:
    text, span = match
    article = Article("a.txt", text)
    lines = render("full", [make_finding(article, span)], [article]).split("\n")
    shown, carets = lines[1], lines[2]
    words = escape(text[slice(*span)].split("\n")[0])
    at = carets.index("^")
    gutter = shown.index("| ") + 2
    assert any(
        display_width(shown[gutter:start]) == at - gutter and shown.startswith(words[:40], start)
        for start in range(gutter, len(shown) + 1)
    )


@pytest.mark.parametrize("parts", ["a日本", "word 👩\u200d👩\u200d👧 ", "e\u0301", "x. \ty"])
def test_cells_deep_in_a_long_line(parts: str) -> None:
    line = parts * (20_000 // len(parts))
    text = f"first 日本 line\n{line}\n"
    article, start = Article("a.txt", text), text.index("\n") + 1
    for at in (*range(4090, 4102), *range(8186, 8197), 19_900):
        finding = make_finding(article, (start + at, start + at + 2))
        (where,) = read_report("jsonl", render("jsonl", [finding], [article], column_unit="display"))
        assert where.column == display_width(line[:at]) + 1
