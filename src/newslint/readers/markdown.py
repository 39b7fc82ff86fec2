"""Reads Markdown: headings, paragraphs, list items, table rows and quotations become blocks; markup and code do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from markdown_it.token import Token

from newslint.api import Article, Failure, Role, TextBlock, TextPiece
from newslint.readers.content_map import ContentMap, SourceLines, map_cells, map_lines
from newslint.readers.front_matter import split_front_matter
from newslint.readers.hidden_html import HiddenHtml
from newslint.readers.markdown_parser import ROW_STARTS, markdown_parser
from newslint.readers.markup import text_blocks, trimmed
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
        yield Article(path, text, meta=metadata(fields, self.date_keys), blocks=list(_blocks(text, start)))


def _blocks(text: str, start: int) -> Iterator[TextBlock]:
    """Yield the blocks of a text behind its front matter, which ends at `start`."""
    source = SourceLines(text, start)
    body = source.body()
    environment: dict[str, Any] = {}
    tokens = markdown_parser().parse(body, environment)
    row_starts = environment.get(ROW_STARTS, {})
    row_columns = {number: at - body.rfind("\n", 0, at) - 1 for number, at in row_starts.items()}
    containers: list[Role] = []
    heading = ""
    row: list[TextPiece] = []
    cells: Iterator[ContentMap] | None = None
    hidden = HiddenHtml(text)
    for token in tokens:
        kind = token.type
        first = token.map[0] if token.map else 0
        if kind in CONTAINERS:
            containers.append(CONTAINERS[kind])
        elif kind in ("list_item_close", "blockquote_close"):
            containers.pop()
        elif kind in ("heading_open", "heading_close"):
            heading = token.markup if kind == "heading_open" else ""
        elif kind == "tr_open":
            row, cells = [], iter(map_cells(source, first, row_columns[first]))
        elif kind == "tr_close":
            if row:
                yield TextBlock("table-row", tuple(row))
            cells = None
        elif kind == "html_block":
            place = map_lines(source, token.content, first)
            for role, pieces in _html_blocks(token.content, place):
                if shown := hidden.visible(pieces):
                    yield TextBlock(containers[-1] if containers and role == "paragraph" else role, tuple(shown))
            hidden.read_block(token.content, place)
        elif kind == "inline" and cells:
            pieces = hidden.visible(_pieces(next(cells, ContentMap([])), token))
            if row and pieces:
                row.append(TextPiece(pieces[0].start, pieces[0].start, " | "))
            row += pieces
        elif kind == "inline":
            place = map_lines(source, token.content, first, is_heading=heading.startswith("#"))
            if pieces := hidden.visible(_pieces(place, token)):
                role = "heading" if heading else containers[-1] if containers else "paragraph"
                yield TextBlock(role, tuple(pieces))


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


def _pieces(place: ContentMap, block: Token) -> list[TextPiece]:
    """Return the stretches of the file that are the text of a block, in order. A code span is not text."""
    content = block.content
    pieces: list[TextPiece] = []
    hidden = ""
    is_address = False
    for token in block.children or ():
        kind, start = token.type, token.meta.get("start", 0)
        if kind == "html_inline":
            tag = token.content.lower()
            if hidden:
                hidden = "" if tag.startswith("</" + hidden) else hidden
            elif not tag.endswith("/>"):
                hidden = next((name for name in HIDDEN_TAGS if tag.startswith("<" + name)), "")
            if tag.startswith("<br") and pieces:
                pieces.append(TextPiece(pieces[-1].end, pieces[-1].end, " "))
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
    return sorted(pieces, key=_start)


def _start(piece: TextPiece) -> int:
    return piece.start
