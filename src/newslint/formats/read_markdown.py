"""Reads Markdown: markup is blanked with spaces of the same length, so that every position stays true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article

FRONT_MATTER = r"(?s)\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)"
FIELD = r"(?m)^([A-Za-z_-]+):[ \t]*(.+?)[ \t]*$"
MARKUP = r"""(?xms)
      ^(?:```|~~~)[^\n]*\n(?:.*?\n)??(?:```|~~~)[ \t]*$  # a block of code
    | <!--.*?-->
    | </?[A-Za-z][^<>\n]*>
    | `[^`\n]+`
    | !\[[^\]\n]*\]\([^()\n]*\)            # a picture
    | (?<=\])\([^()\s]+(?:[ ]"[^"\n]*")?\)   # a link's target
    | ^[ \t]{0,3}\#{1,6}[ \t]
    | ^[ \t]{0,3}>[ \t]?
    | \*\*|__
    """


class MarkdownReader:
    """Front matter becomes the article's meta; what is not prose becomes spaces."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def read(self, path: str, text: str) -> Iterator[Article]:
        """One article."""
        meta = {}
        front = re.match(FRONT_MATTER, text)
        if front:
            meta = {key.lower(): value.strip("\"'") for key, value in re.findall(FIELD, front[1])}
            text = _blank(front) + text[front.end() :]
        yield Article(path, re.sub(MARKUP, _blank, text), meta=meta)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
