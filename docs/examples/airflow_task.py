"""Airflow: lint the articles of a day; the next task gets the path of the findings."""

import pyarrow.parquet
from airflow.sdk import dag, task

from newslint.corpus import lint_batch


@dag(schedule="@daily", catchup=False)
def newslint_daily():
    @task
    def lint(ds=None):
        articles = pyarrow.parquet.read_table(f"articles-{ds}.parquet")
        findings = lint_batch(articles, text="body", id="url", date="published").findings
        pyarrow.parquet.write_table(findings, f"findings-{ds}.parquet")
        return f"findings-{ds}.parquet"

    lint()


newslint_daily()
