"""The readers that ship: one file each, provided by the same hook as a third party's."""

from __future__ import annotations

from newslint.api import Reader
from newslint.readers.jsonl import JsonLinesReader
from newslint.readers.markdown import MarkdownReader
from newslint.readers.text import TextReader


def newslint_readers() -> list[type[Reader]]:
    """Return the readers that ship."""
    return [TextReader, MarkdownReader, JsonLinesReader]
