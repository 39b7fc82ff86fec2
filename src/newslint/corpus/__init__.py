"""The command `newslint-corpus`: the same rules over corpora in Parquet and JSON lines."""
