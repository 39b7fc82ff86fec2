"""pandas: lint a column; write the findings, and the articles without their junk."""

import pandas
import pyarrow

from newslint.corpus import lint_batch

frame = pandas.read_parquet("articles.parquet")
result = lint_batch(pyarrow.Table.from_pandas(frame), text="body", id="url", date="published", unsafe_fixes=True)
articles = result.articles.to_pandas()

frame["body"] = articles["clean_text"]
frame[articles["junk_share"] < 0.5].to_parquet("clean.parquet")
result.findings.to_pandas().to_parquet("findings.parquet")
