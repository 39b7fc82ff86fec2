"""datatrove: a step that drops articles with much junk, and notes how many findings the others have."""

from datatrove.data import DocumentsPipeline
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import JsonlWriter

import newslint


class NewslintFilter(PipelineStep):
    name = "newslint"

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        linter = newslint.Linter(select=["boilerplate", "advertising"])
        for document in data:
            report = linter.lint(document.text, path=document.id, date=document.metadata.get("published"))
            document.metadata["findings"] = len(report)
            if len(report) < 10:
                yield document


if __name__ == "__main__":
    reader = ParquetReader(".", glob_pattern="articles.parquet", text_key="body", id_key="url")
    writer = JsonlWriter("kept", compression=None)
    LocalPipelineExecutor([reader, NewslintFilter(), writer], logging_dir="logs").run()
