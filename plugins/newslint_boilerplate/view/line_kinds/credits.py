"""Credits: who else worked on an article, and where it first appeared."""

from __future__ import annotations

from newslint.api import Pattern, build_alternation
from newslint_boilerplate.data.words import CREDITED_WORK

MAX_CREDIT_CHARS = 220
MAX_LOWER_WORDS = 3  # of a source's name

CONTRIBUTION = Pattern(
    r"contributed\s+(?:reporting\b|to\s+this\s+(?:\w+\s)?(?:report|story|article|piece|review)(?:\W*$|[.;]|\s(?:from|in)\b))",
    method="search",
    matches=("Ada Example contributed to this report.", "Ada Example contributed reporting from Oslo."),
    misses=("He contributed to this campaign.", "Forty experts contributed to this report, which cost a million."),
)
OPENING = Pattern(
    rf"""\W*(?: contributing\s*: | {build_alternation(CREDITED_WORK)}\s+by\b
      | with\s+(?:assistance|contributions?|additional\s+reporting)\s+(?:by|from)\b )""",
    matches=("Contributing: Ada Example", "(Reporting by Ada Example)", "— With assistance by Ada Example"),
    misses=("Contributing factors", "Reporting byelaws", "With assistance he stood up"),
)
PUBLICATION_WORDS = ("first ", "originally ", "previously ", "published", "printed", "produced", "licen", "courtesy of")
PUBLICATION = Pattern(
    r"""\b(?:first|originally|previously)\s+(?:published|appeared|posted|ran|aired)\b
      | \bre-?(?:published|printed|produced)\b | \blicen[cs]ed?\b | \bcourtesy\s+of\b""",
    method="search",
    matches=("This article first appeared in The Example Review.", "Republished under a licence."),
    misses=("The first article appeared in 1931.", "The list was published in May."),
)
PHOTOGRAPHER = Pattern(
    r"""\W*(?:photo(?:graph)?|image|picture)s?\s?[:|]\s(?-i:[A-Z])[\w.'’-]+(?:\s[\w.'’-]+){0,3}
        \s?/\s?(?-i:[A-Z])[\w\s.]{1,40}\W*$
      | [(\[](?:photo(?:graph)?|image|picture)s?\s?[:|]\s(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]+){1,2}[)\]]$""",
    matches=("(Photos: Ada Example/Example Press)", "Images: Ada Example / EP", "(Photos: Ada Example)"),
    misses=("Photos: The bridge opens", "(Photos: The bridge opens)", "PHOTOS: Bridge/tunnel opening in pictures: see"),
)


def names_source(text: str) -> bool:
    """Return whether a label for a source is followed by a name or an address, as opposed to a sentence."""
    return sum(word.isalpha() and word.islower() for word in text.split()) <= MAX_LOWER_WORDS


def is_contribution(text: str) -> bool:
    """Return whether a line credits those who worked on the article."""
    return len(text) <= MAX_CREDIT_CHARS and bool(CONTRIBUTION.search(text, 0, len(text)) or OPENING.match(text, 0))


def is_publication_credit(text: str) -> bool:
    """Return whether a line says where the text first appeared, or who allows to print it."""
    return any(map(text.lower().__contains__, PUBLICATION_WORDS)) and bool(PUBLICATION.search(text, 0, len(text)))
