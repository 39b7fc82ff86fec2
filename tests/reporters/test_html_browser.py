"""The HTML report in a browser: the list, its filters and keys, articles and links, verdicts, paper, narrow windows."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import newslint
from browser import CHROMIUM, Browser, fetch_axe, start_browser
from newslint.api import Article
from reports import make_finding, render
from support import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs chromium")]
ROWS = "document.querySelectorAll('.row').length"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    command = [sys.executable, "-m", "newslint", "seeds/", "--isolated", "--format", "html", "-o", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True)
    assert done.returncode == 1, done.stderr
    return path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with start_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(running: Browser, page: Path) -> Iterator[Browser]:
    running.resize(1280)
    running.open(page)
    running.run("localStorage.clear()")
    running.open(page)
    yield running
    assert running.complaints == []  # the content policy refused nothing, and no script raised an error


@pytest.fixture(scope="module")
def count(page: Path) -> int:
    data = page.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    return len(json.loads(data)["findings"])


def test_the_page_begins_with_the_findings_and_loads_nothing(browser: Browser, page: Path, count: int) -> None:
    assert browser.run(ROWS) == count
    assert browser.text(".state") == f"{count} findings"
    assert browser.seen("article .note") and browser.seen("article mark")
    assert {address for address in browser.requests if not address.startswith("data:")} <= {
        "about:blank",
        page.as_uri(),
    }


def test_every_finding_is_marked_with_its_words_in_its_article(browser: Browser, page: Path, count: int) -> None:
    marked = browser.run(
        f"""(async () => {{
            const found = []
            for (let number = 1; number <= {count}; number++) {{
                location.hash = '#n' + number
                await new Promise(done => addEventListener('hashchange', done, {{once: true}}))
                const words = document.getElementById('m' + number)
                const copy = words.cloneNode(true)
                copy.querySelectorAll('sup').forEach(one => one.remove())
                found.push([copy.textContent, document.activeElement.id])
            }}
            return found
        }})()"""
    )
    data = json.loads(page.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0])
    for number, (finding, (words, focus)) in enumerate(zip(data["findings"], marked, strict=True), 1):
        assert (words, focus) == (finding["match"], f"n{number}")


def test_filters_and_search_choose_findings_and_marks(browser: Browser, count: int) -> None:
    browser.type("#words", "officials")
    some = browser.run(ROWS)
    assert 0 < some < count
    assert browser.text(".state") == f"{some} of {count} findings"
    browser.click(".reset")
    browser.wait(f"{ROWS} === {count}")
    browser.click("input[value=sources]")
    assert 0 < browser.run(ROWS) < count
    assert not [name for name in browser.texts(".row .rule") if name.startswith("sources")]
    browser.click(".reset")
    browser.wait(f"{ROWS} === {count}")
    for field, value, shown in (
        ("rule", "sources/vague-collective", ".row .rule"),
        ("severity", "info", ".row .level"),
        ("file", "e.txt", ".group .path"),
    ):
        browser.run(
            f"(() => {{ const one = document.getElementById('{field}'); one.value = '{value}'; "
            "one.dispatchEvent(new Event('input', {bubbles: true})) })()"
        )
        assert 0 < browser.run(ROWS) < count, field
        named = {"info": "information", "e.txt": "seeds/e.txt"}.get(value, value)
        assert set(browser.texts(shown)) == {named}
        browser.click(".reset")
        browser.wait(f"{ROWS} === {count}")
    browser.type("#words", "no such words anywhere")
    assert browser.text(".groups") == "No finding passes the filters."


def test_a_long_list_grows_as_it_is_read_and_the_article_follows_the_search(browser: Browser, tmp_path: Path) -> None:
    articles = [Article(f"{number:03}.txt", "A source said no. A bee said yes.") for number in range(200)]
    found = [
        make_finding(article, span, message)
        for article in articles
        for span, message in (((0, 8), "the source"), ((18, 23), "the bee"))
    ]
    page = tmp_path / "page.html"
    page.write_bytes(render("html", found, articles).encode())
    browser.open(page)
    assert browser.text(".state") == "400 findings"
    at_first = browser.run(ROWS)
    assert at_first < 100 and browser.texts(".note .message") == ["the source", "the bee"]
    for _ in range(2):
        browser.run("document.querySelector('.list > .more:last-child').scrollIntoView()")
        browser.wait(f"{ROWS} > {at_first}")
        at_first = browser.run(ROWS)
    browser.press("k")
    browser.press("j")
    browser.type("#words", "bee")
    assert browser.text(".state") == "200 of 400 findings"
    assert set(browser.texts(".row .message")) == {"the bee"}
    assert browser.texts(".note .message") == ["the bee"]
    browser.click(".reset")
    browser.wait("document.querySelectorAll('.note').length === 2")


def test_keys_go_to_the_next_and_the_previous_finding(browser: Browser, count: int) -> None:
    assert browser.text(".position") == f"1 of {count}"
    for key, place in (("j", 2), ("j", 3), ("k", 2)):
        browser.press(key)
        assert browser.text(".position") == f"{place} of {count}"
        assert browser.run("document.activeElement.id") == f"n{place}"
        assert browser.in_view(f"#m{place}")
    browser.press("/")
    assert browser.run("document.activeElement.id") == "words"
    browser.press("j")  # a letter of the search
    assert browser.run("document.getElementById('words').value") == "j"
    browser.click(".reset")
    browser.wait(f"document.querySelector('.position').textContent === '2 of {count}'")
    browser.click(".keys input")
    browser.run("document.activeElement.blur()")
    browser.press("j")
    assert browser.text(".position") == f"2 of {count}"


def test_overlapping_marks_are_each_marked_completely(browser: Browser, tmp_path: Path) -> None:
    draw = random.Random(7)
    pieces = ["a", "é", " ", "<b>", "&amp;", "\n", "\n\n", "\r\n", "\U0001f600", "\x1b", "long word "]
    articles, found = [], []
    for number in range(60):
        article = Article(f"{number:02}.txt", "x" + "".join(draw.choices(pieces, k=30)))
        articles.append(article)
        spans = [sorted(draw.choices(range(len(article.raw)), k=2)) for _ in range(6)]
        found += [make_finding(article, (start, end)) for start, end in sorted(spans)]
    page = tmp_path / "page.html"
    page.write_bytes(render("html", found, articles).encode())
    browser.open(page)
    marked = browser.run(
        """(async () => {
            const found = {}
            for (let number = 1; number <= 60; number++) {
                location.hash = '#a' + number
                await new Promise(done => addEventListener('hashchange', done, {once: true}))
                document.querySelector('.standfirst .all')?.click()
                for (const mark of document.querySelectorAll('mark')) {
                    const copy = mark.cloneNode(true)
                    copy.querySelectorAll('sup').forEach(one => one.remove())
                    found[mark.dataset.finding] = (found[mark.dataset.finding] ?? '') + copy.textContent
                }
            }
            return found
        })()"""
    )
    for number, diagnostic in enumerate(found):
        words = diagnostic.match.replace("\x1b", "\\x1b")
        assert "".join(marked[str(number)].split()) == "".join(words.split()), diagnostic


def test_markup_in_articles_and_rules_is_shown_and_never_acts(browser: Browser, tmp_path: Path) -> None:
    attack = '</script><img src=x onerror="window.attacked = 1"><!-- <script>window.attacked = 1</script> '
    article = Article(f"{attack.replace('/', '')}.txt", f"{attack}\nA source said no. {attack}\n")
    start = article.raw.index("A source")
    page = tmp_path / "page.html"
    found = make_finding(article, (start, start + 8), f"{attack}; fix it.", related=[(article, (0, 9))])
    page.write_bytes(render("html", [found], [article]).encode())
    browser.open(page)
    assert browser.text(".note .message") == f"{attack}; fix it."
    assert attack.strip() in browser.text("article")
    assert attack.replace("/", "") in browser.text(".group .path")
    assert browser.run("document.images.length") == 0 and not browser.run("window.attacked")


def test_a_notebook_shows_the_article_alone(browser: Browser, tmp_path: Path) -> None:
    html = newslint.lint((ROOT / "seeds/c.txt").read_text(encoding="utf-8"))._repr_html_()
    page = tmp_path / "frame.html"
    page.write_text(unescape(html.split('srcdoc="')[1].split('">')[0]), encoding="utf-8")
    browser.open(page)
    assert browser.seen("article mark") and browser.seen(".note")
    assert not browser.texts(".verdicts") and not browser.texts(".list") and not browser.texts("nav")
    browser.click("article sup a")
    assert browser.in_view(".note")


def test_an_article_is_shown_around_its_marks_and_whole_on_demand(browser: Browser) -> None:
    browser.run("location.hash = '#n12'")
    browser.wait("document.querySelector('.text .cut')")
    shown = len(browser.texts(".text > p"))
    browser.click(".standfirst .all")
    assert not browser.seen(".text .cut")
    text = (ROOT / "seeds" / "c.txt").read_text(encoding="utf-8")
    whole = browser.run(
        "[...document.querySelectorAll('.text > p')].map(one => { const copy = one.cloneNode(true); "
        "copy.querySelectorAll('sup').forEach(ref => ref.remove()); return copy.textContent }).join('\\n')"
    )
    assert len(browser.texts(".text > p")) > shown
    assert whole.split() == text.split()


def test_a_link_leads_to_the_other_article_and_back(browser: Browser) -> None:
    number = browser.run(
        "1 + JSON.parse(document.getElementById('data').textContent).findings"
        ".findIndex(one => (one.related ?? []).some(place => place.article !== one.article))"
    )
    browser.run(f"location.hash = '#n{number}'")
    browser.wait(f"document.getElementById('n{number}')")
    here = browser.text("article .path, article h2")
    browser.click(f'#n{number} .places a[href="#m{number}-1"]')
    browser.wait(f"document.getElementById('c{number}-1')")
    assert browser.text("article .path, article h2") != here
    assert browser.in_view(f"#m{number}-1")
    browser.click(f'#c{number}-1 a[href="#m{number}"]')
    browser.wait(f"document.getElementById('n{number}')")
    assert browser.text("article .path, article h2") == here


def test_verdicts_are_kept_filtered_and_exported(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.press("w")
    browser.press("j")
    browser.click("#n2 [data-verdict=arguable]")
    browser.press("j")
    browser.click("#n3 [data-verdict=right]")
    browser.click("#n3 [data-verdict=right]")  # taken back
    browser.open(page)
    assert browser.texts(".row .verdict") == ["✗ wrong", "? arguable"]
    assert browser.text(".export") == "Export 2 verdicts"
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.click(".export")
    file = tmp_path / "newslint-verdicts.jsonl"
    for _ in range(500):
        if file.exists() and file.stat().st_size:
            break
        browser.run("new Promise(done => setTimeout(done, 20))")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["wrong", "arguable"]
    columns = "path record rule severity fingerprint line column match message verdict version".split()
    assert list(rows[0]) == columns
    assert rows[0]["path"] == "seeds/a.txt" and rows[0]["line"] == 1


def test_the_tables_are_sorted_by_their_heads(browser: Browser) -> None:
    browser.run("location.hash = '#rules'")
    browser.wait("document.querySelector('#rules').checkVisibility()")
    counts = "[...document.querySelectorAll('#rules tbody tr')].map(row => +row.cells[2].textContent)"
    before = browser.run(counts)
    browser.click("#rules th:nth-child(3) button")
    assert browser.run(counts) == sorted(before, reverse=True)
    browser.click("#rules th:nth-child(3) button")
    assert browser.run(counts) == sorted(before)
    browser.run("location.hash = '#articles'")
    browser.wait("document.querySelector('#articles table')")
    assert len(browser.texts("#articles tbody tr")) == 5
    browser.click("#articles th:nth-child(5) button")
    rates = [float(text) for text in browser.texts("#articles td:nth-child(5)")]
    assert rates == sorted(rates, reverse=True)


def test_the_keyboard_goes_from_the_skip_link_onwards(browser: Browser) -> None:
    browser.press("Tab")
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.in_view(".skip")
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("Enter")
    browser.wait("document.activeElement.id === 'findings'")
    browser.press("Tab")
    assert browser.run("document.activeElement.id") == "words"


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1920])
@pytest.mark.parametrize("view", ["", "n12", "articles", "rules"])
def test_nothing_is_wider_than_the_window(browser: Browser, page: Path, width: int, view: str) -> None:
    browser.resize(width)
    browser.open(f"{page.as_uri()}#{view}")
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_a_narrow_window_shows_the_list_or_an_article(browser: Browser) -> None:
    browser.resize(390)
    assert browser.seen(".list") and not browser.seen("article")
    browser.click('.row a[href="#n20"]')
    browser.wait("document.querySelector('article')?.checkVisibility()")
    assert not browser.seen(".list") and browser.in_view("#m20")
    browser.click(".back")
    browser.wait("document.querySelector('.list').checkVisibility()")
    assert browser.in_view('.row a[href="#n20"]')
    browser.run("history.back()")
    browser.wait("document.querySelector('article').checkVisibility()")
    assert browser.in_view("#m20")


def test_why_unfolds_what_the_rule_concluded(browser: Browser) -> None:
    number = 1 + browser.run(
        "(({findings, rules}) => findings.findIndex(one => rules[one.rule].name === 'advertising/promo-line'))"
        "(JSON.parse(document.getElementById('data').textContent))"
    )
    browser.run(f"location.hash = '#n{number}'")
    browser.wait("document.querySelector('.note.chosen .why')")
    assert not browser.seen(".note.chosen .why li")
    browser.click(".note.chosen .why summary")
    assert [text.split(":")[0] for text in browser.texts(".note.chosen .why li")] == ["headline", "promotion"]


def test_paper_shows_the_articles_of_the_chosen_findings(browser: Browser) -> None:
    browser.type("#words", "officials")
    articles = len(browser.texts(".group"))
    browser.send("Emulation.setEmulatedMedia", media="print")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.texts(".paper article")) == articles
    assert browser.seen(".paper .note") and not browser.seen(".list")
    browser.run("dispatchEvent(new Event('afterprint'))")
    browser.send("Emulation.setEmulatedMedia", media="")
    assert browser.texts(".paper article") == []


def test_the_counts_are_there_without_the_script(browser: Browser, page: Path) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    assert browser.seen("#rules table") and browser.seen("noscript p")
    browser.send("Emulation.setScriptExecutionDisabled", value=False)


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    return fetch_axe(tmp_path_factory.mktemp("axe"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_fault(browser: Browser, page: Path, axe: str, scheme: str, width: int) -> None:
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.resize(width)
    found = {}
    for view in ("", "n12", "articles", "rules"):
        browser.open(f"{page.as_uri()}#{view}")
        found[view] = browser.faults(axe)
    browser.send("Emulation.setEmulatedMedia", features=[])
    assert found == {"": [], "n12": [], "articles": [], "rules": []}
