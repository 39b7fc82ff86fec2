"""The text of HTML: which stretches of it are text, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.api import Role, TextPiece
from newslint.canonical.long_texts import is_long
from newslint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.compact_spans import CompactSpans

# Nothing within these is text of an article.
HIDDEN = "script|style|pre|template|svg|math|textarea|select|iframe|noscript|canvas|object|title"
ROLES: dict[str, Role] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quotation",
    "tr": "table-row",
}
# An opening tag of these closes the same element before it.
SELF_CLOSING = frozenset(("li", "dt", "dd", "tr"))
# Tags of these stand within a sentence; all others end a block.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meta link nobr q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)
MARKUP = re.compile(
    rf"(?is)<!---?>|<!--.*?(?:-->|\Z)|<(?P<hidden>{HIDDEN})\b[^<>]*>.*?(?:</(?P=hidden)\s*>|\Z)"
    r"""|<(?P<close>/?)(?P<tag>[a-z][a-z0-9:-]*)(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>"""
    r"""|<(?P<open>[a-z][a-z0-9:-]*)(?:\s+[a-z:_@-][\w:.-]{0,60}(?:=(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>]{1,999}))?)"""
    r"""{1,60}\s*/?>|<[!?/][^<>]*>|</?[a-z][^<>]*>"""
)
EMPTY_COMMENTS = ("<!-->", "<!--->")
WHITE_SPACE = re.compile(r"[ \t]*[\r\n\f][\s]*")


class LeftOpen(NamedTuple):
    """A comment or a hidden element that does not end: where it starts, and the pattern of what would end it."""

    start: int
    closing: str


def text_blocks(html: str) -> Iterator[tuple[Role, Sequence[TextPiece]]]:
    """Yield the blocks of text in order, without white space around them."""
    open_roles: list[str] = []
    count = dict.fromkeys(ROLES, 0)
    block = new_pieces(html)
    cell_ended = False
    at = 0
    for match in MARKUP.finditer(html):
        start, end = match.span()
        if start > at:
            if cell_ended and any(_is_visible(html, each) for each in _stretches(html, at, start)):
                cell_ended = False
                if block:
                    block.append(TextPiece(at, at, " | "))
            for piece in _stretches(html, at, start):
                block.append(piece)
        at = end
        tag = (match["tag"] or match["open"] or match["hidden"] or "").lower()
        if not tag or tag in INLINE or match["hidden"]:
            continue
        if tag in ("td", "th"):
            cell_ended = bool(block)
            continue
        if block:
            yield _role(open_roles), block
            block, cell_ended = new_pieces(html), False
        if tag in ROLES:
            is_open = not match["close"]
            if count[tag] and (not is_open or (tag in SELF_CLOSING and open_roles[-1] == tag)):
                while True:
                    ended = open_roles.pop()
                    count[ended] -= 1
                    if ended == tag:
                        break
            if is_open:
                open_roles.append(tag)
                count[tag] += 1
    for piece in _stretches(html, at, len(html)):
        block.append(piece)
    yield _role(open_roles), block


def left_open(html: str) -> LeftOpen | None:
    """Return what begins in a stretch of HTML, hides its text and does not end in it."""
    *_, last = (None, *MARKUP.finditer(html))
    if last is None or last.end() < len(html) or last[0] in EMPTY_COMMENTS:
        return None
    closing = "-->" if last[0].startswith("<!--") else rf"</{last['hidden'].lower()}\s*>" if last["hidden"] else ""
    if not closing or re.search(rf"(?:{closing})\Z", last[0], re.IGNORECASE):
        return None
    return LeftOpen(last.start(), closing)


def _role(open_roles: list[str]) -> Role:
    return ROLES[open_roles[-1]] if open_roles else "paragraph"


def _is_visible(html: str, stretch: TextPiece) -> bool:
    return stretch.text is None and not html[stretch.start : stretch.end].isspace()


def new_pieces(text: str) -> list[TextPiece] | CompactSpans[TextPiece]:
    """Return an empty sequence for the pieces of a block of a page, or of a text that is one block."""
    if not is_long(text):
        return []
    from newslint.compact_spans import CompactSpans  # which few pages need

    return CompactSpans(TextPiece._make)


def _stretches(html: str, start: int, end: int) -> Iterator[TextPiece]:
    """Yield the text between two tags; white space with a line end is a space."""
    for match in WHITE_SPACE.finditer(html, start, end):
        if match.start() > start:
            yield TextPiece(start, match.start())
        yield TextPiece(match.start(), match.end(), " ")
        start = match.end()
    if start < end:
        yield TextPiece(start, end)


def trimmed(html: str, block: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Return a block without the white space around it; empty if it holds nothing else."""
    first, last = 0, len(block)
    while first < last and not _is_visible(html, block[first]):
        first += 1
    while first < last and not _is_visible(html, block[last - 1]):
        last -= 1
    if isinstance(block, list):
        return tuple(block[first:last])
    from newslint.compact_blocks import CompactRange

    return CompactRange(block, range(first, last))
