"""Junk that was run into the last line of the text: the button, the notice or the label after its last sentence."""

from __future__ import annotations

from newslint.api import Article, Pattern
from newslint_boilerplate.labels import buttons, label_kind, tokens
from newslint_boilerplate.lexicon import HELD_KIND, OPENING_KIND

KEEP = 30  # characters: what is left of the line after the junk is taken off has at least so many
REACH = 500  # characters before the end of the line that are looked at

STOP = Pattern(r"[.!?…][\"”’'»)\]]*\s+(?=\S)")
LABELLED = Pattern(
    r"(?:source|via|tags?|topics|category|filed\s+under|first\s+published|published|posted|last\s+updated|doi|related"
    r"|also\s+read|read\s+more|read\s+also|see\s+also)\s*:\s*\S"
)


def foot(article: Article, start: int, end: int) -> tuple[int, str] | None:
    """Where the text ends and the kind of what comes after it; None where nothing was run into the line."""
    text = article.text
    begins, at = [], max(start + KEEP, end - REACH)
    while match := STOP.within(text, at, end):
        begins.append(match.end())
        at = match.end()
    kinds = {mention[0]: OPENING_KIND[mention[2]] for mention in article.mentions("boilerplate.opening")[-8:]}
    held = [mention for mention in article.mentions("boilerplate.held")[-8:] if begins and mention[0] >= begins[0]]
    for number in range(max(0, len(begins) - 4), len(begins)):
        begin = begins[number]
        until = begins[number + 1] if number + 1 < len(begins) else end
        kind = kinds.get(begin) or next((HELD_KIND[m[2]] for m in held if begin <= m[0] < until), None)
        if not kind and until == end:
            kind = _label(text[begin:end])
        if kind:
            return begin, kind
    return _tail(text, max(start + KEEP, end - 60), end)


def _label(piece: str) -> str | None:
    """The kind of a last piece that is no sentence."""
    kind = label_kind(piece)
    if kind:
        return kind
    if len(piece) < 120 and LABELLED.at(piece, 0):
        return "label"
    if len(piece) < 80 and buttons(tokens(piece)) == 1:
        return "share"
    words = piece.split()
    bare = piece[0].isupper() and piece[-1].isalnum() and not any(mark in piece for mark in "@(0123456789[“\"")
    return "stray" if bare and len(piece) <= 60 and len(words) <= 5 else None


def _tail(text: str, start: int, end: int) -> tuple[int, str] | None:
    """A label after what ends without a full stop: an address, a colon, a word in capitals."""
    begin = end
    for _ in range(5):
        begin = text.rfind(" ", start, begin)
        if begin < 0:
            return None
        before = text[text.rfind(" ", start, begin) + 1 : begin]
        kind = label_kind(text[begin + 1 : end])
        if kind and (before[-1:] in ":;”\")]" or "." in before or "/" in before):
            return begin + 1, kind
    return None
