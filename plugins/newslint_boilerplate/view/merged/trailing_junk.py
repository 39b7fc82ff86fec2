"""Junk merged into the last line of the text: the button, the notice or the label after its last sentence."""

from __future__ import annotations

from newslint.api import Article, Pattern, build_alternation
from newslint_boilerplate.data.words import BUTTONS, METADATA_LABELS, SECTIONS
from newslint_boilerplate.view.lexicon import CONTAINED_KIND, OPENING_KIND, POSSIBLE_OPENING_KIND
from newslint_boilerplate.view.line_kinds.bylines import is_byline_or_caption
from newslint_boilerplate.view.line_kinds.labels import (
    MARKS_AROUND_LABEL,
    is_button_row,
    label_kind,
    normalize_label,
    split_camel_case,
)

MIN_TEXT_CHARS = 30  # that must be left of the line
MAX_DISTANCE_CHARS = 500  # from the end of the line to the junk
MAX_LABEL_CHARS = 60  # of what a page writes on a button or over a list
MAX_LABELLED_CHARS = 120  # of a label with what it labels
MAX_SENTENCES = 4  # that the junk may consist of
SENTENCE_ENDS = '.!?”"’'

STOP = Pattern(
    r"[.!?…][\"”’'»)\]]*\s+(?=\S)",
    method="search",
    matches=("It held. Share", "“It held.” Tags: dams"),
    misses=("It held.", "example.com"),
)
JOINED = Pattern(
    r"[a-z][.!?][”\"]?[A-Z][a-z]+\s",
    method="search",
    case_sensitive=True,
    matches=("Read on here.The dam held",),
    misses=("Read on here. The dam held", "example.com", "Example.Com"),
)
LABELLED = Pattern(
    rf"{build_alternation(METADATA_LABELS)}\s*:\s*\S",
    matches=("Tags: dams", "First published : 3 May"),
    misses=("Tags", "The source: a dam", "Source:"),
)


def find_trailing_junk(article: Article, start: int, end: int) -> tuple[int, str] | None:
    """Return where the junk at the end of a line begins, and its kind; None where there is none."""
    text, first = article.text, max(start + MIN_TEXT_CHARS, end - MAX_DISTANCE_CHARS)
    openings, contained = article.mentions("boilerplate.opening"), article.mentions("boilerplate.contained")
    is_sentence = text[end - 1] in SENTENCE_ENDS and not text.endswith("...", start, end)
    if is_sentence and not any(mentions and mentions[-1][0] >= first for mentions in (openings, contained)):
        return None
    opening_kinds = {
        at: OPENING_KIND[phrase]
        for at, _end, phrase in openings[-8:]
        if not phrase.startswith("photo")  # after text, it opens a credit
    }
    contained_kinds = [(at, CONTAINED_KIND[phrase]) for at, _end, phrase in contained[-8:]]
    if not is_sentence:
        for at, _end, phrase in article.mentions("boilerplate.possible-opening")[-4:]:
            if end - at <= MAX_LABELLED_CHARS:
                opening_kinds.setdefault(at, POSSIBLE_OPENING_KIND[phrase])
    begins, at = [], first
    while match := STOP.search(text, at, end):
        begins.append(match.end())
        at = match.end()
    for number in range(max(0, len(begins) - MAX_SENTENCES), len(begins)):
        begin = begins[number]
        until = begins[number + 1] if number + 1 < len(begins) else end
        kind = opening_kinds.get(begin) or next((kind for at, kind in contained_kinds if begin <= at < until), "")
        if not kind and until == end:
            kind = _kind_of_last_piece(text[begin:end], begin, opening_kinds)
        if (
            kind
            and not JOINED.search(text, begin, end)
            and _is_junk_to_end(text, begins[number + 1 :], end, {*opening_kinds, *dict(contained_kinds)})
        ):
            return begin, kind
    if is_sentence:
        return None
    return _find_label(text, max(start + MIN_TEXT_CHARS, end - MAX_LABEL_CHARS), end, opening_kinds)


def _is_junk_to_end(text: str, begins: list[int], end: int, junk_starts: set[int]) -> bool:
    """Return whether each sentence that begins here is short, or holds a phrase of a page: it is not the article's."""
    for begin, until in zip(begins, [*begins, end][1:], strict=True):
        is_short = until - begin <= MAX_LABEL_CHARS and text[until - 1] not in SENTENCE_ENDS
        if not is_short and not any(begin <= at < until for at in junk_starts):
            return False
    return True


def _kind_of_last_piece(piece: str, begin: int, opening_kinds: dict[int, str]) -> str:
    """Return the kind of a last piece, which begins at `begin`, if it is a label; "" where it may be a sentence."""
    if len(piece) > MAX_LABELLED_CHARS:
        return ""
    if LABELLED.match(piece, 0):
        return "label"
    if len(piece) > MAX_LABEL_CHARS:
        return ""
    kind = label_kind(piece, normalize_label(piece))[0] or opening_kinds.get(begin + _marks_before(piece), "")
    if not kind and is_button_row(piece):
        kind = "share"
    if kind:
        return kind
    if "@" in piece and " " not in piece:
        return "stray"
    return "stray" if piece.count(" ") < 5 and piece[-1].isalnum() and _is_menu(piece) else ""


def _marks_before(piece: str) -> int:
    return len(piece) - len(piece.lstrip(MARKS_AROUND_LABEL))


def _is_menu(piece: str) -> bool:
    """Return whether a few words are a menu or a list of tags: sections, buttons, or words run together."""
    if not piece[0].isupper() or any(mark in piece for mark in '/(0123456789[“"') or is_byline_or_caption(piece):
        return False
    words = piece.split()
    parts = split_camel_case(words)
    return len(parts) > len(words) + 1 or any(word in SECTIONS or word in BUTTONS for word in parts)


def _find_label(text: str, start: int, end: int, opening_kinds: dict[int, str]) -> tuple[int, str] | None:
    """Return where a label begins after text that ends without a full stop: an address, a colon, a bracket."""
    begin = end
    for _ in range(5):
        begin = text.rfind(" ", start, begin)
        if begin < 0:
            return None
        before = text[text.rfind(" ", start, begin) + 1 : begin]
        if before[-1:] in ':;”")]' or (("." in before or "/" in before) and not before.rpartition(".")[2].istitle()):
            piece = text[begin + 1 : end]
            kind = label_kind(piece, normalize_label(piece))[0] or opening_kinds.get(begin + 1)
            if kind:
                return begin + 1, kind
    return None
