"""Ray Data: lint on a cluster. A worker builds its linter once."""

import ray

import newslint
from newslint.corpus import lint_batch


class Lint:
    def __init__(self):
        self.linter = newslint.Linter(ignore=["dates"])

    def __call__(self, batch):
        return lint_batch(batch, text="body", id="url", date="published", linter=self.linter).findings


articles = ray.data.read_parquet("articles.parquet")
articles.map_batches(Lint, batch_format="pyarrow", concurrency=1).write_parquet("findings")
