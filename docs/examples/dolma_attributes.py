"""Dolma: spans of junk as attributes of documents, which `dolma mix` can remove."""

import gzip
import json

import newslint

linter = newslint.Linter(select=["boilerplate", "advertising"])
with gzip.open("documents.jsonl.gz", "rt") as documents, gzip.open("attributes.jsonl.gz", "wt") as attributes:
    for line in documents:
        document = json.loads(line)
        report = linter.lint(document["text"], path=document["id"])
        spans = [[found.location.start.offset, found.location.end.offset, 1.0] for found in report]
        print(json.dumps({"id": document["id"], "attributes": {"newslint__junk": spans}}), file=attributes)
