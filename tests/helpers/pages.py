"""A strict parser of HTML reports, with checks that hold for every report."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

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
        self.json: dict[str, Any] = {}  # the data for the page's script, by the id of its element
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute twice in {tag}"
        self.ids += [given["id"]] if "id" in given else []
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if given.get("type") == "application/json":
            self.json[given["id"]] = None
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        waiting = [name for name, value in self.json.items() if value is None]
        if self.open[-1:] == ["script"]:
            if waiting:
                self.json[waiting[-1]] = json.loads(data)
        else:
            self.words.append(data)

    def values(self, name: str) -> Iterator[str]:
        return (value for _, given, value in self.attributes if given == name)

    @property
    def text(self) -> str:
        """The text that the page has without its script."""
        return "".join(self.words)

    @property
    def findings(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.json["data"]["findings"]
        return found

    @property
    def articles(self) -> list[dict[str, Any]]:
        articles: list[dict[str, Any]] = self.json["data"]["articles"]
        return articles

    def marked(self, finding: int, related: int = 0) -> list[str]:
        """Return the marked words of a finding or of a related place, a string for each paragraph."""
        found = []
        for name, text in self.json.items():
            if name.startswith("text-"):
                for number, start, end, mark, place in text["marks"]:
                    if (mark, place) == (finding, related):
                        units = text["paragraphs"][number].encode("utf-16-le", "surrogatepass")
                        found.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
        return found


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
