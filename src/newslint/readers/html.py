"""Reads web pages: the article without menus, and the date and the title that the page states."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any, ClassVar

from newslint.api import Article, Failure, TextBlock, TextPiece
from newslint.readers.markup import text_blocks, trimmed
from newslint.readers.metadata import metadata

NO_EXTRACTOR = 'a web page needs the extractor that comes with newslint-extract; run: pip install "newslint[corpus]"'
DATE_PROPERTIES = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "dcterms.issued",
    "dc.date.issued", "date",
)  # fmt: skip
BYLINE_PROPERTIES = ("author", "article:author")


class HtmlReader:
    """The formats `.html` and `.htm`. An extractor chooses the text, and each paragraph keeps its place in the file."""

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm")

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the article, and a failure if no extractor is installed or if the page holds no article."""
        try:
            from resiliparse.extract.html2text import extract_plain_text
            from resiliparse.parse.html import HTMLTree
        except ImportError:
            yield Failure("reader", path, NO_EXTRACTOR)
            return
        tree = HTMLTree.parse(text)
        extracted = extract_plain_text(
            tree, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False, comments=False
        )
        blocks = list(_blocks_within(text, extracted))
        if blocks or not extracted.strip():
            yield Article(path, text, meta=_metadata(tree), blocks=blocks)
        else:
            yield Failure("reader", path, "newslint does not find the text of this page in its file; save it as text")


def _blocks_within(html: str, extracted: str) -> Iterator[TextBlock]:
    """Yield the blocks of the page whose text the extractor has kept. Others are menus, notices, comments."""
    kept = {_squeezed(line) for line in extracted.split("\n")}
    whole = _squeezed(extracted)
    at = 0  # behind the last block that was found in the extracted text
    for role, block in text_blocks(html):
        stretches = trimmed(html, block)
        shown = "".join(html[start:end] if text is None else text for start, end, text in stretches)
        squeezed = _squeezed(unescape(shown).replace(" | ", "") if role == "table-row" else unescape(shown))
        if not squeezed:
            continue
        # A line of the extracted text, or a part of one that comes next.
        if squeezed not in kept and not whole.startswith(squeezed, at):
            continue
        found = whole.find(squeezed, at, at + 2 * len(squeezed) + 20_000)
        at = found + len(squeezed) if found >= 0 else at
        pieces = tuple(TextPiece(start, end, text) for start, end, text in stretches)
        yield TextBlock(role, pieces)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _metadata(tree: Any) -> dict[str, str]:
    """Return the metadata that the page states in `meta` elements and in its title."""
    stated: dict[str, str] = {}
    for element in tree.document.query_selector_all("meta[content]"):
        for attribute in ("property", "name", "itemprop"):
            if name := element.getattr(attribute):
                stated.setdefault(name.lower(), element.getattr("content") or "")
    fields = {
        "date": next((stated[name] for name in DATE_PROPERTIES if stated.get(name)), ""),
        "title": stated.get("og:title") or tree.title or "",
        "byline": next((stated[name] for name in BYLINE_PROPERTIES if stated.get(name)), ""),
        "site": stated.get("og:site_name", ""),
    }
    return metadata({name: value for name, value in fields.items() if value})
