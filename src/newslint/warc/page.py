"""From a page to its article: the text by an extractor, and what the page says about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from resiliparse.parse.lang import detect_fast

from newslint.corpus.columns import text_of
from newslint.corpus.types import QuarantinedRecord
from newslint.engine.checker import format_exception
from newslint.warc.http_record import HtmlPage
from newslint.warc.metadata import json_ld_objects, meta_tags, publication_date, title_of


class Page(NamedTuple):
    """A row of what is written, without the file it came from."""

    url: str | None
    host: str | None
    date: str | None
    title: str | None
    language: str | None
    text: str
    offset: int


def page_of(html: HtmlPage, extractor: str) -> Page | QuarantinedRecord:
    """The article of a page. Never raises for what a page, or an extractor over it, does."""
    try:
        tree: Any = HTMLTree.parse(html.text)
        text = EXTRACTORS[extractor](html.text, tree).replace("\0", "").strip()
        if not any(map(str.isalnum, text)):
            return QuarantinedRecord(
                None, html.offset, html.url, "no-text", f"{extractor} finds no text in the page", html.raw
            )
        meta, objects = meta_tags(tree), json_ld_objects(tree)
        date = publication_date(tree, meta, objects, html.crawled)
        title = text_of(title_of(tree, meta, objects))  # half a character in JSON is none that can be written
        return Page(html.url, _host(html.url), date, title, language_of(tree, text), text + "\n", html.offset)
    except Exception as error:
        return QuarantinedRecord(None, html.offset, html.url, "extractor-broke", format_exception(error), html.raw)


def _by_resiliparse(html: str, tree: Any) -> str:
    del html
    text: str = extract_plain_text(
        tree, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False, comments=False
    )
    return text


def _by_trafilatura(html: str, tree: Any) -> str:
    del tree
    import trafilatura

    # Of tables it would make lines of cells with bars between them, also where a page is laid out by one.
    text: str | None = trafilatura.extract(html, include_comments=False, include_tables=False)
    return (text or "").replace("\n", "\n\n")  # its lines are paragraphs


EXTRACTORS: dict[str, Callable[[str, Any], str]] = {
    "resiliparse": _by_resiliparse,
    "trafilatura": _by_trafilatura,
}


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:  # a URL that is none
        return None


def language_of(tree: Any, text: str) -> str | None:
    """What the text is in, or where that cannot be told, what the page says."""
    found: str = detect_fast(text)[0]
    if found != "unknown":
        return found
    root = tree.document.query_selector("html")
    said = (root.getattr("lang") if root else None) or ""
    return said.replace("_", "-").partition("-")[0].strip().lower() or None
