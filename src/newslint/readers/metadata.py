"""Metadata from the fields of a record or of front matter, under the names that people use for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
MAX_NAMES = 20  # of people in a byline
MAX_QUOTED_CHARS = 60  # of a date that cannot be read
# Whether an article has a date is not for a field to say that only newslint writes.
RESERVED = ("date", "date-if-none", "unreadable-date")


def metadata(fields: Mapping[str, object], date_names: Sequence[str] | None = None) -> dict[str, str]:
    """Return the article's metadata: `date` (ISO 8601), `title`, `byline`, `site`, and every other field with text.

    `date_names` are the fields that may hold the date, instead of the usual ones; `a.b` is b within a. A date that
    newslint cannot read stays as it is written, under `unreadable-date`, behind the name of its field.
    """
    found = {name: value for name, value in fields.items() if isinstance(value, str) and name not in RESERVED}
    by_name = {_plain(name): value for name, value in reversed(list(fields.items()))}
    for name, names in (("title", TITLE_NAMES), ("byline", BYLINE_NAMES), ("site", SITE_NAMES)):
        text = next((text for each in names if (text := _text(by_name.get(each)))), "")
        if text:
            found[name] = text
    for name, value in _dates(fields, date_names):
        date = parse_date(value)
        if date:
            found["date"] = date
            found.pop("unreadable-date", None)
            break
        if written := str(value).strip() if isinstance(value, (str, int, float)) else type(value).__name__:
            found.setdefault("unreadable-date", f'{name}: "{" ".join(written.split())[:MAX_QUOTED_CHARS]}"')
    return found


def field_value(fields: Mapping[str, object], name: str) -> object:
    """Return the value of a field; `a.b` is b within a, unless a field has that name. None if there is none."""
    value: object = fields.get(name)
    if value is None and "." in name:
        value = fields
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _dates(fields: Mapping[str, object], names: Sequence[str] | None) -> Iterator[tuple[str, object]]:
    """Yield the fields that may hold the date, with their names as they are written."""
    if names is None:
        written = {_plain(name): name for name in reversed(list(fields))}
        names = [written[name] for name in DATE_NAMES if name in written]
    for name in names:
        value = field_value(fields, name)
        if value is not None and value != "":
            yield name, value


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:MAX_NAMES])))
    return _name(value)


def _name(value: object) -> str:
    if isinstance(value, Mapping):  # schema.org: {"@type": "Person", "name": "…"}
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""
