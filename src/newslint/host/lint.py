"""Lints one file: what holds it is read, each article in it is checked, and what breaks becomes data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.api import Article, Reader
from newslint.engine.check import broke
from newslint.host.files import FileError, Source, text_of
from newslint.host.session import Session
from newslint.model import Failure, Result


class Outcome(NamedTuple):
    """All that came of one file."""

    articles: int
    results: tuple[Result, ...]
    spent: Mapping[str, float]  # seconds by rule; empty where no clock runs, as are tallies
    tallies: Counter[str]


def lint_file(session: Session, source: Source) -> Outcome:
    """Read and check one file. What breaks is in the results."""
    results: list[Result] = []
    articles = 0
    for item in articles_in(session, source):
        if isinstance(item, Failure):
            results.append(Result(failures=(item,)))
        else:
            articles += 1
            results.append(session.checker.check(item))
    checker = session.checker
    spent, checker.spent = checker.spent, defaultdict(float)
    tallies, checker.tallies = checker.tallies, Counter()
    return Outcome(articles, tuple(results), spent, tallies)


def articles_in(session: Session, source: Source) -> Iterator[Article | Failure]:
    """What a file holds."""
    try:
        text = text_of(source)
    except FileError as error:
        yield Failure("file", source.path, str(error))
        return
    suffix = _suffix(session, source.path)
    plugin = f'reader of plugin "{session.plugins[suffix]}"'
    try:
        for item in session.readers[suffix].read(source.path, text):
            if isinstance(item, Failure):
                yield item
            elif not (isinstance(item, Article) and isinstance(item.text, str)):
                wrong = f"gave {type(item).__name__}, not an Article that has a string for its text"
                yield Failure(plugin, source.path, wrong)
            elif session.settings.date:
                meta = {**item.meta, "date-if-none": session.settings.date}
                yield Article(item.path, item.text, item.record, meta)
            else:
                yield item
    except (Exception, SystemExit) as error:  # a reader is a plugin too
        yield Failure(plugin, source.path, broke(error, debug=session.settings.debug))


def reader_for(session: Session, path: str) -> Reader:
    """The reader of a file's suffix; a file that was named although nobody reads its kind is plain text."""
    return session.readers[_suffix(session, path)]


def _suffix(session: Session, path: str) -> str:
    suffixes = [suffix for suffix in session.readers if path.lower().endswith(suffix)]
    return max(suffixes, key=len) if suffixes else ".txt"
