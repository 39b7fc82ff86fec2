"""Runs rules over one article. An exception of a rule becomes a failure; what the rule found before it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newslint.article import Article, is_long
from newslint.engine.diagnostics import Fingerprinter, sort_key, to_diagnostic, to_location
from newslint.engine.facts import normalize_facts
from newslint.model import CheckResult, Diagnostic, Failure, LocatedFact, Location, Statistics, make_located_fact
from newslint.rule import CrossArticleRule, Rule
from newslint.text.language import ENGLISH, language
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner

SILENCE_SIGN = "newslint:"  # in a comment that silences rules


class Checker:
    """Checks articles with one set of rules, and collects the facts of those that compare articles.

    With a `clock` (which returns seconds, such as `time.perf_counter`), results hold statistics.
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
        self._any_language_rules = [rule for rule in rules if rule.any_language]
        self._cross = cross
        self._clock = clock
        self._debug = debug
        self._scanner = Scanner([*LEXICONS, *(rule.lexicon() for rule in rules)])

    def rules_for(self, path: str) -> Sequence[Rule]:
        """Return the rules that run on the article of a path."""
        return self._rules

    def scan(self, article: Article) -> Article:
        """Return the article as rules get it, with the mentions of the words that they name."""
        return self._scanner.scan(article)

    def check(self, article: Article, *, single_article: bool = False) -> CheckResult:
        """Return what the rules find in an article. A `single_article` has no other to compare it with: no facts."""
        article = self.scan(article)
        diagnostics: list[Diagnostic] = []
        facts: list[LocatedFact] = []
        failures: list[Failure] = []
        seconds_by_rule: dict[str, float] = {}
        labels: list[str] = []
        kinds, cross = article.mentions_by_kind.keys(), self._cross and not single_article
        timer = None
        if self._clock:
            from newslint.engine.timing import Timer

            timer = Timer(self._clock)
            article = timer.timed(article)
        fingerprinter = Fingerprinter()
        saves_memory, package = is_long(article), ""
        for rule in self._rules if article.get(language) == ENGLISH else self._any_language_rules:
            if timer:
                timer.start()
            if saves_memory and package != (package := type(rule).__module__.partition(".")[0]):
                article.drop_views(of_others_than=package)
            try:
                required_kinds = rule.required_kinds
                if required_kinds and kinds.isdisjoint(required_kinds):
                    continue
                # Appended one by one, so that findings before an exception are kept.
                for finding in rule.check(article):
                    diagnostics.append(to_diagnostic(finding, rule, article, fingerprinter))  # noqa: PERF401
                if cross and isinstance(rule, CrossArticleRule):
                    facts += _facts(rule, article)
                if timer:
                    seconds_by_rule[rule.name] = timer.seconds()
                    labels += rule.statistics_labels(article)
            except BaseException as error:  # a plugin may raise anything, or yield what is not a finding
                failures.append(Failure(rule.name, article.path, format_plugin_error(error, debug=self._debug)))
        diagnostics.sort(key=sort_key)
        statistics = Statistics(seconds_by_rule, timer.seconds_by_view, Counter(labels)) if timer else None
        result = CheckResult(tuple(diagnostics), tuple(facts), tuple(failures), statistics)
        if article.blocks is not None and SILENCE_SIGN in article.raw:
            from newslint.engine.silenced import without_silenced

            result = without_silenced(result, article)
        return normalize_facts(result)


def _facts(rule: CrossArticleRule, article: Article) -> Iterator[LocatedFact]:
    name = rule.name
    locations: dict[tuple[int, int], Location] = {}  # rules often collect one span under many keys
    for fact in rule.collect_facts(article):
        location = locations.get(fact.span)
        if location is None:
            location = locations[fact.span] = to_location(article, fact.span)
        yield make_located_fact((name, fact.key, location, fact.value))


class Interruption(BaseException):
    """Ends the code that runs, whatever it is: no guard around a plugin makes a failure of it."""


def format_plugin_error(error: BaseException, *, debug: bool = False) -> str:
    """Return what a plugin has raised, as `format_exception` does.

    Every guard around a plugin catches BaseException and calls this function. It raises the error again if it is not
    the plugin's: Ctrl-C, an Interruption, the end of a generator.
    """
    if isinstance(error, (KeyboardInterrupt, Interruption, GeneratorExit)):
        raise error
    return format_exception(error, debug=debug)


def format_exception(error: BaseException, *, debug: bool = False) -> str:
    """Return an exception in one line, with the file and line that raised it; with `debug`, its whole traceback."""
    if debug:
        from traceback import format_exception

        return "".join(format_exception(type(error), error, error.__traceback__)).rstrip()
    traceback, innermost = error.__traceback__, None
    while traceback is not None:
        innermost, traceback = traceback, traceback.tb_next
    where = f" ({innermost.tb_frame.f_code.co_filename}, line {innermost.tb_lineno})" if innermost else ""
    return f"{type(error).__name__}: {_text_of(error)}{where}"


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException as raised:  # a plugin may also break this
        return f"(its message cannot be made: {type(raised).__name__})"
