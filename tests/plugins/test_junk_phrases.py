"""The table of junk phrases: each phrase has one row, and every row can have an effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from newslint_boilerplate import newslint_rules
from newslint_boilerplate.junk_rule import JunkRule
from newslint_boilerplate.view.lexicon import PHRASES
from newslint_boilerplate.view.line_kinds.labels import normalize_label

PLACES = ("line", "opening", "anywhere")  # each includes those before it
CERTAINTIES = ("certain", "possible", "certain alone")
# Longer phrases that change the kind of junk: without them, the shorter phrase would name the wrong rule.
OTHER_KIND = {
    "please enable javascript to view the comments": "comment",
    "google privacy policy and terms": "notice",
    "scroll to continue reading": "ad slot",
    "read more on:": "label",
}


class Row(NamedTuple):
    """One phrase of the table."""

    phrase: str
    kind: str
    place: str
    certainty: str

    @property
    def is_certain_line(self) -> bool:
        return self.certainty != "possible"

    @property
    def is_certain_opening(self) -> bool:
        return self.certainty == "certain"


ROWS = [Row(phrase, kind, place, sure) for kind, place, sure, phrases in PHRASES for phrase in phrases]
KINDS = {rule.kind for rule in newslint_rules() if issubclass(rule, JunkRule)}


def _starts(row: Row, text: str) -> Iterator[int]:
    """Yield where the words of a row's phrase stand in a text."""
    phrase = row.phrase.rstrip("*")
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        begins_word = at == 0 or not (text[at - 1].isalnum() and phrase[0].isalnum())
        ends_word = end == len(text) or row.phrase[-1] == "*" or not (text[end].isalnum() and phrase[-1].isalnum())
        if begins_word and ends_word:
            yield at
        at = text.find(phrase, at + 1)


def _covers(shorter: Row, longer: Row) -> bool:
    """Return whether the shorter phrase counts wherever the longer one does, and is as certain there."""
    if shorter == longer or PLACES.index(shorter.place) < PLACES.index(longer.place) or shorter.place == "line":
        return False
    if longer.place == "line" and longer.is_certain_line > shorter.is_certain_opening:
        return False
    if longer.place != "line" and longer.certainty != "possible" and not shorter.is_certain_opening:
        return False
    # A label or an opening is also found where it is merged into the first line. A phrase inside it is not, so only one
    # at its beginning covers it; and of phrases that count anywhere, one that stands anywhere in another.
    starts = list(_starts(shorter, longer.phrase))
    return bool(starts) if longer.place == "anywhere" else 0 in starts


def test_rows_have_known_kinds_places_and_certainties() -> None:
    assert {row.place for row in ROWS} == set(PLACES)
    assert {row.certainty for row in ROWS} == set(CERTAINTIES)
    assert {row.kind for row in ROWS} <= KINDS
    assert {row.place for row in ROWS if row.certainty == "certain alone"} == {"opening"}
    assert {row.certainty for row in ROWS if row.place == "anywhere"} == {"certain"}


def test_no_two_rows_have_the_same_kind_place_and_certainty() -> None:
    assert [key for key, count in Counter(row[:3] for row in PHRASES).items() if count > 1] == []


def test_no_phrase_stands_twice() -> None:
    counts = Counter(row.phrase.rstrip("*") for row in ROWS)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


def test_phrases_are_written_as_they_are_compared() -> None:
    assert [row.phrase for row in ROWS if row.phrase != row.phrase.lower() or "’" in row.phrase] == []
    assert [row.phrase for row in ROWS if row.place == "line" and row.phrase != normalize_label(row.phrase)] == []


def test_no_phrase_is_covered_by_a_shorter_one() -> None:
    wider = [row for row in ROWS if row.place != "line"]
    covered = {
        longer.phrase: (shorter.kind, longer.kind) for longer in ROWS for shorter in wider if _covers(shorter, longer)
    }
    assert set(covered) == set(OTHER_KIND)
    for phrase, (shorter_kind, kind) in covered.items():
        assert kind == OTHER_KIND[phrase] != shorter_kind


@pytest.mark.parametrize(
    ("shorter", "longer", "expected"),
    [
        (("read the full", "opening", "certain"), ("read the full story", "line", "certain"), True),
        (("read the full", "opening", "possible"), ("read the full story", "line", "certain"), False),
        (("read the full", "opening", "possible"), ("read the full story", "line", "possible"), True),
        (("read the full", "line", "certain"), ("read the full story", "line", "certain"), False),
        (("read the full", "opening", "certain"), ("spread the full story", "line", "certain"), False),
        (("full story", "anywhere", "certain"), ("read the full story", "anywhere", "certain"), True),
        (("full story", "anywhere", "certain"), ("read the full story", "line", "certain"), False),
        (("full story", "anywhere", "certain"), ("read the full story", "opening", "certain"), False),
        (("read", "anywhere", "certain"), ("read the full story", "opening", "certain"), True),
        (("read", "opening", "certain"), ("reading list", "line", "certain"), False),
        (("read*", "opening", "certain"), ("reading list", "line", "certain"), True),
    ],
)
def test_a_covered_phrase_is_recognized(
    shorter: tuple[str, str, str], longer: tuple[str, str, str], expected: bool
) -> None:
    rows = [Row(phrase, "read more", place, certainty) for phrase, place, certainty in (shorter, longer)]
    assert _covers(*rows) is expected
