"""Lints one article at a time: in this process, or in a separate child process, which the article may crash."""

import socket
from collections.abc import Callable
from contextlib import nullcontext

from newslint import __version__
from newslint.api import Article
from newslint.batch.child_process import CallFailure, ChildProcessCall
from newslint.corpus.types import Job, Setup
from newslint.engine.checker import format_exception
from newslint.linter.linter import Linter
from newslint.linter.process_limits import build_in_time, limit_memory
from newslint.linter.time_limit import TimeLimit, TimeLimitError
from newslint.model import CheckResult
from newslint.named_tuple import NamedTuple
from newslint.plugin_loader.isolation import unchanged_process


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
        end_after = 2 * job.timeout + 1 if job.timeout else 0
        self._time_limit = TimeLimit(
            interrupt_after=job.timeout,
            kill_after=end_after,
            exit_after=end_after if self.linter.settings.has_foreign_code else 0,
            option="--timeout-per-article",
        )

    def lint(self, article: Article) -> LintResult:
        """Lint an article; whatever it or a rule does is in the result."""
        try:
            guard = unchanged_process() if self.linter.settings.has_foreign_code else nullcontext()
            with guard, self._time_limit:
                result = self.linter.checker.check(article)
                if result.failures:
                    result = result._replace(failures=tuple(map(self.linter.attribute, result.failures)))
                return LintResult(result)
        except TimeLimitError as error:
            return LintResult(None, "timeout", str(error))
        except Exception as error:  # the checker guards rules; this guards the rest
            return LintResult(None, "linter-error", format_exception(error))

    def close(self) -> None:
        """Do nothing: there is no process to end."""


class SubprocessLinter:
    """Lints in a separate child process. An article that crashes it is quarantined, and the next one is linted."""

    def __init__(self, job: Job) -> None:
        self._subprocess_call = ChildProcessCall(_prepare, job)

    def lint(self, article: Article) -> LintResult:
        """Lint an article, as InProcessLinter does."""
        answer: LintResult | CallFailure = self._subprocess_call.call(article)
        return LintResult(None, *answer) if isinstance(answer, CallFailure) else answer

    def close(self) -> None:
        """End the process."""
        self._subprocess_call.close()


def _prepare(job: Job) -> tuple[Callable[[Article], LintResult], None]:
    limit_memory(job.settings.max_memory)
    return shared_linter(job).lint, None


def setup_of(linter: Linter) -> Setup:
    """Return what every process of a job must have."""
    installed = {name for name in linter.distributions.values() if name}
    return Setup((f"newslint {__version__}", *sorted(installed)), linter.identity)


def _build_linter(job: Job) -> Linter:
    """Build the linter of a job, whose local plugins come along as content that was trusted where the job began.

    Raises RuntimeError where it differs from that of the process that started the job: its results would too.
    """
    settings = job.settings._replace(local_plugins=tuple(path for path, _ in job.plugins))
    linter = build_in_time(settings, dict(job.plugins))
    setup = setup_of(linter)
    if job.setup is not None and setup != job.setup:
        here, there = ", ".join(setup.versions), ", ".join(job.setup.versions)
        difference = f"there is {here} instead of {there}" if here != there else f"{here} has other rules or other code"
        reasons = "; ".join([difference, *(failure.message for failure in linter.failures)])
        raise RuntimeError(f"{socket.gethostname()}: {reasons}; install the same versions on every machine")
    return linter


_shared: list[InProcessLinter] = []  # the linter of this process


def shared_linter(job: Job) -> InProcessLinter:
    """Return this process's linter; it is built for the first unit of a job."""
    if not _shared or _shared[0].job != job:
        _shared[:] = [InProcessLinter(job)]
    return _shared[0]
