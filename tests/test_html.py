"""The html report: well-formed, escaped, every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.api import Article, Diagnostic
from newslint.formats.html.paragraphs import kept, paragraphs
from newslint.model import Elsewhere
from reports import BROKEN, A, B, finding, place, written
from support import FAULTY, ROOT, Run, Write

VOID = {"meta", "link", "input", "wbr", "rect"}  # a rect is closed in its own tag
ODD = "<script>alert('1')</script> & \"q\" \0 \x1b[31m \u2028 \udc80 \u202e é \U0001f600 ]]> --> {{x}}"


class Page(HTMLParser):
    """A page read strictly: every tag closed where it has to be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.marked: dict[str, str] = {}  # what each finding's marks hold, by its note
        self._marks: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute twice in {tag}"
        self.ids += [given["id"]] if "id" in given else []
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if tag == "mark":
            self._marks.append(given.get("data-note", ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag
        if tag == "mark":
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "sup" not in self.open:
            for note in self._marks:
                self.marked[note] = self.marked.get(note, "") + data

    def values(self, name: str) -> Iterator[str]:
        return (value for _, given, value in self.attributes if given == name)

    @property
    def text(self) -> str:
        return "".join(self.words)


def read(report: str) -> Page:
    """Parsed, and held to what is true of every report."""
    report.encode("utf-8")
    page = Page(report)
    assert len(set(page.ids)) == len(page.ids)
    for tag, name, value in page.attributes:
        assert not name.startswith("on") and name != "style", (tag, name)
        if name == "href" and tag == "a":
            assert value.startswith("https://a.example/") or value.removeprefix("#") in page.ids, value
        if name in ("src", "href", "action", "data") and tag != "a":
            assert value == "data:,", (tag, value)
        if name == "aria-labelledby" or (name == "for" and tag == "label"):
            assert value in page.ids
    assert not re.search(r"url\(|@import", report.split("</style>")[0])
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", report)
    assert page.tags["h1"] == page.tags["main"] == 1
    return page


def test_the_seeds(newslint: Run) -> None:
    done = newslint("seeds/", "--format", "html", cwd=ROOT)
    assert done.returncode == 1
    page = read(done.stdout.replace('rel="noreferrer" href="http', 'href="https://a.example/'))
    listed = newslint("seeds/", "--format", "text", cwd=ROOT).stdout.splitlines()
    assert f"{len(listed)} findings in 5 articles" in page.text
    assert len(list(page.values("data-rule"))) == len(listed)
    assert re.search(r'<a href="#m\d+-\d+-\d+">seeds/\w\.txt:\d+:\d+</a>', done.stdout)
    assert re.search(r'Compare <a href="#m\d+-\d+">seeds/\w\.txt:\d+:\d+</a>', done.stdout)


@pytest.mark.parametrize("flags", [["-j", "2"], ["PYTHONHASHSEED=1"], ["PYTHONHASHSEED=2"]])
def test_the_same_bytes_whatever_the_way(newslint: Run, flags: list[str]) -> None:
    env = dict(flag.split("=") for flag in flags if "=" in flag)
    options = [flag for flag in flags if "=" not in flag]
    plain = newslint("seeds/", "--format", "html", cwd=ROOT).stdout
    assert newslint("seeds/", "--format", "html", *options, cwd=ROOT, **env).stdout == plain


def test_an_empty_run(newslint: Run, write: Write) -> None:
    write("a.txt", "Nothing is wrong here.\n")
    done = newslint("a.txt", "--format", "html")
    assert done.returncode == 0
    page = read(done.stdout)
    assert "Nothing to mark" in page.text
    assert page.tags["script"] == page.tags["article"] == 0


def test_what_broke_is_told(newslint: Run, write: Write) -> None:
    page = read(written("html", [], [], BROKEN))
    assert "2 failures" in page.text and "c.txt: is not UTF-8" in page.text and 'plugin "x"' in page.text
    write("a.txt", FAULTY)
    done = newslint("a.txt", "gone.txt", "--format", "html", "--select", "sources")
    assert done.returncode == 2
    page = read(done.stdout)
    assert "gone.txt: " in page.text
    assert "#broke" in page.values("href")


def test_every_message_once_and_every_article() -> None:
    found = [finding(A, (5, 13), "first; mend it."), finding(B, (0, 8), "second; mend it.")]
    page = read(written("html", found, [A, B]))
    assert page.text.count("first; mend it.") == page.text.count("second; mend it.") == 1
    assert page.marked["1-1"] == page.marked["2-1"] == "A source"
    assert page.tags["article"] == 2


def test_places_in_other_articles_are_linked_both_ways() -> None:
    report = written("html", [finding(B, (0, 8), related=[(A, (5, 13)), (B, (9, 13))])], [A, B])
    page = read(report)
    links = [value for tag, name, value in page.attributes if tag == "a" and name == "href"]
    assert page.tags["article"] == 2  # the other one, too, that has no finding of its own
    assert "1 finding in 1 article" in page.text
    for way in ("#m2-1-1", "#m2-1", "#n2-1", "#c2-1-1", "#m2-1-2"):
        assert way in links, way


def test_what_articles_and_paths_hold_is_shown_and_not_run() -> None:
    article = Article(f"a/{ODD}.txt", f"{ODD}\nA source said no. {ODD}\n")
    start = article.text.index("A source")
    diagnostics = [finding(article, (start, start + 8), f"{ODD}; mend it."), finding(article, (0, len(ODD)))]
    page = read(written("html", diagnostics, [article]))
    assert page.tags["script"] == 1  # the page's own
    assert page.text.count("<script>alert('1')</script>") >= 5
    for visible in ("\\x00", "\\x1b", "\\u2028", "\\udc80", "\\u202e"):
        assert visible in page.text
    assert page.marked["1-2"].startswith("<script>alert('1')")


def test_only_the_pages_own_style_and_script_may_act() -> None:
    report = written("html", [finding(A, (5, 13))], [A])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    assert policy and "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", report, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


TEXTS = st.lists(
    st.sampled_from(["a", "é", " ", "<", "&", "\n", "\n\n", "\r\n", "\U0001f600", "long word "]), max_size=40
)


@st.composite
def overlapping(draw: st.DrawFn) -> tuple[Article, list[Diagnostic]]:
    text = "".join(draw(TEXTS))
    offset = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(offset, offset).map(sorted).map(tuple), max_size=8))
    article = Article("a.txt", text)
    return article, [finding(article, (start, end), related=[(article, (end, end))]) for start, end in spans]


