"""Every way to lint gives the same findings: the functions, batches under each engine, and both commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import newslint as library
from newslint.library.linter import Document
from support import Run, Write, command_in

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

import pyarrow as pa

from corpora import ARTICLES, read_findings, sort_findings, write_parquet
from newslint.library.report import FindingRow, Report

COMPARING = ("boilerplate/repeated-line", "numbers/articles-disagree")
BATCH_ROWS = 4
SPARK_TYPES = {"int": "bigint", "str": "string"}


def make_lint() -> Callable[[pa.RecordBatch | pa.Table], pa.Table]:
    """Return a function that returns the findings of a batch; engines send it to processes without this module."""

    def lint(batch: pa.RecordBatch | pa.Table) -> pa.Table:
        from newslint.corpus import lint_batch

        return lint_batch(batch, id="name").findings

    return lint


lint_rows = make_lint()


def with_pandas(articles: pa.Table) -> Iterable[dict[str, Any]]:
    frame = pytest.importorskip("pandas") and articles.to_pandas()
    for start in range(0, len(frame), BATCH_ROWS):
        part = frame.iloc[start : start + BATCH_ROWS]
        yield from lint_rows(pa.Table.from_pandas(part, preserve_index=False)).to_pylist()


def with_polars(articles: pa.Table) -> Iterable[dict[str, Any]]:
    polars = pytest.importorskip("polars")
    for part in polars.from_arrow(articles).iter_slices(BATCH_ROWS):
        yield from lint_rows(part.to_arrow()).to_pylist()


def with_duckdb(articles: pa.Table) -> Iterable[dict[str, Any]]:
    import duckdb

    with duckdb.connect() as connection:
        connection.register("articles", articles)
        found = connection.sql("FROM articles").to_arrow_table()
    for part in found.to_batches(BATCH_ROWS):
        yield from lint_rows(part).to_pylist()


def with_datasets(articles: pa.Table) -> Iterable[dict[str, Any]]:
    datasets = pytest.importorskip("datasets")
    data = datasets.Dataset(articles).with_format("arrow")
    mapped = data.map(lint_rows, batched=True, batch_size=BATCH_ROWS, remove_columns=articles.column_names)
    return list(mapped.with_format(None))


def with_ray(articles: pa.Table) -> Iterable[dict[str, Any]]:
    ray_data = pytest.importorskip("ray.data")
    found = ray_data.from_arrow(articles).map_batches(lint_rows, batch_size=BATCH_ROWS, batch_format="pyarrow")
    return [dict(row) for row in found.take_all()]


def with_spark(articles: pa.Table) -> Iterable[dict[str, Any]]:
    sql = pytest.importorskip("pyspark.sql")
    pytest.importorskip("pandas")
    schema = ", ".join(
        f"{name} {SPARK_TYPES[kind.removesuffix(' | None')]}" for name, kind in FindingRow.__annotations__.items()
    )
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(articles.to_pandas())
        lint = lint_rows
        found = frame.mapInArrow(lambda batches: (part for one in batches for part in lint(one).to_batches()), schema)
        return [row.asDict() for row in found.collect()]
    finally:
        spark.stop()


def as_lines(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Return rows of findings in the form of `newslint --format jsonl`, sorted."""
    return sorted(
        json.dumps(
            {
                **{
                    name: row[name]
                    for name in ("rule", "severity", "message", "path", "record", "match", "fingerprint")
                },
                "start": {"line": row["line"], "column": row["column"], "offset": row["start"]},
                "end": {"line": row["end_line"], "column": row["end_column"], "offset": row["end"]},
                "related": json.loads(row["related"]),
                "fix": json.loads(row["fix"]) if row["fix"] else None,
            },
            ensure_ascii=False,
            sort_keys=True,
        )
        for row in rows
    )


def lines_of(reports: Iterable[Report]) -> list[str]:
    """Return the findings of reports in the same form."""
    return as_lines(row._asdict() for report in reports for row in report.to_rows())


@pytest.fixture
def expected(newslint: Run, write: Write) -> list[str]:
    """Return what the command finds in the articles."""
    for name, text in ARTICLES.items():
        write(name, text)
    found = sort_findings(newslint("wire", "--isolated", "--format", "jsonl").stdout)
    assert any(json.loads(line)["rule"] in COMPARING for line in found)
    return found


@pytest.fixture
def alone(expected: list[str]) -> list[str]:
    """Return those findings that do not come from comparing articles."""
    return [line for line in expected if json.loads(line)["rule"] not in COMPARING]


def test_the_functions_and_both_commands_find_the_same(expected: list[str], alone: list[str], tmp_path: Path) -> None:
    documents = [Document(text, path) for path, text in ARTICLES.items()]
    assert lines_of(library.lint(text, path=path) for path, text in ARTICLES.items()) == alone
    assert lines_of(library.lint_many(documents)) == expected
    assert lines_of(library.lint_many(documents, jobs=2)) == expected
    assert lines_of(library.lint_many(documents, compare=False)) == alone
    assert as_lines(lint_rows(pa.table({"name": list(ARTICLES), "text": list(ARTICLES.values())})).to_pylist()) == alone
    write_parquet(tmp_path / "a.parquet", ARTICLES)
    corpus = command_in("newslint.corpus.main", tmp_path)
    done = corpus("a.parquet", "--isolated", "--id-column", "name", "--out", "found")
    assert done.returncode == 0, done.stderr
    assert read_findings(tmp_path / "found") == expected


@pytest.mark.filterwarnings("ignore")  # those of the engines about themselves
@pytest.mark.parametrize("engine", [with_pandas, with_polars, with_duckdb, with_datasets, with_ray, with_spark])
def test_batches_give_the_same_findings_under_each_engine(
    engine: Callable[[pa.Table], Iterable[dict[str, Any]]], alone: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    articles = pa.table({"name": list(ARTICLES), "text": list(ARTICLES.values())})
    assert as_lines(engine(articles)) == alone
