"""What a page says about its article: when it was published, its headline, its language.

A wrong date is worse than none, so only what is marked as the day of publication counts: schema.org's JSON-LD, the meta
elements that publishers use, an element that is marked as it. Not the day of the crawl, nor whatever date is near.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

# In the order in which they are believed.
PUBLISHED = (
    "article:published_time datepublished pubdate publishdate publish-date publish_date article.published "
    "originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime dcterms.issued dc.date.issued "
    "dc.date date"
).split()
TITLES = ("og:title", "twitter:title")
ISO = re.compile(
    r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?(?!\d)"
)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")
EARLIEST = 1980


def meta_tags(tree: Any) -> dict[str, str]:
    """The meta elements by name, in lower case; the first of each."""
    found: dict[str, str] = {}
    for one in tree.document.query_selector_all("meta[content]"):
        content = (one.getattr("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = one.getattr(attribute)
            if name and content:
                found.setdefault(name.lower(), content)
    return found


def json_ld_objects(tree: Any) -> list[dict[str, Any]]:
    """The objects of schema.org that speak of this page's article: articles first, then pages."""
    articles: list[dict[str, Any]] = []
    web_pages: list[dict[str, Any]] = []
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            # Line ends in strings, as templates leave them there.
            content = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(content, 0):
            names = _kinds(one)
            if any(name.endswith(("Article", "BlogPosting", "Report")) for name in names):
                articles.append(one)
            elif any(name.endswith("WebPage") or name == "ItemPage" for name in names):
                web_pages.append(one)
    # Articles of several days are a list of them, of which none is known to be this one.
    days = {day[:10] for one in articles if (day := as_date(one.get("datePublished")))}
    return web_pages if len(days) > 1 else articles + web_pages


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _objects(content: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Those at the top, and in what only wraps them: what an article mentions may be another article."""
    if isinstance(content, list) and depth < 4:
        for one in content:
            yield from _objects(one, depth + 1)
    elif isinstance(content, dict):
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < 4:
                yield from _objects(content.get(name), depth + 1)


def publication_date(tree: Any, meta: dict[str, str], objects: list[dict[str, Any]], crawled: str) -> str | None:
    """The day the page says, with the hour if it says one. Nothing is published after it was crawled."""
    latest = _day_after(crawled)
    said = [one.get("datePublished") for one in objects]
    said += [meta.get(name) for name in PUBLISHED]
    if not any(said):
        for one in tree.document.query_selector_all('[itemprop="datePublished"], time[pubdate]'):
            said += [one.getattr("datetime"), one.getattr("content")]
    for value in said:
        found = as_date(value)
        if found and found[:10] <= latest:
            return found
    return None


def _day_after(crawled: str) -> str:
    try:
        return (date.fromisoformat(crawled) + timedelta(days=1)).isoformat()  # it may be tomorrow elsewhere
    except ValueError:
        return "9999"


def as_date(value: Any) -> str | None:
    """A date as ISO has it, from the ways in which pages write it; None for one that is none."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    found = ISO.match(value) or COMPACT.match(value)
    if not found:
        try:
            return parsedate_to_datetime(value).isoformat()  # Fri, 03 May 2024 10:00:00 GMT
        except (ValueError, TypeError, IndexError):
            return None
    year, month, day, *clock = found.groups()
    try:
        whole = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if int(year) < EARLIEST:
        return None
    return f"{whole}T{clock[0]}{clock[1] or ''}" if clock and clock[0] else whole


def title_of(tree: Any, meta: dict[str, str], objects: list[dict[str, Any]]) -> str | None:
    """The headline: as the metadata has it, or the page's title."""
    headlines = [one.get("headline") for one in objects] + [meta.get(name) for name in TITLES] + [tree.title]
    for value in headlines:
        if isinstance(value, str) and value.strip():
            return " ".join(unescape(value).split())  # many a JSON-LD is escaped as if it were HTML
    return None
