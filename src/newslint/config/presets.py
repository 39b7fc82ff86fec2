"""The fields of well-known data sets: which hold the text, an identifier, the publication date and the group."""

from newslint.named_tuple import NamedTuple

DATE_FIELDS = (
    "date", "published", "published_date", "publish_date", "date_published", "date_publish", "datePublished", "pubDate",
    "pubdate", "published_at", "publishedAt", "published_time", "publication_date", "created", "created_at",
)  # fmt: skip


class Columns(NamedTuple):
    """The names that each field of a record may have, tried in order; `a.b` is b within a."""

    text: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ()
    date: tuple[str, ...] = DATE_FIELDS
    group: tuple[str, ...] = ()
    language: tuple[str, ...] = ()


PRESETS = {
    # Two data sets have this name and different column names.
    "cc_news": Columns(
        ("plain_text", "text"), ("requested_url", "url"), ("published_date", "date"), ("domain", "host")
    ),
    "realnews": Columns(("text",), ("url",), ("publish_date",), ("domain",)),
    # Its "date" is the day of the crawl, which says nothing about the day of publication.
    "fineweb": Columns(("text",), ("id",), (), ("url",)),
}
