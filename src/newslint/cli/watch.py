"""`--watch`: run the command again whenever an article or the configuration changes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence

from newslint.config.settings import Settings, SettingsError
from newslint.console import print_stderr
from newslint.text.words import pluralize

CONFIGURATION = (".newslint.toml", "pyproject.toml", ".py")  # the settings, and local plugins
DEBOUNCE_MS = 200  # in which changes count as one
POLL_MS = 200  # between looks at Ctrl-C
# With `-m`, Python itself would import modules from the working directory.
RUN = "import sys; sys.path[:] = filter(None, sys.path); from newslint.cli.main import main; main()"


def watch(arguments: Sequence[str], paths: Sequence[str], settings: Settings, suffixes: Iterable[str]) -> int:
    """Run the command without `--watch`, and again after each change of a file with one of the suffixes, until Ctrl-C.

    A change of the configuration or of a local plugin counts too. Each run is a process of its own, so that it reads
    them anew. Returns the exit status of the last one. Raises SettingsError without the library that watches files, and
    for a path that does not exist.
    """
    for path in paths:
        if not os.path.exists(path):
            raise SettingsError(f"{path} does not exist, so it cannot be watched; check the path")
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise SettingsError("--watch needs watchfiles; install it: pip install 'newslint[watch]'") from None
    command = [sys.executable, "-c", RUN, *(argument for argument in arguments if argument != "--watch")]
    watched = {*paths, *filter(None, [settings.config_path])}
    ends = tuple(suffixes)

    def is_relevant(_: object, path: str) -> bool:
        return path.lower().endswith(ends) or path.endswith(CONFIGURATION)

    status: int | None = None
    events = changes(
        *watched,
        watch_filter=is_relevant,
        debounce=DEBOUNCE_MS,
        rust_timeout=POLL_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    # The first event comes when the files are watched, so that no change is missed between a run and the watching.
    for changed in events:
        if status is not None and not changed:
            continue
        if changed:
            names = sorted({os.path.relpath(path) for _, path in changed})
            print_stderr(f"{names[0]}{f' and {len(names) - 1:,} more' if len(names) > 1 else ''} changed")
        status = subprocess.run(command, check=False).returncode
        print_stderr(f"watching {pluralize(len(paths), 'path')}; Ctrl-C ends it")
    return status or 0
