"""A strict parser of HTML reports, with checks that hold for every report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "wbr", "rect"}  # a rect closes itself


class Page(HTMLParser):
    """A parsed page in which every tag is closed correctly."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.marked: dict[str, str] = {}  # the marked text of each finding, by the id of its note
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


def parse_page(report: str) -> Page:
    """Parse a report and check what holds for every report."""
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
