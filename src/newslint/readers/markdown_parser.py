"""The Markdown parser, with the position of every token of a paragraph in the paragraph's content."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


class PositionedState(StateInline):
    """The state of the parser, which writes into the `meta` of each token where it starts."""

    construct_start = 0  # where the parser last began to look for a token
    delimiter: Token | None = None  # the last token of a run of `*`, `_` or `~`

    def pushPending(self) -> Token:  # noqa: N802
        """Make a token of the text that the parser has gone past."""
        return self._push_text(self.pos)

    def _push_text(self, end: int) -> Token:
        token = super().pushPending()
        start = end - len(token.content)
        while start > 0 and not self.src.startswith(token.content, start):
            start -= 1  # spaces at a line's end
        token.meta["start"] = start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token of what starts where the parser began to look."""
        if self.pending:
            self._push_text(self.construct_start)
        token = super().push(ttype, tag, nesting)
        start = self.construct_start
        previous = self.delimiter
        if ttype == "text":
            # A run of marks becomes several tokens at once.
            if previous and self.tokens[-2:-1] == [previous] and previous.meta["construct"] == start:
                start = previous.meta["start"] + len(previous.content)
            token.meta["construct"] = self.construct_start
            self.delimiter = token
        token.meta["start"] = start
        return token


class PositionedInline(ParserInline):
    """The parser of a paragraph's content."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Fill `tokens` with those of `src`."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def markdown_parser() -> MarkdownIt:
    """Return the parser of CommonMark with tables and strikethrough."""
    parser = MarkdownIt()
    parser.inline = PositionedInline()
    parser.configure("commonmark").enable(["table", "strikethrough"])
    # Each text keeps the token whose position is known.
    parser.disable(["text_join", "fragments_join"])
    parser.inline.ruler.before("text", "construct_start", _note_start)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    return parser


def _note_start(state: StateInline, silent: bool) -> bool:
    if not silent and isinstance(state, PositionedState):
        state.construct_start = state.pos
    return False


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    known = len(state.tokens)
    is_table = table(state, start, end, silent)
    if is_table and not silent:
        for token in state.tokens[known:]:
            if token.type == "tr_open" and token.map:
                at = state.bMarks[token.map[0]] + state.tShift[token.map[0]]
                token.meta["column"] = at - state.src.rfind("\n", 0, at) - 1
    return is_table
