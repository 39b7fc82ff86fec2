"""Ages of persons who are named: "Name Name, 42", "42-year-old Name Name"."""

from typing import NamedTuple

from newslint.api import Article, Number, Span, numbers
from newslint_numbers.view.names import name_after, name_before, person

CLOSES = ("of", "was", "is", "were", "and", "from", "who", "has", "had", "died")
LEADS = frozenset((", ", " (", "e ", "d "))  # "age 42", "aged 42"


class Aged(NamedTuple):
    """A name and an age that stand together."""

    key: tuple[str, str]  # the first and the last name
    age: float
    figure: Span
    name: str


def ages(article: Article) -> list[Aged]:
    """Every age that stands with a full name."""
    text, found = article.text, []
    for figure in article.get(numbers):
        start, end, value = figure
        # By the few characters around it; to spare the many other figures a closer look.
        if value >= 120 or not (text[start - 2 : start] in LEADS or text[end + 1 : end + 5] == "year"):
            continue
        if _may_be_age(text, figure):
            name = _named(text, figure)
            key = person(name)
            if key:
                found.append(Aged(key, figure.value, Span(figure.start, figure.end), " ".join(name)))
    return found


def _may_be_age(text: str, figure: Number) -> bool:
    """By some more of what stands around it."""
    start, end, _value = figure
    if text[end + 1 : end + 5] == "year":
        return "old" in text[end + 6 : end + 11]
    if end - start > 3 or not text[start].isdigit():
        return False
    before = text[max(0, start - 5) : start]
    return before[-2:] in (", ", " (") or before in (" age ", "aged ", "(age ")


def _named(text: str, figure: Number) -> list[str]:
    """The words of the name whose bearer is so old; none where the figure is no age, or nobody is named."""
    start, end, _value = figure
    if text[end + 1 : end + 5] == "year":
        name = name_after(text, text.find("old", end + 5) + 3) if text[end + 5] != "s" else []
        if name:
            return name
    elif not _closed(text, end):
        return []
    before = text[max(0, start - 8) : start]
    for lead in (", aged ", ", age ", " (aged ", " (age ", " aged ", " age ", " is ", ", ", " ("):
        if before.endswith(lead):
            return name_before(text, start - len(lead))
    return []


def _closed(text: str, end: int) -> bool:
    """Whether nothing behind the figure makes it something else: 16 points, 49 percent, 10.5."""
    after = text[end : end + 6]
    if after[:1] in (",", "."):
        return not after[1:2].isdigit()
    return after[:1] in ("", ")", ";", ":", "\n") or (after[0] == " " and after.split(" ")[1] in CLOSES)
