"""The counts of rules by group and by month, and the order in which groups would be dropped, as Parquet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from tempfile import TemporaryDirectory
from typing import Any

from newslint.batch.storage import join_path
from newslint.batch.table import BufferedParquetWriter, Row
from newslint.corpus.compare.buckets import open_database, values_of
from newslint.corpus.outputs.samples import SampleRow, samples
from newslint.corpus.types import Job, Pairs
from newslint.named_tuple import NamedTuple

FOLDER = "tables"
MAX_JSON_GROUPS = 1000  # with most articles; the Parquet file has all
PRIOR_ARTICLES = 20  # a group of this size has a rate halfway between its own and that of the corpus
# One row for each article first, because counting distinct articles in one step holds them all in memory.
QUERY = """
    SELECT rule, {name}, count(*), sum(findings)::BIGINT, arg_min(example, digest), arg_min(place, digest)
    FROM (
        SELECT rule, {name}, path, record, count(*) AS findings, min(fingerprint || path || record) AS digest,
            arg_min(match, fingerprint) AS example, any_value(coalesce(id, path || '#' || record)) AS place
        FROM found GROUP BY ALL
    )
    GROUP BY ALL ORDER BY ALL
"""


class GroupRow(NamedTuple):
    """A group among all: the first rows are those with the most findings per article.

    `adjusted` is the rate with `PRIOR_ARTICLES` articles of the corpus's rate added, so that a group of two articles
    does not come first by chance. `articles_so_far` and `findings_so_far` are the shares of the corpus in this group
    and those before it: what dropping them would cost, and remove.
    """

    group: str
    articles: int
    findings: int
    per_article: float
    adjusted: float
    articles_so_far: float
    findings_so_far: float


class RuleByGroupRow(NamedTuple):
    """The findings of a rule in a group."""

    rule: str
    group: str
    group_articles: int
    articles: int  # with a finding of the rule
    findings: int
    per_article: float  # findings, by articles of the group
    example: str
    example_article: str


class RuleByMonthRow(NamedTuple):
    """The findings of a rule in a month, as YYYY-MM; empty for articles without a date."""

    rule: str
    month: str
    month_articles: int
    articles: int
    findings: int
    per_article: float
    example: str
    example_article: str


class Breakdown(NamedTuple):
    """The tables, as far as the summary and the report show them."""

    groups: tuple[GroupRow, ...] = ()
    rules_by_group: tuple[RuleByGroupRow, ...] = ()  # of the groups with most articles
    rules_by_month: tuple[RuleByMonthRow, ...] = ()
    groups_left_out: int = 0
    samples: tuple[SampleRow, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what `summary.json` has."""
        return {
            "rules_by_group": _nested(self.rules_by_group),
            "groups_left_out_of_rules_by_group": self.groups_left_out,
            "rules_by_month": _nested(self.rules_by_month),
        }


def months_of(days: Pairs) -> dict[str, int]:
    """Return the number of articles of each month."""
    months: dict[str, int] = {}
    for day, (articles, _) in days.items():
        months[day[:7]] = months.get(day[:7], 0) + articles
    return months


def group_rows(groups: Pairs) -> list[GroupRow]:
    """Return the named groups, the worst first."""
    named = [(name, *pair) for name, pair in groups.items() if name]
    all_articles = sum(articles for _, articles, _ in named) or 1
    all_findings = sum(findings for _, _, findings in named) or 1
    prior = PRIOR_ARTICLES * all_findings / all_articles
    rated = [
        (-(findings + prior) / (articles + PRIOR_ARTICLES), name, articles, findings)
        for name, articles, findings in named
    ]
    rows, articles_so_far, findings_so_far = [], 0, 0
    for adjusted, name, articles, findings in sorted(rated):
        articles_so_far += articles
        findings_so_far += findings
        shares = articles_so_far / all_articles, findings_so_far / all_findings
        rows.append(GroupRow(name, articles, findings, findings / max(1, articles), -adjusted, *shares))
    return rows


def write_breakdown(
    job: Job, files: Sequence[str], groups: Pairs, months: Mapping[str, int], in_child_process: bool = False
) -> Breakdown:
    """Write the tables of the findings in these files below the folder of results. `in_child_process` has no effect."""
    articles = {name: count for name, (count, _) in groups.items()}
    largest = {name for _, name in sorted((-count, name) for name, count in articles.items())[:MAX_JSON_GROUPS]}
    ranked = group_rows(groups)
    _write(job, "groups", GroupRow, ranked)
    by_group = list[RuleByGroupRow]()

    def seen(rows: Iterable[RuleByGroupRow]) -> Iterator[RuleByGroupRow]:
        for row in rows:
            if row.group in largest:
                by_group.append(row)
            yield row

    _write(
        job, "rule_by_group", RuleByGroupRow, seen(RuleByGroupRow(*row) for row in _rows(files, '"group"', articles))
    )
    by_month = [RuleByMonthRow(*row) for row in _rows(files, "month", months)]
    _write(job, "rule_by_month", RuleByMonthRow, by_month)
    shown = tuple(row for row in ranked if row.group in largest)
    return Breakdown(shown, tuple(by_group), tuple(by_month), len(articles) - len(largest), tuple(samples(files)))


def _rows(files: Sequence[str], name: str, articles: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    if not files:
        return
    with TemporaryDirectory(prefix="newslint-corpus-") as folder, open_database(files, folder) as database:
        database.read_parquet(list(files)).project("*, day[:7] AS month").create_view("found")
        found = database.sql(QUERY.format(name=name))
        for rule, value, with_findings, findings, example, place in values_of(found):
            all_articles = max(1, articles.get(value, 0))
            yield rule, value, all_articles, with_findings, findings, findings / all_articles, example, place


def _write(job: Job, name: str, row_type: type[Row], rows: Iterable[Row]) -> None:
    with BufferedParquetWriter(join_path(job.out, FOLDER, f"{name}.parquet"), row_type) as table:
        for row in rows:
            table.add(row)


def _nested(rows: Iterable[RuleByGroupRow | RuleByMonthRow]) -> dict[str, dict[str, dict[str, int]]]:
    nested: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        nested.setdefault(row[1], {})[row.rule] = {"articles": row.articles, "findings": row.findings}
    return dict(sorted(nested.items()))
