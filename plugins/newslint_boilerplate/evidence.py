"""What speaks for and against a line that no phrase convicts: its place, its shape, its words, its neighbours."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newslint.api import Article, Shape, body, content_words, filled_lines, shape
from newslint_boilerplate.labels import apart, buttons, credited, dated, plain, stamped
from newslint_boilerplate.layout import Layout, labels, layout, subheading, worth_weighing
from newslint_boilerplate.vocabulary import BUTTONS, NETWORKS, SECTIONS

LONGEST = 320  # characters: what is longer is not weighed at all
DATED = 40  # characters: the longest line that is a date alone
NEAR = 12  # lines on either side in which a run is looked at

SEPARATORS = " _-–—*=~.…•"
ENDINGS = {".": "sentence", "…": "sentence", "!": "exclamation", "?": "question", ":": "colon"}
LENGTHS = ((1, "one word"), (2, "two words"), (4, "few words"), (8, "some words"))
# Some of this there has to be: a run of short lines may be the article's own list.
TELLING = frozenset(
    (
        "run holds junk", "near junk", "after junk", "among comments", "page's words", "section name", "buttons",
        "half buttons", "address", "no letters", "date", "one word", "stands twice",
    )
)  # fmt: skip


class Suspect(NamedTuple):
    """A line to be weighed, by its number among the filled lines."""

    number: int
    evidence: tuple[str, ...]


def suspects(article: Article, sure: dict[int, str]) -> list[Suspect]:
    """The lines that may be junk, with what speaks for and against each; `sure` are those known to be, by number."""
    look = layout(article, sure)
    if look is None:
        return []
    lines, found = article.get(filled_lines), []
    known: Counter[str] | None = None
    for number in worth_weighing(look):
        span = lines[number]
        if span.end - span.start >= LONGEST:
            continue
        text, evidence = article[span], _neighbours(number, look)
        if number in look.maybe:
            evidence.append("page's words")
        if (look.prose[number] and not evidence) or subheading(number, text, look):
            continue
        if not (evidence or _may_tell(text)) or not text.strip(SEPARATORS):
            continue
        if text[-1] == ":" and number < look.last and number not in look.maybe:
            continue  # it leads in what follows
        form = shape(article, span)
        wording = _wording(text, form)
        if not evidence and TELLING.isdisjoint(wording):
            continue
        if credited(text) or _headline(number, look, form):
            continue
        if number < look.opening and (stamped(text) or _named(form)):
            continue
        known = labels(article, look) if known is None else known
        if known[plain(text)] > 1:
            evidence.append("stands twice")
        if number == 0:
            evidence.append("first line")
        evidence += wording + _form(text, form)
        evidence += [_place(number, look), _company(number, look), _vocabulary(article, form)]
        found.append(Suspect(number, tuple(evidence)))
    return found


def _named(form: Shape) -> bool:
    """Whether a line may be a person's name: two or three words with capitals, none of them a section's."""
    if not 2 <= len(form.words) <= 3:
        return False
    return all(word.istitle() and word.lower() not in SECTIONS for word in form.words)


def _headline(number: int, look: Layout, form: Shape) -> bool:
    """Whether a line is a single headline with no list around it: an advertisement perhaps, and not for this family."""
    run = look.runs.get(number, ())
    if len(form.words) < 6 or form.titled < 0.8 or look.sure.get(number - 1) == "related" or len(run) > 3:
        return False
    return all(n in look.sure or n not in run for n in (number - 1, number + 1))


def _place(number: int, look: Layout) -> str:
    if number > look.last:
        return "after the text"
    if number > look.closing:
        return "near the end"
    if number < look.first:
        return "before the text"
    return "near the start" if number < look.opening else "amid the text"


def _company(number: int, look: Layout) -> str:
    run = len(look.runs.get(number, ()))
    if run == 0:
        return "like prose"
    return "alone" if run == 1 else "in a short run" if run <= 3 else "in a long run"


def _vocabulary(article: Article, form: Shape) -> str:
    """How many of the words that say something stand in the article's own text."""
    content = content_words(form.words)
    if not content:
        return "says nothing"
    own = article.get(body)
    shared = sum(word in own for word in content)
    if shared == 0:
        return "shares nothing"
    if shared == len(content):
        return "shares all"
    return "shares much" if shared * 2 >= len(content) else "shares little"


def _neighbours(number: int, look: Layout) -> list[str]:
    names: list[str] = []
    sure = look.sure
    if not sure:
        return names
    if number - 1 in sure:
        names.append("after junk")
    elif number - 2 in sure:
        names.append("near junk")
    if number > look.comments:
        names.append("among comments")
    run = look.runs.get(number, range(number, number + 1))
    near = range(max(run.start - 1, number - NEAR), min(run.stop + 1, number + NEAR + 1))
    if any(sure.get(n) == "related" for n in range(near.start, number)):
        names.append("under a list's heading")
    if any(n in sure for n in near):
        names.append("run holds junk")
    return names


def _form(text: str, form: Shape) -> list[str]:
    names = [ENDINGS.get(form.ending, "unended")]
    count = len(form.words)
    names += [name for most, name in LENGTHS if count <= most][:1]
    if form.capitals > 0.6:
        names.append("capitals")
    elif count >= 4 and form.titled >= 0.8:
        names.append("title case")
    elif text[0].islower():
        names.append("lower case")
    if text[0].isdigit():
        names.append("numbered")
    if text[0] in "-–—•*(":
        names.append("bullet")
    return names


def _may_tell(text: str) -> bool:
    """Whether the words of a line may give it away: one word, or one of a page's at its beginning, or no plain word."""
    first, _space, rest = text.partition(" ")
    low, brief = first.lower(), len(text) < DATED
    if not rest or low in BUTTONS or low in NETWORKS or (low in SECTIONS and brief):
        return True
    if brief and (not first.isalpha() or text[-1].isdigit()):
        return True
    return "@" in rest or "http" in rest or "www." in rest


def _wording(text: str, form: Shape) -> list[str]:
    names = []
    words = apart(form.words)
    share = buttons(words)
    if share >= 0.5:
        names.append("buttons" if share == 1 else "half buttons")
    if words and all(word in SECTIONS or word in ("and", "the", "s") for word in words):
        names.append("section name")
    if "@" in text or "http" in text or "www." in text or (len(words) < 4 and ".com" in text):
        names.append("address")
    if not any(map(str.isalpha, text)):
        names.append("no letters")
    elif dated(text):
        names.append("date")
    return names
