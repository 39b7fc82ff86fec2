"""Does what the options of `newslint-corpus` ask, and returns the exit status."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from newslint.batch.executor import Executor
from newslint.batch.process_pool import Pool, usable_cpus
from newslint.batch.storage import absolute
from newslint.config.loader import find, load
from newslint.config.settings import Settings, SettingsError
from newslint.console import (
    EXIT_ERROR,
    configure_streams,
    print_error,
    print_stderr,
    report_failures,
    write_stdout,
)
from newslint.corpus.job import JobResult, RunOptions, run_job
from newslint.corpus.summary import as_text, percent
from newslint.corpus.types import PRESETS, Columns, Job, Totals
from newslint.engine.checker import format_exception
from newslint.files import FileError
from newslint.linter.linter import Linter, build_linter
from newslint.model import Failure
from newslint.plugin_loader.trust import trusted
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

MANY = 20  # kinds of failures that are said; all are in summary.json


def execute(options: Namespace) -> int:
    """Run the job."""
    configure_streams()
    if find_spec("duckdb") is None:  # it is imported where articles are compared, and by then it is late to say so
        raise ModuleNotFoundError(name="duckdb")
    try:
        settings = _settings(options)
        linter = build_linter(settings)
        columns = _columns(options, linter)
        rules, plugins = _grouped(linter, columns), _plugin_contents(settings)
        settings = settings._replace(rules=rules, local_plugins=())
        job = Job(settings, columns, absolute(options.out), options.timeout_per_article, options.clean, plugins)
        wish = RunOptions(
            tuple(options.corpus), options.shard, linter.has_cross_rules, options.spans, not options.no_progress
        )
        with _engine(options) as engine:
            ended = run_job(job, wish, engine)
        status = _print_summary(options, ended, linter)
        if options.report and ended.complete:
            from newslint.corpus.html_report import write_report

            write_report(options.report, ended.totals, linter, options.group_by or "")
        return status
    except (SettingsError, FileError, OSError) as error:
        return print_error(str(error))
    except Exception as error:  # a cluster that goes away, say
        return print_error(f"{format_exception(error)}; the same command goes on from here")


def _settings(options: Namespace) -> Settings:
    """The configuration, and over it what the command line says."""
    path = None if options.isolated else options.config or find(os.getcwd())
    settings = load(path) if path else Settings(root=os.getcwd())
    return settings._replace(
        select=_names(options.select) or settings.select,
        ignore=settings.ignore + _names(options.ignore),
        preview=options.preview or settings.preview,
        cross=not options.no_cross,
    )


def _names(given: list[str]) -> tuple[str, ...]:
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def _columns(options: Namespace, linter: Linter) -> Columns:
    """Those that the command line names, the preset's, and to group by what the configuration has rules group by."""
    preset = PRESETS[options.preset] if options.preset else Columns()
    given = (options.text_column, options.id_column, options.date_column, options.group_by)
    fields = zip(Columns._fields, given, strict=True)
    columns = preset._replace(**{field: (name,) for field, name in fields if name})
    asked = sorted({rule.options.group_by for rule in linter.enabled_rules if getattr(rule.options, "group_by", "")})
    if options.group_by or not asked:
        return columns
    if len(asked) > 1:
        raise SettingsError(f"rules group articles by {' and by '.join(asked)}; --group-by says which one it is to be")
    return columns._replace(group=(asked[0],))


def _grouped(linter: Linter, columns: Columns) -> dict[str, dict[str, object]]:
    """The options of rules: those that group articles by what the metadata says do so by the group of the corpus."""
    tables: dict[str, dict[str, object]] = {name: dict(table) for name, table in linter.settings.rules.items()}
    for rule in linter.enabled_rules if columns.group else ():
        if "group_by" in rule.Options._fields:
            tables.setdefault(rule.name, {})["group-by"] = "group"
    return tables


def _plugin_contents(settings: Settings) -> tuple[tuple[str, bytes | None], ...]:
    """Return the local plugins, by their paths below the configuration's folder, each with its content if trusted."""
    below = settings.root + os.sep
    return tuple(
        (path.removeprefix(below).replace(os.sep, "/"), _trusted_content(Path(path))) for path in settings.local_plugins
    )


def _trusted_content(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:  # the linter says so
        return None
    return content if trusted(content) else None


def _engine(options: Namespace) -> AbstractContextManager[Executor]:
    if options.engine == "embedded":
        return Pool(options.jobs or usable_cpus())
    if not options.address:
        raise SettingsError("--engine ray needs the --address of the cluster, as in --address 10.0.0.1:6379")
    from newslint.batch.ray_executor import ray_executor

    return nullcontext(partial(ray_executor, address=options.address, modules=options.py_module))


def _print_summary(options: Namespace, ended: JobResult, linter: Linter) -> int:
    """The summary, what broke, and the exit status."""
    totals = ended.totals
    if not options.quiet:
        write_stdout(as_text(totals, options.group_by or ("group" if totals.groups.keys() - {""} else "")))
    if not ended.complete:
        later = [option for option, asked in (("--report", options.report), ("--spans", options.spans)) if asked]
        print_stderr(
            "this was one shard; when all are done, the same command without --shard compares and sums up"
            + (f"; not before: {', '.join(later)}" if later else "")
        )
    for option, name, there in (
        ("--id-column", options.id_column, totals.with_id),
        ("--group-by", options.group_by, totals.groups.keys() - {""}),
        ("--date-column", options.date_column, totals.days.keys() - {""}),
    ):
        if name and totals.linted and not there:
            print_stderr(f"{option} {name}: no record has that, or none that can be read; is it called otherwise?")
    status = report_failures([*linter.failures, *_failures(totals)], 0)
    if totals.records != totals.linted + totals.quarantined or any(unit.records is None for unit in ended.failed_units):
        print_stderr(
            "error: it cannot be said that every record was linted or quarantined; run again for what is missing"
        )
        status = EXIT_ERROR
    if _too_many(totals, *options.max_quarantined):
        reason = totals.reasons.most_common(1)[0][0]
        many = f"{pluralize(totals.quarantined, 'record')} ({percent(totals.quarantined, totals.records)})"
        example = escape(totals.examples.get(reason, ""))
        print_stderr(f"error: {many} in quarantine, most for {reason}: {example}; --max-quarantined allows more")
        status = EXIT_ERROR
    return status


def _failures(totals: Totals) -> list[Failure]:
    """What broke beside records, each once; the commonest first."""
    failures = [
        Failure("file" if count == 1 else f"{count:,} times", None, f"{text}{_place(totals, text)}")
        for text, count in totals.failures.most_common(MANY)
    ]
    if len(totals.failures) > MANY:
        more = f"{len(totals.failures) - MANY:,} more kinds of failures are in summary.json"
        failures.append(Failure("file", None, more))
    return failures


def _place(totals: Totals, failure: str) -> str:
    place = totals.examples.get(failure)
    return f"; for example in {escape(place)}" if place else ""


def _too_many(totals: Totals, most: float, percent: bool) -> bool:
    return totals.quarantined > (most * totals.records / 100 if percent else most)
