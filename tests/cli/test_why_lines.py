"""`--why` for the rules on lines: what layout, phrases, scores and guards concluded, in the families of the page."""

from __future__ import annotations

import re

import pytest

from newslint_advertising.data.weights import WEIGHTS
from support import Run, Write

FIRST = (
    "The council will test the wells of eleven villages after traces of a solvent were found in drinking water near an "
    "old airfield, it said on Monday.\n"
)
LAST = (
    "Residents can collect bottled water at the fire stations until the results are known, which will take about a "
    "week in all, the council said.\n"
)
ADVERT = "Drivers Born Before 1970 Should See This New Insurance Trick\n"


def why(newslint: Run, rule: str, line: int) -> list[str]:
    """Return the lines of output about one line of a.txt."""
    done = newslint("--why", rule, f"a.txt:{line}", "--isolated")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_phrase_that_decides_is_quoted_and_another_rule_is_named(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + LAST + "Follow us on Facebook\n")
    assert why(newslint, "boilerplate/share-widget", 3)[2:] == [
        '3:1 "Follow us on Facebook"',
        "  layout: is not a sentence; alone, below the last sentence",
        '  phrases: it begins with "Follow us on Facebook": buttons to share or to follow, or a contact',
        "  rule: is reported",
        "",
        "1 finding",
        '  3:1 "Follow us on Facebook" belongs to the page\'s buttons; remove the line.',
    ]
    other = why(newslint, "boilerplate/related-link", 3)
    assert "  rule: not for this rule: boilerplate/share-widget reports it" in other
    assert other[-1] == "0 findings"


def test_a_score_comes_with_what_it_needs_and_its_evidence(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + LAST + "You may also like\nNine ways to wear a scarf this winter\n")
    (score,) = [line for line in why(newslint, "boilerplate/stray-line", 4) if line.startswith("  scoring: ")]
    assert "and needs more than 0.75 to be reported; for the page: " in score
    assert "follows the last sentence +" in score
    assert "  rule: is reported" in why(newslint, "boilerplate/stray-line", 4)


def test_a_score_that_is_too_low_has_evidence_for_the_article(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + "Share Tweet Email\nWells of eleven villages near the old airfield to be tested\n" + LAST)
    out = why(newslint, "boilerplate/stray-line", 3)
    (score,) = [line for line in out if line.startswith("  scoring: ")]
    assert "; for the article: " in score
    assert "stands between the paragraphs −" in score
    assert out[-1] == "0 findings"


@pytest.mark.parametrize(
    ("line", "conclusion"),
    [
        ("Bottled water", "  headline: not weighed: a few words above a paragraph, or below a single link, are a"),
        ("Photo by Ada Example", "  guard: not weighed: it is a byline, a time stamp, a caption, a picture credit or"),
        ("Correction: the wells are twelve", "  guard: not weighed: it tells what was corrected in the article"),
        ("Where to find the water:", "  guard: not weighed: it ends with a colon and introduces what follows"),
        ("The water will be free for all who need it.", "  layout: not weighed: a sentence is weighed only"),
        ("Water will be free. " * 17, "  layout: not weighed: a line of more than 320 characters is a paragraph"),
    ],
)
def test_a_line_that_is_not_weighed_says_why(newslint: Run, write: Write, line: str, conclusion: str) -> None:
    write("a.txt", f"{FIRST}{line.strip()}\n{LAST}Share Tweet Email\n")
    out = why(newslint, "boilerplate/stray-line", 2)
    assert any(one.startswith(conclusion) for one in out), out
    assert out[-1] == "0 findings"


def test_the_article_has_its_headline_and_its_lists(newslint: Run, write: Write) -> None:
    scores = "Norway 12\nSweden 9\nDenmark 7\n"
    write("a.txt", f"Wells of eleven villages to be tested\n{FIRST}{scores}{LAST}Share Tweet Email\n")
    assert any(
        "  headline: not weighed: it is the headline" in one for one in why(newslint, "boilerplate/stray-line", 1)
    )
    assert any("tables and lists are the article's own" in one for one in why(newslint, "boilerplate/stray-line", 4))


