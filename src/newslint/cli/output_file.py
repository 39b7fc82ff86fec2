"""The file of `--output`: results replace no article, no file that newslint reads, and none outside the repository."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from newslint.config.loader import find_repository
from newslint.config.settings import Settings, SettingsError
from newslint.file_writing import link_out_of
from newslint.files import Source
from newslint.gitignore import GITIGNORE


def check_output_file(
    path: str, sources: Iterable[Source], settings: Settings, baseline_path: str, *, fix: bool = False
) -> None:
    """Raise SettingsError if results must not be written to `path`. `sources` are the articles of the run.

    With `fix`, the fixed text of standard input is written, which may replace the article that it comes from.
    """
    if target := link_out_of(path, find_repository(settings.root)):
        raise SettingsError(f"--output: {path} is a link to {target}, outside the repository; name that file itself")
    try:
        existing = os.stat(path)
    except OSError:
        return
    if not stat.S_ISREG(existing.st_mode):
        return
    if any(_is_same(source.path, existing) for source in sources if source.content is None or not fix):
        raise SettingsError(
            f"--output: {path} is one of the articles to lint; name another file, or exclude this one if it holds "
            "earlier results"
        )
    is_gitignore = os.path.basename(os.path.realpath(path)) == GITIGNORE
    names = (settings.config_path, baseline_path, *settings.local_plugins)
    if is_gitignore or any(_is_same(name, existing) for name in names if name):
        raise SettingsError(
            f"--output: newslint reads {path}, as configuration, baseline, plugin or {GITIGNORE}; name another file"
        )


def _is_same(path: str, existing: os.stat_result) -> bool:
    """Return whether a path is another name of an existing file: in another spelling, or a link."""
    try:
        return os.path.samestat(os.stat(path), existing)
    except OSError:
        return False
