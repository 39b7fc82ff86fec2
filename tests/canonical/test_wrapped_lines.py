"""Line ends of the canonical text: which ones a paragraph keeps, and what becomes of hyphens at them."""

from __future__ import annotations

import textwrap

import pytest

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter

LINTER = build_linter(Settings(select=("boilerplate",)))
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
        "ann.rowe@post.example\n"
        "www.post.example/annrowe\ntom.hale@post.example\npost.example/tomhale\nlee@post.example\n",
        "Roses are red,\nViolets are blue,\nThe ferry is late,\nAnd so are you.\n",
        "Team Played Won\nReds 12 8\nBlues 12 6\nGreens 12 5\n",
        "What the council said\nThe bridge is to be widened, and the ford is to be closed.\n",
        "Sign in\nHome\nNews\nabout us\n",
        "The timetable is on the page of the ferry\npost.example/ferry is the one where it is to be\n",
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


def test_an_hour_of_the_day_is_no_address() -> None:
    raw = "They are to meet in the old house of the ferry at 9\np.m. and not in the harbour office as before\n"
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


LONG_SENTENCES = "\n".join("\n".join(textwrap.wrap(PARAGRAPHS[number], 60)) for number in (0, 2, 0, 2))
WRAPPED = "\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("The council voted for the bridge on a motion by Susan J.", "Hale of Quillmere."),
        ("The bridge is as long as any other of its age in the U.S.", "before the war."),
        ("The ferry is sold to the town of Lower Quillmere (Harl", "Bridge and Ferry, its owner, agrees)."),
        ("THE LOWER BRIDGE IS TO BE CLOSED TO ALL TRAFFIC FROM JUNE", "HARLOW COUNCIL SAYS"),
        ("The bridge is closed in June, and not in July or in March;", "and if it rains, it is closed in May."),
        ("All that is left of the ferry is a certificate of the Harl", "NHFTAX."),
        (
            "“It is the opinion of the council and of its engineers and\n"
            "of the others that it is narrow, and that it is to close.",
            "Now it is the harbour and its engineers who have to close\nit by night.”",
        ),
        # Its last words are neighbours elsewhere.
        ("Play the clip. Next The ferry is sold. Then play the clip.", "Next The bridge"),
        ("The people of the lower town have asked the council for it:", "Harrowgate On The Harl"),
        ("The ferry is sold to the town of Quillmere ... Replay ...", "Harrowgate On The Harl"),
        ("The ferry is to be sold in May, and so is the ferry house.", "(Ann Rowe of the harbour office)"),
        ("The ferry is to be sold in May, and so is the ferry house.", "post.example/ferry Quillmere"),
        ("Replay Must Watch Who Wants to Buy the Ferry of Quillmere?", "02:43"),
        # A common word that opens few sentences is part of a name; an hour goes on.
        ("The bridge was opened in the year of the war by Harl Town", "Council of that year."),
        ("The ferry of the town of Quillmere is to sail off at 02:43", "GMT on a day of May."),
        ("The ferry of the town of Quillmere is to sail off at 02:43", "and at noon on a day of May."),
        ("The best of the ferry and of the bridge every day in Harl", "HARBOUR — Ann Rowe (@annrowe)"),
        (
            "There is a speech that\nwas held on the day of the opening by Ann Rowe (the Harl)",
            "16 years before the war",
        ),
        (
            "So think all the readers of the paper of the lower town and\n"
            "so say the readers of the old one, the Harbour Star of Harl",
            "The Post says so.",
        ),
        ("Ferry of Lower Quillmere Is To Be Sold by the Mail of Harl", "The Post and the Star"),
    ],
)
def test_signs_at_a_full_line_join_it_to_the_next(line: str, following: str) -> None:
    raw = f"{LONG_SENTENCES}\n{line}\n{following}\n"
    assert canonical(raw).split("\n")[-2] == f"{line} {following}".replace("\n", " ")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (
            "The council of the town says it is “as narrow as they come.”",
            "Hale of Quillmere said that it will be wider.",
        ),
        (
            "“It is narrow, and nobody knows what to do with a bridge.",
            "“We asked again, and again nobody came to the\nbridge.”",
        ),
        (
            "“It is narrow, and nobody knows what to do with a bridge.",
            "Harrowgate On The Harl",
        ),
        (
            "“It is narrow, and nobody knows what to do with a bridge.",
            "Copyright 2020 Harrowgate. All rights\nreserved.",
        ),
    ],
)
def test_signs_after_a_sentence_keep_paragraphs_apart(line: str, following: str) -> None:
    before = WRAPPED + "\n“It is old,” said Ann Rowe of the council of the harbour and"
    assert canonical(f"{before}\n{line}\n{following}\n").split("\n")[-2].startswith(following[:20])


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Must Watch Who Wants to Buy the Ferry of Quillmere 02:43", "Harrowgate is closed to\nall."),
        ("The ferry is sold. — Ann Rowe (@annrowe_post) May 23, 2021", "Harrowgate is closed to\nall."),
        ("“It is the opinion of the council and of its engineers who", "Advertisement"),
        ("The bridge is as long as any other of its age in the Harl", "Share this Harrowgate"),
        ("SEE ALSO: Council of Quillmere Sells the Ferry by Night", "Harrowgate is closed to\nall."),
        ("Ferry of Lower Quillmere Is To Be Sold By Night to the Harl", "HARROWGATE, Harl (Example) — It is\nsold."),
        ("Ferry of Lower Quillmere Is To Be Sold By Night to the Harl", "Meanwhile the bridge is closed to\nall."),
        (
            "Ferry of the town of Lower Quillmere, which is one of many\n"
            "that are for sale by the harbour (Photo by Ann Rowe of Harl)",
            "Harrowgate",
        ),
        ("Ferry of Lower Quillmere Is To Be Sold to Ann Rowe (the Harl)", "Council Votes"),
        (
            "Ferry of the town of Lower Quillmere, which is one of many\n"
            "that are for sale by the harbour, as is the ferry house",
            "Council Votes",
        ),
        ("Ferry of Lower Quillmere is to be sold by night to owners", "Harrowgate"),
    ],
)
def test_signs_at_a_full_line_keep_blocks_apart(line: str, following: str) -> None:
    text = canonical(f"{LONG_SENTENCES}\n{line}\n{following}\n")
    assert text.split("\n")[-2] == following.replace("\n", " ")


