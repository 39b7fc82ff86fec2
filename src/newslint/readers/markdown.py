"""Reads Markdown: headings, paragraphs, list items, table rows and quotations become blocks; markup and code do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from newslint.api import Article, Failure, Role, TextBlock, TextPiece
from newslint.readers.front_matter import split_front_matter
from newslint.readers.metadata import metadata

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ROLES: dict[str, Role] = {"heading_open": "heading", "tr_open": "table-row"}
CONTAINERS: dict[str, Role] = {"list_item_open": "list-item", "blockquote_open": "quotation"}
# What stands within these is not text; other tags are left out, and the text between them stays.
NOT_TEXT = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style|pre|template|svg)\b.*?(?:</\1\s*>|\Z)|</?[a-z!?][^<>]*>")


class MarkdownReader:
    """Front matter becomes the article's metadata."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the article, and a failure for front matter that is not valid."""
        fields, start, error = split_front_matter(text)
        if error:
            yield Failure("reader", path, error)
        yield Article(path, text, meta=metadata(fields), blocks=list(_blocks(text, start)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Escapes and entities stay tokens of their own, so that each can be found in the file.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def _blocks(text: str, start: int) -> Iterator[TextBlock]:
    """Yield the blocks of a text behind its front matter, which ends at `start`."""
    # The parser counts lines; a carriage return ends one for it too, so it gets none.
    body = text[start:].replace("\r\n", " \n").replace("\r", "\n").replace("\0", " ")
    starts = [start]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    full = text[:start] + body
    containers: list[str] = []
    leaf = ""
    row: list[TextPiece] = []
    lines = (0, 0)
    for token in _parser().parse(body):
        if token.type in CONTAINERS:
            containers.append(token.type)
        elif token.type.endswith("_close") and containers and token.type[:-5] + "open" == containers[-1]:
            containers.pop()
        if token.type in ROLES:
            leaf = token.type
        if token.map:
            lines = (token.map[0], token.map[1])
        first, last = starts[lines[0]], min(starts[lines[1]], len(full))
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            if row:
                yield TextBlock("table-row", tuple(row))
            leaf = ""
        elif token.type == "heading_close":
            leaf = ""
        elif token.type == "html_block":
            yield from _html_blocks(full, first, last)
        elif token.type == "inline":
            cursor = row[-1].end if leaf == "tr_open" and row else first
            pieces = _pieces(full, cursor, last, token.children or ())
            if leaf == "tr_open":
                if row and pieces:
                    row.append(TextPiece(pieces[0].start, pieces[0].start, " | "))
                row += pieces
            elif pieces:
                role = ROLES.get(leaf) or (CONTAINERS[containers[-1]] if containers else "paragraph")
                yield TextBlock(role, tuple(pieces))


def _html_blocks(text: str, start: int, end: int) -> Iterator[TextBlock]:
    """Yield the text between the tags of a block of HTML."""
    for match in NOT_TEXT.finditer(text, start, end):
        yield from _plain_block(text, start, match.start())
        start = match.end()
    yield from _plain_block(text, start, end)


def _plain_block(text: str, start: int, end: int) -> Iterator[TextBlock]:
    bare = text[start:end].strip()
    if bare:
        begin = text.index(bare, start)
        yield TextBlock("paragraph", (TextPiece(begin, begin + len(bare)),))


def _pieces(text: str, cursor: int, end: int, tokens: Sequence[Token]) -> list[TextPiece]:
    """Return the stretches of a block that are text. The tokens come in the order of the file."""
    pieces: list[TextPiece] = []
    for token in tokens:
        kind = token.type
        sought, shown = token.content, None
        if kind in ("softbreak", "hardbreak"):
            sought, shown = "\n", " "
        elif kind == "text_special":
            sought, shown = token.markup, token.content
        elif kind == "link_close":
            cursor = _after_target(text, cursor, end)
            continue
        elif kind == "image":
            at = text.find("![", cursor, end)
            cursor = _after_target(text, _after_label(text, at + 1, end), end) if at >= 0 else cursor
            continue
        elif kind not in ("text", "code_inline", "html_inline"):
            continue
        at = text.find(sought, cursor, end)
        if at < 0:
            continue  # a code span whose line ends became spaces
        cursor = at + len(sought)
        if kind == "html_inline":
            if sought.lower().startswith(("<br", "<p")):
                pieces.append(TextPiece(at, cursor, " "))
        elif sought:
            pieces.append(TextPiece(at, cursor, shown))
    return pieces


def _after_label(text: str, at: int, end: int) -> int:
    """Return the offset of the bracket that closes the label which opens at `at`."""
    depth = 0
    for offset in range(at, end):
        if text[offset] == "[":
            depth += 1
        elif text[offset] == "]":
            depth -= 1
            if not depth:
                return offset
    return at


def _after_target(text: str, cursor: int, end: int) -> int:
    """Return the offset behind a link's target, if one stands at the bracket that closes its label."""
    at = text.find("]", cursor, end)
    if at < 0 or text[cursor:at].strip("*_~`"):
        return cursor
    opening = text[at + 1 : at + 2]
    closing = {"(": ")", "[": "]"}.get(opening)
    if not closing:
        return at + 1
    depth = 0
    for offset in range(at + 1, end):
        if text[offset] == opening:
            depth += 1
        elif text[offset] == closing:
            depth -= 1
            if not depth:
                return offset + 1
    return at + 1
