"""Spark: mapInArrow gives the findings as a data frame."""

from pyspark.sql import SparkSession

from newslint.corpus import lint_batch

SCHEMA = (
    "path string, record bigint, rule string, severity string, start bigint, end bigint, line bigint, column bigint, "
    "end_line bigint, end_column bigint, message string, match string, fix string, related string, fingerprint string"
)


def lint(batches):
    for batch in batches:
        yield from lint_batch(batch, text="body", id="url", date="published").findings.to_batches()


spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
spark.read.parquet("articles.parquet").mapInArrow(lint, SCHEMA).write.parquet("findings")
