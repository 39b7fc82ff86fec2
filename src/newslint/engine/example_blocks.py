"""The notation of examples: fenced blocks in the docstring of a rule, or in a file of cases.

A `bad` block has findings where a line of carets below the text says, with the message after the carets (its begin, if
it ends with `…`). A `fixed` block after it is the result of its fixes. A `good` block has no finding. Blocks with file
names (`bad a.txt`) that follow each other are one set of articles. A table after the fence
(`bad { options.limit = 1, meta.date = "2025-05-23" }`) sets options of the rule and metadata of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.named_tuple import NamedTuple

FENCE = re.compile(r"^```(bad|good|fixed)(?:[ \t]+([^\s{]\S*))?(?:[ \t]+(\{.*\}))?[ \t]*$")
CARETS = re.compile(r"^([ \t]*)(\^+)(?:[ \t]+(.*?))?[ \t]*$")
DEFAULT_PATH = "example.txt"


class ExpectedFinding(NamedTuple):
    """A line of carets: a line, its columns from `start` to before `end`, and a message."""

    line: int
    start: int
    end: int
    message: str  # empty: any; a prefix if it ends with `…`

    def matches(self, finding: ExpectedFinding) -> bool:
        """Return whether a finding in the same form is the expected one."""
        if self[:3] != finding[:3]:
            return False
        if self.message.endswith("…"):
            return finding.message.startswith(self.message[:-1])
        return not self.message or self.message == finding.message


class ExampleBlock(NamedTuple):
    """One fenced block: an article, or the result of the fixes in the article before it."""

    kind: str  # bad, good or fixed
    name: str  # the article's file name; empty if the block has none
    line: int  # of the block's fence in the document, from 1
    text: str
    expected: tuple[ExpectedFinding, ...]
    table: str = ""  # after the fence: options and metadata, in TOML

    @property
    def path(self) -> str:
        """The path of the block's article."""
        return self.name or DEFAULT_PATH


def blocks(document: str) -> Iterator[list[ExampleBlock]]:
    """Yield the examples of a document in sets that are linted together."""
    group: list[ExampleBlock] = []
    lines = document.split("\n")
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            if lines[number].strip() and group:
                yield group
                group = []
            number += 1
            continue
        first = number + 1
        end = first
        while end < len(lines) and lines[end].rstrip() != "```":
            end += 1
        number = end + 1
        block = _block(fence[1], fence[2] or "", first, lines[first:end])._replace(table=fence[3] or "")
        names = [earlier.name for earlier in group if earlier.kind != "fixed"]
        # A name that is already in the set starts the next set, since each name is one article.
        joins = block.kind == "fixed" or (block.name and group and group[-1].name and block.name not in names)
        if group and not joins:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _block(kind: str, name: str, line: int, body: Sequence[str]) -> ExampleBlock:
    text: list[str] = []
    expected = []
    for row in body:
        carets = CARETS.match(row) if kind == "bad" and text else None
        if carets:
            start, end = carets.span(2)
            expected.append(ExpectedFinding(len(text), start + 1, end + 1, carets[3] or ""))
        else:
            text.append(row)
    return ExampleBlock(kind, name, line, "\n".join(text) + "\n", tuple(expected))
