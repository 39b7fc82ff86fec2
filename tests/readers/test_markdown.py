"""Markdown: what is text, in which role, and where it stands in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.api import Article, Failure
from newslint.readers.markdown import MarkdownReader
from support import count_calls

LINE_ENDS = ("\n", "\r\n", "\r")


def read(text: str) -> Article:
    (article,) = MarkdownReader().read("a.md", text)
    assert isinstance(article, Article)
    return article


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the role and the text of each block."""
    return [
        (block.role, "".join(text[at:end] if shown is None else shown for at, end, shown in block.pieces))
        for block in read(text).blocks or ()
    ]


SAMPLES = {
    "# One *two* ##": [("heading", "One two")],
    "One\ntwo\n---": [("heading", "One two")],
    "# #": [],
    "# # #": [("heading", "#")],
    "> # One\n> two\nthree": [("heading", "One"), ("quotation", "two three")],
    "1. one\n   - two\n     more\n2. three": [("list-item", "one"), ("list-item", "two more"), ("list-item", "three")],
    "> - one\n>\n>   two": [("list-item", "one"), ("list-item", "two")],
    "| a | b \\| c |\n|---|---|\n| **1** | `x` |\n| 2 |": [
        ("table-row", "a | b | c"),
        ("table-row", "1"),
        ("table-row", "2"),
    ],
    "> 1. | > | 1 |\n>    |---|---|\n>    | 1 | > |": [("table-row", "> | 1"), ("table-row", "1 | >")],
    "One  \ntwo\\\nthree": [("paragraph", "One two three")],
    "A [link [b] `]` x](http://x/(y) 'z') and [c][d], [d].\n\n[d]: http://e": [
        ("paragraph", "A link [b]  x and c, d.")
    ],
    "[[a](b) c]": [("paragraph", "[a c]")],
    "<http://x.example/a> ![alt [b]](c) d": [("paragraph", "http://x.example/a  d")],
    r"\*one\* &amp; &#39;two&#39; \a": [("paragraph", r"*one* & 'two' \a")],
    "***both*** _one_two_ **a*": [("paragraph", "both one_two *a")],
    "~~old~~ ~new~": [("paragraph", "old ~new~")],
    "> ``a\n> ` b`` c": [("quotation", " c")],
    "One<br>two <b>three</b><!-- four --> <script>five</script>six": [("paragraph", "One two three six")],
    "<div><p>One <b>two</b>\nthree<p>four\n<script>no</script></div>": [
        ("paragraph", "One two three"),
        ("paragraph", "four"),
    ],
    "<table><tr><td>a<td>b</table>": [("table-row", "a | b")],
    "<div>\n<!-- no\n\nno -->\n</div>\n\none": [("paragraph", "one")],
    "<div>\n<script>\nno\n\nno\n\n# no\n</script></div>\n\none": [("paragraph", "one")],
    "<div><PRE>no\n\n- no</pre> one\n\n> two": [("list-item", " one"), ("quotation", "two")],
    "<div><!-- no\n\n| no | no --> one |\n|---|---|\n| a | b |": [("table-row", " one"), ("table-row", "a | b")],
    "<div><!-- no\n\none": [("paragraph", "one")],  # nothing ends it
    "<div><!--> one <!---> two\n\nthree": [("paragraph", " one  two"), ("paragraph", "three")],
    "<ul>\n<li>a\n<li>b\n</ul>\n<figure><figcaption>c</figcaption></figure>": [
        ("list-item", "a"),
        ("list-item", "b"),
        ("caption", "c"),
    ],
    "```py\ncode\n```\none\n\n    code\n\n~~~\ncode": [("paragraph", "one")],
    "```py `\ntwo": [("paragraph", "```py ` two")],  # not a fence, since a backtick follows
    "one\n***\ntwo": [("paragraph", "one"), ("paragraph", "two")],
    "\tcode\n\n>\tquote\n\n-\titem\n\tmore": [("quotation", "quote"), ("list-item", "item more")],
}


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize("text", SAMPLES)
def test_blocks(text: str, end: str) -> None:
    assert blocks(text.replace("\n", end)) == SAMPLES[text]


@pytest.mark.parametrize("end", LINE_ENDS[:2])
@pytest.mark.parametrize("text", ["---\ndate: May 23, 2025\n---\nOne", '+++\ndate = "2025-05-23"\n+++\nOne'])
def test_front_matter(text: str, end: str) -> None:
    article = read(text.replace("\n", end))
    assert article.meta["date"] == "2025-05-23"
    assert article.text.strip() == "One"


