"""Lints one file: what holds it is read, each article in it is checked, and what breaks becomes data."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from newslint.api import Article
from newslint.engine.checker import format_exception
from newslint.files import FileError, Source, read_text
from newslint.linter.linter import Linter
from newslint.model import CheckResult, Failure


class FileResult(NamedTuple):
    """All that came of one file."""

    articles: int
    results: tuple[CheckResult, ...]
    seconds_by_rule: Mapping[str, float]  # seconds by rule; empty where no clock runs, as are tallies
    tallies: Counter[str]


def lint_file(linter: Linter, source: Source, *, single_file: bool = False) -> FileResult:
    """Read and check one file. What breaks is in the results. `alone`: no other file is there to compare it with."""
    results: list[CheckResult] = []
    articles = 0
    items = read_articles(linter, source)
    if single_file:
        few = list(islice(items, 2))
        single_file = len(few) == 1  # some files hold many articles
        items = chain(few, items)
    for item in items:
        if isinstance(item, Failure):
            results.append(CheckResult(failures=(item,)))
        else:
            articles += 1
            results.append(linter.checker.check(item, single_article=single_file))
    checker = linter.checker
    spent, checker.seconds_by_rule = checker.seconds_by_rule, defaultdict(float)
    tallies, checker.label_counts = checker.label_counts, Counter()
    return FileResult(articles, tuple(results), spent, tallies)


def read_articles(linter: Linter, source: Source) -> Iterator[Article | Failure]:
    """What a file holds."""
    try:
        text = read_text(source)
    except FileError as error:
        return iter([Failure("file", source.path, str(error))])
    return parse_articles(linter, source.path, text)


def parse_articles(linter: Linter, path: str, text: str, kind: str = "") -> Iterator[Article | Failure]:
    """What a text holds; `kind` is the suffix where the path has none that counts."""
    suffix = _suffix(linter, kind or path)
    plugin = f'reader of plugin "{linter.plugin_of[suffix]}"'
    try:
        for item in linter.readers[suffix].read(path, text):
            if isinstance(item, Failure):
                yield item
            elif not (isinstance(item, Article) and isinstance(item.text, str)):
                wrong = f"gave {type(item).__name__}, not an Article that has a string for its text"
                yield Failure(plugin, path, wrong)
            elif linter.settings.date:
                meta = {**item.meta, "date-if-none": linter.settings.date}
                yield Article(item.path, item.text, item.record, meta)
            else:
                yield item
    except (Exception, SystemExit) as error:  # a reader is a plugin too
        yield Failure(plugin, path, format_exception(error, debug=linter.settings.debug))


def _suffix(linter: Linter, path: str) -> str:
    """The suffix whose reader reads a file; one that was named although nobody reads its kind is plain text."""
    suffixes = [suffix for suffix in linter.readers if path.lower().endswith(suffix)]
    return max(suffixes, key=len) if suffixes else ".txt"
