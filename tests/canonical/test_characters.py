"""Characters of the canonical text: white space, invisible characters, entities, mojibake, combining marks."""

from __future__ import annotations

import pytest

from newslint.api import Article, Span, TextBlock, TextPiece


def canonical(raw: str) -> str:
    return Article("a.txt", raw).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("the  ferry\tleft\xa0at\u2009noon", "the ferry left at noon"),
        ("  the ferry \n\tleft  \r\n at noon\r", "the ferry\nleft\nat noon\n"),
        ("the fer\xadry le\u200bft\ufeff", "the ferry left"),
        ("the \xad ferry &nbsp;\u200b left - \xad", "the ferry left -"),
        ("&nbsp;the&nbsp;ferry&#160;\n&#xA0;left", "the ferry\nleft"),
        ("the &#32; ferry&#x20;\n&amp;#0032;\n&#32;&ensp;left &amp;amp;nbsp; now", "the ferry\n\nleft now"),
        ("AT&amp;T &mdash; &#8220;no&#x201D; &frac12;", "AT&T — “no” ½"),
        ("&amp;quot;no&amp;quot; &amp;amp;#39;s", "“no” 's"),
        ("AT&T; &nosuch; &#0; &; &x;", "AT&T; &nosuch; &#0; &; &x;"),
        ("the townâ€™s cafÃ© Â£5 â€“ Ã¢â‚¬â€œ", "the town's café £5 – –"),
        ("CHÂTEAU, Ãlvares, â", "CHÂTEAU, Ãlvares, â"),
        ("cafe\u0301", "café"),
        ("\0\ud800\U0001f600", "\0\ud800\U0001f600"),
    ],
)
def test_a_reader_sees_these_characters(raw: str, text: str) -> None:
    assert canonical(raw) == text


def test_what_was_decoded_has_its_place_in_the_file() -> None:
    article = Article("a.txt", "So  he said&nbsp;&#39;no&#39;, fer\xadry, townâ€™s\r\n")
    assert [(article.raw[slice(*span)], new) for span, new in article.undecoded()] == [
        ("&nbsp;", " "),
        ("&#39;", "'"),
        ("&#39;", "'"),
        ("â€™", "’"),
    ]


def test_entities_of_markup_were_decoded_by_the_reader() -> None:
    blocks = [TextBlock("paragraph", (TextPiece(0, 8), TextPiece(8, 14, " "), TextPiece(14, 18)))]
    article = Article("a.md", "The boat&nbsp;left", blocks=blocks)
    assert article.text == "The boat left"
    assert article.undecoded() == []


def test_a_regular_text_is_not_changed() -> None:
    article = Article("a.txt", "“We left at noon,” she said.\n\nIt was the town's first ferry.\n")
    assert article.text is article.raw
    assert article.to_raw((3, 9)) == Span(3, 9)
