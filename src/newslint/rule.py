"""What a rule is. A rule author derives from `Rule`, or from `CrossRule` to compare articles.

What a part may not do:

| part        | may                                    | may not                                             |
|-------------|----------------------------------------|-----------------------------------------------------|
| `lexicon`   | name words by kind, from the options   | look at an article                                  |
| `check`     | read the article, yield findings       | keep anything for the next article, change anything |
| `collect_facts`    | yield facts (a key, a span, JSON)      | know which other articles there are                 |
| `compare_facts`  | compare the facts of one key           | see an article, rely on order or on being last      |
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from newslint.article import Article
from newslint.model import Fact, Finding, Lexicon, LocatedFact, RuleInfo, Severity


class NoOptions(NamedTuple):
    """This rule has no options."""


class Rule:
    """One thing that can be wrong with an article. Its docstring is its documentation, its test and its explanation.

    `name` is `family/name`, both in kebab-case. `options` is a named tuple of the class `Options`, whose fields give
    the options their names, types and defaults. `required_kinds` are kinds of the lexicon: `check` and `collect_facts`
    are not called for an article that mentions none of them; without them they are called for every article.
    """

    name: ClassVar[str]
    severity: Severity = "warning"
    preview: ClassVar[bool] = False
    url: ClassVar[str | None] = None
    required_kinds: ClassVar[tuple[str, ...]] = ()
    Options: ClassVar[type[Any]] = NoOptions

    def __init__(self, options: Any = None) -> None:
        self.options: Any = self.Options() if options is None else options

    def lexicon(self) -> Lexicon:
        """The words this rule listens for, by kind. Kinds are shared by all rules: begin them with the family."""
        return {}

    def check(self, article: Article) -> Iterable[Finding]:
        """The findings in one article, in any order."""
        return ()

    def statistics_labels(self, article: Article) -> Iterable[str]:
        """What `--statistics`, and nothing else, counts in an article beside findings: a label for each time."""
        return ()

    def info(self, plugin: str = "") -> RuleInfo:
        """What may be known of this rule outside the engine."""
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
        )


class CrossArticleRule(Rule):
    """A rule that compares articles: `collect_facts` facts from each, `compare_facts` over those that share a key.

    The engine groups by key, sorts and drops repeats, so order, retries and the number of workers cannot matter.
    """

    def collect_facts(self, article: Article) -> Iterable[Fact]:
        """One article's facts."""
        raise NotImplementedError

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterable[Finding]:
        """The findings over all facts of one key, two at least, at the places of these facts (`fact.location`)."""
        raise NotImplementedError
