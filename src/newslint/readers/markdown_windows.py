"""Parses Markdown of any length with few of its tokens in memory: blocks by windows of lines, paragraphs by parts.

The tokens are those of the whole file. A window ends where the last block in it begins, or the last item of a list,
because these may go on behind it. A paragraph is cut where nothing before the cut can belong to what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from newslint.canonical.long_texts import is_long
from newslint.readers.content_map import SourceLines
from newslint.readers.markdown_parser import markdown_parser

WINDOW_CHARS = 20_000  # of a long file: tokens take up to 700 bytes for each
TABLE_RULE = re.compile(r"[-|: \t]+\Z")  # below a line with bars, it makes a table of both
LISTS = ("bullet_list_open", "ordered_list_open")
UNSETTLED = re.compile(r"[*_~\[<`]")  # marks that may have their other end further down


def block_tokens(source: SourceLines, environment: dict[str, Any]) -> Iterator[tuple[int, Token]]:
    """Yield the tokens of the blocks, each with the line from which its own lines count.

    All definitions of links are in the environment before the first token comes.
    """
    in_windows = is_long(source.text)
    size = WINDOW_CHARS if in_windows else len(source.text) + 1
    if in_windows and "]:" in source.text:
        for _ in _windows(source, environment, size):
            pass
    for first, tokens in _windows(source, environment, size):
        for token in tokens:
            yield first, token


def _windows(source: SourceLines, environment: dict[str, Any], size: int) -> Iterator[tuple[int, list[Token]]]:
    """Yield the tokens of windows of about `size` characters, each with the number of the window's first line."""
    parser = markdown_parser()
    first, count, wanted = 0, len(source.ends), size
    while first < count:
        environment.pop("duplicate_refs", None)
        end = min(count, max(first + 1, bisect_left(source.starts, source.starts[first] + wanted)))
        tokens: list[Token] = []
        parser.block.parse(source.lines(first, end), parser, environment, tokens)
        if end == count:
            yield first, tokens
            return
        number = _last_beginning(tokens, source, first)
        if number:
            yield first, tokens[:number]
            first += _first_line(tokens[number])
            wanted = size
        elif not tokens and (below := _behind_blank_line(source, first, end)):
            first = below
            wanted = size
        else:
            wanted *= 4


def _behind_blank_line(source: SourceLines, first: int, end: int) -> int:
    """Return the line behind the last blank one: definitions alone may go on behind a window. 0 if none is blank."""
    return next((number + 1 for number in range(end - 1, first - 1, -1) if not source.line(number).strip()), 0)


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _last_beginning(tokens: list[Token], source: SourceLines, first: int) -> int:
    """Return the index of the token with which the last block, or item of a list, begins; 0 where that is the first.

    A block behind a definition may be the rest of it, unless a blank line or another block stands between them.
    """
    blocks = [number for number, token in enumerate(tokens) if not token.level and token.nesting >= 0]
    if blocks and tokens[blocks[-1]].type in LISTS:
        for number in range(len(tokens) - 1, blocks[-1] + 1, -1):
            token = tokens[number]
            is_item = token.type == "list_item_open" and token.level == 1
            if is_item and not TABLE_RULE.match(source.line(first + _first_line(token) + 1)):
                return number  # elsewhere a table would begin there, and no list
    for before, number in reversed([*pairwise(blocks)]):
        line, end = _first_line(tokens[number]), (tokens[before].map or (0, 0))[1]
        if end == line or not source.line(first + line - 1).strip():
            return number
    return 0


def inline_tokens(content: str, environment: dict[str, Any]) -> Iterator[tuple[int, list[Token]]]:
    """Yield the tokens within a block in parts, each with the offset from which its own offsets count."""
    parser = markdown_parser()
    start = 0
    size = wanted = WINDOW_CHARS if is_long(content) else len(content)
    while start + wanted < len(content):
        part = content[start : start + wanted]
        tokens = parser.inline.parse(part, parser, environment, [])
        number, cut = _last_cut(part, tokens)
        if cut:
            settled = tokens[:number]
            if tokens[number].type == "text":
                tokens[number].content = tokens[number].content[: cut - tokens[number].meta["start"]]
                settled.append(tokens[number])
            else:
                settled.append(tokens[number])
                cut += len(part[cut:]) - len(part[cut:].lstrip(" \t"))
            yield start, settled
            start += cut
            wanted = size
        else:
            wanted *= 4
    yield start, parser.inline.parse(content[start:], parser, environment, [])


def _last_cut(part: str, tokens: list[Token]) -> tuple[int, int]:
    """Return the index of the last token that may be divided, and the offset there; two zeros where there is none.

    A text is divided at a space between words, and a line end behind itself.
    """
    found = 0, 0
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting
        if token.type == "softbreak" and not depth and number + 1 < len(tokens):
            found = number, token.meta["start"] + 1
        elif token.type == "text":
            unsettled = UNSETTLED.search(token.content)
            start = token.meta["start"]
            at = start + (unsettled.start() if unsettled else len(token.content))
            while not depth and (at := part.rfind(" ", start, at)) >= 0:
                if at and _stands_alone(part, at):
                    found = number, at
                    break
            if unsettled:
                break
    return found


def _stands_alone(part: str, at: int) -> bool:
    """Return whether the space at an offset is the only one there: more may make a hard line break."""
    return not part[at - 1].isspace() and at + 1 < len(part) and not part[at + 1].isspace()
