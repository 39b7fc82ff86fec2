"""The linting of one file: its articles are read and checked, and errors become data."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice

from newslint.article import Article
from newslint.engine.checker import Interruption, format_plugin_error
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles
from newslint.model import CheckResult, Failure
from newslint.named_tuple import NamedTuple


class FileResult(NamedTuple):
    """The results of one file."""

    articles: int  # how many were checked
    results: tuple[CheckResult, ...]


Limit = AbstractContextManager[object]
NO_LIMIT: Limit = nullcontext()


def lint_file(linter: Linter, source: Source, *, single_file: bool = False, time_limit: Limit = NO_LIMIT) -> FileResult:
    """Read and check one file. `single_file`: the run has no other, so its articles are compared only with each other.

    What it raises is in the results, as a failure. `time_limit` may raise an Interruption for each article.
    """
    try:
        return _lint(linter, source, single_file, time_limit)
    except BaseException as error:  # an error of newslint itself: those of rules and readers are caught one by one
        return unlinted_file(source, format_plugin_error(error, debug=linter.settings.debug))


def unlinted_file(source: Source, reason: str) -> FileResult:
    """Return the result of a file that could not be linted."""
    failure = Failure("file", source.path, f"was not linted: {reason}")
    return FileResult(0, (CheckResult(failures=(failure,)),))


def _lint(linter: Linter, source: Source, single_file: bool, time_limit: Limit) -> FileResult:
    results: list[CheckResult] = []
    articles = 0
    try:
        items = read_articles(linter, source)
        if single_file:
            with time_limit:
                first = list(islice(items, 2))
            single_file = len(first) == 1  # a file may hold many articles
            items = chain(first, items)
        while item := _next(items, time_limit):
            if isinstance(item, Failure):
                results.append(CheckResult(failures=(item,)))
                continue
            articles += 1
            try:
                with time_limit:
                    results.append(linter.checker.check(item, single_article=single_file))
            except (Interruption, MemoryError) as error:
                results.append(beyond_limit(linter, source, error, item.record))
    except (Interruption, MemoryError) as error:
        results.append(beyond_limit(linter, source, error))
    return FileResult(articles, tuple(results))


def _next(items: Iterator[Article | Failure], time_limit: Limit) -> Article | Failure | None:
    with time_limit:
        return next(items, None)


def beyond_limit(linter: Linter, source: Source, error: BaseException, record: int | None = None) -> CheckResult:
    """Return the result of an article, or of a file, that exceeds the limit of memory or time."""
    settings = linter.settings
    if isinstance(error, MemoryError):
        reason = f"needs more than {settings.max_memory:g} MB; raise max-memory in the configuration"
    else:
        reason = str(error)
    text = reason if record is None else f"record {record} {reason}"
    return CheckResult(failures=(Failure("file", source.path, text),))