def test_an_article_without_leftovers_says_so(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + LAST + "Of wells and water\n")
    out = why(newslint, "boilerplate/stray-line", 3)
    assert any(one.startswith("  phrases: not weighed: it does not begin like a part of a page") for one in out), out


def test_a_piece_within_a_line_is_told_apart_from_its_line(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST.strip() + " Click here for more.\n" + LAST)
    out = why(newslint, "boilerplate/read-more", 1)
    at = out.index(f'1:{len(FIRST) + 1} "Click here for more."')
    assert out[at + 1 : at + 3] == [
        '  merged: stands after the text in the same line, where "Click here for more" begins a sentence: a link to '
        "read on",
        "  rule: is reported",
    ]


def test_a_phrase_within_a_sentence_says_why_it_is_none(newslint: Run, write: Write) -> None:
    write(
        "a.txt",
        FIRST + "The page told those who wanted their money back that they should Click here for a form.\n" + LAST,
    )
    assert "  merged: is no leftover within the line: it does not begin a sentence" in why(
        newslint, "boilerplate/read-more", 2
    )


def test_characters_that_were_not_decoded_are_explained(newslint: Run, write: Write) -> None:
    write("a.txt", "The ferry&nbsp;will be back on Monday. It&#39;s late.\n")
    out = why(newslint, "boilerplate/undecoded-text", 1)
    assert '  characters: "&nbsp;" stands for a space' in out
    assert "  rule: is reported, once in the article" in out
    assert "  rule: is a related place of the article's one finding" in out


def test_a_line_that_is_compared_with_other_articles_says_how_and_another_why_not(newslint: Run, write: Write) -> None:
    write("a.txt", f"By Ada Example\n{FIRST}{LAST}Independent reporting from the valley since 1988\n")
    assert any(
        '"independent reporting from the valley since" is compared with the lines of other articles of the folder: '
        "reported if 3 different articles have it" in one
        for one in why(newslint, "boilerplate/repeated-line", 4)
    )
    assert "  guard: is not compared: it is a byline or a time stamp" in why(newslint, "boilerplate/repeated-line", 1)


def test_an_advertisement_has_its_score(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + ADVERT + LAST)
    out = why(newslint, "advertising/promo-line", 2)
    assert "  headline: is a headline in Title Case, after the first paragraph" in out
    (score,) = [line for line in out if line.startswith("  promotion: ")]
    assert "and needs more than 0" in score
    assert "shares no word with the article +" in score
    assert 'uses a clickbait word ("Should") +' in score
    assert "  rule: is reported" in out


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        (
            "Should You See These Wells?",
            'is worded like promotion +, uses a clickbait word ("Should") +, shares most of its words with the article '
            "−, names the article's subject −, asks a question −, has more words than a label +",
        ),
        (
            "10 Best Water Filters You Can Buy",
            "is worded like promotion +, opens like a list +, has more words than a label +, uses a superlative "
            '("Best") +, shares little with the article +, names the article\'s subject −, names something for sale '
            '("Buy") +',
        ),
        (
            "Council Reports a Sale of Bonds",
            "is worded like news −, has more words than a label +, names the article's subject −, names something for "
            'sale ("Sale") +, shares little with the article +',
        ),
        (
            "Nobody Should See These Photos of a Cat Before Breakfast",
            'is worded like promotion +, uses a clickbait word ("Nobody") +, is longer than most subheadings +, '
            "shares no word with the article +",
        ),
    ],
)
def test_a_score_is_the_sum_of_its_evidence(newslint: Run, write: Write, line: str, evidence: str) -> None:
    write("a.txt", f"{FIRST}{line}\n{LAST}")
    (score,) = [one for one in why(newslint, "advertising/promo-line", 2) if one.startswith("  promotion: ")]
    total, base, pieces = re.fullmatch(
        r"  promotion: scored (\S+), and needs more than 0; a plain subheading starts at (\S+): it (.*)", score
    ).groups()  # type: ignore[union-attr]
    weights = [float(number.replace("−", "-")) for number in re.findall(r"[−+][\d.]+", f"{base} {pieces}")]
    assert sum(weights) == pytest.approx(float(total.replace("−", "-")), abs=0.05)
    assert sorted(re.sub(r"[\d.]+(?=,|$)", "", pieces).split(", ")) == sorted(evidence.split(", "))


