"""Junk that was run into the last line of the text: the button, the notice or the label after its last sentence."""

from __future__ import annotations

from newslint.api import Article, Pattern
from newslint_boilerplate.data.vocabulary import BUTTONS, SECTIONS
from newslint_boilerplate.view.labels import (
    button_row,
    is_byline_or_caption,
    label_kind,
    normalize_label,
    split_camel_case,
)
from newslint_boilerplate.view.lexicon import HELD_KIND, HINT_KIND, OPENING_KIND

KEEP = 30  # characters: what is left of the line after the junk is taken off has at least so many
REACH = 500  # characters before the end of the line that are looked at

LABEL = 60  # characters: what a page writes on a button or over a list
LABELLED_LINE = 120  # characters: the longest label with what it labels
ENDS = '.!?”"’'

STOP = Pattern(r"[.!?…][\"”’'»)\]]*\s+(?=\S)")
LABELLED = Pattern(
    r"(?:source|via|tags?|topics|category|filed\s+under|first\s+published|published|posted|last\s+updated|doi|related"
    r"|also\s+read|read\s+more|read\s+also|see\s+also)\s*:\s*\S"
)


def foot(article: Article, start: int, end: int) -> tuple[int, str] | None:
    """Where the text ends and the kind of what comes after it; None where nothing was run into the line."""
    text, first = article.text, max(start + KEEP, end - REACH)
    openings, others = article.mentions("boilerplate.opening"), article.mentions("boilerplate.held")
    sentence = text[end - 1] in ENDS and not text.endswith("...", start, end)
    if sentence and not any(mentions and mentions[-1][0] >= first for mentions in (openings, others)):
        return None
    kinds = {at: OPENING_KIND[word] for at, _end, word in openings[-8:] if at >= first}
    held = [(at, HELD_KIND[word]) for at, _end, word in others[-8:] if at >= first]
    if not sentence:
        for at, _end, word in article.mentions("boilerplate.hint")[-4:]:
            kinds.setdefault(at, HINT_KIND[word])
    begins, at = [], first
    while match := STOP.search(text, at, end):
        begins.append(match.end())
        at = match.end()
    for number in range(max(0, len(begins) - 4), len(begins)):
        begin = begins[number]
        until = begins[number + 1] if number + 1 < len(begins) else end
        kind = kinds.get(begin) or next((kind for at, kind in held if begin <= at < until), "")
        if not kind and until == end:
            kind = _label(text[begin:end])
        if kind:
            return begin, kind
    return None if sentence else _tail(text, max(start + KEEP, end - LABEL), end)


def _label(piece: str) -> str:
    """The kind of a last piece that is no sentence; "" where it may be one."""
    if len(piece) > LABELLED_LINE:
        return ""
    if ":" in piece and LABELLED.match(piece, 0):
        return "label"
    if len(piece) > LABEL:
        return ""
    kind = label_kind(piece, normalize_label(piece))[0] or ("share" if button_row(piece) else "")
    if kind:
        return kind
    if "@" in piece and " " not in piece:
        return "stray"
    return "stray" if piece.count(" ") < 5 and piece[-1].isalnum() and _of_a_page(piece) else ""


def _of_a_page(piece: str) -> bool:
    """Whether a few words are a menu's or a list's of tags: a section, a button, or words run together."""
    if not piece[0].isupper() or any(mark in piece for mark in '/(0123456789[“"') or is_byline_or_caption(piece):
        return False
    row = piece.split()
    parts = split_camel_case(row)
    return len(parts) > len(row) + 1 or any(word in SECTIONS or word in BUTTONS for word in parts)


def _tail(text: str, start: int, end: int) -> tuple[int, str] | None:
    """A label after what ends without a full stop: an address, a colon, a word in capitals."""
    begin = end
    for _ in range(5):
        begin = text.rfind(" ", start, begin)
        if begin < 0:
            return None
        before = text[text.rfind(" ", start, begin) + 1 : begin]
        if before[-1:] in ':;”")]' or "." in before or "/" in before:
            piece = text[begin + 1 : end]
            kind = label_kind(piece, normalize_label(piece))[0]
            if kind:
                return begin + 1, kind
    return None
