"""Fixes in Markdown and pages made of random blocks: what no finding names stays, and so does what is hidden."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.repeated_fixes import RuleFix, UnsettledFixesError, apply_until_stable
from newslint.linter.linter import build_linter
from newslint.linter.read_articles import parse_articles

LINTER = build_linter(Settings(preview=True))
# In these forms, `art` becomes a word of the article, `hid` a hidden word and `junk` leftovers: each word is unique.
JUNK = (
    "Advertisement", "Share this article", "{{ title }}", "Sign up for our newsletter", "Read more", "Related:",
    "All rights reserved.", "7.5k SHARES Facebook Twitter", "Advertisement&nbsp;", "Adver\u00adtisement", "[embed]",
)  # fmt: skip
PROSE = (
    "The council art voted on Tuesday to close the old harbour bridge art for two years of repairs.",
    "“Nobody asked art who is to pay,” the captain said, and she left art the hall.",
    "It was art built in 1931.", "Bridge art closed", "art",
)  # fmt: skip
INLINE = st.sampled_from(
    [
        *["junk"] * 6, *["art", "prose"] * 2, "<!-- hid -->", "<!--hid\njunk-->", "`hid`", "``hid ` ``", "`→`",
        "![hid](hid.jpg)", "![](é.png)", "[junk](link.html)", "[junk](<hid link>)", "[junk][hid]", "[^hid]",
        "[![hid](hid.jpg)](hid.html)", "<b id=hid>junk</b>", "<span class='hid'></span>", "<img alt='hid' src=x.jpg>",
        "**junk**", "*junk*", "~~junk~~", "\\*junk\\*", "<art@a.example>", "<br>", "&#32;", "&copy;", "<?php hid ?>",
        "<kbd>art</kbd>", "\0", "\u2028", "\x0c", "[x]", "😀art", "{#hid .c}", "==",
    ]
)  # fmt: skip
TEXT = st.lists(st.tuples(INLINE, st.sampled_from([" ", "", "\n", "  \n", "\\\n", " "])), min_size=1, max_size=4).map(
    lambda parts: "".join(part for pair in parts for part in pair).rstrip(" \\\n")
)
LINE = TEXT.map(lambda text: text.replace("\n", " "))
MARKS = st.sampled_from(["> ", "- ", "* ", "1. ", "10) ", "-   ", "- [ ] "])


def _nested(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put a block into a quotation or an item of a list; a line may also go on without the mark."""

    def put(drawn: tuple[str, str, bool]) -> str:
        mark, block, is_lazy = drawn
        below = mark if mark == "> " else " " * len(mark)
        return mark + block.replace("\n", "\n" if is_lazy else "\n" + below)

    return st.tuples(MARKS, blocks, st.sampled_from([False, False, True])).map(put)


def _forms(*forms: str) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(forms), TEXT, LINE).map(lambda drawn: drawn[0].format(t=drawn[1], l=drawn[2]))


MARKDOWN = st.recursive(
    st.one_of(
        *[TEXT] * 3,
        st.sampled_from(["junk"] * 3 + ["prose\njunk", "junk\nprose", "---", "***", "art: art\n---"]),
        _forms(
            "## {l}", "{t}\n===", "{t}\n---", "[^hid]: {t}", "[hid]: http://hid.example 'hid'", "term\n: {t}",
            "| a | b |\n|---|:-:|\n| {l} | art |\n| art | {l} |", "```hid\njunk\nhid\n```", "    hid\n    junk",
        ),
        _forms(
            "<!-- hid\njunk\n\nhid -->", "<p class='hid'>{t}</p>", "<div data-x='hid'>\n{t}\n</div>",
            "<details id=hid><summary>{l}</summary>\n\n{t}\n\n</details>", "<script>hid\njunk\n</script>",
            "<div>\n<script>hid\n\njunk hid\n\n</script></div>",
            "<table><tr><td>{l}</td></tr></table>\n<!-- hid\n\nhid -->",
        ),
    ),
    _nested,
    max_leaves=3,
)  # fmt: skip
PAGE = st.one_of(
    _forms("<p>{t}</p>", "<div class='hid'>\n{t}\n</div>", "<h2>{l}</h2>"),
    _forms("{t}", "<ul><li>{t}</li>\n<li>art</li></ul>"),
    _forms("<blockquote><p>{t}</p></blockquote>", "<table><tr><td>{t}</td><td>{l}</td></tr></table>"),
    _forms("<!-- hid\n\njunk\n -->"),
)  # fmt: skip
GAPS = st.sampled_from(["\n\n"] * 4 + ["\n", "\n\n\n", "\n \n"])
WORD = re.compile(r"(?:art|hid)\d+")


