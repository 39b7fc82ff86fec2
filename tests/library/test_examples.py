"""The examples for other engines run, and find what the library finds. Those whose package is missing are skipped."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import newslint
from support import ROOT

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.corpus import lint_batch

EXAMPLES = ROOT / "docs" / "examples"
PACKAGES = {
    "airflow_task": "airflow",
    "datatrove_step": "datatrove",
    "dolma_attributes": "",
    "duckdb_query": "duckdb",
    "hugging_face_datasets": "datasets",
    "pandas_column": "pandas",
    "polars_frame": "polars",
    "ray_data": "ray.data",
    "scrapy_pipeline": "",
    "spark_map_in_arrow": "pyspark",
}
TEXTS = [seed.read_text(encoding="utf-8") for seed in sorted((ROOT / "seeds").glob("*.txt"))]
Example = Callable[[str], Path]


def is_installed(package: str) -> bool:
    """Return whether a package can be imported; `a.b` also needs what b of a needs."""
    try:
        return not package or find_spec(package) is not None
    except ImportError:
        return False


@pytest.fixture
def articles(tmp_path: Path) -> pa.Table:
    """Write the seeds as articles.parquet, and return them."""
    table = pa.table(
        {
            "url": [f"https://a.example/{number}" for number in range(len(TEXTS))],
            "body": TEXTS,
            "published": ["2025-05-23"] * len(TEXTS),
            "outlet": ["a", "b", "a", "b", "a"][: len(TEXTS)],
        }
    )
    pq.write_table(table, tmp_path / "articles.parquet")
    return table


@pytest.fixture
def example(tmp_path: Path, articles: pa.Table) -> Example:
    """Return a function that runs an example in a folder with articles.parquet, and returns the folder."""

    def run(name: str) -> Path:
        if not is_installed(PACKAGES[name]):
            pytest.skip(f"needs {PACKAGES[name]}")
        environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "HF_HOME": str(tmp_path / "hf")}
        command = [sys.executable, str(EXAMPLES / f"{name}.py")]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return tmp_path

    return run


def expected(articles: pa.Table, **settings: Any) -> list[dict[str, Any]]:
    """Return the findings of the library."""
    found = lint_batch(articles, text="body", id="url", date="published", **settings).findings
    return by_place(found.to_pylist())


def by_place(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in an order that does not depend on the engine."""
    return sorted(rows, key=lambda row: (row["path"], row["start"], row["rule"]))


def test_every_example_is_tested_and_on_the_page() -> None:
    assert {file.stem for file in EXAMPLES.glob("*.py")} == set(PACKAGES)
    page = (ROOT / "docs" / "pipelines.md").read_text(encoding="utf-8")
    blocks = set(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    for name in PACKAGES:
        assert (EXAMPLES / f"{name}.py").read_text(encoding="utf-8").split('"""\n\n', 1)[1] in blocks, name


def test_pandas(example: Example, articles: pa.Table) -> None:
    folder = example("pandas_column")
    assert by_place(pq.read_table(folder / "findings.parquet").to_pylist()) == expected(articles)
    clean = pq.read_table(folder / "clean.parquet").to_pylist()
    assert [row["body"] for row in clean] == [newslint.fix(text, date="2025-05-23", unsafe=True) for text in TEXTS]


def test_polars(example: Example, articles: pa.Table) -> None:
    rows = pq.read_table(example("polars_frame") / "outlets.parquet").to_pylist()
    assert sum(row["len"] for row in rows) == len(expected(articles))


def test_duckdb(example: Example, articles: pa.Table) -> None:
    rows = pq.read_table(example("duckdb_query") / "rules.parquet").to_pylist()
    assert sum(row["found"] for row in rows) == len(expected(articles))


def test_hugging_face_datasets(example: Example, articles: pa.Table) -> None:
    rows = pq.read_table(example("hugging_face_datasets") / "linted.parquet").to_pylist()
    result = lint_batch(articles, text="body", id="url", date="published").articles
    assert [(row["findings"], row["junk_share"]) for row in rows] == [
        (row["findings"], row["junk_share"]) for row in result.to_pylist()
    ]


def test_ray_data(example: Example, articles: pa.Table) -> None:
    rows = pq.read_table(example("ray_data") / "findings").to_pylist()
    assert by_place(rows) == expected(articles, linter=newslint.Linter(ignore=["dates"]))


def test_spark(example: Example, articles: pa.Table) -> None:
    folder = example("spark_map_in_arrow") / "findings"
    rows = [row for file in folder.glob("*.parquet") for row in pq.read_table(file).to_pylist()]
    assert by_place(rows) == expected(articles)


def test_datatrove(example: Example) -> None:
    (file,) = (example("datatrove_step") / "kept").iterdir()
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    linter = newslint.Linter(select=["boilerplate", "advertising"])
    counts = [len(linter.lint(text)) for text in TEXTS]
    assert [row["metadata"]["findings"] for row in rows] == [count for count in counts if count < 10]


def test_dolma(example: Example, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "documents.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(TEXTS))
    with gzip.open(example("dolma_attributes") / "attributes.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    linter = newslint.Linter(select=["boilerplate", "advertising"])
    for row, text in zip(rows, TEXTS, strict=True):
        spans = row["attributes"]["newslint__junk"]
        assert [text[start:end] for start, end, _ in spans] == [found.match for found in linter.lint(text)]


def test_scrapy(articles: pa.Table) -> None:
    names: dict[str, Any] = {}
    exec((EXAMPLES / "scrapy_pipeline.py").read_text(encoding="utf-8"), names)
    pipeline = names["NewslintPipeline"]()
    pipeline.open_spider()
    for row in articles.to_pylist():
        item = pipeline.process_item(dict(row))
        report = newslint.lint(row["body"], path=row["url"], date=row["published"])
        assert item["findings"] == report.to_dict()["findings"]
        assert item["body"] == newslint.fix(row["body"])


def test_airflow(example: Example) -> None:
    example("airflow_task")  # the workflow loads
