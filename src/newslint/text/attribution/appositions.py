"""Appositions between a person without a name and the name: "Jane Doe, a senior official, said"."""

from __future__ import annotations

from newslint.text.attribution.clauses import has_finite_verb, sentence_before
from newslint.text.attribution.noun_phrases import NEVER_BEFORE_NOUN
from newslint.text.dates.calendar import MONTHS, WEEKDAYS
from newslint.text.pattern import Pattern

# Ends with a comma, a stop or, where "said" or a relative clause follows, with nothing.
NAME_IN_APPOSITION = Pattern(
    r""",?\s+(?:[A-Z][\w'-]+|[A-Z][.·])(?:\s+(?:[A-Z][\w'-]*[.·]?|[a-z]{2,3}))*\s+[A-Z][\w'-]+\s*
    (?:[,.;(—–]|\ (?:said|says|told|who)\b|$)""",
    case_sensitive=True,
    matches=(", Maria Lind,", ", J. van der Novak.", " Maria Lind said", ", Maria Lind who left"),
    misses=(", who left,", ", Maria said,", " Maria Lind Hospital and"),
)
# After a comma: "its ally, the Danish government, says".
IDENTIFICATION = Pattern(
    r"\s*(?:the\s+[A-Z]|(?:[\w'-]+\s+){0,5}?[A-Z][\w'-]+\s+[A-Z][\w'-]+)",
    case_sensitive=True,
    matches=(" the Danish government", " the mayor Maria Lind", " Maria Lind"),
    misses=(" the mayor of Lyon", " who met Maria", " Maria and Jan"),
)
# A name that fills what stands between two commas, with or without a title: "and Jo Park", "Gov· Jo Park".
NAME_ALONE = Pattern(
    r"(?:(?:and|but|or|said)\s+)?(?:[A-Z][\w'.·-]*\s+){1,5}[A-Z][\w'-]+$",
    case_sensitive=True,
    matches=("and Jo Park", "Gov· Jo Park", "Jo Park"),
    misses=("in Fox News", "the mayor of New York", "Monday"),
)
# At the end of a longer part: a name with a common noun before it, which no name of a place has.
NAME_OF_PERSON = Pattern(
    r"\b(?!(?:in|at|near|on|to|from|of|for|outside|around|across)\b)[a-z]{2,}\ (?:[A-Z][\w'-]+\ ){1,2}[A-Z][\w'-]+$",
    case_sensitive=True,
    method="search",
    matches=("It came from his daughter Maria Lind",),
    misses=("It came to New York", "It came from his daughter"),
)
NEVER_BEFORE_NAME = NEVER_BEFORE_NOUN - {"and", "but", "or", "said"}
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))


def is_apposition_to_name(text: str, start: int, gap: str) -> bool:
    """Return whether the phrase at `start` explains a name before it: "Jane Doe, a senior official, said".

    `gap` is the text between the noun and its verb.
    """
    if text[start - 2 : start] != ", ":
        return False
    sentence = sentence_before(text, start - 2)
    part = sentence.rpartition(", ")[2].rpartition("” ")[2]
    first_word = part.split(" ", 1)[0].lower()
    is_surname = sentence.endswith(f"” {part}") and part.istitle()
    is_name = part.rsplit(" ", 1)[-1].lower() not in CALENDAR and (is_surname or NAME_ALONE.match(part, 0))
    if is_name and first_word not in NEVER_BEFORE_NAME:
        return True
    if not ("," in gap or gap.startswith(" who")):
        return False
    if NAME_OF_PERSON.search(part, 0, len(part)):
        return True
    return sentence.split(" ", 1)[0].lower().strip(",") not in NEVER_BEFORE_NOUN and not has_finite_verb(part)
