"""The cost of a report grows with its findings, also where all of them stand in one long line."""

from __future__ import annotations

import pytest

from counting import CountingText, count
from newslint.api import Article
from newslint.reporters.columns import UNITS
from reports import REPORT_PARSERS, make_finding, render

LINES = {
    "ASCII": "a source said it, ",
    "tabs": "a source said it,\t",
    "wide": "消息人士说日本語テキスト",
    "combined": "e\u0301a\u0323\u0302 \U0001f469\u200d\U0001f4bb\U0001f600",
    "right to left": "אמר מקור בכיר, ",
}
CHARS = 30_000
EVERY = 300  # characters, there is a finding


def cost(name: str, unit: str, part: str, chars: int) -> tuple[int, int]:
    """Return the calls of a report on one line, and how many of its characters it copies or searches."""
    article = Article("a.txt", part * (chars // len(part)))
    text = article.raw
    findings = [
        make_finding(article, (at, at + 9), related=[(article, (at // 2, at // 2 + 3))], edits=[(at, at + 9, "")])
        for at in range(0, len(text) - 9, EVERY)
    ]
    edits = [(at, at + 3, "") for at in range(20, len(text) - 3, EVERY)]
    findings.append(make_finding(article, (0, 9), edits=edits))
    article.raw = CountingText(text)
    return count(lambda: render(name, findings, [article], column_unit=unit))


CASES = [("jsonl", unit, kind) for unit in UNITS for kind in LINES]
CASES += [
    (name, unit, kind)
    for name in sorted({*REPORT_PARSERS, "full"} - {"jsonl"})
    for unit, kind in (("display", "tabs"), ("utf16", "wide"), ("byte", "combined"))
]


@pytest.mark.parametrize(("name", "unit", "kind"), CASES)
def test_twice_the_findings_in_one_line_cost_twice_as_much(name: str, unit: str, kind: str) -> None:
    cost(name, unit, LINES[kind], CHARS)  # imports what the format needs
    once, twice = cost(name, unit, LINES[kind], CHARS), cost(name, unit, LINES[kind], 2 * CHARS)
    for first, second in zip(once, twice, strict=True):
        assert second <= 2.6 * first