@pytest.mark.parametrize(
    ("others", "weighs"),
    [
        (["Council Will Test Wells of Eleven Villages"], "half"),
        (["Council Will Test Wells of Eleven Villages", "Water Near the Old Airfield"], "all"),
        (["Council Will Test Wells of Eleven Villages", "Water Near the Old Airfield", "Traces of a Solvent"], "all"),
        (["Drinking Water"], "nothing"),
        (["The Council Will Test the Drinking Water in Wells Near the Old Airfield in a Week"], "nothing"),
        (["Council Will Test Wells of Eleven Villages."], "nothing"),
        (["Police Stop Forty Cyclists Without Lamps"], "nothing"),
        ([], "nothing"),
    ],
)
def test_other_subheadings_in_title_case_count(newslint: Run, write: Write, others: list[str], weighs: str) -> None:
    separated = "".join(f"{FIRST}{line}\n" for line in others)
    write("a.txt", f"{separated}{FIRST}You Should See These Eleven Villages\n{LAST}")
    out = why(newslint, "advertising/promo-line", 2 * len(others) + 2)
    (score,) = [one for one in out if one.startswith("  promotion: ")]
    found = re.search(r"stands in an article whose own subheadings are in Title Case −([\d.]+)", score)
    weight = -WEIGHTS["title case subheadings"] * {"nothing": 0, "half": 0.5, "all": 1}[weighs]
    assert (float(found[1]) if found else 0) == pytest.approx(weight, abs=0.01)


def test_the_subject_of_a_longer_article_recurs_in_it(newslint: Run, write: Write) -> None:
    body = (FIRST + LAST) * 8
    write("a.txt", f"{body}Lamps are free. {FIRST}Enter a Name and See Who Keeps Lamps There\n{LAST}")
    assert "  rule: is reported" in why(newslint, "advertising/promo-line", 18)
    write("a.txt", f"{body}Enter a Name and See Who Drinks Water There\n{LAST}")
    assert "  persuasion: it has no persuasive word, and names the article's subject, as a subheading does" in why(
        newslint, "advertising/promo-line", 17
    )


@pytest.mark.parametrize(
    ("line", "conclusion"),
    [
        ("Drivers should see this new trick", "  headline: not weighed: it is not set in Title Case"),
        ("This Trick", "  headline: not weighed: a line of fewer than 15 characters is no headline"),
        ("Produced by Ada Example for the Evening Herald", "  guard: it is a list of names, a credit, an address"),
        ("What Residents of the Eleven Villages Know About Wells", "  persuasion: "),
        ("What You Should Know of It", "  persuasion: it names nothing, and may stand in any article"),
        ("Council Reports a Sale of Bonds", "  promotion: scored −"),
    ],
)
def test_a_line_that_is_no_advertisement_says_why(newslint: Run, write: Write, line: str, conclusion: str) -> None:
    write("a.txt", f"{FIRST}{line}\n{LAST}")
    out = why(newslint, "advertising/promo-line", 2)
    assert any(one.startswith(conclusion) for one in out), out
    assert out[-1] == "0 findings"


