"""Sentences and quotations."""

from __future__ import annotations

import pytest

from newslint.api import Article, in_quotation, mask_abbreviations, quotations, sentence_at, sentences
from newslint.text.lexicons import LEXICONS
from newslint.text.quotations import overlaps_quotation
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)


def read(text: str) -> Article:
    return SCANNER.scan(Article("a", text))


@pytest.mark.parametrize(
    "text",
    [
        "One ended.|Two began.",
        "Was it? |It was!|Good.",
        "Mr. Smith of the U.S. Army met Gen. J. R. Jones.|They talked.",
        "It cost $3.5 million.|It was late.",
        "“It is over.” |He left.",
        "“Is it over?” he asked.",
        "It began at 6 a.m. Friday.|It ended at 9 p.m. |The hall was empty.",
        "Acme Inc. |The company grew.",
        "She said no. |Then she left.",
        "Exports fell in the U.S. |Farmers in Canada sold more.",
        "The U.S. Senate voted, and so did the U.S. House of Representatives.",
        "Ships left for the U.K. |The port is empty.",
        "She lives in Washington, D.C. |Neighbors know her well.",
        "She sued D.C. Council members.",
        "He works for the N.O.P.Q. |Members of it were silent.",
        "They cited the J.D. Marlow study.",
        "He left Marlow Inc. |Shares of it fell.",
        "He left Marlow Inc. Chief Executive Ann Lee in charge.",
        "He left Marlow Co. Inc. before noon.",
        "She gave them Vitamin C. |Doctors were pleased.",
        "Ann C. Marlow of Dunmere spoke.",
        "It opened in Dec. |Prices at the gate rose.",
        "It opened on Dec. 5 and closed.",
        "He fell on Mill St. |Nurses ran to him.",
        "He lives in East St. Louis with her.",
        "He lives at 5 Mill Ave. N and works.",
        "It rose by 6 ft. |Streets were under water.",
        "It began at 6 a.m. |Two guards slept.",
        "It began at 6 a.m. New York time.",
        "It began at 6 p.m. Eastern.",
        "Justice A.M. Marlow agreed.",
        "He took bread, salt, etc. |Guards took the rest.",
        "They met Ann Lee Jr. |The talk was short.",
        "They met Ann Lee Jr. |Guards let him in.",
        "They met at Ann Lee Jr. School in Dunmere.",
        "She earned a Ph.D. |Students like her.",
        "Some Ph.D. Students like her.",
        "He moved to L.A. |Friends followed.",
        "She lives in Dunmere, N.Y. |Ann Lee knows her.",
        "In the harbor, U.S. Navy ships lay.",
        "Ships in U.S. Navy colors lay there.",
        "It opened in Dec. |Ann Lee came.",
        "Was it Mill Corp. (MIL) that fell?",
        "A. The dam.",
        "See No. 5 for more.",
        "a line\na second one without a stop",
        "He waited... and waited.",
        "He waited…|Then he left.",
        "... |He left.",
        "It rose by 6 ft. |Eastern towns were under water.",
        "The song is by Ann Lee ft. Tom Marlow again.",
        "Justice A.M. Lee agreed.",
        "It began at 6 a.m. 5 June and ended.",
        "It began at 6 a.m. June 5 and ended.",
        "It began at 6 a.m. Berlin time.",
        "He left Marlow Inc. |It closed.",
        "She gave them Vitamin C. |It helped.",
        "They met Ann C. |The talk ended.",
        "They met Ann C. An at noon.",
        "They met Ann C. You at noon.",
        "They met Ann Lee Jr. Esq. at noon.",
        "He left Marlow Inc. 5 years ago.",
        "In Dunmere, St. Mary Church closed.",
        "The N.Y. Jets Team won.",
        "Then the U.S. Farm Bill passed.",
        "He spoke to J.D. Marlow again.",
        "He fished in U.S. Gulf waters again.",
        "They sold L.A. Kings tickets again.",
        "He prayed to St. Bridget again.",
        "He left Marlow Inc. |School friends met him.",
        "The Marlow Inc. President left.",
    ],
)
def test_sentence_ends(text: str) -> None:
    parts = [part.strip() for line in text.split("\n") for part in line.split("|")]
    whole = "\n".join(" ".join(part.strip() for part in line.split("|")) for line in text.split("\n"))
    article = read(whole)
    assert [article[span] for span in article.get(sentences)] == parts


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Gov. Ann J. Lee of St. Dunmere", "Gov· Ann J· Lee of St· Dunmere"),
        ("the U.S. Senate’s 3.5 hours", "the U·S· Senate's 3·5 hours"),
        ("It ended. Then he left.", "It ended. Then he left."),
        ("the U.S., Britain and Lee Inc.'s ships", "the U·S·, Britain and Lee Inc·'s ships"),
    ],
)
def test_masking_leaves_only_the_full_stops_that_end_sentences(text: str, masked: str) -> None:
    canonical = read(text).text
    assert mask_abbreviations(canonical, 0, len(canonical)) == masked


def test_sentence_at_returns_the_sentence_that_holds_an_offset() -> None:
    article = read("One. Two.\n\nThree.")
    found = [article[sentence_at(article, offset)] for offset in (0, 5, 9, 12)]
    assert found == ["One.", "Two.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no” and “never”.", ["no", "never"]),
        ('He said "no" and "never".', ["no", "never"]),
        ("“One ‘two’ three” he said", ["One ‘two’ three"]),
        ("He said ‘no, it isn’t’ and left", ["no, it isn't"]),
        ('It is done," she said.', ["It is done,"]),
        ("The officials’ report said so", []),
        ("“It goes on\n“and ends.” He left", ["It goes on", "and ends."]),
        ('He is 6\'2" tall and said "no"', ["no"]),
        ("«Non», dit-il", ["Non"]),
        ("“It is “over” by far” he said", ["It is “over"]),
        ("He left.” She said “no”", ["He left.", "no"]),
        ("``No'', he said, then ''yes''", ["No", "yes"]),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    article = read(text)
    assert [article[found.inner_span] for found in article.get(quotations)] == inside


def test_in_quotation_is_true_from_the_opening_mark_to_the_closing_one() -> None:
    article = read("He “said” so")
    assert [in_quotation(article, offset) for offset in (0, 3, 5, 8, 9)] == [False, True, True, True, False]


def test_a_lone_carriage_return_is_white_space() -> None:
    article = read("One ended.\rTwo began.")
    assert [article[span] for span in article.get(sentences)] == ["One ended.", "Two began."]


def test_a_span_overlaps_a_quotation_that_holds_a_part_of_it() -> None:
    article = read("He “said” so, then “left”")
    spans = [(0, 3), (0, 5), (4, 6), (6, 12), (9, 12), (12, 21)]
    assert [overlaps_quotation(article, span) for span in spans] == [False, True, True, True, False, True]
