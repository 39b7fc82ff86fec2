"""`--why` for the rules on numbers, dates and language: each candidate, and why it is or is not reported."""

from __future__ import annotations

import pytest

from support import Run, Write

BLAST = (
    "Blast at Kettering cannery leaves 12 dead\n\n"
    "HARLOW BAY — Fires in 2019 killed six people. A blast at the Kettering cannery killed 14 people on Monday, "
    "Chief Adele Marsh said. It employs 40 men.\n"
)


@pytest.mark.parametrize(
    ("rule", "text", "candidate", "steps"),
    [
        (
            "dates/no-publication-date",
            "Updated: June 6, 2025\n\nThe council met on Friday.\n",
            '3:20 "Friday"',
            'publication: the article is of 2025-06-06, as "June 6, 2025" at 1:10 says',
        ),
        (
            "dates/no-publication-date",
            "The council met on June 6, 2025, in the old hall by the sea. It met again on Black Friday.\n",
            '1:20 "June 6, 2025"',
            "publication: is not the publication date: its line is neither a date line nor a byline",
        ),
        (
            "dates/no-publication-date",
            "The council met on June 6, 2025, in the old hall by the sea. It met again on Black Friday.\n",
            '1:84 "Friday"',
            "expression: is not relative to the publication date: the weekday is a part of a name",
        ),
        (
            "dates/no-publication-date",
            "The council met on Friday. It had met last week.\n",
            '1:39 "last week"',
            "rule: belongs to the finding at 1:20",
        ),
        (
            "dates/weekday-mismatch",
            "The vote was held on Tuesday, June 4, in the old town hall.\n",
            '1:22 "Tuesday, June 4"',
            "year: it has no year, and the article states no publication date to take it from",
        ),
        (
            "dates/weekday-mismatch",
            "The vote was held on Thursday, May 23, 2019, in the hall.\n",
            '1:22 "Thursday, May 23, 2019"',
            "calendar: the weekday is right",
        ),
        (
            "dates/impossible-date",
            "Bids are open. In June 31 firms had asked for the papers.\n",
            '1:19 "June 31"',
            "date: it has no year, and the words around it do not show that it is a date",
        ),
        (
            "dates/today-words",
            "“We start tomorrow,” the owner said.\n",
            '1:11 "tomorrow"',
            "expression: it stands in a quotation",
        ),
        (
            "language/not-english",
            "The road is closed.\n",
            '1:1 "The road is closed."',
            "language: the article is English: 1 of its first 4 words are frequent English ones",
        ),
        (
            "numbers/headline-toll",
            BLAST,
            '3:35 "six"',
            'event: does not contradict "12 dead" at 1:35: its sentence is of another event or of several, "in 2019"',
        ),
        (
            "numbers/headline-toll",
            BLAST,
            '1:35 "12"',
            'rule: contradicts "killed 14 people" at 3:80, which is reported',
        ),
        (
            "numbers/headline-toll",
            BLAST,
            '3:143 "40"',
            "no candidate: is compared with nothing: it does not count people who were killed",
        ),
        (
            "numbers/headline-figure",
            "Airline orders 40 jets\n\nThe airline has about 30 jets, it said, and 40 pilots.\n",
            '1:16 "40 jets"',
            "text: the text gives the same figure",
        ),
        (
            "numbers/age-mismatch",
            "Police spoke to Max Beispiel, 42. In 2004 Max Beispiel, 24, was a witness.\n",
            '1:57 "24"',
            "time: a sentence of one of the two ages tells of another time",
        ),
        (
            "numbers/age-mismatch",
            "Police spoke to Max Beispiel, 42, about 30 boats.\n",
            '1:41 "30"',
            "age: is no age of a person: it stands neither as in",
        ),
        (
            "numbers/articles-disagree",
            BLAST,
            '3:87 "14"',
            "outcome: is no fact about casualties: an earlier count of the article has that outcome",
        ),
        (
            "numbers/articles-disagree",
            BLAST,
            '1:35 "12"',
            "fact: is how many were killed, and is compared with reports that share one of these names",
        ),
        (
            "numbers/part-whole",
            "The blast hurt 50 people, including 12 women.\n",
            '1:16 "50"',
            "sum: the part or the sum of the parts is not more than the whole",
        ),
        (
            "numbers/percent-change",
            "Arrests rose from 60 to 75, a 25 percent increase.\n",
            '1:19 "60 to 75, a 25 percent"',
            "value: the percentage is the change from one number to the other",
        ),
        (
            "numbers/percent-of",
            "The storm sank 12 of the 40 boats (30 percent).\n",
            '1:16 "12 of the 40 boats (30 percent"',
            "value: the percentage is right",
        ),
        (
            "numbers/shares",
            "Some 60 percent of the men and 70 percent of the women voted.\n",
            '1:6 "60 percent"',
            "figure: is a percentage",
        ),
        (
            "numbers/total",
            "The fines of $200, $300 and $400 total $900.\n",
            '1:14 "$200, $300 and $400 total $900"',
            "sum: the sum or the difference is right",
        ),
        (
            "numbers/multiple-change",
            "The fee doubled from $20 to 40 boats.\n",
            '1:9 "doubled"',
            "unit: the two figures do not count or measure the same",
        ),
        (
            "numbers/reversed-range",
            "Between 300 and 500 people came.\n",
            '1:1 "Between 300 and 500"',
            "order: the first number after it is not the higher one",
        ),
        (
            "numbers/twin-sentences",
            "In the north, 18 percent of the voters said they had no confidence in the count.\n"
            "In the south, 25 percent of the voters said they had no confidence in the count.\n",
            '2:15 "25"',
            "words: the sentences of the numbers with the same words after them begin in other words",
        ),
        (
            "numbers/unit-conversion",
            "The fence is 5 miles (8 kilometers) long. It has 9 gates (2 new).\n",
            '1:50 "9 gates (2"',
            "unit: no measure opens it",
        ),
        (
            "numbers/words-digits",
            "The fleet has fifty (50) boats.\n",
            '1:15 "fifty (50"',
            "value: the two numbers are equal",
        ),
        (
            "numbers/years-since",
            "Fifteen years ago, in 2003, the city burned.\n",
            '1:1 "Fifteen years"',
            "years: the article states no publication date to count from",
        ),
    ],
)
def test_a_candidate_says_what_a_stage_concluded(
    newslint: Run, write: Write, rule: str, text: str, candidate: str, steps: str
) -> None:
    write("a.txt", text)
    done = newslint("--why", rule, "a.txt", "--preview")
    assert (done.returncode, done.stderr) == (0, "")
    blocks = done.stdout.split("\n\n")
    (block,) = [block for block in blocks if block.startswith(f"{candidate}\n")]
    assert f"\n  {steps}" in block


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor bought 12 boats.\n", 'is a count of "boats"'),
        ("The blast killed at least 12 people.\n", 'is a count of "people", killed ("killed" at 1:11), hedged by'),
        ("The mayor bought Section 12.\n", "is a part of a name"),
        ("The mayor paid $12 million.\n", "is a sum of money"),
    ],
)
def test_a_figure_that_no_form_holds_is_shown_as_it_is_read(newslint: Run, write: Write, text: str, words: str) -> None:
    write("a.txt", text)
    out = newslint("--why", "numbers/part-whole", "a.txt").stdout
    assert f"  figure: {words}" in out
    assert "  no candidate: no whole that is smaller and no parts follow it in a form that this rule checks\n" in out
