"""`newslint-extract`: web archives (WARC) to Parquet, with the articles' text and what their pages say about them."""
