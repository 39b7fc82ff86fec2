"""`--against PATH`: the named articles are compared with those of an archive, and only they are reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.discovery import Discovered, discover
from newslint.files import Source
from newslint.linter.linter import Linter
from newslint.model import Diagnostic
from newslint.readers import OPTIONAL_MODULES
from newslint.text.words import pluralize


class Archive(NamedTuple):
    """The files of an archive, and the named files that are compared with them."""

    named: frozenset[str]  # paths
    size: int  # files of the archive that are not named

    def filter(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings in named articles, and those in the archive that have one of them as a related place."""
        for diagnostic in diagnostics:
            places = (diagnostic.location, *(related.location for related in diagnostic.related))
            if any(place.path in self.named for place in places):
                yield diagnostic

    def describe(self) -> str:
        """Return what the summary says of the run."""
        return f"{pluralize(len(self.named), 'file')}, compared with {pluralize(self.size, 'file')}"


def with_archive(discovered: Discovered, path: str, linter: Linter) -> tuple[Discovered, Archive]:
    """Return the named files together with those of an archive."""
    found = discover([path], linter.settings, linter.readers, stdin_name="", optional=OPTIONAL_MODULES)
    named = {source.path for source in discovered.sources}
    others = [source for source in found.sources if source.path not in named]
    sources = sorted([*discovered.sources, *others], key=_path)
    together = Discovered(sources, [*discovered.failures, *found.failures], [*discovered.notes, *found.notes])
    return together, Archive(frozenset(named), len(others))


def _path(source: Source) -> str:
    return source.path
