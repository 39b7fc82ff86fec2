"""Metadata from the fields of a record or of front matter, under the names that people use for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.api import parse_date

# The first of these that has a value counts. Case, hyphens and underscores do not matter.
DATE_NAMES = (
    "date", "published", "publisheddate", "publishdate", "datepublished", "datepublish", "pubdate", "publishedat",
    "publishedon", "publishedtime", "publicationdate", "publishtime", "firstpublished", "created", "createdat",
    "datecreated", "timestamp",
)  # fmt: skip
TITLE_NAMES = ("title", "headline", "name")
BYLINE_NAMES = ("byline", "author", "authors", "creator")
SITE_NAMES = ("site", "sitename", "source", "publisher", "outlet", "publication")


def metadata(fields: Mapping[str, object], date_names: Sequence[str] = ()) -> dict[str, str]:
    """Return the article's metadata: `date` (ISO 8601), `title`, `byline`, `site`, and every other field with text.

    A date that newslint cannot read stays as it is written, under `unreadable-date`.
    """
    found = {name: value for name, value in fields.items() if isinstance(value, str)}
    by_name = {_plain(name): value for name, value in reversed(list(fields.items()))}
    for name, names in (("title", TITLE_NAMES), ("byline", BYLINE_NAMES), ("site", SITE_NAMES)):
        text = next((text for each in names if (text := _text(by_name.get(each)))), "")
        if text:
            found[name] = text
    found.pop("date", None)
    unreadable = ""
    for name in (*map(_plain, date_names), *DATE_NAMES):
        value = by_name.get(name)
        if value is None or value == "":
            continue
        date = parse_date(value)
        if date:
            found["date"] = date
            return found
        unreadable = unreadable or f"{name}: {_text(value) or value!r}"
    if unreadable:
        found["unreadable-date"] = unreadable
    return found


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):  # schema.org: {"@type": "Person", "name": "…"}
        return _text(value.get("name"))
    if isinstance(value, Sequence):
        return ", ".join(filter(None, map(_text, value)))
    return ""
