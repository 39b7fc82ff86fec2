"""Web pages, JSON lines and plugin readers: what is text, and which metadata counts."""

from __future__ import annotations

import json
import re
import sys

import pytest

from newslint.api import Article, Failure
from newslint.readers.html import HtmlReader
from newslint.readers.markup import text_blocks
from newslint.readers.metadata import metadata
from support import ROOT, Run, Write, count_calls

PAGE = """<!DOCTYPE html><html><head><title>Bridge - Harbor Courier</title>
<meta property="article:published_time" content="2025-05-23T10:00:00Z"><meta name="author" content="Ada Example"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><article><h1>Bridge closes</h1>
<p>The old harbour bridge will be <b data-x="<i>">closed</b> on Friday
 for two years of repairs, the council said &mdash; and the traffic goes over the ring road.</p>
<p>A source said the bridge was unsafe. The mayor told reporters so after the vote on Thursday evening.</p>
<table><tr><td>Lorries</td><td>500</td></tr></table></article><script>var x = "<p>A source said so.</p>";</script>
<footer>Copyright 2025 Harbor Courier. All rights reserved.</footer></body></html>
"""


def test_the_article_of_a_page_is_read_with_its_places(newslint: Run, write: Write) -> None:
    (article,) = HtmlReader().read("a.html", PAGE)
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [
        "Bridge closes",
        "The old harbour bridge will be closed on Friday for two years of repairs, the council said — and the traffic "
        "goes over the ring road.",
        "A source said the bridge was unsafe. The mayor told reporters so after the vote on Thursday evening.",
        "Lorries | 500\n",
    ]
    assert [block.role for block in article.blocks or ()] == ["heading", "paragraph", "paragraph", "table-row"]
    assert article.meta == {
        "date": "2025-05-23T10:00:00Z",
        "title": "Bridge - Harbor Courier",
        "byline": "Ada Example",
    }
    write("a.html", PAGE)
    done = newslint(".")
    assert re.findall(r"^a\.html:\d+:\d+: .*", done.stdout, re.MULTILINE) == done.stdout.splitlines()
    assert done.stdout.startswith('a.html:6:4: warning: "A source"')
    assert "Friday" not in done.stdout


def test_a_page_without_text_has_no_findings(newslint: Run, write: Write) -> None:
    write("a.html", "<html><body></body></html>")
    assert newslint("a.html").returncode == 0


def test_without_the_extractor_the_failure_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resiliparse.parse.html", None)
    (failure,) = HtmlReader().read("a.html", PAGE)
    assert isinstance(failure, Failure) and 'pip install "newslint[corpus]"' in failure.message


@pytest.mark.parametrize(
    "unit", ["<a '", '<a x="', "<!-- ", "<script>", "<li>", "<td>x", "<blockquote></h1>", "</p", "&"]
)
def test_broken_html_costs_linear_time(unit: str) -> None:
    def cost(size: int) -> int:
        return count_calls(lambda: list(text_blocks("x" + unit * (size // len(unit)))))

    assert cost(40_000) < 2.6 * cost(20_000) + 1_000


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"pubDate": "Fri, 23 May 2025 10:00:00 GMT"}, "2025-05-23T10:00:00Z"),
        ({"date_publish": "May 23, 2025", "title": "x"}, "2025-05-23"),
        ({"Published-At": 1748001600}, "2025-05-23T12:00:00Z"),
        ({"created": 1748001600000}, "2025-05-23T12:00:00Z"),
        ({"date": "", "published": None, "timestamp": "23.5.2025"}, "2025-05-23"),
        ({"date": "soon", "created": "2025-05-23"}, "2025-05-23"),
        ({"updated": "2025-05-23"}, None),
        ({"unreadable-date": "x", "date-if-none": "2025-05-23"}, None),
    ],
)
def test_the_date_has_many_names(fields: dict[str, object], date: str | None) -> None:
    found = metadata(fields)
    assert found.get("date") == date
    assert not {"unreadable-date", "date-if-none"} & set(found)


def test_title_byline_and_site() -> None:
    fields = {
        "headline": " Bridge  closes",
        "author": {"@type": "Person", "name": "Ada"},
        "publisher": "Courier",
        "n": 1,
        "section": "City",
    }
    assert metadata(fields) == {
        "headline": " Bridge  closes",
        "title": "Bridge closes",
        "byline": "Ada",
        "site": "Courier",
        "publisher": "Courier",
        "section": "City",
    }


RELATIVE = "The ferry to the islands took up its service on Friday."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\npubDate: soon\n---\n{RELATIVE}\n"),
        ("a.jsonl", json.dumps({"text": RELATIVE, "pubDate": "soon"})),
    ],
)
def test_a_date_that_cannot_be_read_is_quoted(newslint: Run, write: Write, name: str, text: str) -> None:
    write(name, text)
    message = (
        'pubDate: "soon" is not a date that newslint can read; write it as 2025-05-23. [dates/no-publication-date]'
    )
    assert newslint(name).stdout.rstrip().endswith(message)


def test_the_configuration_names_the_fields_of_records(newslint: Run, write: Write) -> None:
    write("a.jsonl", json.dumps({"doc": {"body": RELATIVE, "day": "5/23/2025"}, "date": "soon"}))
    write(".newslint.toml", 'text-key = "doc.body"\ndate-keys = ["doc.day"]\n')
    assert newslint("a.jsonl").returncode == 0
    write(".newslint.toml", 'text-key = "doc.body"\ndate-keys = []\n')
    assert "the article does not state; add the date" in newslint("a.jsonl").stdout
    write(".newslint.toml", 'text-key = "doc.text"\n')
    assert 'line 1 has no string in "doc.text"; put the article there, or name its field' in newslint("a.jsonl").stderr