def test_the_words_of_an_offer_say_who_speaks_to_whom(newslint: Run, write: Write) -> None:
    write(
        "a.txt",
        f"{FIRST}Use code SPRING at checkout and get 20% off your order.\nThe coats were 60% off, he said.\n{LAST}",
    )
    out = why(newslint, "advertising/offer", 2)
    assert '2:1 "Use code"' in out
    assert "  offer: an order to buy, addressed to the reader" in out
    assert out[-2] == "1 finding"
    assert "  direct address: its sentence reports what somebody said" in why(newslint, "advertising/offer", 3)


@pytest.mark.parametrize(
    ("lines", "conclusion"),
    [
        ("The coats came with free shipping.", 'its sentence neither gives the reader an order nor says "you"'),
        (
            "You can have a coat for as little as $40.\nA new one costs $300.",
            "the article names other prices, so it may be about what things cost",
        ),
    ],
)
def test_the_terms_of_a_sale_say_why_they_are_no_offer(
    newslint: Run, write: Write, lines: str, conclusion: str
) -> None:
    write("a.txt", f"{FIRST}{lines}\n{LAST}")
    assert f"  offer: {conclusion}" in why(newslint, "advertising/offer", 2)


@pytest.mark.parametrize(
    ("rule", "line", "steps"),
    [
        ("offer", "Buy now, pay later grows.", ['2:1 "Buy now"', 'offer: "buy now, pay later" is a kind of credit']),
        (
            "offer",
            "Buy Now The council has found no record of the well.",
            ['2:1 "Buy Now"', "offer: it is the label of a button that was merged into a sentence of the article"],
        ),
        (
            "offer",
            "Shop now in our newsletter.",
            ['2:1 "Shop now"', "offer: its sentence belongs to a form of the page, such as a newsletter's"],
        ),
        (
            "offer",
            "You may win a free trial of our newsletter.",
            ['2:15 "free trial"', "offer: its sentence belongs to a form of the page, such as a newsletter's"],
        ),
        (
            "offer",
            "It is late, so shop now.",
            ['2:16 "shop now"', "direct address: its sentence does not begin with it as an order to the reader"],
        ),
        (
            "offer",
            "We earn a commission on your 20% off.",
            [
                '2:32 "% off"',
                "offer: the terms of a sale, addressed to the reader",
                "rule: not for this rule: advertising/affiliate-disclosure reports it",
            ],
        ),
        (
            "affiliate-disclosure",
            "“We earn a commission,” he said.",
            ['2:5 "earn a commission"', "direct address: its sentence reports what somebody said"],
        ),
        (
            "affiliate-disclosure",
            "We earn a commission.",
            [
                '2:4 "earn a commission"',
                "offer: the publisher's notice about its commissions, addressed to the reader",
                "rule: is reported, with the sentences of its line that advertise",
            ],
        ),
    ],
)
def test_the_trail_of_a_line_tells_of_its_words_alone(
    newslint: Run, write: Write, rule: str, line: str, steps: list[str]
) -> None:
    write("a.txt", f"Shop now. {FIRST}{line}\nOrder now, and you will earn a commission. {LAST}")
    out = why(newslint, f"advertising/{rule}", 2)
    count = next(number for number, one in enumerate(out) if re.fullmatch(r"\d findings?", one))
    assert [one.strip() for one in out[2:count] if one] == steps


def test_a_trail_of_one_line_tells_of_no_other_line(newslint: Run, write: Write) -> None:
    write("a.txt", FIRST + ADVERT + LAST)
    places = [one for one in why(newslint, "advertising/promo-line", 2) if re.match(r"\d+:\d+ ", one)]
    assert places == [f'2:1 "{ADVERT.strip()}"']


def test_a_commission_of_others_is_not_the_publishers(newslint: Run, write: Write) -> None:
    write("a.txt", f"{FIRST}Agents earn a commission of two percent on every house.\n{LAST}")
    out = why(newslint, "advertising/affiliate-disclosure", 2)
    assert "  offer: its sentence does not speak for the publisher, or of the article's links" in out
