"""The HTML report in a browser: links, search, filters, keyboard, a narrow window, and without its script.

The tests speak to the WebDriver with JSON over HTTP, so they need no package. They are skipped without a driver.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from support import ROOT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-prefers-reduced-motion"
).split()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]


class Browser:
    """The part of the WebDriver protocol that the tests need."""

    def __init__(self, address: str, profile: Path, *flags: str, **prefs: int) -> None:
        options = {"binary": CHROMIUM, "args": [*FLAGS, f"--user-data-dir={profile}", *flags], "prefs": prefs}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.address = address
        self.address += "/session/" + self.send("session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def send(self, command: str, data: dict[str, Any] | None = None, method: str = "POST") -> Any:
        body = json.dumps(data or {}).encode() if method == "POST" else None
        request = Request(f"{self.address}/{command}".rstrip("/"), body, {"Content-Type": "application/json"})
        request.method = method
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path) -> None:
        self.send("url", {"url": page.as_uri()})

    def run(self, script: str) -> Any:
        return self.send("execute/sync", {"script": f"return {script}", "args": []})

    def element(self, css: str) -> str:
        found = self.send("element", {"using": "css selector", "value": css})
        return "element/" + next(iter(found.values()))

    def click(self, css: str) -> None:
        self.send(self.element(css) + "/click")

    def type(self, css: str, text: str) -> None:
        self.send(self.element(css) + "/value", {"text": text})

    def press(self, key: str) -> None:
        keys = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.send("actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def complaints(self) -> list[Any]:
        found: list[Any] = self.send("se/log", {"type": "browser"})
        return found

    def seen(self, css: str) -> bool:
        return bool(self.run(f"document.querySelector('{css}').checkVisibility()"))

    def in_view(self, css: str) -> bool:
        box = f"document.querySelector('{css}').getBoundingClientRect()"
        return bool(self.run(f"{box}.bottom > 0 && {box}.top < innerHeight"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import sys

    path = tmp_path_factory.mktemp("report") / "report.html"
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "seeds/", "--format", "html", "-o", str(path)], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 1, done.stderr
    return path


@pytest.fixture(scope="module")
def driver() -> Iterator[str]:
    assert DRIVER
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = next(line for line in process.stdout if "successfully" in line)
        port = re.search(r"on port (\d+)", line)
        assert port
        yield f"http://127.0.0.1:{port[1]}"
        process.terminate()


@pytest.fixture
def browser(driver: str, page: Path, tmp_path: Path) -> Iterator[Browser]:
    one = Browser(driver, tmp_path / "profile", "--window-size=1280,900")
    one.open(page)
    yield one
    assert one.complaints() == []  # the content policy refused nothing, and no script raised an error
    one.send("", method="DELETE")


def test_the_page_loads_nothing_and_its_script_runs(browser: Browser) -> None:
    assert browser.run("performance.getEntriesByType('resource').filter(one => !/^data:/.test(one.name)).length") == 0
    assert browser.seen("form.filter")


def test_a_link_leads_to_the_other_article_and_back(browser: Browser) -> None:
    calls = browser.run("document.querySelector('.backlink a[href^=\"#m\"]:not(.number)').hash")
    assert calls
    browser.click(f'.backlink a[href="{calls}"]')
    assert browser.run("location.hash") == calls
    assert browser.in_view(calls.replace("#", "[id=") + "]")
    ref = calls.replace("#m", "#n")
    browser.click(f'sup a[href="{ref}"]')
    assert browser.in_view(ref.replace("#", "[id=") + "]")


def test_search_and_filters_hide_notes_but_never_text(browser: Browser) -> None:
    paragraphs = "[...document.querySelectorAll('.text > p')].map(one => one.textContent).join()"
    before = browser.run(paragraphs)
    shown = "[...document.querySelectorAll('.note[data-rule]')].filter(one => one.checkVisibility()).length"
    every = browser.run(shown)
    browser.type("#words", "officials")
    some = browser.run(shown)
    assert 0 < some < every
    assert browser.run("document.querySelector('output').textContent") == f"{some} of {every} findings are shown."
    browser.click("button[type=reset]")
    browser.run("new Promise(done => setTimeout(done, 50))")
    assert browser.run(shown) == every
    browser.click("input[value=sources]")
    assert 0 < browser.run(shown) < every
    assert browser.run("document.querySelectorAll('mark.off').length") > 0
    assert browser.run(paragraphs) == before
    # A link to a hidden note shows it again.
    browser.run(
        "document.querySelector('.note[data-rule^=sources] ').id && "
        "(location.hash = document.querySelector('.note[data-rule^=sources]').id)"
    )
    browser.run("new Promise(done => setTimeout(done, 100))")
    assert browser.run(shown) == every


def test_the_keyboard_goes_from_the_skip_link_onwards(browser: Browser) -> None:
    browser.press("\ue004")
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.in_view(".skip")
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("\ue007")
    browser.press("\ue004")
    assert browser.run("document.activeElement.id") == "words"


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1920])
def test_nothing_is_wider_than_the_window(browser: Browser, width: int) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.send("goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics})
    assert browser.run("document.documentElement.scrollWidth") <= width
    beside = "document.querySelector('.notes').getBoundingClientRect().left > 600"
    assert browser.run(beside) is (width >= 1024)


def test_the_page_is_complete_without_its_script(driver: str, page: Path, tmp_path: Path) -> None:
    one = Browser(driver, tmp_path / "profile", **{"profile.managed_default_content_settings.javascript": 2})
    one.open(page)
    assert not one.seen("form.filter")
    assert one.seen("mark") and one.seen(".note") and one.seen("table")
    one.click('.backlink a[href^="#m"]:not(.number)')
    assert "#m" in one.send("url", method="GET")
    one.send("", method="DELETE")


@pytest.mark.parametrize("width", [360, 1000])
def test_the_corpus_figures_do_not_overlap(browser: Browser, tmp_path: Path, width: int) -> None:
    from newslint.config.settings import Settings
    from newslint.corpus.outputs.html_report import write_report
    from newslint.corpus.types import Manifest, Totals
    from newslint.linter.linter import build_linter

    rules = {"sources/bare-source": 1_234_567, "sources/agentless-attribution": 9}
    groups = {"the-herald-of-the-valley.example": (99_999, 1_234_576)}
    reasons = {"text-not-a-string": 1_000_000}
    totals = Totals()
    totals.add(
        Manifest(
            "a", "", 1_100_000, 100_000, 1_000_000, rules=rules, articles_by_rule=rules, groups=groups, reasons=reasons
        )
    )
    write_report(str(tmp_path / "corpus.html"), totals, build_linter(Settings()), "host")
    browser.open(tmp_path / "corpus.html")
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.send("goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics})
    assert browser.run("document.documentElement.scrollWidth") <= width
    torn = """[...document.querySelectorAll('.counts .count, .counts thead th:nth-child(n + 3)')].filter(cell => {
        const words = document.createRange()
        words.selectNodeContents(cell)
        const box = words.getBoundingClientRect()
        return box.left < cell.getBoundingClientRect().left + 4 || box.height > 24
    }).map(cell => cell.textContent)"""
    assert browser.run(torn) == []
