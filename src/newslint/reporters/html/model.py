"""The findings of a report by article, each with its number and with links between articles that belong together.

The summary is above the articles, and a link must know its target, so the reporter collects all findings before it
writes. They are few compared with the texts, which it reads one at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newslint.api import Diagnostic, Location

COLOR_COUNT = 8  # colors, each with its kind of underline; more families than that share them


class Note(NamedTuple):
    """A finding with its number in its article."""

    article_number: int
    number: int
    diagnostic: Diagnostic

    @property
    def key(self) -> str:
        """The part of HTML ids that identifies the note in the page; the same findings have the same keys."""
        return f"{self.article_number}-{self.number}"

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return family(self.diagnostic.rule)


class Backlink(NamedTuple):
    """A related location of a note in another article."""

    note: Note
    number: int  # of the location among the note's related ones, from 1
    location: Location


class ArticleView(NamedTuple):
    """One article in the page."""

    number: int
    path: str
    record: int | None
    notes: list[Note]
    backlinks: list[Backlink]

    @property
    def families(self) -> Counter[str]:
        """The number of findings by family."""
        return Counter(note.family for note in self.notes)


class ReportModel(NamedTuple):
    """What the page shows: all articles that have findings or related locations, in the order of the page."""

    articles: list[ArticleView]
    colors: dict[str, int]  # by family, from 1
    rules: dict[str, int]  # the number of findings by rule, sorted by name
    severities: Counter[str]  # the number of findings by severity

    @property
    def families(self) -> Counter[str]:
        """The number of findings by family."""
        families: Counter[str] = Counter()
        for name, count in self.rules.items():
            families[family(name)] += count
        return families

    @property
    def rule_ids(self) -> dict[str, str]:
        """The HTML ids of the rules' documentation, by rule. They hold numbers, since names may not be valid ids."""
        return {name: f"rule-{number}" for number, name in enumerate(self.rules, 1)}

    def with_findings(self) -> list[ArticleView]:
        """Return the articles that have findings, not only related locations."""
        return [article for article in self.articles if article.notes]


def family(rule: str) -> str:
    """Return the first part of a rule's name."""
    return rule.split("/", 1)[0]


def build_model(diagnostics: Iterable[Diagnostic]) -> ReportModel:
    """Return the model of a report about these findings, which are in output order."""
    by_article: dict[tuple[str, int | None], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_article.setdefault(_article_key(diagnostic.location), []).append(diagnostic)
        for related in diagnostic.related:
            by_article.setdefault(_article_key(related.location), [])
    keys = sorted(by_article, key=lambda key: (key[0], key[1] or 0))
    articles = {key: ArticleView(number, *key, [], []) for number, key in enumerate(keys, 1)}
    for key, article in articles.items():
        article.notes.extend(Note(article.number, number, found) for number, found in enumerate(by_article[key], 1))
    for key, article in articles.items():
        for note in article.notes:
            for number, related in enumerate(note.diagnostic.related, 1):
                related_key = _article_key(related.location)
                if related_key != key:
                    articles[related_key].backlinks.append(Backlink(note, number, related.location))
    notes = [note for article in articles.values() for note in article.notes]
    rules = Counter(note.diagnostic.rule for note in notes)
    families = sorted({family(name) for name in rules})
    return ReportModel(
        list(articles.values()),
        {name: number % COLOR_COUNT + 1 for number, name in enumerate(families)},
        {name: rules[name] for name in sorted(rules)},
        Counter(note.diagnostic.severity for note in notes),
    )


def _article_key(location: Location) -> tuple[str, int | None]:
    return location.path, location.record
