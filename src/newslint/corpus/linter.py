"""Lints one article at a time: in this process, or in a separate child process, which the article may crash."""

from collections.abc import Callable
from typing import NamedTuple

from newslint.api import Article
from newslint.batch.child_process import CallFailure, ChildProcessCall
from newslint.corpus.types import Job
from newslint.engine.checker import format_exception
from newslint.linter.linter import Linter, build_linter
from newslint.linter.process_limits import limit_memory
from newslint.linter.time_limit import TimeLimit, TimeLimitError
from newslint.model import CheckResult, Failure


class LintResult(NamedTuple):
    """The result for an article, or the reason why there is none."""

    result: CheckResult | None
    reason: str = ""
    detail: str = ""


class InProcessLinter:
    """Lints in this process. It is built once in each process, however many units that runs."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.linter = _build_linter(job)
        self._time_limit = TimeLimit(interrupt_after=job.timeout, kill_after=job.timeout and 2 * job.timeout + 1)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The failures of this process alone, such as a plugin that is not installed on this machine.

        Local plugins that are not trusted are left out: the machine that started the job reports them.
        """
        untrusted = {f'plugin "{path}"' for path, content in self.job.plugins if content is None}
        return tuple(failure for failure in self.linter.failures if failure.source not in untrusted)

    def lint(self, article: Article) -> LintResult:
        """Lint an article; whatever it or a rule does is in the result."""
        try:
            with self._time_limit:
                result = self.linter.checker.check(article)
                if result.failures:
                    result = result._replace(failures=tuple(map(self.linter.attribute, result.failures)))
                return LintResult(result)
        except TimeLimitError:
            detail = f"took longer than {self.job.timeout:g} s; raise --timeout-per-article to allow this"
            return LintResult(None, "timeout", detail)
        except Exception as error:  # the checker guards rules; this guards the rest
            return LintResult(None, "linter-error", format_exception(error))

    def close(self) -> None:
        """Do nothing: there is no process to end."""


class SubprocessLinter:
    """Lints in a separate child process. An article that crashes it is quarantined, and the next one is linted."""

    def __init__(self, job: Job) -> None:
        self._subprocess_call = ChildProcessCall(_prepare, job)
        self.failures: tuple[Failure, ...] = self._subprocess_call.prepared

    def lint(self, article: Article) -> LintResult:
        """Lint an article, as InProcessLinter does."""
        answer: LintResult | CallFailure = self._subprocess_call.call(article)
        return LintResult(None, *answer) if isinstance(answer, CallFailure) else answer

    def close(self) -> None:
        """End the process."""
        self._subprocess_call.close()


def _prepare(job: Job) -> tuple[Callable[[Article], LintResult], tuple[Failure, ...]]:
    limit_memory(job.settings.max_memory)
    linter = shared_linter(job)
    return linter.lint, linter.failures


def _build_linter(job: Job) -> Linter:
    """Build the linter of a job, whose local plugins come along as content that was trusted where the job began."""
    settings = job.settings._replace(local_plugins=tuple(path for path, _ in job.plugins))
    return build_linter(settings, {path: content for path, content in job.plugins if content is not None})


_shared: list[InProcessLinter] = []  # the linter of this process


def shared_linter(job: Job) -> InProcessLinter:
    """Return this process's linter; it is built for the first unit of a job."""
    if not _shared or _shared[0].job != job:
        _shared[:] = [InProcessLinter(job)]
    return _shared[0]
