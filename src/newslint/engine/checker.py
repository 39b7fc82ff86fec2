"""Runs rules over one article. A rule that raises becomes a failure; what it found before is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from newslint.article import Article
from newslint.engine.diagnostics import Fingerprinter, to_diagnostic, to_location
from newslint.engine.facts import normalize_facts
from newslint.model import CheckResult, Diagnostic, Failure, LocatedFact, Location
from newslint.rule import CrossArticleRule, Rule
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner


class Checker:
    """The check and gather phases, for one set of rules.

    With a `clock` (seconds as a float, as `time.perf_counter`), `spent` holds the seconds of each rule so far and
    `tallies` what the rules counted.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        cross: bool = True,
        clock: Callable[[], float] | None = None,
        debug: bool = False,
    ) -> None:
        self._rules = rules
        self._cross = cross
        self._clock = clock
        self._debug = debug
        self._scanner = Scanner([*LEXICONS, *(rule.lexicon() for rule in rules)])
        self.seconds_by_rule: defaultdict[str, float] = defaultdict(float)
        self.label_counts: Counter[str] = Counter()

    def check(self, article: Article, *, single_article: bool = False) -> CheckResult:
        """Everything the rules say of one article; its facts only where articles are compared and it is not alone."""
        self._scanner.scan(article)
        diagnostics: list[Diagnostic] = []
        facts: list[LocatedFact] = []
        failures: list[Failure] = []
        heard, clock, cross = article.mentions_by_kind.keys(), self._clock, self._cross and not single_article
        seal = Fingerprinter()
        for rule in self._rules:
            if rule.required_kinds and heard.isdisjoint(rule.required_kinds):
                continue
            started = clock() if clock else 0.0
            try:
                # What came before a rule breaks is in the list by then.
                for finding in rule.check(article):
                    diagnostics.append(to_diagnostic(finding, rule, article, seal))  # noqa: PERF401
                if cross and isinstance(rule, CrossArticleRule):
                    facts += _facts(rule, article)
                if clock:
                    self.seconds_by_rule[rule.name] += clock() - started
                    self.label_counts.update(rule.statistics_labels(article))
            except (Exception, SystemExit) as error:  # whatever a plugin raises, or a finding that is none
                failures.append(Failure(rule.name, article.path, format_exception(error, debug=self._debug)))
        diagnostics.sort(key=sort_key)
        return normalize_facts(CheckResult(tuple(diagnostics), tuple(facts), tuple(failures)))


def _facts(rule: CrossArticleRule, article: Article) -> Iterator[LocatedFact]:
    places: dict[tuple[int, int], Location] = {}  # one number is often gathered under many keys
    for fact in rule.collect_facts(article):
        where = places.get(fact.span)
        if where is None:
            where = places[fact.span] = to_location(article, fact.span)
        yield LocatedFact(rule.name, fact.key, where, fact.value)


def format_exception(error: BaseException, *, debug: bool = False) -> str:
    """An exception in one line, with the place where it was raised; with `debug` its whole trace."""
    if debug:
        from traceback import format_exception

        return "".join(format_exception(type(error), error, error.__traceback__)).rstrip()
    trace, last = error.__traceback__, None
    while trace is not None:
        last, trace = trace, trace.tb_next
    where = f" ({last.tb_frame.f_code.co_filename}, line {last.tb_lineno})" if last else ""
    return f"{type(error).__name__}: {error}{where}"


def sort_key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """The order of output: path, record, line, column, rule, message."""
    where = diagnostic.location
    return where.path, where.record or 0, where.start, where.end, diagnostic.rule, diagnostic.message
