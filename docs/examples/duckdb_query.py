"""DuckDB: stream a file through newslint, then ask in SQL."""

import duckdb
import pyarrow

from newslint.corpus import lint_batch

connection = duckdb.connect()
articles = connection.sql("SELECT url, body, published FROM 'articles.parquet'").to_arrow_table()
results = [lint_batch(batch, text="body", id="url", date="published") for batch in articles.to_batches(1000)]
findings = pyarrow.concat_tables(result.findings for result in results)
by_rule = connection.sql("SELECT rule, count(*) AS found, any_value(match) AS example FROM findings GROUP BY rule")
by_rule.order("found DESC").write_parquet("rules.parquet")
