"""Reads web pages: the article without menus, and the date and the title that the page states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Any, ClassVar

from newslint.api import Article, Failure, TextBlock, TextPiece
from newslint.canonical.long_texts import PART_CHARS, is_long
from newslint.readers.markup import text_blocks, trimmed
from newslint.readers.metadata import metadata

NO_EXTRACTOR = 'a web page needs the extractor that comes with newslint-extract; run: pip install "newslint[corpus]"'
DATE_PROPERTIES = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "dcterms.issued",
    "dc.date.issued", "date",
)  # fmt: skip
BATCH = 10_000  # pieces of a block that are joined at once
BYLINE_PROPERTIES = ("author", "article:author")


class HtmlReader:
    """The formats `.html` and `.htm`. An extractor chooses the text, and each paragraph keeps its place in the file."""

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm")

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the article, and a failure if no extractor is installed or if the page holds no article."""
        try:
            extracted, meta = _extract(text)
        except ImportError:
            yield Failure("reader", path, NO_EXTRACTOR)
            return
        is_empty = not extracted or extracted.isspace()
        blocks = _blocks_within(text, extracted)
        del extracted  # which may be long, and of which the blocks are made before the canonical text is
        article = Article(path, text, meta=meta, blocks=blocks)
        if article.blocks or is_empty:
            yield article
        else:
            yield Failure("reader", path, "newslint does not find the text of this page in its file; save it as text")


def _extract(html: str) -> tuple[str, dict[str, str]]:
    """Return the text of the article and the page's metadata. Raises ImportError if no extractor is installed."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    # A string keeps the UTF-8 that the parser makes of it. The parser leaves out a byte order mark, but no second one.
    tree = HTMLTree.parse_from_bytes(html.encode("utf-8-sig"), "utf-8") if is_long(html) else HTMLTree.parse(html)
    extracted: str = extract_plain_text(
        tree, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False, comments=False
    )
    return extracted, _metadata(tree)


def _blocks_within(html: str, extracted: str) -> Iterator[TextBlock]:
    """Yield the blocks whose text is in what the extractor has kept. Others are menus, notices, comments."""
    kept = {hash(_squeezed(line)) for line in extracted.split("\n")}  # the lines would be another copy of the text
    extracted = _squeezed(extracted)
    at = 0  # behind the last block that was found in the extracted text
    for role, block in text_blocks(html):
        pieces = trimmed(html, block)
        squeezed = _squeezed(_shown(html, pieces, is_row=role == "table-row"))
        if not squeezed:
            continue
        # A line of the extracted text, or a part of one that comes next.
        if hash(squeezed) not in kept and not extracted.startswith(squeezed, at):
            continue
        found = extracted.find(squeezed, at, at + 2 * len(squeezed) + 20_000)
        at = found + len(squeezed) if found >= 0 else at
        del squeezed
        yield TextBlock(role, pieces)


def _shown(html: str, pieces: Sequence[TextPiece], *, is_row: bool) -> str:
    """Return what a reader sees of a block; of a row without the bars between its cells."""
    waiting = iter(pieces)
    batches = iter(
        lambda: [html[start:end] if text is None else text for start, end, text in islice(waiting, BATCH)], []
    )
    shown = unescape("".join(map("".join, batches)))
    return shown.replace(" | ", "") if is_row else shown


def _squeezed(text: str) -> str:
    """Return a text without its white space."""
    if len(text) > PART_CHARS:
        return "".join([_squeezed(text[at : at + PART_CHARS]) for at in range(0, len(text), PART_CHARS)])
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
