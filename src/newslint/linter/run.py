"""One run over files: its findings in output order, its failures and its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newslint.api import CrossArticleRule
from newslint.engine.diagnostics import merge_sorted, sort_key
from newslint.engine.facts import group_key
from newslint.files import Source
from newslint.linter.article_store import ArticleStore
from newslint.linter.external_sort import ExternalSorter
from newslint.linter.lint_file import NO_LIMIT, FileResult, Limit
from newslint.linter.linter import Linter
from newslint.linter.process_pool import lint_files
from newslint.model import CheckResult, Diagnostic, Failure, LocatedFact


class Run:
    """One run over sources. Iterate `diagnostics()` once; failures and counts are complete when it ends."""

    def __init__(
        self,
        linter: Linter,
        sources: Sequence[Source],
        jobs: int,
        track_progress: Callable[[Iterator[FileResult]], Iterator[FileResult]] = iter,
        *,
        wait: bool = False,
        time_limit: Limit = NO_LIMIT,
        isolate: bool = False,
    ) -> None:
        """`time_limit` and `isolate` are as in `lint_files`.

        `wait`: the first finding comes after the last article, so that counts are complete by then."""
        self.linter = linter
        self.sources = sources
        self._waits = wait or linter.has_cross_rules
        self._file_results = track_progress(lint_files(linter, sources, jobs, time_limit, isolate=isolate))
        self.articles = 0
        self.articles_by_folder: Counter[str] = Counter()
        self.flagged_by_folder: Counter[tuple[str, str]] = Counter()  # articles with a finding, by rule and folder
        self.failures: list[Failure] = list(linter.failures)
        self.seconds_by_rule: Counter[str] = Counter()
        self.seconds_by_view: Counter[str] = Counter()
        self.label_counts: Counter[str] = Counter()

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield all findings in output order. Where rules compare articles, the first comes after the last article."""
        if not self._waits:
            for result in self._results():
                yield from result.diagnostics
            return
        diagnostics: ExternalSorter[Diagnostic] = ExternalSorter(sort_key)
        facts: ExternalSorter[LocatedFact] = ExternalSorter(group_key)
        for result in self._results():
            diagnostics.extend(result.diagnostics)
            facts.extend(result.facts)
        if self.articles > 1 and self.linter.has_cross_rules:
            failures: list[Failure] = []
            yield from merge_sorted(diagnostics, self._compare(facts, failures))
            self.failures += map(self.linter.attribute, failures)
        else:
            yield from diagnostics

    @property
    def rules_that_ran(self) -> list[str]:
        """The names of the enabled rules, without those that compare articles where there was only one."""
        compared = self.linter.has_cross_rules and self.articles > 1
        return [rule.name for rule in self.linter.enabled_rules if compared or not isinstance(rule, CrossArticleRule)]

    def end(self) -> None:
        """End the processes of a run whose other findings nobody wants: Python would do so late, and in any order."""
        close = getattr(self._file_results, "close", None)
        if close:
            close()

    def _compare(self, facts: ExternalSorter[LocatedFact], failures: list[Failure]) -> Iterator[Diagnostic]:
        from newslint.engine.compare import compare_sorted_facts  # not for a single article

        return compare_sorted_facts(
            self.linter.enabled_rules,
            facts,
            ExternalSorter(sort_key),
            ArticleStore(self.linter, self.sources).article_of,
            failures,
            guard=self.linter.guard_of,
            debug=self.linter.settings.debug,
        )

    def _results(self) -> Iterator[CheckResult]:
        for source, file_result in zip(self.sources, self._file_results, strict=False):
            folder = folder_of(source.path)
            self.articles += file_result.articles
            self.articles_by_folder[folder] += file_result.articles
            for result in file_result.results:
                self.flagged_by_folder.update({(diagnostic.rule, folder) for diagnostic in result.diagnostics})
                self.failures += map(self.linter.attribute, result.failures)
                if result.statistics:
                    self.seconds_by_rule.update(result.statistics.seconds_by_rule)
                    self.seconds_by_view.update(result.statistics.seconds_by_view)
                    self.label_counts.update(result.statistics.label_counts)
                yield result


def folder_of(path: str) -> str:
    """Return the folder of a path; "." for that of the run."""
    return path.rpartition("/")[0] or "."
