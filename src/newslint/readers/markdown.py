"""Reads Markdown: markup is blanked with spaces of the same length, so that every position stays true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.api import Article

FRONT_MATTER = r"(?s)\A---[ \t]*\r?\n(.*?\n)---[ \t]*\r?(?:\n|\Z)"
FIELD = r"(?m)^([A-Za-z_-]+):(.*)$"
# No sign that is left open may be looked after to the end of the text, each time that it stands there.
MARKUP = r"""(?xms)
      ^[ ]{0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*  # a block of code, if need be to the end
        (?:\n.*?)??(?:\n[ ]{0,3}\1[`~]*[ \t]*\r?$|\Z)
    | <!--.*?-->
    | </?[A-Za-z][^<>\n]*>
    | `[^`\n]+`
    | !\[[^\[\]\n]*\]\([^()\n]*\)          # a picture
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
            fields = ((key.lower(), value.strip()) for key, value in re.findall(FIELD, front[1]))
            meta = {key: value.strip("\"'") for key, value in fields if value}
            text = _blank(front) + text[front.end() :]
        head, end, tail = text.rpartition("-->")
        text = head + end + tail.replace("<!--", "    ")  # nothing closes these
        yield Article(path, re.sub(MARKUP, _blank, text), meta=meta)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", " ", match.group())
