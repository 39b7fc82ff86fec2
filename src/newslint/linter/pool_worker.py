"""What a worker process of a pool does: it builds the linter of its parent, lints files, and returns their results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext

from newslint.config.settings import Settings
from newslint.engine.checker import format_exception
from newslint.files import Source
from newslint.linter.lint_file import NO_LIMIT, FileResult, Limit, beyond_limit, lint_file, unlinted_file
from newslint.linter.linter import Linter
from newslint.linter.process_pool import WorkerError
from newslint.plugin_loader.isolation import guard_process, unchanged_process

_worker: list[Linter | str] = []  # the linter of this process, if it is one of a pool, or why it has none
_worker_limit: list[Limit] = [NO_LIMIT]


def init_worker(
    settings: Settings,
    local_contents: Mapping[str, bytes],
    identity: tuple[object, ...],
    linter: Linter | None = None,
) -> None:
    """Set up a worker process with the linter of its parent, or the same, whatever has changed on disk meanwhile."""
    from newslint.linter.process_limits import build_in_time, limit_process
    from newslint.linter.worker_process import init_worker_process

    init_worker_process()
    if settings.has_foreign_code:
        guard_process()
    _worker_limit[:] = [limit_process(settings, may_end=True)]
    try:
        linter = linter or build_in_time(settings, local_contents)
        reasons = [failure.message for failure in linter.failures] or ["a plugin has changed since the start"]
        _worker[:] = [linter if linter.identity == identity else "; ".join(reasons)]
    except BaseException as error:  # such as a SettingsError for a rule that a plugin no longer provides
        _worker[:] = [format_exception(error, debug=settings.debug)]


def lint_and_serialize(sources: Sequence[Source], single_file: bool) -> bytes:
    """Return the results as bytes. Raises WorkerError.

    The pool would pickle them, which takes longer, and its parent would run code of a plugin to read them.
    """
    from newslint.linter.serialization import to_bytes

    linter = _worker[0]
    if isinstance(linter, str):
        raise WorkerError(linter)
    results = [_lint_source(linter, source, single_file) for source in sources]
    try:
        return to_bytes(results)
    except Exception:  # whatever an object of a plugin raises
        pairs = zip(sources, results, strict=True)
        return to_bytes([_serializable(linter, source, result) for source, result in pairs])


def _serializable(linter: Linter, source: Source, result: FileResult) -> FileResult:
    """Return the result of a file, or that it has none which bytes can hold."""
    from newslint.linter.serialization import to_bytes

    try:
        to_bytes([result])
    except MemoryError as error:
        return FileResult(0, (beyond_limit(linter, source, error),))
    except Exception as error:
        return unlinted_file(source, format_exception(error))
    return result


def _lint_source(linter: Linter, source: Source, single_file: bool) -> FileResult:
    guard = unchanged_process() if linter.settings.has_foreign_code else nullcontext()
    try:
        with guard:
            return lint_file(linter, source, single_file=single_file, time_limit=_worker_limit[0])
    except (GeneratorExit, KeyboardInterrupt) as error:
        # Nothing closes a generator here, and Ctrl-C is ignored, so a plugin has raised it.
        return unlinted_file(source, format_exception(error, debug=linter.settings.debug))
