"""Findings laid out by article: each with its number, and with the places in other articles that belong to it.

The summary stands above the articles, and a link must know its target, so the findings are collected before anything
is written. They are few beside the texts, which are read one at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newslint.api import Diagnostic, Location

COLOR_COUNT = 8  # colours and kinds of underline; with more families than that they repeat


class Note(NamedTuple):
    """A finding with its number in its article."""

    sheet: int
    number: int
    diagnostic: Diagnostic

    @property
    def key(self) -> str:
        """What ids are made of: unique in the page, and the same for the same findings."""
        return f"{self.sheet}-{self.number}"

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return family(self.diagnostic.rule)


class Backlink(NamedTuple):
    """A place that belongs to a finding in another article."""

    note: Note
    nth: int  # which of the finding's related places it is, from 1
    where: Location


class ArticleView(NamedTuple):
    """One article as the page has it."""

    number: int
    path: str
    record: int | None
    notes: list[Note]
    callers: list[Backlink]

    @property
    def families(self) -> Counter[str]:
        """How many findings of each family."""
        return Counter(note.family for note in self.notes)


class ReportModel(NamedTuple):
    """All articles that have something to show, in the order of the page."""

    all: list[ArticleView]
    slots: dict[str, int]  # the colour of each family
    rules: dict[str, int]  # how many findings of each rule, by name
    severities: Counter[str]

    @property
    def families(self) -> Counter[str]:
        """How many findings of each family, by name."""
        found: Counter[str] = Counter()
        for name, count in self.rules.items():
            found[family(name)] += count
        return found

    @property
    def rule_ids(self) -> dict[str, str]:
        """Where the page explains each rule. Numbers, since a name may hold what an id may not."""
        return {name: f"rule-{number}" for number, name in enumerate(self.rules, 1)}

    def with_findings(self) -> list[ArticleView]:
        """Those that have a finding of their own."""
        return [sheet for sheet in self.all if sheet.notes]


def family(rule: str) -> str:
    """The first part of a rule's name."""
    return rule.split("/", 1)[0]


def build_model(diagnostics: Iterable[Diagnostic]) -> ReportModel:
    """Take the findings, and give each its place in the page."""
    held: dict[tuple[str, int | None], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        held.setdefault(_article(diagnostic.location), []).append(diagnostic)
        for other in diagnostic.related:
            held.setdefault(_article(other.location), [])
    keys = sorted(held, key=lambda key: (key[0], key[1] or 0))
    sheets = {key: ArticleView(number, *key, [], []) for number, key in enumerate(keys, 1)}
    for key, sheet in sheets.items():
        sheet.notes.extend(Note(sheet.number, number, found) for number, found in enumerate(held[key], 1))
    for key, sheet in sheets.items():
        for note in sheet.notes:
            for index, other in enumerate(note.diagnostic.related, 1):
                if _article(other.location) != key:
                    sheets[_article(other.location)].callers.append(Backlink(note, index, other.location))
    found = [diagnostic for some in held.values() for diagnostic in some]
    rules = Counter(diagnostic.rule for diagnostic in found)
    families = sorted({family(name) for name in rules})
    return ReportModel(
        list(sheets.values()),
        {name: number % COLOR_COUNT + 1 for number, name in enumerate(families)},
        {name: rules[name] for name in sorted(rules)},
        Counter(diagnostic.severity for diagnostic in found),
    )


def _article(place: Location) -> tuple[str, int | None]:
    return place.path, place.record
