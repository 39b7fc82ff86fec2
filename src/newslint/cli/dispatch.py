"""Does what a options asks, and returns the exit status."""

from __future__ import annotations

import gc

from newslint.cli.lint import lint
from newslint.cli.options import RunOptions
from newslint.config.loader import load_for_run, with_overrides
from newslint.config.settings import Settings, SettingsError
from newslint.console import (
    EXIT_FINDINGS,
    configure_streams,
    print_error,
    print_stderr,
    report_failures,
    to_standard_output,
)
from newslint.discovery import discover
from newslint.engine.checker import format_exception
from newslint.files import FileError
from newslint.linter.linter import Linter, build_linter
from newslint.plugin_loader.validation import PluginError
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize


def execute(options: RunOptions) -> int:
    """Lint, or tell what was asked for. Whatever is wrong is said, and makes the exit status 2."""
    configure_streams()
    try:
        if (contradiction := options.find_conflict()) is not None:
            return print_error(contradiction)
        settings = _settings(options)
        if options.trust:
            return _trust(settings)
        if options.test is not None:
            return _test(options.test, options.debug)
        linter = build_linter(settings)
        if options.list_rules or options.show_config or options.explain is not None:
            return _show_information(linter, options)
        own = [path for path in (options.output, options.baseline) if path]
        found = discover(options.paths or ["."], settings, linter.readers, stdin_name=options.stdin_filename, own=own)
        for note in found.notes:
            print_stderr(escape(note))
        if options.show_files:
            to_standard_output(f"{source.path}\n" for source in found.sources)
            return report_failures([*linter.failures, *found.failures], 0)
        gc.freeze()  # of what was built until here nothing becomes garbage, so nobody need look through it
        gc.enable()
        return lint(linter, found, options)
    except SettingsError as error:
        report_failures(error.failures, 0)  # first, since they may be why
        return print_error(str(error))
    except (PluginError, FileError) as error:
        return print_error(str(error))
    except Exception as error:  # a reporter is a plugin too, and 1 may mean nothing but findings
        return print_error(format_exception(error, debug=options.debug))


def _settings(options: RunOptions) -> Settings:
    return with_overrides(
        load_for_run(options.config, isolated=options.isolated),
        select=options.select,
        ignore=options.ignore,
        preview=options.preview,
        fail_on=options.fail_on,
        date=options.date,
        cross=not options.no_cross,
        measure_time=options.statistics,
        debug=options.debug,
    )


def _show_information(linter: Linter, options: RunOptions) -> int:
    from newslint.cli import show

    if options.list_rules:
        pieces = show.rules(linter)
    elif options.explain is not None:
        pieces = show.explain(linter, options.explain)
    else:
        pieces = show.format_settings(linter.settings)
    to_standard_output(pieces)
    return report_failures(linter.failures, 0)


def _trust(settings: Settings) -> int:
    from newslint.plugin_loader import trust

    if not settings.local_plugins:
        print_stderr('the configuration names no "local-plugins"; there is nothing to agree to')
    for name in settings.local_plugins:
        try:
            print_stderr(f"agreed to {escape(name)} (SHA-256 {trust.trust_file(name)})")
        except OSError as error:
            raise FileError(f"{name} cannot be agreed to: {error.strerror}") from error
    return 0


def _test(path: str, debug: bool) -> int:
    from newslint.cli import test_plugin

    tested, problems, failures = test_plugin.run(path, debug=debug)
    to_standard_output(f"{problem.rule}: example at line {problem.line}: {problem.text}\n" for problem in problems)
    print_stderr(f"{pluralize(tested, 'rule')} tested, {pluralize(len(problems), 'problem')} found")
    return report_failures(failures, EXIT_FINDINGS if problems else 0)
