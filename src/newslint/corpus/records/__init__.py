"""The records of a unit: rows of Parquet and lines of JSON, as articles to lint."""
