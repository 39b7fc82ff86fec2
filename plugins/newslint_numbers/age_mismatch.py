"""numbers/age-mismatch: one person, two ages."""

from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Article, Figure, Finding, Pattern, Related, Rule, Span, figures

NAME = r"[A-Z][\w'’-]*[a-z][\w'’-]*(?:[ ](?:[A-Z]\.|[A-Z][\w'’-]*[a-z][\w'’-]*|de|la|van|von|bin|al|el|del|della|da|di|dos|der|den|y)){1,4}"
BEFORE = Pattern(rf"({NAME})(?:,[ ](?:age[ ]|aged[ ])?|[ ]\((?:age[ ]|aged[ ])?|[ ]aged?[ ])$", exact=True)
CLOSES = Pattern(r",(?!\d)|\)|\.(?!\d)|;|:|[ ](?:of|was|is|were|and|from|who|has|had|died)[ ]|$")
LINK = r"(?!(?:of|who|whose|with|from|in|at|and|by|to|for|near|on|was|is|said)\b)[a-z][\w'’-]*,?[ ]"
AFTER = Pattern(rf"[ -]years?[ -]old[ ,]+(?:{LINK}){{0,5}}(?:(?:{NAME})[ ](?:{LINK}){{1,3}})?({NAME})", exact=True)
SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Aged(NamedTuple):
    """A name and an age that stand together."""

    key: tuple[str, str]
    age: float
    figure: Span
    name: str


class AgeMismatch(Rule):
    """Finds a person who is given two different ages.

    A wrong age is among the commonest corrections that newspapers print, and may point to the wrong person altogether:
    names repeat, and the age is what tells their bearers apart.

    ```bad
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 49, will appear in court.
                                                                         ^^ "Karin Musterfrau" is 49 here and 42 before; find out which is right.
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
    for figure in article.get(figures):
        start, end, value = figure
        if not 1 <= value <= 119 or value != int(value):
            continue
        if text[end + 1 : end + 5] == "year":
            match = AFTER.at(text, end, end + 120)
        elif end - start <= 3 and text[start - 1 : start] in (" ", "(") and CLOSES.at(text, end, end + 6):
            match = BEFORE.within(text, start - 60, start)
        else:
            continue
        if match:
            aged = _person(figure, match[1])
            if aged:
                yield aged


def _person(figure: Figure, name: str) -> Aged | None:
    """The age under the first and the last word of the name; not where two persons may share it."""
    words = name.lower().split()
    if words[-1].rstrip(".") in SUFFIX or words[-1].endswith(("'s", "’s", "s'", "s’")):
        return None
    return Aged((words[0], words[-1]), figure.value, Span(figure.start, figure.end), name)
