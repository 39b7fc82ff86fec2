"""What speaks for and against a line that no phrase convicts: its place, its shape, its words, its neighbours."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newslint.api import Article, Shape, Span, body, content_words, filled_lines, shape
from newslint_boilerplate.certain import hinted
from newslint_boilerplate.labels import buttons, credited, dated, plain, tokens
from newslint_boilerplate.vocabulary import SECTIONS

LONG = 160  # characters: a block this long is the article's own text
LONGEST = 320  # characters: what is longer is not weighed at all
SENTENCE = 35  # characters: a line this long that ends like a sentence is taken for the article's own
NEAR = 12  # lines on either side in which a run is looked at

ENDINGS = {".": "sentence", "…": "sentence", "!": "exclamation", "?": "question", ":": "colon"}
LENGTHS = ((1, "one word"), (2, "two words"), (4, "few words"), (8, "some words"))


class Suspect(NamedTuple):
    """A line to be weighed, by its number among the filled lines."""

    number: int
    evidence: tuple[str, ...]


class Layout(NamedTuple):
    """An article's filled lines, sorted into its own text and what may not be."""

    prose: list[bool]  # by number: reads like a sentence of the article
    runs: list[int]  # by number: how many lines that are not prose stand together
    first: int  # the first line of prose, and the last
    last: int
    opening: int  # the first long line of prose, and the last
    closing: int
    comments: int  # where a section of comments begins
    seen: Counter[str]  # how often each label stands in the article


def suspects(article: Article, sure: dict[int, str]) -> list[Suspect]:
    """The lines that may be junk, with what speaks for and against each; `sure` are those known to be, by number."""
    lines, maybe = article.get(filled_lines), article.get(hinted)
    look = _layout(article.text, lines, sure)
    if look is None:
        return []
    found = []
    for number, span in enumerate(lines):
        if number in sure or span[1] - span[0] >= LONGEST:
            continue
        beside = number - 1 in sure or number + 1 in sure
        if look.prose[number] and not beside and number not in maybe and look.opening < number < look.closing:
            continue  # a sentence among sentences
        text, form = article[span], shape(article, span)
        if credited(text) or (number < look.opening and dated(text)) or _headline(number, look, sure, form):
            continue
        evidence = [_place(number, look), _company(number, look), _vocabulary(article, form)]
        evidence += _neighbours(number, look, sure) + _form(text, form) + _wording(text)
        if number in maybe:
            evidence.append("page's words")
        if number == 0:
            evidence.append("first line")
        if look.seen[plain(text)] > 1:
            evidence.append("stands twice")
        found.append(Suspect(number, tuple(evidence)))
    return found


def _layout(text: str, lines: list[Span], sure: dict[int, str]) -> Layout | None:
    """The layout, or None where there is nothing to weigh or nothing to weigh it against."""
    count = len(lines)
    prose = [number not in sure and _is_prose(text, span) for number, span in enumerate(lines)]
    own = [number for number in range(count) if prose[number]]
    if not own or len(own) == count:
        return None
    long = [number for number in own if lines[number][1] - lines[number][0] >= LONG]
    labels = (text[start:end] for n, (start, end) in enumerate(lines) if not prose[n] and end - start < LONG)
    return Layout(
        prose,
        _runs(prose),
        own[0],
        own[-1],
        long[0] if long else count,
        long[-1] if long else -1,
        min((n for n, kind in sure.items() if kind == "comment" and n * 2 > own[-1]), default=count),
        Counter(map(plain, labels)),
    )


def _is_prose(text: str, span: Span) -> bool:
    """Whether a line ends like a sentence and is long enough for one, or is long."""
    start, end = span
    if end - start < SENTENCE:
        return False
    return end - start >= LONG or text[max(start, end - 8) : end].rstrip("\"'”’»)] ")[-1:] in tuple(".!?:,;…")


def _runs(prose: list[bool]) -> list[int]:
    runs, begin = [0] * len(prose), 0
    for number in range(len(prose) + 1):
        if number == len(prose) or prose[number]:
            runs[begin:number] = [number - begin] * (number - begin)
            begin = number + 1
    return runs


def _headline(number: int, look: Layout, sure: dict[int, str], form: Shape) -> bool:
    """Whether a line is a single headline with no list around it: an advertisement perhaps, and not for this family."""
    if len(form.words) < 6 or form.titled < 0.8 or sure.get(number - 1) == "related" or look.runs[number] > 3:
        return False
    beside = (number - 1, number + 1)
    return all(n in sure or not 0 <= n < len(look.prose) or look.prose[n] for n in beside)


def _place(number: int, look: Layout) -> str:
    if number > look.last:
        return "after the text"
    if number > look.closing:
        return "near the end"
    if number < look.first:
        return "before the text"
    return "near the start" if number < look.opening else "amid the text"


def _company(number: int, look: Layout) -> str:
    run = look.runs[number]
    if run == 0:
        return "like prose"
    return "alone" if run == 1 else "in a short run" if run <= 3 else "in a long run"


def _vocabulary(article: Article, form: Shape) -> str:
    """How many of the words that say something stand in the article's own text."""
    content = content_words(form.words)
    if not content:
        return "says nothing"
    own = article.get(body)
    shared = sum(word in own for word in content) / len(content)
    return "shares nothing" if shared == 0 else "shares all" if shared == 1 else "shares much" if shared >= 0.5 else "shares little"


def _neighbours(number: int, look: Layout, sure: dict[int, str]) -> list[str]:
    names = []
    before = sure.get(number - 1)
    if before:
        names.append("after junk")
        if before == "related":
            names.append("after a list's heading")
    elif number - 2 in sure:
        names.append("near junk")
    if number > look.comments:
        names.append("among comments")
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(look.prose) and abs(at - number) <= NEAR and not look.prose[at]:
            if at in sure:
                return [*names, "run holds junk"]
            at += step
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


def _wording(text: str) -> list[str]:
    names = []
    words = tokens(text[:120])
    share = buttons(words)
    if share >= 0.5:
        names.append("buttons" if share == 1 else "half buttons")
    if words and all(word in SECTIONS or word in ("and", "the", "s") for word in words):
        names.append("section name")
    if "@" in text or "http" in text or "www." in text or ".com" in text:
        names.append("address")
    if any(mark in text for mark in "|›»>#·"):
        names.append("divided")
    if not any(map(str.isalpha, text)):
        names.append("no letters")
    elif dated(text):
        names.append("date")
    return names