@settings(max_examples=300, deadline=None)
@given(overlapping())
def test_findings_that_overlap_are_marked_each_and_whole(drawn: tuple[Article, list[Diagnostic]]) -> None:
    article, found = drawn
    page = read(written("html", found, [article]))
    for number, diagnostic in enumerate(found, 1):
        # Space around paragraphs is not shown.
        assert "".join(page.marked.get(f"1-{number}", "").split()) == "".join(diagnostic.match.split())
        assert f"m1-{number}" in page.ids and f"n1-{number}" in page.ids
        assert f"#n1-{number}" in page.values("href")


def test_overlapping_marks_nest_and_split() -> None:
    article = Article("a.txt", "one two three four")
    report = written(
        "html", [finding(article, (0, 7)), finding(article, (4, 13)), finding(article, (8, 13))], [article]
    )
    shape = re.sub(r"<sup.*?</sup>", "^", re.sub(r"<(/?)mark[^>]*>", r"<\1>", report.split('<p dir="auto">')[1]))
    # The first ends within the second, which goes on as another piece and holds the third.
    assert shape.startswith("<>one <>two</></>^<> <>three</></>^^ four</p>")


def test_a_file_that_changed_keeps_its_findings_and_their_ids() -> None:
    changed = Article(A.path, "Other words.\n")
    page = read(written("html", [finding(A, (5, 13), related=[(A, (0, 3))])], [changed]))
    assert "has changed" in page.text
    assert page.text.count("is wrong; mend it.") == 1


