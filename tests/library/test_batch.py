"""Arrow batches give the findings of the library, and columns to act upon."""

from __future__ import annotations

import pytest

import newslint
from support import ROOT

pa = pytest.importorskip("pyarrow")

from newslint.corpus import lint_batch  # noqa: E402

TEXTS = [seed.read_text(encoding="utf-8") for seed in sorted((ROOT / "seeds").glob("*.txt"))]
AIDE = "A palace aide said the visit was off.\n"


@pytest.fixture
def table() -> pa.Table:
    """Return the seeds as a table."""
    urls = [f"https://a.example/{number}.html" for number in range(len(TEXTS))]
    return pa.table({"url": urls, "body": TEXTS, "day": ["2025-05-23"] * len(TEXTS)})


def test_findings_are_those_of_lint(table: pa.Table) -> None:
    found = lint_batch(table, text="body", id="url", date="day").findings
    expected = [
        row
        for url, text in zip(table["url"].to_pylist(), TEXTS, strict=True)
        for row in newslint.lint(text, path=url, date="2025-05-23").to_rows()
    ]
    assert [tuple(row.values()) for row in found.to_pylist()] == list(map(tuple, expected))


def test_articles_stand_in_the_order_of_the_rows(table: pa.Table) -> None:
    for batch in (table, table.to_batches()[0]):
        articles = lint_batch(batch, text="body", id="url").articles
        assert articles["path"].to_pylist() == table["url"].to_pylist()
        for row, text in zip(articles.to_pylist(), TEXTS, strict=True):
            report = newslint.lint(text, path=row["path"])
            assert row["findings"] == len(report)
            assert row["findings_sources"] == sum(found.rule.startswith("sources/") for found in report)
            assert row["clean_text"] == newslint.fix(text)


def test_junk_is_measured_and_removed() -> None:
    junk = "Click here to subscribe to our newsletter."
    text = f"The road is closed.\n\n{junk}\n\nIt opens again on May 3, the town said.\n"
    row = lint_batch(pa.table({"text": [text]}), unsafe_fixes=True).articles.to_pylist()[0]
    assert junk not in row["clean_text"]
    assert row["junk_share"] == pytest.approx(1 - len(row["clean_text"]) / len(text))


def test_a_bad_row_costs_no_other_row() -> None:
    batch = pa.table({"text": [AIDE, None, AIDE], "when": ["2025-05-23", "2025-05-23", "soon"]})
    report = lint_batch(batch, date="when")
    errors = report.articles["error"].to_pylist()
    assert errors[0] is None
    assert errors[1] == "there is no text"
    assert errors[2] == "date: 'soon' is not a date that newslint can read; write YYYY-MM-DD"
    assert report.findings["path"].to_pylist() == ["0"]
    assert report.articles["clean_text"].to_pylist() == [AIDE, "", AIDE]


def test_the_schemas_do_not_depend_on_the_rows() -> None:
    full = lint_batch(pa.table({"text": [AIDE]}))
    empty = lint_batch(pa.table({"text": pa.array([], pa.string())}))
    assert empty.findings.schema == full.findings.schema
    assert empty.articles.schema == full.articles.schema


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(KeyError, match='there is no column "body"; the columns are text'):
        lint_batch(pa.table({"text": [AIDE]}), text="body")


def test_a_linter_of_your_own() -> None:
    linter = newslint.Linter(select=["dates"])
    articles = lint_batch(pa.table({"text": [AIDE]}), linter=linter).articles
    assert articles["findings"].to_pylist() == [0]
    assert [name for name in articles.column_names if name.startswith("findings_")] == ["findings_dates"]
