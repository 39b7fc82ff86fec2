"""`--clean`: writes a copy of every unit after the articles were compared, and says what it removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from newslint.batch.executor import Executor, Task, run_with_retries
from newslint.batch.storage import join_path, list_names, remove
from newslint.batch.summary import percent
from newslint.batch.units import digest, load_manifest, write_manifest
from newslint.corpus.outputs.clean_files import clean_name
from newslint.corpus.outputs.clean_types import MAX_EXAMPLES, CleanOptions, CleanResult, Removal, is_valid
from newslint.corpus.outputs.clean_unit import clean_unit
from newslint.corpus.types import Job, Manifest, WorkUnit
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

FOLDER = "_clean"  # of the manifests of clean copies
MAX_GROUPS = 10  # in the text; summary.json has all


class CleanTotals:
    """The sum of what fixes change."""

    def __init__(self, *, dry_run: bool) -> None:
        self.dry_run = dry_run
        self.articles = self.changed = self.characters = 0
        self.by_group: dict[str, dict[str, tuple[int, int, int]]] = {}  # by group and rule, as in CleanResult
        self.groups: dict[str, tuple[int, int, int]] = {}
        self.failures: Counter[str] = Counter()
        self._removals: dict[str, list[Removal]] = {}

    def add(self, result: CleanResult) -> None:
        """Add the result of a unit."""
        self.articles += result.articles
        self.changed += result.changed
        self.characters += result.characters
        self.failures.update(result.failures)
        _add_all(self.groups, result.groups)
        for group, rules in result.removed.items():
            _add_all(self.by_group.setdefault(group, {}), rules)
        for removal in result.removals:
            removal = Removal(*removal)  # from JSON, where a manifest of an earlier run was read
            self._removals.setdefault(removal.rule, []).append(removal)
        for rule, found in self._removals.items():
            self._removals[rule] = sorted(found)[:MAX_EXAMPLES]

    @property
    def rules(self) -> dict[str, tuple[int, int, int]]:
        """For each rule: articles, edits, characters."""
        total: dict[str, tuple[int, int, int]] = {}
        for rules in self.by_group.values():
            _add_all(total, rules)
        return dict(sorted(total.items(), key=lambda item: (-item[1][2], item[0])))

    @property
    def removed(self) -> int:
        """The characters by which the texts become shorter."""
        return sum(characters for _, _, characters in self.rules.values())

    def examples(self) -> list[Removal]:
        """Return examples, from one rule after the other in turn."""
        by_rule = [self._removals[rule] for rule in sorted(self._removals)]
        in_turn = [one for row in zip_longest(*by_rule) for one in row if one is not None]
        return in_turn[:MAX_EXAMPLES]

    def as_json(self) -> dict[str, Any]:
        """Return all counts and the examples for `summary.json`."""
        return {
            "dry_run": self.dry_run,
            "articles": self.articles,
            "changed": self.changed,
            "characters": self.characters,
            "removed": self.removed,
            "rules": {rule: _counts(counts) for rule, counts in self.rules.items()},
            "groups": {
                group: {
                    "articles": articles,
                    "changed": changed,
                    "characters": characters,
                    "rules": {rule: _counts(counts) for rule, counts in sorted(self.by_group.get(group, {}).items())},
                }
                for group, (articles, changed, characters) in sorted(self.groups.items())
            },
            "examples": [{name: getattr(one, name) for name in Removal._fields[1:]} for one in self.examples()],
        }

    def _group_row(self, group: str) -> tuple[str, int, int, int]:
        counts = self.by_group[group].values()
        return group, self.groups[group][1], sum(edits for _, edits, _ in counts), sum(one for _, _, one in counts)

    def as_text(self, group_name: str) -> Iterator[str]:
        """Yield what goes: by rule, by group where `group_name` is not empty, and examples."""
        verb = "would remove" if self.dry_run else "removed"
        where = "" if self.dry_run else "; the copy is in the folder clean below --out"
        yield (
            f"\n--clean {verb} {self.removed:,} characters ({percent(self.removed, self.characters)} of the text) in "
            f"{self.changed:,} of {pluralize(self.articles, 'article')}{where}\n"
        )
        if not self.by_group:
            return
        yield from _table("rule", [(rule, *counts) for rule, counts in self.rules.items()], self.characters)
        named = [group for group in self.by_group if group]
        if group_name and named:
            rows = sorted(map(self._group_row, named), key=lambda row: (-row[3] / max(1, self.groups[row[0]][2]), row))
            yield from _table(f"by {escape(group_name)}", rows[:MAX_GROUPS], self.groups)
            if len(rows) > MAX_GROUPS:
                yield f"{len(rows) - MAX_GROUPS:,} more in summary.json\n"
        yield f"\n{'examples' if self.dry_run else 'examples of what was removed'}\n"
        for one in self.examples():
            inserted = f"{{+{one.inserted}+}}" if one.inserted else ""
            text = f"{one.before}[-{one.removed}-]{inserted}{one.after}"
            yield f"  {escape(f'{one.rule}: {one.article}: {text}')}\n"


def clean_all(
    job: Job,
    options: CleanOptions,
    executor: Executor,
    units: Sequence[WorkUnit],
    done: Mapping[str, Manifest],
    cross_files: tuple[str, ...],
    cross_digest: str,
) -> CleanTotals:
    """Write the clean copies that do not exist yet; a dry run writes none. Copies for other options are deleted."""
    totals = CleanTotals(dry_run=options.dry_run)
    written = set() if options.dry_run else list_names(join_path(job.out, FOLDER))
    copies = set() if options.dry_run else list_names(join_path(job.out, "clean"))
    tasks = []
    for unit in units:
        if unit.name not in done:
            continue
        input_digest = digest(unit.input_digest, repr(options), cross_digest)
        location = join_path(job.out, FOLDER, f"{unit.name}.json")
        names = [clean_name(part) for part in unit.parts]
        has_copy = f"{unit.name}.json" in written and copies.issuperset(name.rpartition("/")[2] for name in names)
        result = load_manifest(location, CleanResult, input_digest, is_valid) if has_copy else None
        if result is not None:
            totals.add(result)
            continue
        for copy in (location, *(join_path(job.out, name) for name in names)) if copies else ():
            remove(copy)
        tasks.append(Task(clean_unit, (job, options, unit, (*done[unit.name].files, *cross_files), input_digest)))
    for answer in run_with_retries(executor, tasks):
        if answer.error:
            totals.failures[f"clean copy of {answer.task.arguments[2].path}: {answer.error}"] += 1
            continue
        totals.add(answer.value)
        if not options.dry_run and not answer.value.failures:
            write_manifest(join_path(job.out, FOLDER, f"{answer.value.unit}.json"), answer.value)
    return totals


def _add_all(total: dict[str, tuple[int, int, int]], counts: Mapping[str, Sequence[int]]) -> None:
    for name, (articles, edits, characters) in counts.items():
        before = total.get(name, (0, 0, 0))
        total[name] = (before[0] + articles, before[1] + edits, before[2] + characters)


def _counts(counts: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("articles", "edits", "characters"), counts, strict=True))


def _table(
    title: str, rows: Sequence[tuple[Any, ...]], characters: int | Mapping[str, tuple[int, int, int]]
) -> Iterator[str]:
    width = max(len(title), *(len(escape(row[0])) for row in rows))
    yield f"\n{title:{width}}   articles      edits  characters  of its text\n"
    for name, articles, edits, removed in rows:
        of = characters if isinstance(characters, int) else characters[name][2]
        yield f"{escape(name):{width}}  {articles:9,}  {edits:9,}  {removed:10,}  {percent(removed, of):>11}\n"
