"""Does what a request asks, and returns the exit status."""

from __future__ import annotations

import gc
import os

from newslint.engine.check import broke
from newslint.formats.columns import escape
from newslint.front.linting import lint
from newslint.front.output import FOUND, counted, finish, prepare, refuse, say, to_standard_output
from newslint.front.request import Request
from newslint.host.files import FileError
from newslint.host.offer import RefusedError
from newslint.host.search import discover
from newslint.host.session import Session, build
from newslint.host.settings import Settings, SettingsError


def execute(request: Request) -> int:
    """Lint, or tell what was asked for. Whatever is wrong is said, and makes the exit status 2."""
    prepare()
    try:
        if (contradiction := request.contradiction()) is not None:
            return refuse(contradiction)
        settings = _settings(request)
        if request.trust:
            return _trust(settings)
        if request.test is not None:
            return _test(request.test, request.debug)
        session = build(settings)
        if request.list_rules or request.show_config or request.explain is not None:
            return _tell(session, request)
        own = [path for path in (request.output, request.baseline) if path]
        found = discover(request.paths or ["."], settings, session.readers, stdin_name=request.stdin_filename, own=own)
        for note in found.notes:
            say(escape(note))
        if request.show_files:
            to_standard_output(f"{source.path}\n" for source in found.sources)
            return finish([*session.failures, *found.failures], 0)
        gc.freeze()  # of what was built until here nothing becomes garbage, so nobody need look through it
        gc.enable()
        return lint(session, found, request)
    except SettingsError as error:
        finish(error.failures, 0)  # first, since they may be why
        return refuse(str(error))
    except (RefusedError, FileError) as error:
        return refuse(str(error))
    except Exception as error:  # a reporter is a plugin too, and 1 may mean nothing but findings
        return refuse(broke(error, debug=request.debug))


def _settings(request: Request) -> Settings:
    """The configuration, and over it what the command line says."""
    try:
        here = os.getcwd()
    except OSError as error:
        raise SettingsError("the working directory is gone; go to one that is there, and run again") from error
    settings = Settings(root=here)
    if not request.isolated:
        from newslint.host.config import find, load

        path = request.config or find(here)
        settings = load(path) if path else settings
    return settings._replace(
        select=request.select or settings.select,
        ignore=settings.ignore + request.ignore,
        preview=request.preview or settings.preview,
        fail_on=request.fail_on or settings.fail_on,
        date=_day(request.date) if request.date else "",
        cross=not request.no_cross,
        clock=request.statistics,
        debug=request.debug,
    )


def _day(given: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise SettingsError(f'--date: "{given}" is no day; write it as in 2025-05-23') from error


def _tell(session: Session, request: Request) -> int:
    from newslint.front import tell

    if request.list_rules:
        pieces = tell.rules(session)
    elif request.explain is not None:
        pieces = tell.explain(session, request.explain)
    else:
        pieces = tell.settings(session.settings)
    to_standard_output(pieces)
    return finish(session.failures, 0)


def _trust(settings: Settings) -> int:
    from newslint.host import trust

    if not settings.local_plugins:
        say('the configuration names no "local-plugins"; there is nothing to agree to')
    for name in settings.local_plugins:
        try:
            say(f"agreed to {escape(name)} (SHA-256 {trust.agree(name)})")
        except OSError as error:
            raise FileError(f"{name} cannot be agreed to: {error.strerror}") from error
    return 0


def _test(path: str, debug: bool) -> int:
    from newslint.front import trial

    tested, problems, failures = trial.run(path, debug=debug)
    to_standard_output(f"{problem.rule}: example at line {problem.line}: {problem.text}\n" for problem in problems)
    say(f"{counted(tested, 'rule')} tested, {counted(len(problems), 'problem')} found")
    return finish(failures, FOUND if problems else 0)
