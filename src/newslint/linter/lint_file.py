"""The linting of one file: its articles are read and checked, and errors become data."""

from itertools import chain, islice
from typing import NamedTuple

from newslint.engine.checker import format_plugin_error
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.linter.read_articles import read_articles
from newslint.model import CheckResult, Failure


class FileResult(NamedTuple):
    """The results of one file."""

    articles: int  # how many were checked
    results: tuple[CheckResult, ...]


def lint_file(linter: Linter, source: Source, *, single_file: bool = False) -> FileResult:
    """Read and check one file. `single_file`: the run has no other, so its articles are compared only with each other.

    What it raises is in the results, as a failure.
    """
    try:
        return _lint(linter, source, single_file=single_file)
    except BaseException as error:  # an error of newslint itself: those of rules and readers are caught one by one
        return unlinted_file(source, format_plugin_error(error, debug=linter.settings.debug))


def unlinted_file(source: Source, reason: str) -> FileResult:
    """Return the result of a file that could not be linted."""
    failure = Failure("file", source.path, f"was not linted: {reason}")
    return FileResult(0, (CheckResult(failures=(failure,)),))


def _lint(linter: Linter, source: Source, *, single_file: bool) -> FileResult:
    results: list[CheckResult] = []
    articles = 0
    items = read_articles(linter, source)
    if single_file:
        first = list(islice(items, 2))
        single_file = len(first) == 1  # a file may hold many articles
        items = chain(first, items)
    for item in items:
        if isinstance(item, Failure):
            results.append(CheckResult(failures=(item,)))
        else:
            articles += 1
            results.append(linter.checker.check(item, single_article=single_file))
    return FileResult(articles, tuple(results))
