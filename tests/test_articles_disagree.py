"""numbers/articles-disagree among many articles: what its examples, sets of a few, cannot show."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.engine.check import Checker
from newslint.engine.conclude import conclude
from newslint.model import Result
from newslint_numbers import articles_disagree


def compared(count: int) -> Result:
    """So many reports from one town, no two of one event, but for the last two."""
    rule = articles_disagree.ArticlesDisagree()
    checker, facts = Checker([rule]), []
    for number in range(count):
        who = "the smith Brenmar Tolvik and the cook Jarnwen Eskild" if number > count - 3 else f"a Tolvik{number:x}"
        day, killed = number % 28 + 1, number % 5 + 2
        date = "2025-03-01" if number > count - 3 else f"{2000 + number // 28 % 20}-03-{day:02}"
        text = f"date {date}\n\nA fire in Ostervik near Dunmere killed {killed} people, said {who}.\n"
        facts += checker.check(Article(f"{number:04}.txt", text)).facts
    return conclude([rule], facts)


def test_names_that_many_reports_share_do_not_hide_those_that_few_share() -> None:
    (found,) = compared(60).diagnostics
    assert found.where.path == "0059.txt"
    assert [one.where.path for one in found.related] == ["0058.txt"]


def test_what_is_compared_grows_as_the_reports_do(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    differ = articles_disagree._differ
    monkeypatch.setattr(articles_disagree, "_differ", lambda *given: counts.append(1) or differ(*given))
    compared(200)
    few = len(counts)
    compared(400)
    assert len(counts) - few < 2.2 * few
