"""Linting in several processes when the system cannot start them, and when newslint itself raises."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_start_method

import pytest

from newslint.config.settings import Settings
from newslint.files import Source
from newslint.linter import lint_file, process_pool
from newslint.linter.article_store import ArticleStore
from newslint.linter.linter import Linter, build_linter
from newslint.linter.process_pool import lint_files
from newslint.linter.run import Run
from newslint.model import ReportContext
from support import FAULTY, ROOT

forked = pytest.mark.skipif(get_start_method() != "fork", reason="other processes do not see what a test replaces")
SOURCES = [Source(f"{name}.txt", FAULTY.encode()) for name in "abcd"]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return build_linter(Settings(select=("sources/bare-source",)))


def test_without_processes_this_one_lints_and_newslint_says_so(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_processes(*_: object, **__: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(process_pool, "_make_pool", no_processes)
    results = list(lint_files(linter, SOURCES, 2))
    assert [len(result.results[0].diagnostics) for result in results] == [1, 1, 1, 1]
    assert capsys.readouterr().err.startswith("newslint: cannot start processes (no semaphores); linting the remaining")


def test_after_a_crash_without_new_processes_this_one_lints_the_rest(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash_after_one_file(linter: Linter, sources: list[Source], jobs: int) -> Iterator[lint_file.FileResult]:
        yield lint_file.lint_file(linter, sources[0])
        raise BrokenProcessPool

    def no_processes(*_: object, **__: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(process_pool, "_lint_in_pool", crash_after_one_file)
    monkeypatch.setattr(process_pool, "_make_pool", no_processes)
    results = list(lint_files(linter, SOURCES, 2))
    assert [checked.diagnostics[0].location.path for result in results for checked in result.results] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
    ]
    assert "cannot start processes (no semaphores)" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked)])
def test_an_error_of_newslint_is_a_failure_of_one_file(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    read = lint_file.read_articles

    def breaks(linter: Linter, source: Source) -> object:
        if source.path == "b.txt":
            raise RuntimeError("a bug")
        return read(linter, source)

    monkeypatch.setattr(lint_file, "read_articles", breaks)
    results = list(lint_files(linter, SOURCES, jobs))
    failures = [failure for result in results for checked in result.results for failure in checked.failures]
    assert [result.articles for result in results] == [1, 0, 1, 1]
    assert [(failure.path, failure.error.split(" (")[0]) for failure in failures] == [
        ("b.txt", "was not linted: RuntimeError: a bug")
    ]


def test_every_format_is_the_same_of_one_process_and_of_two() -> None:
    linter = build_linter(Settings(preview=True))
    sources = [Source(f"seeds/{path.name}", path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    outputs = []
    for jobs in (1, 2):
        run = Run(linter, [*sources, Source("missing.txt")], jobs)
        diagnostics = list(run.diagnostics())
        articles = ArticleStore(linter, sources)
        context = ReportContext(linter.rule_info, run.failures, articles.text_of, "byte", True, run.articles_by_folder)
        outputs.append({name: "".join(kind().report(diagnostics, context)) for name, kind in linter.reporters.items()})
    assert outputs[0] == outputs[1]
    assert all("numbers/articles-disagree" in output for output in outputs[0].values())
