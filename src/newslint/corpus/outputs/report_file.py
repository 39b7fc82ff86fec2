"""The file of `--report`: it replaces no file of the corpus and no file that newslint reads, through no link either."""

from __future__ import annotations

import os
from collections.abc import Sequence

from newslint.batch.storage import expand
from newslint.config.loader import find_repository
from newslint.config.settings import Settings, SettingsError
from newslint.file_writing import link_out_of


def check_report_file(path: str, patterns: Sequence[str], settings: Settings) -> None:
    """Raise SettingsError if the report must not be written to `path`. `patterns` name the corpus."""
    if target := link_out_of(path, find_repository(settings.root)):
        raise SettingsError(f"--report: {path} is a link to {target}, outside the repository; name that file itself")
    if not os.path.isfile(path):
        return
    read = [settings.config_path, *settings.local_plugins]
    read += [file.location for pattern in patterns if "://" not in pattern for file in expand(pattern)]
    if any(name and os.path.exists(name) and os.path.samefile(name, path) for name in read):
        raise SettingsError(f"--report: {path} is a file of the corpus, a configuration or a plugin; name another file")
