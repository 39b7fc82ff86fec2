"""Reads Markdown: headings, paragraphs, list items, table rows and quotations become blocks; markup and code do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from newslint.api import Article, Failure, Role, TextBlock, TextPiece
from newslint.readers.content_map import ContentMap, SourceLines, first_line, map_cells, map_lines
from newslint.readers.front_matter import split_front_matter
from newslint.readers.hidden_html import HiddenHtml
from newslint.readers.markdown_windows import block_tokens, inline_tokens
from newslint.readers.markup import new_pieces, text_blocks, trimmed
from newslint.readers.metadata import metadata

CONTAINERS: dict[str, Role] = {"list_item_open": "list-item", "blockquote_open": "quotation"}
HIDDEN_TAGS = ("script", "style", "template", "svg")


class MarkdownReader:
    """Front matter becomes the article's metadata."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")
    date_keys: Sequence[str] | None = None

    def read(self, path: str, text: str) -> Iterator[Article | Failure]:
        """Yield the article, and a failure for front matter that is not valid."""
        fields, start, error = split_front_matter(text)
        if error:
            yield Failure("reader", path, error)
        yield Article(path, text, meta=metadata(fields, self.date_keys), blocks=_blocks(text, start))


def _blocks(text: str, start: int) -> Iterator[TextBlock]:
    """Yield the blocks of a text behind its front matter, which ends at `start`."""
    source = SourceLines(text, start)
    environment: dict[str, Any] = {}
    containers: list[Role] = []
    heading = ""
    row: list[TextPiece] = []
    cells: Iterator[ContentMap] | None = None
    hidden = HiddenHtml(text)
    for window, token in block_tokens(source, environment):
        kind = token.type
        first = window + token.map[0] if token.map else 0
        if kind in CONTAINERS:
            containers.append(CONTAINERS[kind])
        elif kind in ("list_item_close", "blockquote_close"):
            containers.pop()
        elif kind in ("heading_open", "heading_close"):
            heading = token.markup if kind == "heading_open" else ""
        elif kind == "tr_open":
            row, cells = [], iter(map_cells(source, first, token.meta["column"]))
        elif kind == "tr_close":
            if row:
                yield TextBlock("table-row", tuple(row))
            cells = None
        elif kind == "html_block":
            place = map_lines(source, token.content, first)
            for role, pieces in _html_blocks(token.content, place):
                if shown := [*hidden.visible(pieces)]:
                    yield TextBlock(containers[-1] if containers and role == "paragraph" else role, tuple(shown))
            hidden.read_block(token.content, place)
        elif kind == "inline" and cells:
            pieces = [*hidden.visible(_pieces(next(cells, ContentMap([])), token.content, environment))]
            if row and pieces:
                row.append(TextPiece(pieces[0].start, pieces[0].start, " | "))
            row += pieces
        elif kind == "inline":
            end = window + token.map[1] if token.map else first
            first = first_line(source, token.content, first, end)
            place = map_lines(source, token.content, first, is_heading=heading.startswith("#"))
            block = new_pieces(token.content)
            for piece in hidden.visible(_pieces(place, token.content, environment)):
                block.append(piece)
            if block:
                role = "heading" if heading else containers[-1] if containers else "paragraph"
                yield TextBlock(role, tuple(block) if isinstance(block, list) else block)


def _html_blocks(html: str, place: ContentMap) -> Iterator[tuple[Role, list[TextPiece]]]:
    """Yield the text between the tags of a block of HTML."""
    for role, block in text_blocks(html):
        pieces: list[TextPiece] = []
        for start, end, shown in trimmed(html, block):
            if shown is None:
                pieces += place.pieces(start, end)
            elif pieces and pieces[-1].text != shown:
                pieces.append(TextPiece(pieces[-1].end, pieces[-1].end, shown))
        yield role, pieces


def _pieces(place: ContentMap, content: str, environment: dict[str, Any]) -> Iterator[TextPiece]:
    """Yield the stretches of the file that are the text of a block, in order. A code span is not text."""
    hidden = ""
    is_address = False
    before: TextPiece | None = None  # the last piece of the parts that were read
    held: TextPiece | None = None  # one that the next part may continue
    for base, tokens in inline_tokens(content, environment):
        pieces: list[TextPiece] = []
        for token in tokens:
            kind, start = token.type, base + token.meta.get("start", 0)
            if kind == "html_inline":
                tag = token.content.lower()
                if hidden:
                    hidden = "" if tag.startswith("</" + hidden) else hidden
                elif not tag.endswith("/>"):
                    hidden = next((name for name in HIDDEN_TAGS if tag.startswith("<" + name)), "")
                if tag.startswith("<br") and (last := pieces[-1] if pieces else before):
                    pieces.append(TextPiece(last.end, last.end, " "))
            elif hidden:
                continue
            elif kind in ("softbreak", "hardbreak"):
                pieces += place.line_end(start)
            elif kind == "text_special":
                pieces += place.special(start, start + len(token.markup), token.content)
            elif kind == "link_open":
                is_address = token.markup == "autolink"
            elif kind == "text" and is_address:
                pieces += place.pieces(start + 1, content.index(">", start))
                is_address = False
            elif kind == "text":
                pieces += place.pieces(start, start + len(token.content))
        before = pieces[-1] if pieces else before
        pieces.sort(key=_start)
        if held and pieces and pieces[0].start == held.end and pieces[0].text is held.text is None:
            pieces[0] = TextPiece(held.start, pieces[0].end)
        elif held:
            yield held
        held = pieces.pop() if pieces else None
        yield from pieces
    if held:
        yield held


def _start(piece: TextPiece) -> int:
    return piece.start
