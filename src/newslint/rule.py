"""The base classes of rules: `Rule`, and `CrossArticleRule` for rules that compare articles.

| method          | may                                       | must not                                            |
|-----------------|-------------------------------------------|-----------------------------------------------------|
| `lexicon`       | name words by kind, also from the options | read an article                                     |
| `check`         | read the article, yield findings          | keep anything for the next article, change anything |
| `judge`         | the same, with reasons where there is none | the same                                           |
| `trace`         | read the article, tell of its stages      | the same                                            |
| `collect_facts` | read the article, yield facts             | depend on other articles                            |
| `compare_facts` | compare the facts that have one key       | read an article, depend on the order of calls       |
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from newslint.article import Article
from newslint.model import Clause, Fact, Finding, Lexicon, LocatedFact, RuleInfo, Severity, Span
from newslint.named_tuple import NamedTuple
from newslint.trace import NO_CANDIDATE, Rejection, TraceStep


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Rule:
    """One kind of defect in an article. The docstring of a rule is its documentation, its test and its `--explain`.

    The engine calls `check` and `collect_facts` only for articles that mention one of the `required_kinds` of words, or
    for every article if there are none. For an article that is plainly not in English, it calls them only if the rule
    works in `any_language`.
    """

    name: ClassVar[str]  # `family/name`, both in kebab-case
    severity: Severity = "warning"  # the default; the configuration may change it
    any_language: ClassVar[bool] = False  # whether it also runs on articles that are not in English
    profiles: ClassVar[Mapping[str, Clause]] = {}  # its severity in a profile, and the clause that this rests on
    preview: ClassVar[bool] = False  # whether it runs only with `--preview`, or if `--select` names it in full
    url: ClassVar[str | None] = None  # of a page about the rule
    # What `text` and `full` say once, after "8 of 9 articles in wire", where most articles of a folder have a finding.
    folder_message: ClassVar[str] = ""
    required_kinds: ClassVar[tuple[str, ...]] = ()  # of the lexicon
    Options: ClassVar[type[Any]] = NoOptions  # a named tuple: the names, types and defaults of `self.options`

    def __init__(self, options: Any = None) -> None:
        self.options: Any = self.Options() if options is None else options

    def lexicon(self) -> Lexicon:
        """Return the words that the rule needs the mentions of, by kind. All rules share kinds: prefix yours."""
        return {}

    def check(self, article: Article) -> Iterable[Finding]:
        """Yield the findings in one article, in any order. By default they are those that `judge` yields."""
        return [outcome for _, outcome in self.judge(article) if not isinstance(outcome, Rejection)]

    def judge(self, article: Article) -> Iterable[tuple[Span, Finding | Rejection]]:
        """Yield the span of each candidate with its finding, or with the reason why it has none.

        A rule that defines this instead of `check` explains itself to `--why`.
        """
        return ()

    def trace(self, article: Article, span: Span) -> Iterable[TraceStep]:
        """Yield what the stages of the rule conclude about the candidates in a span, for `--why`.

        By default these are the candidates that the rule judges, and the other words in the span that it reads.
        """
        judged = [one for one in self.judge(article) if one[0].start < span.end and span.start < one[0].end]
        for candidate, outcome in judged:
            if outcome:
                yield TraceStep(candidate, "rule", "is reported")
            else:
                yield TraceStep(candidate, outcome.stage, outcome.reason)
        covered = _union(candidate for candidate, _ in judged)
        for kind in self.lexicon():
            for start, end, _ in article.mentions(kind):
                if start < span.end and span.start < end and not _overlaps_any((start, end), covered):
                    yield TraceStep(Span(start, end), NO_CANDIDATE, f"the rule reads this word ({kind})")

    def statistics_labels(self, article: Article) -> Iterable[str]:
        """Yield a label for each thing that `--statistics` counts in an article beside findings."""
        return ()

    def info(self, plugin: str = "") -> RuleInfo:
        """Return the description of this rule, which `plugin` provides."""
        from inspect import cleandoc

        documentation = cleandoc(type(self).__doc__ or "")
        return RuleInfo(
            name=self.name,
            severity=self.severity,
            preview=self.preview,
            plugin=plugin,
            summary=documentation.split("\n", 1)[0],
            documentation=documentation,
            url=self.url,
            profiles=self.profiles,
        )


class CrossArticleRule(Rule):
    """A rule that compares articles: it collects facts from each, and compares those that have the same key.

    The engine groups facts by key, sorts them and drops repeats, so that the result does not depend on the order of the
    articles or on the number of processes.
    """

    def collect_facts(self, article: Article) -> Iterable[Fact]:
        """Yield the facts of one article."""
        raise NotImplementedError

    def trace(self, article: Article, span: Span) -> Iterable[TraceStep]:
        """Yield the facts in a span, for `--why`."""
        for fact in self.collect_facts(article):
            if fact.span.start < span.end and span.start < fact.span.end:
                yield TraceStep(fact.span, "fact", f"is compared with other articles, by {fact.key}: {fact.value}")

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterable[Finding]:
        """Yield the findings in all facts of one key, at least two, each at the location of one of them."""
        raise NotImplementedError


def _union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what spans cover, in order and without overlaps."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _overlaps_any(span: tuple[int, int], united: Sequence[tuple[int, int]]) -> bool:
    number = bisect_left(united, (span[1],))  # how many begin before its end
    return number > 0 and united[number - 1][1] > span[0]


def is_meant(name: str, patterns: Iterable[str]) -> bool:
    """Return whether a rule is meant by one of the patterns: `family`, `family/name` or a glob."""
    family = name.split("/", 1)[0]
    for pattern in patterns:
        if pattern in (name, family):
            return True
        if not pattern.isidentifier():  # it may be a glob
            from fnmatch import fnmatchcase

            if fnmatchcase(name, pattern):
                return True
    return False
