"""The dispatch of a command line: what the options ask for, and the exit status."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from newslint.cli.lint import lint
from newslint.cli.options import RunOptions
from newslint.config.loader import load_for_run, with_overrides
from newslint.config.settings import Settings, SettingsError
from newslint.console import (
    EXIT_FINDINGS,
    are_streams_reserved,
    configure_streams,
    end_run,
    print_error,
    print_stderr,
    report_failures,
    stdin,
    write_stdout,
)
from newslint.discovery import discover
from newslint.engine.checker import format_exception
from newslint.files import FileError
from newslint.linter.linter import Linter
from newslint.linter.process_limits import build_in_time
from newslint.plugin_loader import PluginError
from newslint.readers import OPTIONAL_MODULES
from newslint.reporters.escaping import escape
from newslint.text.words import pluralize

T = TypeVar("T")


def execute(options: RunOptions) -> int:
    """Lint, or print the information that the options ask for. Every error is printed and makes the exit status 2."""
    return end_run(_execute(options))


def _execute(options: RunOptions) -> int:
    configure_streams()
    try:
        if (conflict := options.find_conflict()) is not None:
            return print_error(conflict)
        if options.new_plugin is not None:
            from newslint.cli.new_plugin import write_plugin

            print_stderr(write_plugin(options.new_plugin))
            return 0
        settings = _settings(options)
        if options.trust:
            return _trust(settings)
        if settings.plugins or settings.local_plugins or options.test is not None:
            from newslint.plugin_loader.isolation import isolate_plugins, unchanged_process

            isolate_plugins()
        if options.test is not None:
            with unchanged_process():
                return _test(options.test, settings.timeout, options.debug)
        linter = build_in_time(settings)
        if options.list_rules or options.show_config or options.explain is not None:
            return _show_information(linter, options)
        if options.why is not None:
            return _why(linter, options.why, options)
        if options.watch:
            from newslint.cli.watch import watch

            return watch(sys.argv[1:], options.paths or ["."], linter.settings, linter.readers)
        discovered = discover(
            options.paths or ["."],
            settings,
            linter.readers,
            stdin_name=options.stdin_filename,
            stdin=stdin(),
            skip=[path for path in (options.baseline, options.verdicts) if path],
            optional=OPTIONAL_MODULES,
        )
        for note in discovered.notes:
            print_stderr(note)
        if options.show_files:
            write_stdout(f"{escape(source.path)}\n" for source in discovered.sources)
            return report_failures([*linter.failures, *discovered.failures], 0)
        gc.freeze()  # all that was built lives to the end, so the collector need not search it
        gc.enable()
        return lint(linter, discovered, options)
    except SettingsError as error:
        report_failures(error.failures, 0)  # first, since they may be the cause
        return print_error(str(error))
    except (PluginError, FileError) as error:
        return print_error(str(error))
    except KeyboardInterrupt as error:
        if _is_from_plugin(error):
            return print_error(format_exception(error, debug=options.debug))
        raise
    except BaseException as error:  # whatever it is: 0 and 1 mean that the run has ended as it should
        return print_error(format_exception(error, debug=options.debug))


def _is_from_plugin(error: KeyboardInterrupt) -> bool:
    if not are_streams_reserved():
        return False
    from newslint.plugin_loader.isolation import Interrupted

    return not isinstance(error, Interrupted)


def _settings(options: RunOptions) -> Settings:
    return with_overrides(
        load_for_run(options.config, isolated=options.isolated, paths=options.paths),
        select=options.select,
        ignore=options.ignore,
        preview=options.preview,
        fail_on=options.fail_on,
        encoding=options.encoding,
        date=options.date,
        cross=not options.no_cross,
        measure_time=options.statistics,
        force_exclude=options.force_exclude,
        debug=options.debug,
    )


def _show_information(linter: Linter, options: RunOptions) -> int:
    from newslint.cli import show

    name = options.explain or "the rules"
    if options.list_rules:
        pieces = show.rules_as_json(linter) if options.format == "json" else show.list_rules(linter)
    elif options.explain is not None:
        pieces = show.explain(linter, options.explain)
    else:
        pieces = show.format_settings(linter.settings)
    write_stdout(_in_time(linter, name, lambda: [*pieces]))
    return report_failures(linter.failures, 0)


def _in_time(linter: Linter, name: str, make: Callable[[], T]) -> T:
    """Return information about a rule. Raises PluginError where the code of a plugin takes too long."""
    who = f"{name} of {linter.label_of(name)}" if name in linter.plugin_of else name
    try:
        with linter.guard(who):
            return make()
    except TimeoutError as error:
        raise PluginError(f"{who}: {format_exception(error)}") from error


def _why(linter: Linter, name: str, options: RunOptions) -> int:
    from newslint.cli import why

    as_json = options.format == "json"
    explain = partial(why.explain, linter, name, options.paths[0], stdin_name=options.stdin_filename, as_json=as_json)
    pieces, failures = _in_time(linter, name, explain)
    write_stdout(pieces)
    return report_failures([*linter.failures, *failures], 0)


def _trust(settings: Settings) -> int:
    from newslint.plugin_loader import trust

    if not settings.local_plugins:
        print_stderr('no "local-plugins" are configured; nothing to trust')
    for path in settings.local_plugins:
        try:
            print_stderr(f"trusted {path} (SHA-256 {trust.trust_file(path)})")
        except OSError as error:
            raise FileError(f'{path} cannot be read: {error.strerror}; check "local-plugins"') from error
    return 0


def _test(path: str, timeout: float, debug: bool) -> int:
    from newslint.cli import test_plugin
    from newslint.linter.guarded_calls import CallGuard

    guard = CallGuard(timeout)
    rule_count, problems, failures = test_plugin.run_examples(path, guard, debug=debug)
    write_stdout(
        escape(f"{problem.rule}: example at line {problem.line}: {problem.text}") + "\n" for problem in problems
    )
    print_stderr(f"{pluralize(rule_count, 'rule')} tested, {pluralize(len(problems), 'problem')} found")
    return report_failures(failures, EXIT_FINDINGS if problems else 0)
