"""The built-in readers, provided by the same hook as those of other plugins."""

from __future__ import annotations

from newslint.api import Reader
from newslint.readers.html import HtmlReader
from newslint.readers.jsonl import JsonLinesReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.text import TextReader


def newslint_readers() -> list[type[Reader]]:
    """Return the built-in readers."""
    return [TextReader, MarkdownReader, JsonLinesReader, HtmlReader]
