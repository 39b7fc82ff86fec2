"""Polars: which rules find most, by outlet."""

import polars

from newslint.corpus import lint_batch

frame = polars.read_parquet("articles.parquet")
findings = polars.from_arrow(lint_batch(frame.to_arrow(), text="body", id="url", date="published").findings)

outlets = frame.select("url", "outlet")
by_outlet = findings.join(outlets, left_on="path", right_on="url").group_by("outlet", "rule").len()
by_outlet.sort("len", descending=True).write_parquet("outlets.parquet")
