"""The metadata of a page: its publication date and its headline.

A wrong date is worse than none. Only dates that are marked as the publication date count: those in the JSON-LD of
schema.org, in the meta elements that publishers use, and in elements with that property; not the day of the crawl, and
not any other date in the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from typing import Any

from newslint.api import parse_date

# The most reliable first.
DATE_TAGS = (
    "article:published_time og:published_time og:article:published_time datepublished pubdate publishdate "
    "publish-date publish_date article.published originalpublicationdate parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime dcterms.issued dc.date.issued dc.date date"
).split()
TITLE_TAGS = ("og:title", "twitter:title")
EARLIEST_YEAR = 1980
MAX_DEPTH = 4  # of lists and wrappers in JSON-LD


def meta_tags(tree: Any) -> dict[str, str]:
    """Return the content of the meta elements by name in lower case; of elements with one name, the first.

    They are children of the head, or of the body: the parser puts what follows an element that belongs there into it.
    """
    found: dict[str, str] = {}
    for parent in (tree.head, tree.body):
        # Several times as fast as a query for the elements, which walks the document again for each that it yields.
        element = parent.first_child if parent else None
        while element is not None:
            content = (element.getattr("content") or "").strip() if element.tag == "meta" else ""
            for attribute in ("property", "name", "itemprop") if content else ():
                name = element.getattr(attribute)
                if name:
                    found.setdefault(name.lower(), content)
            element = element.next
    return found


def json_ld_objects(tree: Any) -> list[dict[str, Any]]:
    """Return the schema.org objects that describe the article of this page: articles first, then pages."""
    articles: list[dict[str, Any]] = []
    web_pages: list[dict[str, Any]] = []
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            content = json.loads(script.text, strict=False)  # templates leave line ends in strings
        except (ValueError, RecursionError):
            continue
        for item in _objects(content, 0):
            names = _types(item)
            if any(name.endswith(("Article", "BlogPosting", "Report")) for name in names):
                articles.append(item)
            elif any(name.endswith("WebPage") or name == "ItemPage" for name in names):
                web_pages.append(item)
    # Articles of several days are a list of stories, and nothing says which of them is this page.
    days = {day[:10] for item in articles if (day := as_date(item.get("datePublished")))}
    return web_pages if len(days) > 1 else articles + web_pages


def _types(item: dict[str, Any]) -> list[str]:
    types = item.get("@type")
    return [str(name).rpartition("/")[2] for name in (types if isinstance(types, list) else [types])]


def _objects(content: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects at the top and in wrappers; those deeper in an article may be other articles."""
    if isinstance(content, list) and depth < MAX_DEPTH:
        for item in content:
            yield from _objects(item, depth + 1)
    elif isinstance(content, dict):
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < MAX_DEPTH:
                yield from _objects(content.get(name), depth + 1)


def publication_date(tree: Any, meta: dict[str, str], objects: list[dict[str, Any]], crawled: str) -> str | None:
    """Return the publication date that the page states, with the time if it states one.

    `crawled` is a day as YYYY-MM-DD: a date after it is not a publication date.
    """
    latest = _day_after(crawled)
    values = [item.get("datePublished") for item in objects]
    values += [meta.get(name) for name in DATE_TAGS]
    if not any(values):
        for element in tree.document.query_selector_all('[itemprop="datePublished"], time[pubdate]'):
            values += [element.getattr("datetime"), element.getattr("content")]
    for value in values:
        date_and_time = as_date(value)
        if date_and_time and date_and_time[:10] <= latest:
            return date_and_time
    return None


def _day_after(crawled: str) -> str:
    try:
        return (
            date.fromisoformat(crawled) + timedelta(days=1)
        ).isoformat()  # in another time zone it may be the next day
    except ValueError:
        return "9999"


def as_date(value: Any) -> str | None:
    """Return a date, with its time where it has one, in ISO format; None where it is not a valid date, or ambiguous."""
    found = parse_date(value, guess=False) if isinstance(value, str) else None
    return found if found and int(found[:4]) >= EARLIEST_YEAR else None


def headline_of(tree: Any, meta: dict[str, str], objects: list[dict[str, Any]]) -> str | None:
    """Return the headline that the metadata states, or the page's title."""
    headlines = [item.get("headline") for item in objects] + [meta.get(name) for name in TITLE_TAGS] + [tree.title]
    for value in headlines:
        if isinstance(value, str) and value.strip():
            return " ".join(unescape(value).split())  # JSON-LD is often escaped as if it were HTML
    return None
