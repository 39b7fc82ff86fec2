"""Arrow batches: their articles are linted in memory, so that any engine that maps batches can run newslint."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyarrow as pa

from newslint.library.functions import default_linter
from newslint.library.linter import Linter
from newslint.library.report import LintError, Report, findings_table
from newslint.named_tuple import NamedTuple


class BatchReport(NamedTuple):
    """What newslint found in a batch.

    `findings` has the columns of FindingRow; `path` is the article's id. `articles` has a row for each row of the
    batch, in order: `path`, `findings` (how many), `findings_FAMILY` for each family of rules that run, `junk_share`
    (the share of the text's characters that fixes would remove), `clean_text` (the text with its fixes applied), and
    `error` (why a row was not linted in full, or null).
    """

    findings: pa.Table
    articles: pa.Table


def lint_batch(
    batch: pa.RecordBatch | pa.Table,
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002 (the name that data sets use)
    date: str | None = None,
    linter: Linter | None = None,
    unsafe_fixes: bool = False,
) -> BatchReport:
    """Return the findings in the articles of a batch, one article in each row.

    `text`, `id` and `date` are the names of columns: without `id`, an article is called by the number of its row, from
    0. A date may have any form that newslint reads in metadata. `linter` is by default one with newslint's default
    settings. `clean_text` has the safe fixes applied, with `unsafe_fixes` all of them. Articles are not compared, since
    batches are cut arbitrarily.

    Raises KeyError for a column that the batch does not have.
    """
    linter = linter or default_linter()
    rows = zip(
        _column(batch, text),
        _column(batch, id) if id else range(batch.num_rows),
        _column(batch, date) if date else [None] * batch.num_rows,
        strict=True,
    )
    reports = []
    articles = []
    families = sorted({rule.partition("/")[0] for rule in linter.rules})
    for content, name, day in rows:
        report, error = _lint(linter, content, "" if name is None else str(name), day)
        reports.append(report)
        articles.append(_article_row(linter, report, day, families, error, unsafe=unsafe_fixes))
    return BatchReport(findings_table(reports), pa.Table.from_pylist(articles, schema=_schema(families)))


def _column(batch: pa.RecordBatch | pa.Table, name: str) -> list[Any]:
    if name not in batch.schema.names:
        raise KeyError(f'there is no column "{name}"; the columns are {", ".join(batch.schema.names)}')
    values: list[Any] = batch.column(name).to_pylist()
    return values


def _lint(linter: Linter, content: Any, path: str, day: Any) -> tuple[Report, str | None]:
    """Return the report on one text, and why it is incomplete."""
    empty = Report(path, content if isinstance(content, str) else "", (), (), {})
    if content is None:
        return empty, "there is no text"
    try:
        return linter.lint(content, date=day, path=path), None
    except LintError as error:
        return error.report, str(error)
    except (TypeError, ValueError) as error:
        return empty, str(error)


def _article_row(
    linter: Linter, report: Report, day: Any, families: list[str], error: str | None, *, unsafe: bool
) -> dict[str, Any]:
    counts = Counter(found.rule.partition("/")[0] for found in report)
    row: dict[str, Any] = {"path": report.path, "findings": len(report), "error": error}
    row |= {f"findings_{family}": counts[family] for family in families}
    row["junk_share"] = _junk_share(report)
    row["clean_text"] = report.text
    if error is None and any(found.fix and (found.fix.safe or unsafe) for found in report):
        row["clean_text"] = linter.fix_report(report, day, ".txt", unsafe=unsafe)
    return row


def _junk_share(report: Report) -> float:
    """Return the share of the characters that fixes remove."""
    removed: set[int] = set()
    for found in report:
        for (start, end), replacement in found.fix.edits if found.fix else ():
            if not replacement:
                removed.update(range(start, end))
    return len(removed) / len(report.text) if report.text else 0.0


def _schema(families: list[str]) -> pa.Schema:
    return pa.schema(
        [
            pa.field("path", pa.string(), nullable=False),
            pa.field("findings", pa.int64(), nullable=False),
            *(pa.field(f"findings_{family}", pa.int64(), nullable=False) for family in families),
            pa.field("junk_share", pa.float64(), nullable=False),
            pa.field("clean_text", pa.string(), nullable=False),
            pa.field("error", pa.string()),
        ]
    )
