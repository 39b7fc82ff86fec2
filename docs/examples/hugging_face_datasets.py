"""Hugging Face datasets: add the share of junk and the number of findings as columns."""

from datasets import load_dataset

from newslint.corpus import lint_batch


def lint(table):
    articles = lint_batch(table, text="body", id="url", date="published").articles
    for name in ("findings", "junk_share"):
        table = table.append_column(name, articles[name])
    return table


data = load_dataset("parquet", data_files="articles.parquet", split="train").with_format("arrow")
data.map(lint, batched=True, batch_size=1000).to_parquet("linted.parquet")