def _document(blocks: st.SearchStrategy[str], before: str, after: str) -> st.SearchStrategy[str]:
    parts = st.lists(st.tuples(blocks, GAPS), min_size=1, max_size=6)
    front = st.sampled_from(["", "", "", "---\ntitle: hid\nad: junk\n---\n", "junk\n\n"] if not before else [""])
    drawn = st.tuples(
        front, parts, st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]), st.randoms(use_true_random=False)
    )

    def make(drawn: tuple[str, list[tuple[str, str]], str, object]) -> str:
        head, pairs, line_end, random = drawn
        numbers = count(1)
        text = before + head + "".join(part for pair in pairs for part in pair) + after
        text = re.sub("prose", lambda _: random.choice(PROSE), text)  # type: ignore[attr-defined]
        text = re.sub("junk", lambda _: random.choice(JUNK), text)  # type: ignore[attr-defined]
        text = re.sub("art(?![a-z])|(?<![a-z])hid", lambda found: f"{found[0]}{next(numbers)}", text)
        return text.replace("\n", line_end)

    return drawn.map(make)


LEDE = f"<p>{PROSE[0]} {PROSE[1]}</p>"
DOCUMENTS = st.one_of(
    *[_document(MARKDOWN, "", "").map(lambda text: ("a.md", text))] * 3,
    _document(PAGE, f"<title>hid</title><nav>hid</nav><article>{LEDE}\n", f"\n{LEDE}</article>\n").map(
        lambda text: ("a.html", text)
    ),
)


def _seen(path: str, text: str) -> str:
    """Return the letters and figures that a reader sees."""
    articles = (one for one in parse_articles(LINTER, path, text) if isinstance(one, Article))
    return "".join(one for article in articles for one in article.text if one.isalnum())


def _is_within(part: str, whole: str) -> bool:
    """Return whether the characters of one text occur in another, in this order."""
    rest = iter(whole)
    return all(one in rest for one in part)


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_what_no_finding_names_stays(unsafe: bool, document: tuple[str, str]) -> None:
    path, text = document
    named: list[str] = []

    def find(current: str) -> list[RuleFix]:
        offered = []
        for article in parse_articles(LINTER, path, current):
            if isinstance(article, Article):
                result = LINTER.checker.check(article)
                assert not result.failures
                offered += [one for one in result.diagnostics if one.fix and (one.fix.safe or unsafe)]
        named.extend(one.match for one in offered)
        return [(one.rule, one.fix) for one in offered if one.fix]

    try:
        fixed = apply_until_stable(text, find)
    except UnsettledFixesError:
        return
    removed = set(WORD.findall(" ".join(named)))
    for kind in ("hid", "art"):
        words = [
            word for word in WORD.findall(text) if word.startswith(kind) and (kind == "hid" or word not in removed)
        ]
        kept = [word for word in WORD.findall(fixed) if word.startswith(kind)]
        assert [word for word in kept if word not in removed] == [word for word in words if word not in removed]
    for hidden in ("→", "é.png", "-->", "<!--", "</script>", "<?php"):
        assert fixed.count(hidden) >= text.count(hidden) - " ".join(named).count(hidden)
    if "&" not in text:  # else a fix decodes what a page left
        assert _is_within(_seen(path, fixed), _seen(path, text))
