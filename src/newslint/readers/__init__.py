"""The built-in readers, provided by the same hook as those of other plugins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, cast

from newslint.api import Article, Failure, Reader
from newslint.readers.text import TextReader

# By class: the module, imported only for a run that reads such a file, and the suffixes of the files.
LAZY_READERS = {
    "MarkdownReader": ("markdown", (".md", ".markdown")),
    "JsonLinesReader": ("jsonl", (".jsonl", ".ndjson")),
    "HtmlReader": ("html", (".html", ".htm")),
}
# By suffix: a module that the reader needs, and the command that installs it. A folder may hold such files by the way.
OPTIONAL_MODULES = dict.fromkeys((".html", ".htm"), ("resiliparse", 'pip install "newslint[corpus]"'))


def newslint_readers() -> list[type[Reader]]:
    """Return the built-in readers."""
    return [TextReader, *map(_lazy_reader, LAZY_READERS)]


def _lazy_reader(class_name: str) -> type[Reader]:
    module, file_suffixes = LAZY_READERS[class_name]

    class LazyReader:
        suffixes = file_suffixes
        text_keys: Sequence[str] = ("text",)
        date_keys: Sequence[str] | None = None

        def read(self, path: str, text: str) -> Iterable[Article | Failure]:
            reader: Any = getattr(import_module(f"newslint.readers.{module}"), class_name)()
            reader.text_keys, reader.date_keys = self.text_keys, self.date_keys
            articles: Iterable[Article | Failure] = reader.read(path, text)
            return articles

    return cast("type[Reader]", LazyReader)
