"""Extracts the article of a page: its text by a library, and its metadata."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from resiliparse.parse.lang import detect_fast

from newslint.batch.types import QuarantinedRecord, to_text
from newslint.engine.checker import format_exception
from newslint.named_tuple import NamedTuple
from newslint.warc.http_record import HtmlPage
from newslint.warc.metadata import headline_of, json_ld_objects, meta_tags, publication_date


class Page(NamedTuple):
    """The article of a page."""

    url: str | None
    host: str | None
    date: str | None
    title: str | None
    language: str | None
    text: str
    offset: int


def extract_page(html: HtmlPage, extractor: str) -> Page | QuarantinedRecord:
    """Return the article of a page. An exception of the extractor becomes a reason for quarantine."""
    try:
        tree: Any = HTMLTree.parse(html.text)
        text = EXTRACTORS[extractor](html.text, tree).replace("\0", "").strip()
        if not any(map(str.isalnum, text)):
            detail = f"{extractor} finds no text in the page"
            return QuarantinedRecord(None, html.offset, html.url, "no-text", detail, html.raw)
        meta, objects = meta_tags(tree), json_ld_objects(tree)
        date = publication_date(tree, meta, objects, html.crawled)
        title = to_text(headline_of(tree, meta, objects))  # JSON may hold lone surrogates, which cannot be written
        return Page(html.url, _host(html.url), date, title, language_of(tree, text), text + "\n", html.offset)
    except Exception as error:
        return QuarantinedRecord(None, html.offset, html.url, "extractor-error", format_exception(error), html.raw)


def _by_resiliparse(html: str, tree: Any) -> str:
    del html
    text: str = extract_plain_text(
        tree, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False, comments=False
    )
    return text


def _by_trafilatura(html: str, tree: Any) -> str:
    del tree
    import trafilatura

    # It would write the cells of tables in lines with bars between them, also where a table is the layout of a page.
    text: str | None = trafilatura.extract(html, include_comments=False, include_tables=False)
    return (text or "").replace("\n", "\n\n")  # its lines are paragraphs


EXTRACTORS: dict[str, Callable[[str, Any], str]] = {
    "resiliparse": _by_resiliparse,
    "trafilatura": _by_trafilatura,
}


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:  # not a valid URL
        return None


def language_of(tree: Any, text: str) -> str | None:
    """Return the language that is detected in the text, else the one that the page states, else None."""
    detected: str = detect_fast(text)[0]
    if detected != "unknown":
        return detected
    root = tree.document.query_selector("html")
    stated = (root.getattr("lang") if root else None) or ""
    return stated.replace("_", "-").partition("-")[0].strip().lower() or None
