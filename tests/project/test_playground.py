"""The playground: its page allows nothing from elsewhere, and newslint in the browser finds what the library finds."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import ClassVar
from zipfile import ZipFile

import pytest

import newslint
from browser import CHROMIUM, fetch_axe, start_browser
from support import ROOT

SOURCE = ROOT / "docs" / "playground"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_allows_nothing_from_elsewhere() -> None:
    page = (SOURCE / "index.html").read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy and "default-src 'none'" in policy[1] and "unsafe-inline" not in policy[1]
    assert not re.search(r"https?:", policy[1])
    assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"(?! rel="noreferrer")', page)
    assert "innerHTML" not in (SOURCE / "playground.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "shown"),
    [("", "sources: docs/README.md in its repository."), ("https://a.example/", '<a href="https://a.example/" ')],
)
def test_the_page_has_no_link_that_leads_nowhere(tmp_path: Path, address: str, shown: str) -> None:
    load(ROOT / "tools/build_playground.py").write_page(tmp_path / "index.html", address)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert shown in page and 'README.md"' not in page


def test_the_data_are_those_of_the_library(tmp_path: Path) -> None:
    text = (ROOT / "seeds/e.txt").read_text(encoding="utf-8")
    module = load(SOURCE / "lint.py")
    module.FOLDER = str(tmp_path)
    report = json.loads(module.lint(text, ""))
    assert [finding["message"] for finding in report["data"]["findings"]] == [
        one.message for one in newslint.lint(text)
    ]
    assert {"ap", "bbc", "npr"} <= set(json.loads(module.profiles()))
    severities = [
        [finding["severity"] for finding in json.loads(module.lint(text, profile))["data"]["findings"]]
        for profile in ("", "ap")
    ]
    assert severities[0] != severities[1]


def test_a_missing_program_is_an_error_that_names_it() -> None:
    with pytest.raises(RuntimeError, match="no-such-program is not installed"):
        load(ROOT / "tools/build_playground.py").run(["no-such-program"])


class Handler(SimpleHTTPRequestHandler):
    """A handler that keeps the requests instead of printing them."""

    requests: ClassVar[list[str]] = []

    def log_message(self, *_: object) -> None:
        self.requests.append(self.requestline)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CHROMIUM or not shutil.which("npm"):
        pytest.skip("needs chromium and npm")
    folder = tmp_path_factory.mktemp("playground")
    try:
        load(ROOT / "tools/build_playground.py").build(folder)
    except RuntimeError as error:
        if "npm pack" not in str(error):
            raise
        pytest.skip(f"npm cannot fetch Pyodide: {error}")
    return folder


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("archive", "module"), [("newslint.whl", "newslint/api"), ("pyodide/python_stdlib.zip", "ast")]
)
def test_the_browser_compiles_no_module(built: Path, archive: str, module: str) -> None:
    names = ZipFile(built / archive).namelist()
    assert f"{module}.pyc" in names
    assert [name for name in names if name.endswith(".py")] == []


@pytest.mark.slow
def test_the_playground_marks_an_article_and_shares_it(address: str, tmp_path: Path) -> None:
    text = (ROOT / "seeds/c.txt").read_text(encoding="utf-8").strip()
    expected = [one.message for one in newslint.lint(text)]
    with start_browser(tmp_path / "profile") as browser:
        browser.open(address)
        browser.wait("document.body.dataset.loaded", 120)
        loaded = len(Handler.requests)
        browser.type("#text", text)
        browser.wait("document.querySelector('article .note')")
        assert browser.texts(".note .message") == expected
        before = browser.texts(".note .level")
        browser.run(
            "(() => { const one = document.getElementById('profile'); one.value = 'ap'; "
            "one.dispatchEvent(new Event('input', {bubbles: true})) })()"
        )
        levels = "[...document.querySelectorAll('.note .level')].map(one => one.textContent).join()"
        browser.wait(f"{levels} && {levels} !== {json.dumps(','.join(before))}")
        browser.click("[data-verdict=wrong]")
        assert browser.text("#export") == "Export 1 verdict"
        assert len(Handler.requests) == loaded  # the text did not leave the browser
        browser.click("#share")
        browser.wait("location.hash.includes('text=')")
        link = browser.run("location.href")
        assert link.startswith(address) and "profile=ap" in link
        browser.open(link)
        browser.wait("document.querySelector('article .note')", 120)
        assert browser.run("document.getElementById('text').value") == text
        assert browser.run("document.getElementById('profile').value") == "ap"
        assert browser.texts(".note .message") == expected
        origin = address.rpartition("/")[0]
        assert {one for one in browser.requests if not one.startswith((origin, "about:", "data:"))} == set()
        axe = fetch_axe(tmp_path)
        assert browser.faults(axe) == []
        browser.resize(390)
        assert browser.faults(axe) == []
        assert browser.run("document.documentElement.scrollWidth") <= 390
    assert all(line.startswith("GET /") and "text=" not in line for line in Handler.requests)
