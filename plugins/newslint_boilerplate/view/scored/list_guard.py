"""Lists and tables of the article's own: three or more neighbouring lines of one form."""

from __future__ import annotations

from collections import Counter

from newslint.api import Pattern
from newslint_boilerplate.view.scored.layout import Layout

MIN_SAME_FORM = 2  # other lines near a line, of its form
MAX_DISTANCE = 3  # lines
MAX_LINE_CHARS = 160

# The forms of a line in a list, each by what a pattern finds.
FORMS = (
    Pattern(
        r"[^:|]{1,40}[:|]\s*[\d$€£]",
        matches=("Turnout: 51%", "Final score | 3-1", "Price: $20"),
        misses=("Photos: the bridge", "51%: turnout"),
    ),
    Pattern(
        r"\W*(?:19|20)\d\d\b\W*\S", matches=("1999: the bridge opens", "2009-12 8.7"), misses=("99 bridges", "In 1999")
    ),
    Pattern(
        r"[^,]{3,40},\s(?:aged?\s)?\d{1,3}\b(?!\s*(?:a\.?m|p\.?m|\d))",
        matches=("Ada Example, 34", "Bo Sample, aged 7, of Oslo"),
        misses=("Friday, 9 a.m.", "May 3, 2024"),
    ),
    Pattern(
        r".{0,60}[a-z%)]\s[–—-]\s\S",
        case_sensitive=True,
        matches=("Ada Example – chair", "Defence - $20"),
        misses=("Self-made", "A – Z"),
    ),
    Pattern(
        r"[A-Z][a-z]+(?:\s[a-z]+)?:\s(?!\S*https?:)\S",
        case_sensitive=True,
        matches=("Where: the hall", "Opening hours: ten to four"),
        misses=("PHOTOS: the hall", "Facebook: https://example.com"),
    ),
    Pattern(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        matches=("Friday, from eleven to four",),
        misses=("On Friday",),
    ),
    Pattern(r"[-–—•*·]\s*[A-Za-z“\"'\d]", matches=("• Keep calm", "- Ada Example"), misses=("-", "Keep calm")),
    Pattern(r"(?:\d{1,2}|[a-z])[.)]\s*\S", matches=("1. Keep calm", "b) Example"), misses=("1999", "100. Keep")),
    Pattern(
        r".{0,60}[\s,][$€£]?\d[\d.,]*\s?%?$",
        matches=("Norway 12", "Average 4.2", "Turnout 51%", "Valid votes,5120"),
        misses=("12 Norwegians", "May 3, 2024 or so"),
    ),
)  # fmt: skip


def line_forms(text: str) -> frozenset[int]:
    """Return the forms that a line has, by their numbers in `FORMS`."""
    if len(text) > MAX_LINE_CHARS:
        return frozenset()
    return frozenset(number for number, form in enumerate(FORMS) if form.match(text, 0, len(text)))


def is_in_list(number: int, layout: Layout, texts: dict[int, str]) -> bool:
    """Return whether a line stands near two others of one of its forms, outside a list that the page is known to have.

    `texts` are those of the lines that are not prose.
    """
    own = line_forms(texts[number])
    near = [
        line for line in range(number - MAX_DISTANCE, number + MAX_DISTANCE + 1) if line != number and line in texts
    ]
    if not own or "related" in map(layout.certain.get, range(layout.runs[number].start, number)):
        return False
    forms = Counter(form for line in near if line not in layout.certain for form in line_forms(texts[line]))
    return any(forms[form] >= MIN_SAME_FORM for form in own)
