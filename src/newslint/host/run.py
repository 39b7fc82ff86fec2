"""One run over files: findings in the order of output, what was compared among them, and the counts of it all."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.api import CrossArticleRule
from newslint.engine.check import sort_key
from newslint.engine.conclude import compare, group_key, merge_and_fingerprint
from newslint.engine.fixes import applicable_fix
from newslint.host.files import Source
from newslint.host.lint import FileResult
from newslint.host.pool import lint_files
from newslint.host.session import Linter
from newslint.host.spool import ExternalSorter
from newslint.host.texts import ArticleStore
from newslint.model import Diagnostic, Failure, LocatedFact
from newslint.reading import quotations
from newslint.reading.scan import Scanner


class Run:
    """One run over sources. Iterate `diagnostics()` once; the counts are complete when it ends."""

    def __init__(
        self,
        session: Linter,
        sources: Sequence[Source],
        jobs: int,
        track_progress: Callable[[Iterator[FileResult]], Iterator[FileResult]] = iter,
    ) -> None:
        self.session = session
        self.sources = sources
        self._outcomes = track_progress(lint_files(session, sources, jobs))
        self.articles = 0
        self.failures: list[Failure] = list(session.failures)
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.tallies: Counter[str] = Counter()

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings in the order of output. Held back only where articles are compared."""
        facts: ExternalSorter[LocatedFact] = ExternalSorter(group_key)
        if not self.session.has_cross_rules:
            for outcome in self._outcomes:
                yield from self._collect(outcome, facts)
            return
        held: ExternalSorter[Diagnostic] = ExternalSorter(sort_key)
        for outcome in self._outcomes:
            held.extend(self._collect(outcome, facts))
        found: ExternalSorter[Diagnostic] = ExternalSorter(sort_key)
        if self.articles > 1:
            for diagnostic in compare(
                self.session.enabled_rules, facts, self.failures, debug=self.session.settings.debug
            ):
                found.extend((diagnostic,))
        yield from heapq.merge(held, self._with_valid_fixes(merge_and_fingerprint(found)), key=sort_key)

    @property
    def rules_that_ran(self) -> list[str]:
        """The rules that had their say: those that compare articles only where there were some to compare."""
        compared = self.session.has_cross_rules and self.articles > 1
        return [rule.name for rule in self.session.enabled_rules if compared or not isinstance(rule, CrossArticleRule)]

    def _with_valid_fixes(self, concluded: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Conclusions with only such fixes as `check` might offer; the engine drew them without the articles."""
        texts, scanner = ArticleStore(self.session, self.sources), None
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
        self.tallies.update(outcome.tallies)
        for result in outcome.results:
            self.failures += result.failures
            facts.extend(result.facts)
            yield from result.diagnostics
