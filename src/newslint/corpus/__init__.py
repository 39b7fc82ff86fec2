"""The command `newslint-corpus`: the same rules on corpora in Parquet and JSON lines."""
