"""Line ends of the canonical text: which ones a paragraph keeps, and what becomes of hyphens at them."""

from __future__ import annotations

import textwrap

import pytest

from newslint.api import Article

PARAGRAPHS = (
    "The council of Quillmere widened the bridge, which had been too narrow for two buses since the day it was built.",
    "“We asked for it in 1987. It was promised to us in 1991,” said Ann Rowe, who keeps the toll house on the north "
    "bank. “Nobody came.”",
    "Work on the second lane began in March, when the river was low, and went on until the harvest of that year.",
    "Lower Quillmere has no bridge of its own. The people who live there cross the river by the ferry of a man called "
    "Old Tom, who does not sail when the wind is in the east.",
)


def canonical(raw: str) -> str:
    return Article("a.txt", raw).text


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_joined(width: int, gap: str, line_end: str) -> None:
    raw = gap.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS) + "\n"
    assert canonical(raw.replace("\n", line_end)) == gap.join(PARAGRAPHS) + "\n"


@pytest.mark.parametrize(
    "raw",
    [
        "\n".join(PARAGRAPHS) + "\n",
        "The plan has three parts:\n- widen the old bridge\n- build a second one\n- close the ford\n",
        "* the old bridge over the river is to be widened\n* the ford is to be closed in the winter\n",
        "1. The old bridge is widened.\n2. The ford is closed.\n3. The ferry goes on.\n",
        "QUILLMERE, June 5 (Example) –\nThe council met on Tuesday to vote on the plan.\n",
        "The council met on Tuesday.\nBy Ann Rowe\nann.rowe@post.example\n",
        "ann.rowe@post.example\nwww.post.example/annrowe\ntom.hale@post.example\npost.example/tomhale\nlee@post.example\n",
        "Roses are red,\nViolets are blue,\nThe ferry is late,\nAnd so are you.\n",
        "Team Played Won\nReds 12 8\nBlues 12 6\nGreens 12 5\n",
        "What the council said\nThe bridge is to be widened, and the ford is to be closed.\n",
        "Sign in\nHome\nNews\nabout us\n",
    ],
)
def test_lines_that_are_not_wrapped_stay(raw: str) -> None:
    assert canonical(raw) == raw


def test_a_headline_and_labels_stay_apart_from_wrapped_text() -> None:
    text = "\n".join(textwrap.wrap(PARAGRAPHS[0], 60)) + "\n" + "\n".join(textwrap.wrap(PARAGRAPHS[2], 60))
    title, link = (
        "Bridge over the Harl is to be wider than it was in 1931",
        "Related: The long wait for the second lane",
    )
    raw = f"{title}\n{text}\n{link}\nSubscribe\n"
    assert canonical(raw).split("\n") == [title, PARAGRAPHS[0], PARAGRAPHS[2], link, "Subscribe", ""]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the letters of the govern-", "ment were lost", "government"),
        ("the letters of the quick-", "ly written kind", "quickly"),
        ("the letters of the well-", "known author", "well-known"),
        ("the letters of the anti-", "government group", "anti-government"),
        ("the letters of her mother-in-", "law were lost", "mother-in-law"),
        ("the harbour, and the letters of the har-", "bour were lost", "harbour"),
        ("the mid-year report, and the letters of the mid-", "year were lost", "mid-year"),
    ],
)
def test_a_hyphen_that_divides_one_word_is_taken_out(before: str, after: str, joined: str) -> None:
    article = Article("a.txt", f"It was said that {before}\n{after} in that year.\n")
    start = article.text.rindex(joined)
    words = article.text.split(" ")
    assert any(word.strip(",") == joined for word in words[5:])
    assert article.raw[slice(*article.to_raw((start, start + len(joined))))].replace("\n", "").replace(
        "-", ""
    ) == joined.replace("-", "")


def test_titles_and_months_do_not_end_a_sentence_at_a_line_end() -> None:
    raw = "It was opened by the council on Jan.\n5 last year, as we heard from Mr.\nHale of the council.\n"
    assert canonical(raw) == raw.replace("\n", " ").strip() + "\n"


def test_an_address_that_is_longer_than_the_lines_is_part_of_its_paragraph() -> None:
    text = (
        "The deficit of the harbour grew by nine percent in the year before, and by less than half of that in the year "
        "after it, when the council sold the old ferry. The sums are laid out by the office of the harbour, see "
        "http://www.harlow.example/office/harbour/sums/deficit/2012/report-of-the-year.pdf, page nine, and the notes "
        "below the table on the page after that, which give the price of the ferry."
    )
    raw = (
        "\n".join(textwrap.wrap(text, 60, break_long_words=False, break_on_hyphens=False)) + "\n\nIt was sold in May.\n"
    )
    assert canonical(raw).split("\n")[0] == text
