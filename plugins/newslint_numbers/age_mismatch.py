"""numbers/age-mismatch: one person, two ages."""

from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Article, Figure, Finding, Pattern, Related, Rule, Span, figures

WORD = r"[A-Z][\w'’-]*[a-z][\w'’-]*"
PARTICLE = r"(?:de|la|van|von|bin|al|el|del|della|da|di|dos|der|den|y|[A-Z]\.)"
NAME = rf"{WORD}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{WORD}){{1,4}}"
BEFORE = Pattern(rf"({NAME})(?:,[ ](?:age[ ]|aged[ ])?|[ ]\((?:age[ ]|aged[ ])?|[ ]aged?[ ])$", exact=True)
IS = Pattern(rf"({NAME})(?:,|[ ]is)[ ]$", exact=True)
CLOSES = Pattern(r",(?!\d)|\)|\.(?!\d)|;|:|[ ](?:of|was|is|were|and|from|who|has|had|died)[ ]|$")
# "42-year-old shop owner Name Name", but not "the 18-year-old sister of Name Name"
LINK = r"(?!(?:of|who|whose|with|from|in|at|and|by|to|for|near|on|was|is|said)\b)[a-z][\w'’-]*,?[ ]"
AFTER = Pattern(rf"[ -]year[ -]old[ ,]+(?:{LINK}){{0,5}}(?:(?:{NAME})[ ](?:{LINK}){{1,3}})?({NAME})", exact=True)
OLD = Pattern(r"[ -]years?[ -]old\b")
TITLES = frozenset(
    """suspect officer deputy detective sergeant lieutenant captain major colonel general judge mayor senator president
    governor minister pastor father sister brother private corporal agent trooper constable chief victim""".split()
)
AGE_WORDS = (" age ", "aged ")
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Aged(NamedTuple):
    """A name and an age that stand together."""

    key: tuple[str, str]
    age: float
    figure: Span
    name: str


class AgeMismatch(Rule):
    """Finds a person who is given two different ages.

    A wrong age is a correction waiting to be printed, and may point to the wrong person altogether: names repeat, and
    the age is what tells their bearers apart.

    ```bad
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 49, will appear in court.
                                                                         ^^ "Karin Musterfrau" is 49 here and 42 …
    ```

    ```good
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 42, will appear in court.
    Her son, 19-year-old Max Musterfrau, was with her.
    ```
    """

    name = "numbers/age-mismatch"
    triggers = ("figure",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each person, at the second age."""
        first: dict[tuple[str, str], Aged] = {}
        told = set()
        for aged in _ages(article):
            known = first.setdefault(aged.key, aged)
            if known.age != aged.age and aged.key not in told:
                told.add(aged.key)
                ages = article[aged.figure], article[known.figure]
                yield Finding(
                    aged.figure,
                    f'"{aged.name}" is {ages[0]} here and {ages[1]} before; find out which is right.',
                    related=(Related(known.figure, f"{ages[1]} here"),),
                )


def _ages(article: Article) -> Iterator[Aged]:
    text = article.text
    likely = [figure for figure in article.get(figures) if figure.value < 120 and _may_be_age(text, figure)]
    for figure in likely if len(likely) > 1 else ():
        start, end, _value = figure
        if text[end + 1 : end + 5] == "year":
            match = AFTER.at(text, end, end + 120)
            if match is None and OLD.at(text, end, end + 12):
                match = IS.within(text, start - 60, start)
        elif CLOSES.at(text, end, end + 6):
            match = BEFORE.within(text, start - 60, start)
        else:
            continue
        aged = _person(figure, match[1]) if match else None
        if aged:
            yield aged


def _may_be_age(text: str, figure: Figure) -> bool:
    """By the few characters around it; to spare the many other figures a closer look."""
    start, end, _value = figure
    if end - start <= 3 and text[start].isdigit():
        before = text[start - 2 : start]
        if before == ", " or before == " (" or before in ("e ", "d ") and text[start - 5 : start] in AGE_WORDS:
            return True
    return text[end + 1 : end + 5] == "year" and "old" in text[end + 6 : end + 11]


def _person(figure: Figure, name: str) -> Aged | None:
    """The age under the first and the last word of the name; None where two persons may share it."""
    words = name.lower().replace("’", "'").split()
    while words and words[0] in TITLES:
        del words[0]
    if len(words) < 2 or words[-1].rstrip(".") in SUFFIXES or words[-1].endswith(("'s", "s'")):
        return None
    return Aged((words[0], words[-1]), figure.value, Span(figure.start, figure.end), name)
