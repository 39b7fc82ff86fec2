"""One article at a time: linted in this process, or in one of its own that may die of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from newslint.api import Article
from newslint.batch.child_process import spawn
from newslint.corpus.types import Job
from newslint.engine.checker import format_exception
from newslint.engine.fixes import MAX_PASSES, apply_fixes
from newslint.linter.linter import Linter, build_linter
from newslint.model import CheckResult, Failure

TIMED = hasattr(signal, "setitimer")  # not on every system


class Linted(NamedTuple):
    """What came of an article: a result, or the reason why there is none; and its text with safe fixes applied."""

    result: CheckResult | None
    reason: str = ""
    detail: str = ""
    text: str = ""


class ArticleTimeoutError(BaseException):
    """An article took longer than it may. No rule is to catch it by accident."""


class InProcessLinter:
    """Lints in this process. It is built once in each, however many units there are."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.linter = _build_session(job)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What broke when it was built here alone: a plugin that is not installed, say."""
        refused = {f'plugin "{name}"' for name, content in self.job.plugins if content is None}
        return tuple(failure for failure in self.linter.failures if failure.source not in refused)

    def lint(self, article: Article) -> Linted:
        """Never raises for what an article, or a rule over it, does."""
        try:
            with _time_limit(self.job.timeout):
                result = self.linter.checker.check(article)
                return Linted(result, text=_apply_safe_fixes(self.linter, article, result) if self.job.clean else "")
        except ArticleTimeoutError:
            return Linted(
                None, "timeout", f"took longer than {self.job.timeout:g} s; --timeout-per-article allows more"
            )
        except Exception as error:  # the checker guards rules; this is what breaks beside them
            return Linted(None, "linter-broke", format_exception(error))

    def close(self) -> None:
        """Nothing was started."""


class SubprocessLinter:
    """Lints in a process of its own, so that an article that kills it is known by that, and the next one is linted."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._start()

    def _start(self) -> None:
        self._child = spawn(_serve, self.job)
        self.failures: tuple[Failure, ...] = self._child.pipe.recv()

    def lint(self, article: Article) -> Linted:
        """An article has killed its process when it did so twice: something else may have done it once."""
        code = None
        for _ in range(2):
            try:
                self._child.pipe.send(article)
                answer: Linted = self._child.pipe.recv()
                return answer
            except (EOFError, OSError):
                self._child.close()
                code = self._child.process.exitcode
                self._start()
        return Linted(None, "killed-its-process", f"linting it ends its process, with the exit status {code}")

    def close(self) -> None:
        """End the process."""
        self._child.close()


def _build_session(job: Job) -> Linter:
    """Build the linter of a job, whose local plugins come along as content that was trusted where the job began."""
    settings = job.settings._replace(local_plugins=tuple(path for path, _ in job.plugins))
    return build_linter(settings, {path: content for path, content in job.plugins if content is not None})


def _serve(pipe: Any, job: Job) -> None:
    mine = shared_linter(job)
    pipe.send(mine.failures)
    while True:
        try:
            article = pipe.recv()
        except EOFError:
            return
        pipe.send(mine.lint(article))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TooLongError after so many seconds; kill the process where nothing raises within as many more.

    Python's own code is interrupted by the first timer. A library that does not return to it is not, and is ended by
    the second, whose signal nobody handles: the unit is then tried again with its articles in a process of their own.
    """
    if not seconds or not TIMED:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * seconds + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(number: int, frame: Any) -> None:
    raise ArticleTimeoutError


def _apply_safe_fixes(linter: Linter, article: Article, result: CheckResult) -> str:
    """The text with its safe fixes applied, again and again until nothing changes."""
    for _ in range(MAX_PASSES):
        text = apply_fixes(article.text, (found.fix for found in result.diagnostics if found.fix and found.fix.safe))
        if text == article.text:
            break
        article = Article(article.path, text, article.record, article.meta)
        result = linter.checker.check(article)
    return article.text


_built: list[InProcessLinter] = []  # the linter of this process


def shared_linter(job: Job) -> InProcessLinter:
    """This process's linter, built when it is first asked for, or asked for another job."""
    if not _built or _built[0].job != job:
        if TIMED and job.timeout:
            signal.signal(signal.SIGALRM, _too_long)
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
        _built[:] = [InProcessLinter(job)]
    return _built[0]