def test_a_preset_names_the_fields_of_a_data_set(newslint: Run, write: Write) -> None:
    write("a.jsonl", json.dumps({"plain_text": RELATIVE, "published_date": "2025-05-23"}))
    write(".newslint.toml", 'preset = "cc_news"\n')
    assert newslint("a.jsonl").stdout == ""
    # The date of this one is the day of the crawl.
    write("a.jsonl", json.dumps({"text": RELATIVE, "date": "2025-05-23"}))
    write(".newslint.toml", 'preset = "fineweb"\n')
    assert "[dates/no-publication-date]" in newslint("a.jsonl").stdout
    write(".newslint.toml", 'preset = "x"\n')
    assert '"preset" must be one of cc_news, realnews, fineweb' in newslint("a.jsonl").stderr


def test_the_structure_of_a_page_is_not_junk(newslint: Run, write: Write) -> None:
    story = (
        "The county will test the wells of eleven villages after traces of a solvent were found near an old airfield."
    )
    lines = ["Health", "Local", "Sport", "Nine Ways to Wear a Scarf This Winter"]
    plain = f"{story}\n\n" + "\n\n".join(lines) + f"\n\n{story[:-1]} today.\n"
    write("a.txt", "Health\nLocal\nSport\n" + plain)
    assert "[boilerplate/stray-line]" in newslint("a.txt").stdout
    for mark in ("## {}", "- {}", "> {}", "| {} | 1 |\n|---|---|"):
        write("a.md", f"{story}\n\n" + "\n\n".join(mark.format(line) for line in lines) + f"\n\n{story[:-1]} too.\n")
        assert newslint("a.md").stdout == "", mark
    # A phrase convicts a line in any role but that of a row.
    write("a.md", f"{story}\n\n## READ MORE: Ten questions about the new bus lanes\n\n{story}\n")
    assert "[boilerplate/related-link]" in newslint("a.md").stdout


def test_the_example_for_authors_of_readers_is_a_plugin(newslint: Run, write: Write) -> None:
    page = (ROOT / "docs/readers.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    write("cue.py", code)
    write(".newslint.toml", 'local-plugins = ["cue.py"]\n')
    write("a.cue", "@May 23, 2025\n=Bridge\n# A source said no.\nA source said on Friday the bridge was unsafe.\n")
    write("b.cue", "@soon\n")
    assert newslint("--trust").returncode == 0
    done = newslint(".")
    assert [line.split(" warning")[0] for line in done.stdout.splitlines()] == ["a.cue:4:1:"]
    assert 'b.cue: reader: "soon" is not a date' in done.stderr


LINK = "READ MORE: Ten questions about the new bus lanes"
ITEM = "The first of the wells lies beside the old runway, and the last one in the garden of a school."
STORY = "The county will test the wells of eleven villages after traces of a solvent were found near an old airfield."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{STORY}\n\n## {LINK}\n\n{STORY}\n", f"{STORY}\n\n{STORY}\n"),
        (f"{STORY}\n\n> **READ MORE:** [Ten\n> questions](x)\n\n{STORY}\n", f"{STORY}\n\n{STORY}\n"),
        (f"{STORY}\r\n\r\n[{LINK}](x)\r\n\r\n{STORY}\r\n", f"{STORY}\r\n\r\n{STORY}\r\n"),
        (f"{STORY}\n\n- {ITEM}\n- {LINK}\n- {ITEM}\n", f"{STORY}\n\n- {ITEM}\n- {ITEM}\n"),
        # Without the line, those around it would become one paragraph, or its markup would become text.
        (f"{STORY}\n## {LINK}\n{STORY}\n", None),
        (f"{STORY}\n\n{LINK}\n===\n\n{STORY}\n", None),
        (f"{STORY}\n\n<p>{STORY}</p><p>{LINK}</p>\n", None),
    ],
)
def test_a_fix_removes_a_block_with_its_markup(newslint: Run, write: Write, before: str, after: str | None) -> None:
    path = write("a.md", before.encode())
    assert "[boilerplate/related-link]" in newslint("a.md").stdout
    newslint("a.md", "--fix", "--unsafe-fixes")
    assert path.read_bytes().decode() == (after or before)


@pytest.mark.parametrize(
    "block",
    [
        "![The bridge](b.jpg) Read more: Pool to close",
        "Read more: ![The bridge](b.jpg) Pool to close",
        "`make` Share this article",
        "Share this article <!-- to be kept -->",
    ],
)
def test_a_fix_removes_no_picture_code_or_comment(newslint: Run, write: Write, block: str) -> None:
    body = (
        "The council of the harbour town voted for the bridge over the river in May, said Mara Quell, who has led the "
        "council since the spring of the year before and who asked for the bridge in her first speech to the council."
    )
    text = f"{body}\n\n{block}\n\n{body.replace('May', 'June')}\n"
    path = write("a.md", text)
    assert "[boilerplate/" in newslint("a.md", "--isolated", "--no-cross").stdout
    newslint("a.md", "--isolated", "--fix", "--unsafe-fixes")
    assert path.read_text(encoding="utf-8") == text
