"""The page of a corpus in a browser: its list of findings, its tables, and figures that do not overlap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser import CHROMIUM, Browser, fetch_axe, start_browser
from newslint.config.settings import Settings
from newslint.corpus.outputs.breakdown import Breakdown
from newslint.corpus.outputs.html_report import write_report
from newslint.corpus.outputs.samples import SampleRow
from newslint.corpus.types import Manifest, Totals
from newslint.linter.linter import build_linter

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs chromium")]
TEXTS = {("a.jsonl", 1): "<b> is a tag.\n"}  # the other articles could not be read again
RULES = {"sources/bare-source": 1_234_567, "sources/agentless-attribution": 9}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    groups = {"the-herald-of-the-valley.example": (99_999, 1_234_576)}
    reasons = {"text-not-a-string": 1_000_000}
    totals = Totals()
    counts = {"rules": RULES, "articles_by_rule": RULES, "groups": groups, "reasons": reasons}
    totals.add(Manifest("a", "", 1_100_000, 100_000, 1_000_000, **counts))
    rows = [
        SampleRow(
            *(rule, "warning", "a.jsonl", record, f"https://a.example/{record}", 0, 3, 3, 1, "m; do it.", "<b>"),
            fingerprint=f"f{record}",
        )
        for record, rule in enumerate([*RULES, *RULES], 1)
    ]
    path = tmp_path_factory.mktemp("corpus") / "corpus.html"
    write_report(str(path), totals, Breakdown(samples=tuple(rows)), TEXTS, build_linter(Settings()), "host")
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with start_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


def test_findings_are_listed_with_their_words(browser: Browser, page: Path) -> None:
    browser.resize(1280)
    browser.open(page)
    assert len(browser.texts(".row")) == 4
    assert browser.text("article h2") == "https://a.example/1"
    assert browser.text("article mark") == "<b>"
    browser.press("j")
    assert browser.text("article h2") == "https://a.example/2"
    assert browser.text(".changed li[id]") == "line 3: “<b>”"
    browser.click("[data-verdict=wrong]")
    assert browser.text(".export") == "Export 1 verdict"
    browser.click(".chosen a.rule")
    browser.wait("document.querySelector('#tables').checkVisibility()")
    assert browser.in_view("#rule-sources-agentless-attribution")


@pytest.mark.parametrize("width", [360, 1000])
def test_the_figures_do_not_overlap(browser: Browser, page: Path, width: int) -> None:
    browser.resize(width)
    browser.open(f"{page.as_uri()}#tables")
    assert browser.run("document.documentElement.scrollWidth") <= width
    torn = """[...document.querySelectorAll('.counts .count')].filter(cell => {
        const words = document.createRange()
        words.selectNodeContents(cell)
        const box = words.getBoundingClientRect()
        return box.left < cell.getBoundingClientRect().left + 4 || box.height > 24
    }).map(cell => cell.textContent)"""
    assert browser.run(torn) == []


def test_axe_finds_no_fault(browser: Browser, page: Path, tmp_path: Path) -> None:
    axe = fetch_axe(tmp_path)
    for width in (360, 1280):
        browser.resize(width)
        for view in ("", "n2", "tables"):
            browser.open(f"{page.as_uri()}#{view}")
            assert browser.faults(axe) == [], (width, view)
