"""Reads Markdown: spaces of the same length replace the markup, so that positions stay those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article

FRONT_MATTER = r"(?s)\A---[ \t]*\r?\n(.*?\n)---[ \t]*\r?(?:\n|\Z)"
FIELD = r"(?m)^([A-Za-z_-]+):(.*)$"
# No alternative may search to the end of the text for each of many openings that are never closed.
MARKUP = r"""(?xms)
      ^[ ]{0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*  # a block of code, up to the end of the text if it is not closed
        (?:\n.*?)??(?:\n[ ]{0,3}\1[`~]*[ \t]*\r?$|\Z)
    | <!--.*?-->
    | </?[A-Za-z][^<>\n]*>
    | `[^`\n]+`
    | !\[[^\[\]\n]*\]\([^()\n]*\)          # an image
    | (?<=\])\([^()\s]+(?:[ ]"[^"\n]*")?\)   # the target of a link
    | ^[ \t]{0,3}\#{1,6}[ \t]
    | ^[ \t]{0,3}>[ \t]?
    | \*\*|__
    """


class MarkdownReader:
    """The `.md` format: front matter becomes the metadata, and what is not prose becomes spaces."""

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def read(self, path: str, text: str) -> Iterator[Article]:
        """Yield one article."""
        meta = {}
        front = re.match(FRONT_MATTER, text)
        if front:
            fields = ((key.lower(), value.strip()) for key, value in re.findall(FIELD, front[1]))
            meta = {key: value.strip("\"'") for key, value in fields if value}
            text = _blank(front) + text[front.end() :]
        head, end, tail = text.rpartition("-->")
        text = head + end + tail.replace("<!--", "    ")  # these comments are never closed
        yield Article(path, re.sub(MARKUP, _blank, text), meta=meta)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", " ", match.group())
