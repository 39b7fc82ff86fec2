"""The command `newslint-extract`: web archives (WARC) to Parquet, an article a row."""
