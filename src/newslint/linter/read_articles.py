"""The articles in a file, from the reader of its suffix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.api import Article
from newslint.engine.checker import format_plugin_error
from newslint.files import UTF_8, FileError, Source, read_text
from newslint.linter.linter import Linter
from newslint.model import Failure

RECORD_SUFFIXES = (".jsonl", ".ndjson")  # of files that hold many articles


def read_articles(linter: Linter, source: Source) -> Iterator[Article | Failure]:
    """Yield the articles in a file, and a failure for what cannot be read."""
    is_json = source.path.lower().endswith(RECORD_SUFFIXES)
    encoding = UTF_8 if is_json else linter.settings.encoding  # JSON is UTF-8 by definition
    try:
        text = read_text(source, encoding, linter.settings.max_size)
    except FileError as error:
        return iter([Failure("file", source.path, str(error))])
    return parse_articles(linter, source.path, text, source.suffix, source.meta)


def parse_articles(
    linter: Linter, path: str, text: str, suffix: str = "", meta: Mapping[str, str] | None = None
) -> Iterator[Article | Failure]:
    """Yield the articles in the text of a file, and a failure for what is not an article.

    `suffix` chooses the reader, by default that of the path. `meta` goes before what the reader knows.
    """
    more = dict(meta or {})
    if linter.settings.date:
        more["date-if-none"] = linter.settings.date
    suffix = _known_suffix(linter, suffix or path)
    plugin = reader_label(linter, suffix)
    try:
        for item in linter.readers[suffix].read(path, text):
            if isinstance(item, Failure):
                yield item
            elif not (isinstance(item, Article) and isinstance(item.raw, str)):
                wrong = f"returned {type(item).__name__} instead of an Article whose text is a string"
                yield Failure(plugin, path, wrong)
            elif more:
                yield Article(item.path, item.raw, item.record, {**item.meta, **more}, item.blocks)
            else:
                yield item
    except BaseException as error:  # a reader is a plugin too
        yield Failure(plugin, path, format_plugin_error(error, debug=linter.settings.debug))


def reader_label(linter: Linter, path: str) -> str:
    """Return how messages name the reader of a path, or of a suffix."""
    return f"reader of {linter.label_of(_known_suffix(linter, path))}"


def _known_suffix(linter: Linter, path: str) -> str:
    """Return the longest suffix that has a reader; a file without one was named by the user and is plain text."""
    suffixes = [suffix for suffix in linter.readers if path.lower().endswith(suffix)]
    return max(suffixes, key=len) if suffixes else ".txt"