# The first line is full, so that only its width tells that it goes on in the second.
READ_ALSO = "READ ALSO: Mayor Is Saddened By The Accident Of The Ferry\nHarrowgate On The Harl"


def _found_and_fixed(raw: str) -> tuple[list[str], list[str]]:
    found = LINTER.checker.check(Article("a.txt", raw)).diagnostics
    return [one.location.match for one in found], [one.location.match for one in found if one.fix]


def test_a_title_that_only_its_width_joins_is_reported_and_not_removed() -> None:
    raw = f"{LONG_SENTENCES}\n{READ_ALSO}\n{LONG_SENTENCES}\n"
    assert _found_and_fixed(raw) == ([READ_ALSO], [])
    assert _found_and_fixed(raw.replace("\nREAD", "\n\nREAD").replace("Harl\n", "Harl\n\n")) == (
        [READ_ALSO],
        [READ_ALSO],
    )


def test_a_notice_after_a_sentence_that_fills_its_line_may_be_two() -> None:
    notice = "Copyright 2019 The Quillmere Post and Harlow Press Company.\nThe ferry is to be sold."
    assert _found_and_fixed(f"{WRAPPED}\nIt is so. We asked. It was.\n{notice}\n") == ([], [])


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright 2019 The Quillmere Post and Harlow Press Company.\nAll rights reserved.",
        "Copyright 2019 The Quillmere Post and Harlow Press Company.\nThis material may not be published.",
        "Read or share this story on the page of the harbour office:\n"
        "http://post.example/2019/03/ferry/sold-by-council",
        "Read or share this story on the page of the harbour office:\npost.example/2019/03/ferry/sold-by-council",
        "Copyright 2019 The Quillmere Post, its owners, its readers,\nThe Harlow Press. All rights reserved.",
    ],
)
def test_words_at_a_line_end_leave_no_doubt(notice: str) -> None:
    assert _found_and_fixed(f"{LONG_SENTENCES}\n{notice}\n") == ([notice], [notice])
