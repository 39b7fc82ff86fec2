"""The date and the decoded text of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="archives come with the extra corpus")
pytest.importorskip("zstandard", reason="archives come with the extra corpus")
pytest.importorskip("fastwarc", reason="archives come with the extra corpus")
pytest.importorskip("resiliparse", reason="archives come with the extra corpus")

from archives import (
    LINKED,
    STORY,
    compress_each,
    html_page,
    http_response,
    read_pages,
    warc_record,
)
from newslint.warc.http_record import decode_page
from newslint.warc.metadata import as_date
from support import Run, Write

DATES = {
    "2024-05-02": "2024-05-02",
    " 2024-05-02T10:00:00.123Z": "2024-05-02T10:00:00Z",
    "2024-05-02 10:00 +0200": "2024-05-02T10:00+0200",
    "2024-05-02 at ten": "2024-05-02",
    "20240502": "2024-05-02",
    "2024/05/02": "2024-05-02",
    "Thu, 02 May 2024 10:00:00 GMT": "2024-05-02T10:00:00Z",
    "2024-13-02": None,
    "0001-01-01T00:00:00Z": None,
    "2024-05-021": None,
    "May 2, 2024": "2024-05-02",
    "Feb 08, 2022": "2022-02-08",
    "Thu, 02 May 24 10:00:00 GMT": "2024-05-02T10:00:00Z",
    "02 May 98 10:00 EST": "1998-05-02T10:00",
    "02/05/2024": None,  # ambiguous: May or February
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize("text", DATES)
def test_date_formats_of_pages(text: str) -> None:
    assert as_date(text) == DATES[text]


HEADS = {
    '<meta property="article:published_time" content="2024-05-02T10:00Z">': "2024-05-02T10:00Z",
    '<META NAME="Date" CONTENT="2024-05-02">': "2024-05-02",
    '<meta property="og:published_time" content="May 2, 2024 10:00 AM">': "2024-05-02",
    # What follows an element that does not belong into a head is in the body.
    '<div></div><meta property="article:published_time" content="2024-05-02">': "2024-05-02",
    '<noscript><img src="x.png"></noscript><meta name="pubdate" content="2024-05-02">': "2024-05-02",
    LINKED % "Feb 08, 2022": "2022-02-08",
    '<meta itemprop="datePublished" content="2024-05-02">': "2024-05-02",
    # The date of the article is used, not the date of another item.
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "1999-01-01"}, '
    '{"@type": "NewsArticle", "datePublished": "2024-05-02"}]}</script>': "2024-05-02",
    # A list of stories, none of which is known to be the page itself.
    (LINKED % "2024-05-02") + (LINKED % "2024-05-01"): None,
    '<script type="application/ld+json">{"@type": "Person", "datePublished": "2024-05-02"}</script>': None,
    '<script type="application/ld+json">{"@type": "NewsArticle", "isPartOf": {"@type": "NewsArticle", '
    '"datePublished": "2024-05-02"}}</script>': None,
    '<meta property="article:modified_time" content="2024-05-02">': None,
    LINKED % "2024-05-05": None,  # two days after the crawl
    '<script type="application/ld+json">{broken</script><meta name="pubdate" content="2024-05-02">': "2024-05-02",
}


def test_only_a_publication_date_is_used_as_the_date(extract: Run, write: Write, tmp_path: Path) -> None:
    head = "<time datetime=2024-05-01>yesterday</time>"
    records = [
        warc_record(http_response(html_page(*STORY, head, head=one)), f"https://post.example/{at}")
        for at, one in enumerate(HEADS)
    ]
    write("a.warc.gz", b"".join(compress_each(records)))
    assert extract("a.warc.gz", "--out", "pages").returncode == 0
    assert [row["date"] for row in read_pages(tmp_path / "pages")] == list(HEADS.values())


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Öl für Łódź".encode(), "iso-8859-1", "Öl für Łódź"),
        ("Öl für".encode("cp1252"), "iso-8859-1", "Öl für"),
        ("Öl für".encode("cp1252"), "nonsense", "Öl für"),
        (b'<meta charset="iso-8859-2">' + "Łódź".encode("iso-8859-2"), "", '<meta charset="iso-8859-2">Łódź'),
        ("\ufeffÖl".encode("utf-16-le"), "", "Öl"),
        ("\ufeffÖl".encode(), "", "Öl"),
        ("橋を広げた".encode("iso-2022-jp"), "iso-2022-jp", "橋を広げた"),
        ("é".encode() * 200 + b"\xff", "utf-8", "é" * 200 + "\ufffd"),
    ],
)
def test_a_page_is_decoded_by_its_content(body: bytes, charset: str, text: str) -> None:
    assert decode_page(body, charset) == text
