"""The file of `--output`: results replace no article, no file that newslint reads, and none outside the repository."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from newslint.config.loader import find_repository
from newslint.config.settings import Settings, SettingsError
from newslint.file_writing import link_out_of
from newslint.files import Source


def check_output_file(path: str, sources: Iterable[Source], settings: Settings, baseline_path: str) -> None:
    """Raise SettingsError if results must not be written to `path`. `sources` are the articles of the run."""
    if target := link_out_of(path, find_repository(settings.root)):
        raise SettingsError(f"--output: {path} is a link to {target}, outside the repository; name that file itself")
    try:
        existing = os.stat(path)
    except OSError:
        return
    if not stat.S_ISREG(existing.st_mode):
        return
    if any(_is_same(source.path, existing) for source in sources if source.content is None):
        raise SettingsError(
            f"--output: {path} is one of the articles to lint; name another file, or exclude this one if it holds "
            "earlier results"
        )
    for name in (settings.config_path, baseline_path, *settings.local_plugins):
        if name and _is_same(name, existing):
            raise SettingsError(
                f"--output: newslint reads {path}, as configuration, baseline or plugin; name another file"
            )


def _is_same(path: str, existing: os.stat_result) -> bool:
    """Return whether a path is another name of an existing file: in another spelling, or a link."""
    try:
        return os.path.samestat(os.stat(path), existing)
    except OSError:
        return False
