"""One run over files: findings in the order of output, what was compared among them, and the counts of it all."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.api import CrossArticleRule
from newslint.engine.check import order
from newslint.engine.conclude import compare, grouping, sealed
from newslint.engine.fixes import fitting
from newslint.host.files import Source
from newslint.host.lint import Outcome
from newslint.host.pool import outcomes
from newslint.host.session import Session
from newslint.host.spool import Spool
from newslint.host.texts import Texts
from newslint.model import Diagnostic, Failure, LocatedFact
from newslint.reading import quotations
from newslint.reading.scan import Scanner


class Run:
    """One run over sources. Iterate `diagnostics()` once; the counts are complete when it ends."""

    def __init__(
        self,
        session: Session,
        sources: Sequence[Source],
        jobs: int,
        watch: Callable[[Iterator[Outcome]], Iterator[Outcome]] = iter,
    ) -> None:
        self.session = session
        self.sources = sources
        self._outcomes = watch(outcomes(session, sources, jobs))
        self.articles = 0
        self.failures: list[Failure] = list(session.failures)
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.tallies: Counter[str] = Counter()

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings in the order of output. Held back only where articles are compared."""
        facts: Spool[LocatedFact] = Spool(grouping)
        if not self.session.compares:
            for outcome in self._outcomes:
                yield from self._take(outcome, facts)
            return
        held: Spool[Diagnostic] = Spool(order)
        for outcome in self._outcomes:
            held.extend(self._take(outcome, facts))
        found: Spool[Diagnostic] = Spool(order)
        if self.articles > 1:
            for diagnostic in compare(self.session.rules, facts, self.failures, debug=self.session.settings.debug):
                found.extend((diagnostic,))
        yield from heapq.merge(held, self._mendable(sealed(found)), key=order)

    @property
    def ran(self) -> list[str]:
        """The rules that had their say: those that compare articles only where there were some to compare."""
        compared = self.session.compares and self.articles > 1
        return [rule.name for rule in self.session.rules if compared or not isinstance(rule, CrossArticleRule)]

    def _mendable(self, concluded: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Conclusions with only such fixes as `check` might offer; the engine drew them without the articles."""
        texts, scanner = Texts(self.session, self.sources), None
        for found in concluded:
            if found.fix:
                scanner = scanner or Scanner([quotations.LEXICON])
                where = found.location
                article = texts.article_of(where.path, where.record)
                fix = None
                if article and article.text[where.start.offset : where.end.offset] == where.match:  # as it was linted
                    scanner.read(article)
                    try:
                        fix = fitting(found.fix, article)
                    except ValueError as error:
                        self.failures.append(Failure(found.rule, where.path, str(error)))
                found = found._replace(fix=fix)
            yield found

    def _take(self, outcome: Outcome, facts: Spool[LocatedFact]) -> Iterator[Diagnostic]:
        self.articles += outcome.articles
        for name, seconds in outcome.spent.items():
            self.spent[name] += seconds
        self.tallies.update(outcome.tallies)
        for result in outcome.results:
            self.failures += result.failures
            facts.extend(result.facts)
            yield from result.diagnostics
