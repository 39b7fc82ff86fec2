"""The examples of the page of recipes run as they stand, on a corpus as the page describes it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from support import ROOT, Run

PAGE = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")
AD = "Buy Now\n"
NEWS = "The road will stay closed for a week, the county said.\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def linted(corpus: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rows = [
        {"url": f"https://{outlet}/{number}", "body": body, "published": "2024-01-05", "outlet": outlet}
        for outlet, number, body in (
            ("example.com", 1, NEWS + AD + "{{ page.footer }}\n"),
            ("good.example", 2, NEWS),
            ("good.example", 3, "{{ page.footer }}\n" + NEWS),
        )
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "articles.parquet")
    (command,) = blocks("sh")
    done = corpus(*shlex.split(command)[1:], "--isolated")
    assert done.returncode == 0, done.stderr
    monkeypatch.chdir(tmp_path)
    return tmp_path


def urls(path: Path) -> set[str]:
    return {url[-1] for url in pq.read_table(path)["url"].to_pylist()}


def test_the_queries_run_and_answer(linted: Path) -> None:
    drop, why, copy, join, weigh, sample = blocks("sql")
    assert [row[0] for row in duckdb.sql(drop).fetchall()] == ["example.com"]
    assert {row[0] for row in duckdb.sql(why).fetchall()} >= {"boilerplate/template-tag"}
    duckdb.sql(copy)
    assert urls(linted / "kept.parquet") == {"2", "3"}
    assert duckdb.sql(join).fetchall() == [(2,)]
    assert [row[0][-1] for row in duckdb.sql(weigh).fetchall()] == ["1", "3", "2"]
    assert any("{{ page.footer }}" in row[2] for row in duckdb.sql(sample).fetchall())


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_programs_run_and_answer(linted: Path, library: str) -> None:
    pytest.importorskip(library, reason=f"{library} is not installed")
    (program,) = (block for block in blocks("python") if f"import {library}" in block)
    exec(compile(program, f"{library}.py", "exec"), {})
    assert urls(linted / "kept.parquet") == {"2", "3"}
