"""Makes the editor's diagnostics of ours."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types
from pygls.uris import from_fs_path

from newslint.files import FileError, Source, read_text
from newslint.lsp.positions import PositionMapper
from newslint.lsp.project import Project, file_state
from newslint.model import Diagnostic, Location

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
Locate = Callable[[Location], types.Location]


def span(place: Location) -> tuple[int, int]:
    """A place's two offsets."""
    return place.start.offset, place.end.offset


def to_lsp_diagnostic(found: Diagnostic, ruler: PositionMapper, project: Project, locate: Locate) -> types.Diagnostic:
    """A diagnostic of an open document; `locate` tells where the related places are, in whichever file."""
    assert project.linter is not None, "a diagnostic comes from a linter"
    url = project.linter.rule_info(found.rule).url if found.rule in project.linter.all_rules else None
    related = [types.DiagnosticRelatedInformation(locate(each.location), each.message) for each in found.related]
    return types.Diagnostic(
        range=ruler.range(span(found.location)),
        message=found.message,
        severity=SEVERITIES[found.severity],
        code=found.rule,
        code_description=types.CodeDescription(href=url) if url else None,
        source="newslint",
        related_information=related or None,
        data={"fingerprint": found.fingerprint},
    )


class LocationResolver:
    """Tells where places of other files are. The rulers of these are kept until they change."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._rulers: dict[str, tuple[object, PositionMapper | None]] = {}

    def locate(self, project: Project, place: Location, raw: str | None) -> types.Location:
        """The location of a place; `raw` is the file's text where it is open."""
        file = project.file_of(place.path)
        ruler = None
        if place.record is None:
            ruler = self._ruler(file) if raw is None else PositionMapper(raw, self._encoding)
        return types.Location(
            from_fs_path(file) or "", ruler.range(span(place)) if ruler else _approximate_range(place)
        )

    def _ruler(self, file: str) -> PositionMapper | None:
        state = file_state(file)
        known = self._rulers.get(file)
        if known is None or known[0] != state:
            try:
                ruler = PositionMapper(read_text(Source(file)), self._encoding)
            except FileError:
                ruler = None
            known = self._rulers[file] = (state, ruler)
        return known[1]


def _approximate_range(place: Location) -> types.Range:
    """Where a place is in a file that cannot be read any more; in a file of many articles, the article's line."""
    if place.record is not None:
        return types.Range(types.Position(place.record - 1, 0), types.Position(place.record, 0))
    return types.Range(
        types.Position(place.start.line - 1, place.start.column - 1),
        types.Position(place.end.line - 1, place.end.column - 1),
    )
