"""Lints one file: what holds it is read, each article in it is checked, and what breaks becomes data."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from newslint.api import Article
from newslint.engine.check import broke
from newslint.host.files import FileError, Source, text_of
from newslint.host.session import Session
from newslint.model import CheckResult, Failure


class Outcome(NamedTuple):
    """All that came of one file."""

    articles: int
    results: tuple[CheckResult, ...]
    spent: Mapping[str, float]  # seconds by rule; empty where no clock runs, as are tallies
    tallies: Counter[str]


def lint_file(session: Session, source: Source, *, alone: bool = False) -> Outcome:
    """Read and check one file. What breaks is in the results. `alone`: no other file is there to compare it with."""
    results: list[CheckResult] = []
    articles = 0
    items = articles_in(session, source)
    if alone:
        few = list(islice(items, 2))
        alone = len(few) == 1  # some files hold many articles
        items = chain(few, items)
    for item in items:
        if isinstance(item, Failure):
            results.append(CheckResult(failures=(item,)))
        else:
            articles += 1
            results.append(session.checker.check(item, alone=alone))
    checker = session.checker
    spent, checker.spent = checker.spent, defaultdict(float)
    tallies, checker.tallies = checker.tallies, Counter()
    return Outcome(articles, tuple(results), spent, tallies)


def articles_in(session: Session, source: Source) -> Iterator[Article | Failure]:
    """What a file holds."""
    try:
        text = text_of(source)
    except FileError as error:
        return iter([Failure("file", source.path, str(error))])
    return articles_of(session, source.path, text)


def articles_of(session: Session, path: str, text: str, kind: str = "") -> Iterator[Article | Failure]:
    """What a text holds; `kind` is the suffix where the path has none that counts."""
    suffix = _suffix(session, kind or path)
    plugin = f'reader of plugin "{session.plugins[suffix]}"'
    try:
        for item in session.readers[suffix].read(path, text):
            if isinstance(item, Failure):
                yield item
            elif not (isinstance(item, Article) and isinstance(item.text, str)):
                wrong = f"gave {type(item).__name__}, not an Article that has a string for its text"
                yield Failure(plugin, path, wrong)
            elif session.settings.date:
                meta = {**item.meta, "date-if-none": session.settings.date}
                yield Article(item.path, item.text, item.record, meta)
            else:
                yield item
    except (Exception, SystemExit) as error:  # a reader is a plugin too
        yield Failure(plugin, path, broke(error, debug=session.settings.debug))


def _suffix(session: Session, path: str) -> str:
    """The suffix whose reader reads a file; one that was named although nobody reads its kind is plain text."""
    suffixes = [suffix for suffix in session.readers if path.lower().endswith(suffix)]
    return max(suffixes, key=len) if suffixes else ".txt"