def test_records_of_one_file_are_articles_of_their_own(newslint: Run, write: Write) -> None:
    write("a.jsonl", "".join(f'{{"text": "A source said {number}."}}\n' for number in (1, 2, 3)))
    page = read(newslint("a.jsonl", "--format", "html", "--select", "sources").stdout)
    assert page.tags["article"] == 3
    assert [words in page.text for words in ("a.jsonl#1", "said 1.", "a.jsonl#3", "said 3.")] == [True] * 4


def test_a_long_article_is_shown_where_it_is_marked() -> None:
    lines = [f"Paragraph {number} says little, as the ones around it do, {'and so on, ' * 20}" for number in range(300)]
    text = "\n".join(lines)
    article = Article("a.txt", text)
    start = text.index("Paragraph 150")
    report = written("html", [finding(article, (start, start + 13))], [article])
    page = read(report)
    shown = re.findall(r"Paragraph (\d+)[ <]", report)
    assert shown == ["0", "1", "149", "150", "151"]
    assert "… 147 paragraphs …" in page.text and "… 148 paragraphs …" in page.text


def test_of_a_long_paragraph_what_is_far_from_every_mark_is_left_out() -> None:
    article = Article("a.txt", "x" * 50_000 + " A source said no. " + "y" * 50_000)
    report = written("html", [finding(article, (50_001, 50_009))], [article])
    page = read(report)
    assert page.text.count("characters …") == 2
    assert "xxx A source" in page.text.replace("1", "") and len(report) < 40_000


@given(st.lists(st.sampled_from(["", " ", "a", "b" * 100, "\tc\r"]), max_size=30).map("\n".join))
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = paragraphs(text)
    assert found
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(st.integers(1, 60), st.sets(st.integers(0, 59), max_size=5), st.booleans())
def test_every_paragraph_is_shown_or_counted(count: int, marked: set[int], long: bool) -> None:
    size = 1_000 if long else 10
    found = [(number * size, number * size + size - 1) for number in range(count)]
    marked = {index for index in marked if index < count}
    rows = list(kept(found, marked))
    assert [index for row in rows for index in (row if isinstance(row, range) else [row])] == list(range(count))
    assert marked <= {row for row in rows if isinstance(row, int)}


def test_a_plugins_address_is_linked_only_where_it_is_one() -> None:
    import reports

    page = read(written("html", [finding(A, (5, 13))], [A]))
    assert "https://a.example/r" in page.values("href")
    info = reports.rule("family/rule")._replace(url="javascript:alert(1)")
    report = reports.Report(lambda name: info, [], lambda path, record: A.text)
    text = "".join(reports.REPORTERS["html"]().report([finding(A, (5, 13))], report))
    assert "javascript:" not in text


def test_a_place_that_belongs_to_many_findings() -> None:
    related = tuple(Elsewhere(place(A, (5, 13)), f"place {number}") for number in range(9))
    page = read(written("html", [finding(B, (0, 8))._replace(related=related)], [A, B]))
    assert "4 more places" in page.text and "place 8" in page.text


def channels(color: str) -> list[float]:
    return [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def contrast(one: list[float], other: list[float]) -> float:
    """As WCAG reckons it."""

    def luminance(color: list[float]) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    style = (ROOT / "src/newslint/formats/html/style.css").read_text(encoding="utf-8")
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
        assert contrast(channels(colors[outer]), once) >= 3, outer  # the underline
        for inner in families:
            twice = [c * 0.26 + p * 0.74 for c, p in zip(channels(colors[inner]), once, strict=True)]
            assert contrast(channels(colors["ink"]), twice) >= 4.5, (outer, inner)


def test_a_plain_run_loads_nothing_of_it(newslint: Run, write: Write) -> None:
    import subprocess
    import sys

    path = write("a.txt", FAULTY)
    code = (
        "import sys; from newslint.front.start import main; sys.argv = ['newslint', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "assert not [name for name in sys.modules if name.startswith('newslint.formats.html')]"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True)


def test_what_the_page_is_made_of_is_in_the_package() -> None:
    from importlib.resources import files

    parts = {Path(str(part)).name for part in files("newslint.formats.html").iterdir()}
    assert {"style.css", "script.js"} <= parts
