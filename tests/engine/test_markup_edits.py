"""Fixes in files with markup: they cut what a reader sees, and markup, code, pictures and comments stay."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newslint.api import Article, Edit, Fix, Span
from newslint.engine.fixes import applicable_fix, applicable_raw_fix, apply_fixes
from newslint.readers.markdown import MarkdownReader

WORDS = st.lists(st.sampled_from(["The", "harbour", "bridge", "was", "closed", "in", "May"]), min_size=1, max_size=3)
NUMBER = st.integers(0, 99)


def _inline(form: str) -> st.SearchStrategy[str]:
    return st.tuples(WORDS, NUMBER).map(lambda drawn: form.format(words=" ".join(drawn[0]), number=drawn[1]))


INLINE = st.sampled_from(
    [
        *["{words}", "{words}.", "{words},"],
        *["[{words}](page{number})", "**{words}**", "*{words}*", "_{words}_", "`code{number}`", "<b>{words}</b>"],
        *["![pic{number}](a.jpg)", "<!-- note{number} -->", '[**{words}**](page "t")', "{words} &amp; {words}"],
        *["[![pic{number}](p.jpg) {words}](page)", "<a href='page'>{words}</a>", "{words}\\\n{words}"],
    ]
).flatmap(_inline)
PARAGRAPHS = st.lists(st.tuples(INLINE, st.sampled_from(["", " ", " ", "\n"])), min_size=1, max_size=5).map(
    lambda parts: "".join(part for pair in parts for part in pair).strip()
)
LINES = PARAGRAPHS.map(lambda text: text.replace("\\\n", " ").replace("\n", " "))
BLOCKS = st.one_of(
    PARAGRAPHS,
    LINES.map("## {}".format),
    LINES.map("{}\n===".format),
    LINES.map("<p>{}</p>".format),
    PARAGRAPHS.map(lambda text: "> " + text.replace("\n", "\n> ")),
    st.lists(LINES.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    st.tuples(LINES, LINES).map(lambda two: f"1. {two[0]}\n2. {two[1]}"),
    LINES.map("| a | b |\n|---|---|\n| {} | May |".format),
    NUMBER.map("```\ncode{}\n```".format),
)
DOCUMENTS = st.lists(st.tuples(BLOCKS, st.sampled_from(["\n\n", "\n\n", "\n"])), min_size=1, max_size=4).map(
    lambda blocks: "".join(part for pair in blocks for part in pair)
)
HIDDEN = re.compile(r"(?:code|pic|note)\d+")
EMPTY = re.compile(r"(?<!!)\[[*_\s]*\]\(|<(b|a|p)\b[^>]*>\s*</\1>|^\s*(?:#+|[->]|\d+\.)[ \t]*$", re.MULTILINE)


def read(text: str) -> Article:
    (article,) = MarkdownReader().read("a.md", text)
    assert isinstance(article, Article)
    return article


def edited(text: str, start: int, end: int, new: str) -> str | None:
    """Return the text after a fix of the span of its canonical text, or None if the fix is refused."""
    fix = applicable_fix(Fix("t", True, (Edit(Span(start, end), new),)), read(text))
    return apply_fixes(text, [fix]) if fix and fix.edits else None


def deleted(text: str, words: str) -> str | None:
    start = read(text).text.index(words)
    return edited(text, start, start + len(words), "")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(DOCUMENTS, st.data())
def test_a_fix_changes_what_is_read_and_nothing_else(text: str, data: st.DataObject) -> None:
    seen = read(text).text
    lines = [*re.finditer(r"[^\n]+\n?", seen)]
    words = [*re.finditer(r" ?[^\s]+", seen)]
    assume(lines)
    if data.draw(st.booleans(), "a whole block"):
        start, end = data.draw(st.sampled_from(lines), "block").span()
    else:
        first = data.draw(st.integers(0, len(words) - 1), "first word")
        start, end = words[first].start(), words[min(first + data.draw(st.integers(0, 4)), len(words) - 1)].end()
    new = data.draw(st.sampled_from(["", "", "", "June"]), "new")
    after = edited(text, start, end, new)
    assume(after is not None)
    assert after is not None
    assert read(after).text.split() == (seen[:start] + new + seen[end:]).split()
    hidden = Counter(HIDDEN.findall(text)) - Counter(HIDDEN.findall(seen))
    assert not hidden - Counter(HIDDEN.findall(after))
    # A hyphen alone in a block of HTML is text.
    assert len(EMPTY.findall(after)) <= len(EMPTY.findall(text)) + len(EMPTY.findall(read(after).text))


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("The bridge. [Read more.](page) It is closed.\n", " Read more.", None),
        ("The bridge. **Read more.** It is closed.\n", "Read more.", None),
        ("**The bridge is closed.** It is.\n", "closed.", None),
        ("_The bridge_ is closed.\n", " is ", None),
        ("The bridge. 3. It is closed.\n", "The bridge. ", None),
        ("The bridge \\*is\\* closed * in * May.\n", "closed * in", None),
        ("The bridge ![b](b.jpg) is closed.\n", "bridge  is", None),
        ("![b](b.jpg)\n1. The bridge\n2. is closed\n", "The bridge", None),
        ("| The bridge | is closed |\n|---|---|\n", "The bridge | is closed", None),
        ("The bridge. Read more. It is [closed](page).\n", " Read more.", "The bridge. It is [closed](page).\n"),
        ("The bridge is closed. Read more.\n", " Read more.", "The bridge is closed.\n"),
        ("Read more. The bridge is closed.\n", "Read more. ", "The bridge is closed.\n"),
        ("**Read more. The bridge** is closed.\n", "Read more. ", "**The bridge** is closed.\n"),
        ("> Read more. “The bridge\n> is closed.”\n", "Read more. ", "> “The bridge\n> is closed.”\n"),
        ("1. Read more.\n2. The bridge is closed.\n", "Read more.", "2. The bridge is closed.\n"),
        ("- Read more.\n  ![b](b.jpg)\n- It is closed.\n", "Read more.", None),
        ("- Read more.\n  - The bridge\n  - is closed.\n", "Read more.", None),
        ("- It is closed.\n- Read more.\n\n  ```\n  code\n  ```\n", "Read more.", None),
        ("> - Read more.\n>   ![b](b.jpg)\n> - It is closed.\n", "Read more.", None),
        ("- Read more.\n\n- The bridge\n  is closed.\n", "Read more.", "- The bridge\n  is closed.\n"),
        ("- It is\n\n  Read more.\n\n  closed.\n", "Read more.", "- It is\n\n  closed.\n"),
        ("> - Read more.\n> - It is closed.\n", "Read more.", "> - It is closed.\n"),
        ("- a\n  - Read more.\n- It is closed.\n", "Read more.", "- a\n- It is closed.\n"),
        # Code, pictures and comments of marks alone.
        ("Read more. `→`\n\nIt is closed.\n", "Read more.", None),
        ("`$` Read more.\n", "Read more.", None),
        ("![](→) Read more.\n", "Read more.", None),
        ("Read more. <!-- — -->\n", "Read more.", None),
        # The rest of a paragraph, whose line break would stay as a mark.
        ("- It is closed.\\\n  Read more.\n", " Read more.", None),
        # What stands below would become a part of the list above, and its code text.
        ("- It is closed.\n\n## Read more.\n\n    code\n", "Read more.", None),
        ("1. It is closed.\n\nRead more.\n\n\tcode\n", "Read more.", None),
        ("- It is closed.\n\nRead more.\n\n> In May.\n", "Read more.", "- It is closed.\n\n> In May.\n"),
        # What stands below would become front matter, which is no text.
        ("Read more.\n\n---\nUpdate: closed in May\n---\n", "Read more.", None),
        ("Read more.\n\n+++\nclosed = 'May'\n+++\n", "Read more.", None),
        # A line with a form feed is not blank in Markdown.
        ("*Read more.*\n\x0c\n==\nIt is closed.\n", "Read more.", None),
    ],
)
def test_a_part_of_a_block_is_cut_where_the_markup_stays(text: str, words: str, after: str | None) -> None:
    if "  " in words:
        words = read(text).text[4:13]
    assert deleted(text, words) == after


def test_the_last_line_end_is_no_block() -> None:
    text = "The bridge is closed.\n"
    assert edited(text, len(text) - 1, len(text), "") is None


def test_a_fix_by_comparison_leaves_markup() -> None:
    text = "It was closed [for two years](page) in May, for two years.\n"
    article = read(text)
    first, second = (match.span() for match in re.finditer("two years", text))
    whole = re.search("for two years", text)
    assert whole
    for span, new, is_right in (
        (first, "three years", True),
        (second, "three years", True),
        (whole.span(), "", False),
        ((text.index("page"), text.index("page") + 4), "home", False),
    ):
        fix = Fix("t", True, (Edit(Span(*span), new),))
        assert (applicable_raw_fix(fix, article) is not None) == is_right
