"""The tables of a corpus by group and by month: in Parquet, in summary.json and on the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow.parquet as pq

from newslint.batch.table import QuarantineRow
from newslint.corpus.outputs.breakdown import GroupRow, RuleByGroupRow, RuleByMonthRow, group_rows
from newslint.corpus.tables import DiagnosticRow
from pages import parse_page
from support import ROOT, Run, Write

TAG = "boilerplate/template-tag"
OPTIONS = ("--isolated", "--id-column", "id", "--group-by", "outlet", "--date-column", "day", "--no-cross", "--out")


def article(number: int, outlet: str, day: str, tags: int) -> dict[str, Any]:
    text = "The road will stay closed for a week, the county said.\n" + "{{ page.footer }}\n" * tags
    return {"id": f"{outlet}-{number}", "outlet": outlet, "day": day, "text": text}


ARTICLES = [
    *(article(number, "large.example", "2024-01-05", 1 if number < 10 else 0) for number in range(40)),
    *(article(number, "worst.example", "2024-03-07", 2) for number in range(5)),
    article(0, "one.example", "2024-03-08", 1),
]


def test_rules_are_counted_by_group_and_by_month(corpus: Run, write: Write, tmp_path: Path) -> None:
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in ARTICLES))
    done = corpus("a.jsonl", *OPTIONS, "found", "--report", "page.html")
    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "found/summary.json").read_text())
    assert summary["rules_by_group"]["large.example"][TAG] == {"articles": 10, "findings": 10}
    assert summary["rules_by_month"]["2024-03"][TAG] == {"articles": 6, "findings": 11}
    rows = {row["group"]: row for row in pq.read_table(tmp_path / "found/tables/rule_by_group.parquet").to_pylist()}
    assert rows["worst.example"] == {
        "rule": TAG,
        "group": "worst.example",
        "group_articles": 5,
        "articles": 5,
        "findings": 10,
        "per_article": 2.0,
        "example": "{{ page.footer }}",
        "example_article": rows["worst.example"]["example_article"],
    }
    assert rows["large.example"]["per_article"] == 0.25
    months = {row["month"]: row for row in pq.read_table(tmp_path / "found/tables/rule_by_month.parquet").to_pylist()}
    assert (months["2024-01"]["month_articles"], months["2024-03"]["per_article"]) == (40, 11 / 6)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    # Rates, not counts: the large outlet has as many findings as the worst one, and comes last.
    order = re.findall(r'<tr class="f5"><th scope="row">([\w.]+)</th>', page)
    assert order == ["worst.example", "one.example", "large.example"]
    assert 'title="{{ page.footer }} (' in page
    # The list of findings: some of each rule, and how many there are.
    found = parse_page(page)
    assert len(found.findings) == 20 and "20 of 21 findings" in found.text
    assert {finding["match"] for finding in found.findings} == {"{{ page.footer }}"}
    assert all(one["id"].split("-")[0].endswith(".example") for one in found.articles)
    # In the texts, which are read again.
    assert found.json["text-0"]["paragraphs"][0].startswith("The road will stay closed for a week, the county said.")
    assert found.marked(0) == ["{{ page.footer }}"]
    # The days from the first to the last, also those without articles.
    assert page.count("<rect x=") == 64 and "<title>2024-02-29: 0.00 (0 in 0)</title>" in page


def test_the_tables_do_not_depend_on_how_the_corpus_is_divided(corpus: Run, write: Write, tmp_path: Path) -> None:
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in ARTICLES[:20]))
    write("b.jsonl", "".join(json.dumps(row) + "\n" for row in ARTICLES[20:]))
    for out, options in (("one", ("-j", "1")), ("two", ("-j", "2"))):
        assert corpus("a.jsonl", "b.jsonl", *OPTIONS, out, "--report", f"{out}.html", *options).returncode == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    for name in ("groups", "rule_by_group", "rule_by_month"):
        assert (tmp_path / f"one/tables/{name}.parquet").read_bytes() == (
            tmp_path / f"two/tables/{name}.parquet"
        ).read_bytes()


def test_a_run_that_does_nothing_reads_the_tables_of_the_last_one(corpus: Run, write: Write, tmp_path: Path) -> None:
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in ARTICLES))
    pages = []
    for page in ("one.html", "two.html"):
        corpus("a.jsonl", *OPTIONS, "found", "--report", page)
        pages.append((tmp_path / page).read_bytes())
    assert pages[0] == pages[1]
    write("a.jsonl", json.dumps({"id": "1", "text": "Nothing to find here.\n"}) + "\n")
    corpus("a.jsonl", *OPTIONS, "found")
    assert not list((tmp_path / "found/tables").iterdir())
    assert json.loads((tmp_path / "found/summary.json").read_text())["rules_by_group"] == {}


def test_groups_are_ranked_by_rates_that_a_single_article_does_not_decide() -> None:
    rows = group_rows({"large": (900, 90), "bad": (80, 240), "single": (1, 5), "": (7, 7)})
    assert [row.group for row in rows] == ["bad", "single", "large"]
    assert rows[0].articles_so_far == 80 / 981 and rows[0].findings_so_far == 240 / 335
    assert rows[-1].articles_so_far == rows[-1].findings_so_far == 1.0


@pytest.mark.parametrize(
    ("table", "row_class"),
    [
        ("diagnostics/*", DiagnosticRow),
        ("quarantine/*", QuarantineRow),
        ("tables/groups", GroupRow),
        ("tables/rule_by_group", RuleByGroupRow),
        ("tables/rule_by_month", RuleByMonthRow),
    ],
)
def test_the_page_names_every_column(table: str, row_class: type[tuple[object, ...]]) -> None:
    page = (ROOT / "docs/corpus.md").read_text(encoding="utf-8")
    (line,) = (line for line in page.splitlines() if f"`{table}.parquet`" in line)
    assert {*row_class.__annotations__} - {*re.findall(r"\w+", line.partition(" | ")[2])} == set()
