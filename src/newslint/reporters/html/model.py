"""The findings of a report by article, with the places in other articles that belong to them.

The list of findings stands above the articles, and a place must know its article, so the reporter collects all findings
before it writes. They are few compared with the texts, which it reads one at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.api import Diagnostic, Location
from newslint.named_tuple import NamedTuple

ArticleKey = tuple[str, int | None]  # path and record


class Note(NamedTuple):
    """A finding with its number in the report, from 0."""

    number: int
    diagnostic: Diagnostic


class Backlink(NamedTuple):
    """A related location of a finding in another article."""

    note: Note
    number: int  # of the location among the finding's related ones, from 1
    location: Location


class ArticleView(NamedTuple):
    """One article of the report."""

    number: int  # from 0
    path: str
    record: int | None
    notes: list[Note]
    backlinks: list[Backlink]


class ReportModel(NamedTuple):
    """All articles that have findings or related locations, in output order."""

    articles: dict[ArticleKey, ArticleView]
    rules: dict[str, int]  # the number of findings by rule, sorted by name
    articles_by_rule: dict[str, int]  # how many articles have a finding of the rule
    severities: Counter[str]  # the number of findings by severity

    @property
    def finding_count(self) -> int:
        """The number of findings."""
        return sum(self.rules.values())

    @property
    def articles_with_findings(self) -> int:
        """The number of articles that have findings, not only related locations."""
        return sum(bool(article.notes) for article in self.articles.values())


def build_model(diagnostics: Iterable[Diagnostic]) -> ReportModel:
    """Return the model of a report about these findings, which are in output order."""
    by_article: dict[ArticleKey, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_article.setdefault(article_key(diagnostic.location), []).append(diagnostic)
        for related in diagnostic.related:
            by_article.setdefault(article_key(related.location), [])
    keys = sorted(by_article, key=lambda key: (key[0], key[1] or 0))
    articles = {key: ArticleView(number, *key, [], []) for number, key in enumerate(keys)}
    count = 0
    for key, article in articles.items():
        for diagnostic in by_article[key]:
            article.notes.append(Note(count, diagnostic))
            count += 1
    for key, article in articles.items():
        for note in article.notes:
            for number, related in enumerate(note.diagnostic.related, 1):
                related_key = article_key(related.location)
                if related_key != key:
                    articles[related_key].backlinks.append(Backlink(note, number, related.location))
    rules: Counter[str] = Counter()
    articles_by_rule: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    for article in articles.values():
        names = [note.diagnostic.rule for note in article.notes]
        rules.update(names)
        articles_by_rule.update(set(names))
        severities.update(note.diagnostic.severity for note in article.notes)
    return ReportModel(articles, {name: rules[name] for name in sorted(rules)}, dict(articles_by_rule), severities)


def article_key(location: Location) -> ArticleKey:
    """Return the path and the record of a location."""
    return location.path, location.record
