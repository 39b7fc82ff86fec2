"""`newslint-corpus`: the same rules over corpora in Parquet and JSON lines, on one machine or on a cluster engine."""
