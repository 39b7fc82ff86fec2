"""Converts diagnostics and locations to those of the protocol."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types
from pygls.uris import from_fs_path

from newslint.files import UTF_8, FileError, Source, read_text
from newslint.lsp.positions import PositionMapper
from newslint.lsp.project import Project, file_state
from newslint.model import Diagnostic, Location

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
ResolveLocation = Callable[[Location], types.Location]


def offsets(location: Location) -> tuple[int, int]:
    """Return the offsets of a location's start and end."""
    return location.start.offset, location.end.offset


def to_lsp_diagnostic(
    diagnostic: Diagnostic, position_mapper: PositionMapper, project: Project, resolve: ResolveLocation
) -> types.Diagnostic:
    """Return the protocol's diagnostic for an open document; `resolve` converts the related locations."""
    assert project.linter is not None, "a diagnostic comes from a linter"
    is_known = diagnostic.rule in project.linter.all_rules
    url = project.linter.rule_info(diagnostic.rule).url if is_known else None
    related = [
        types.DiagnosticRelatedInformation(resolve(location), message) for location, message in diagnostic.related
    ]
    return types.Diagnostic(
        range=position_mapper.range(offsets(diagnostic.location)),
        message=diagnostic.message,
        severity=SEVERITIES[diagnostic.severity],
        code=diagnostic.rule,
        code_description=types.CodeDescription(href=url) if url else None,
        source="newslint",
        related_information=related or None,
        data={"fingerprint": diagnostic.fingerprint},
    )


class LocationResolver:
    """Converts locations in other files than the diagnostic's. It caches position mappers until a file changes."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding  # that of positions
        self._cache: dict[str, tuple[object, PositionMapper | None]] = {}

    def resolve(self, project: Project, location: Location, raw: str | None) -> types.Location:
        """Return the protocol's location; `raw` is the text of the file if it is open in the editor."""
        file = project.file_of(location.path)
        position_mapper = None
        if location.record is None:
            position_mapper = self._position_mapper(project, file, raw)
        editor_range = position_mapper.range(offsets(location)) if position_mapper else _approximate_range(location)
        return types.Location(from_fs_path(file) or "", editor_range)

    def _position_mapper(self, project: Project, file: str, raw: str | None) -> PositionMapper | None:
        encoding = project.linter.settings.encoding if project.linter else UTF_8
        state = (encoding, file_state(file)) if raw is None else raw
        cached = self._cache.get(file)
        if cached is None or cached[0] != state:
            try:
                text = read_text(Source(file), encoding) if raw is None else raw
                position_mapper = PositionMapper(text, self._encoding)
            except FileError:
                position_mapper = None
            cached = self._cache[file] = (state, position_mapper)
        return cached[1]


def _approximate_range(location: Location) -> types.Range:
    """Return the range in a file that cannot be read; for a record of a JSONL file, the record's line."""
    if location.record is not None:
        return types.Range(types.Position(location.record - 1, 0), types.Position(location.record, 0))
    return types.Range(
        types.Position(location.start.line - 1, location.start.column - 1),
        types.Position(location.end.line - 1, location.end.column - 1),
    )