def test_the_date_of_yaml_is_a_date() -> None:
    assert read("---\ndate: 2025-05-23\nheadline: Bridge\nauthors: [A, B]\n---\n").meta == {
        "date": "2025-05-23",
        "headline": "Bridge",
        "title": "Bridge",
        "byline": "A, B",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ndate: [\n---\nOne", "the front matter is not valid YAML"),
        ("+++\ndate = \n+++\nOne", "the front matter is not valid TOML"),
        ("---\ndate: 2025-05-23\n\nOne", "the front matter is not closed, so it is not read; add a line --- behind it"),
    ],
)
def test_invalid_front_matter_is_reported_and_is_not_text(text: str, message: str) -> None:
    failure, article = MarkdownReader().read("a.md", text)
    assert isinstance(failure, Failure) and message in failure.message
    assert isinstance(article, Article) and article.text.strip() == "One"


def test_cells_of_html_are_kept_apart_also_where_they_begin_with_white_space() -> None:
    assert read("<table><tr><td>two </td><td> &nbsp;three</td></tr></table>").text == "two | three\n"


def test_a_thematic_break_is_not_front_matter() -> None:
    assert blocks("---\nOne\n\n---\ntwo") == [("paragraph", "One"), ("paragraph", "two")]


FRAGMENTS = st.sampled_from(
    [
        *"*_`~[]()<>!#|-+:\\&\n\r\t\0 1.a>",
        "**",
        "\r\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "](x)",
        "![",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "word ",
        "źdźbło ",
        "\\|",
        "|\n|-|-|\n|",
        "```\n",
        "---\n",
        "\u2028",
        "http://x ",
    ]
)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_pieces_are_in_order_and_their_text_is_that_of_the_file(text: str) -> None:
    items = [item for item in MarkdownReader().read("a.md", text) if isinstance(item, Article)]
    end = 0
    for block in items[0].blocks or ():
        assert block.pieces
        for start, stop, shown in block.pieces:
            assert end <= start <= stop <= len(text)
            if shown is None:
                assert start < stop and not re.search(r"[\r\n]", text[start:stop])
            end = stop


WORDS = st.lists(st.sampled_from("alpha beta gamma delta epsilon zeta eta theta".split()), min_size=1, max_size=6)
MARKS = st.sampled_from(["{}", "*{}*", "**{}**", "[{}](http://x)", "<b>{}</b>", "~~{}~~", "***{}***"])
LAYOUTS = st.sampled_from(["{}", "# {}", "> {}", "- {}", "1. > {}", "| {} | x |\n|---|---|", "<p>{}</p>", "{}\n==="])


@given(st.lists(st.tuples(LAYOUTS, MARKS, WORDS), min_size=1, max_size=6), st.sampled_from(LINE_ENDS))
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost(parts: list[tuple[str, str, list[str]]], end: str) -> None:
    lines = [layout.format(mark.format(" ".join(words))) for layout, mark, words in parts]
    # In a block of HTML, Markdown's marks are text.
    text = "\n\n<!-- -->\n\n".join(lines).replace("\n", end)
    wanted = [word for _layout, _mark, words in parts for word in words]
    assert list(re.findall(r"[a-z]{3,}", re.sub(r"http", "", read(text).text))) == wanted


@pytest.mark.parametrize(
    "unit", ["```x`\n", "~~~ x\n", "![", "<!-- ", "[", "*a ", "<a '", "|a\n", "> ", "<li>", "&", "[a]: ", "<p><!--\n\n"]
)
def test_unclosed_markup_costs_linear_time(unit: str) -> None:
    def cost(size: int) -> int:
        text = "x\n" + unit * (size // len(unit))
        return count_calls(lambda: list(MarkdownReader().read("a.md", text)))

    read("x")
    assert cost(12_000) < 2.6 * cost(6_000) + 1_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\xa0\nThe bridge is\nclosed.\n", "The bridge is closed.\n"),
        ("> \u2003\n> The bridge is\n> closed.\n", "The bridge is closed.\n"),
        ("- \u2028\n  \xa0\n  The bridge is\n  closed.\n  \xa0\n", "The bridge is closed.\n"),
        ("\xa0\nThe bridge\n===\n", "The bridge\n"),
        ("\u2028\n**\n*\n\xa0\\\nclosed\n", "** * closed\n"),
    ],
)
def test_a_paragraph_may_begin_with_lines_of_other_white_space(text: str, shown: str) -> None:
    article = read(text)
    assert article.text == shown
    assert article.raw[article.to_raw((0, 2)).start :].startswith(shown[:2])
