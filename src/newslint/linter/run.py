"""One run over files: findings in the order of output, what was compared among them, and the counts of it all."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.api import CrossArticleRule
from newslint.engine.checker import sort_key
from newslint.engine.compare import compare, group_key, merge_and_fingerprint
from newslint.engine.fixes import applicable_fix
from newslint.files import Source
from newslint.linter.article_store import ArticleStore
from newslint.linter.external_sort import ExternalSorter
from newslint.linter.lint_file import FileResult
from newslint.linter.linter import Linter
from newslint.linter.process_pool import lint_files
from newslint.model import Diagnostic, Failure, LocatedFact
from newslint.text import quotations
from newslint.text.scanner import Scanner


class Run:
    """One run over sources. Iterate `diagnostics()` once; the counts are complete when it ends."""

    def __init__(
        self,
        linter: Linter,
        sources: Sequence[Source],
        jobs: int,
        track_progress: Callable[[Iterator[FileResult]], Iterator[FileResult]] = iter,
    ) -> None:
        self.linter = linter
        self.sources = sources
        self._outcomes = track_progress(lint_files(linter, sources, jobs))
        self.articles = 0
        self.failures: list[Failure] = list(linter.failures)
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.tallies: Counter[str] = Counter()

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings in the order of output. Held back only where articles are compared."""
        facts: ExternalSorter[LocatedFact] = ExternalSorter(group_key)
        if not self.linter.has_cross_rules:
            for outcome in self._outcomes:
                yield from self._collect(outcome, facts)
            return
        held: ExternalSorter[Diagnostic] = ExternalSorter(sort_key)
        for outcome in self._outcomes:
            held.extend(self._collect(outcome, facts))
        found: ExternalSorter[Diagnostic] = ExternalSorter(sort_key)
        if self.articles > 1:
            for diagnostic in compare(
                self.linter.enabled_rules, facts, self.failures, debug=self.linter.settings.debug
            ):
                found.extend((diagnostic,))
        yield from heapq.merge(held, self._with_valid_fixes(merge_and_fingerprint(found)), key=sort_key)

    @property
    def rules_that_ran(self) -> list[str]:
        """The rules that had their say: those that compare articles only where there were some to compare."""
        compared = self.linter.has_cross_rules and self.articles > 1
        return [rule.name for rule in self.linter.enabled_rules if compared or not isinstance(rule, CrossArticleRule)]

    def _with_valid_fixes(self, concluded: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Conclusions with only such fixes as `check` might offer; the engine drew them without the articles."""
        texts, scanner = ArticleStore(self.linter, self.sources), None
        for found in concluded:
            if found.fix:
                scanner = scanner or Scanner([quotations.LEXICON])
                where = found.location
                article = texts.article_of(where.path, where.record)
                fix = None
                if article and article.text[where.start.offset : where.end.offset] == where.match:  # as it was linted
                    scanner.scan(article)
                    try:
                        fix = applicable_fix(found.fix, article)
                    except ValueError as error:
                        self.failures.append(Failure(found.rule, where.path, str(error)))
                found = found._replace(fix=fix)
            yield found

    def _collect(self, outcome: FileResult, facts: ExternalSorter[LocatedFact]) -> Iterator[Diagnostic]:
        self.articles += outcome.articles
        for name, seconds in outcome.seconds_by_rule.items():
            self.spent[name] += seconds
        self.tallies.update(outcome.label_counts)
        for result in outcome.results:
            self.failures += result.failures
            facts.extend(result.facts)
            yield from result.diagnostics
