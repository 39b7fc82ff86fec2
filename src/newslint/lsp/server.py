"""Speaks the protocol: takes what the editor says to the desk, and brings back what is found there."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from newslint import __version__
from newslint.engine.diagnostics import digest
from newslint.lsp.convert import LocationResolver, to_lsp_diagnostic
from newslint.lsp.project import Project, UserMessage
from newslint.lsp.workspace import Document, LintedDocument, Workspace
from newslint.model import Diagnostic, Location

DEBOUNCE_SECONDS = 0.15  # seconds without a keystroke before findings are pushed


class Server(LanguageServer):
    """The server of one editor."""

    desk: Workspace  # from `begin` on
    elsewhere: LocationResolver

    def __init__(self) -> None:
        # Whole texts: an article is small, and then no two ideas of what ends a line can drift apart.
        super().__init__("newslint-ls", __version__, types.TextDocumentSyncKind.Full)
        self.supports_pull_diagnostics = False  # whether the editor asks for diagnostics, rather than being sent them
        self.shutdown_requested = False  # whether the editor said goodbye
        self._tasks: dict[object, asyncio.Task[None]] = {}

    def on_connect(self, capabilities: types.ClientCapabilities) -> None:
        """The editor has connected and said what it can do."""
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        text, workspace = capabilities.text_document, capabilities.workspace
        self.supports_pull_diagnostics = text is not None and text.diagnostic is not None
        self._refreshes = bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)
        self.versioned = bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)
        self.desk = Workspace(encoding, self.folders, self.tell, self.log)
        self.elsewhere = LocationResolver(encoding)

    def folders(self) -> list[str]:
        """The folders of the workspace."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        return [path.rstrip("/") or "/" for path in map(to_fs_path, uris) if path]

    def tell(self, broken: UserMessage) -> None:
        """Show a message to the person."""
        kind = types.MessageType.Error if broken.is_error else types.MessageType.Warning
        self.window_show_message(types.ShowMessageParams(kind, f"newslint: {broken.text}"))

    def log(self, text: str) -> None:
        """Write to the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"newslint: {text}"))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What breaks in the server itself goes to the log; a pop-up at every keystroke helps nobody."""
        self.log(f"{type(error).__name__}: {error}")

    def document(self, uri: str) -> Document | None:
        """An open document as it stands."""
        known = self.workspace.get_text_document(uri)
        return None if known.version is None else _document(known)  # without a version it would be read from the disk

    def documents(self, project: Project | None = None) -> list[Document]:
        """The open documents, or those of one project."""
        found = [_document(known) for known in self.workspace.text_documents.values()]
        return [each for each in found if project is None or self.desk.project(each.file) is project]

    def to_lsp_diagnostics(self, linted: LintedDocument, findings: Iterable[Diagnostic]) -> list[types.Diagnostic]:
        """Findings as the editor wants them."""
        opened = {each.file: each for each in self.documents() if each.file}

        def locate(place: Location) -> types.Location:
            if place.path == linted.path:
                return types.Location(linted.document.uri, linted.ruler.range((place.start.offset, place.end.offset)))
            other = opened.get(linted.project.file_of(place.path))
            return self.elsewhere.locate(linted.project, place, other and other.raw)

        return [to_lsp_diagnostic(each, linted.ruler, linted.project, locate) for each in findings]

    async def report(self, document: Document) -> tuple[str, list[types.Diagnostic]]:
        """All diagnostics of a document, with an identity by which an editor knows that nothing has changed."""
        linted = await self.desk.linted(document)
        items = self.to_lsp_diagnostics(linted, self.desk.findings(linted))
        return digest(repr(items)), items

    def schedule(self, key: object, work: Coroutine[Any, Any, None]) -> None:
        """Start the work, in place of what was started under the same key and has not ended."""
        earlier = self._tasks.get(key)
        if earlier:
            earlier.cancel()
        task = self._tasks[key] = asyncio.get_running_loop().create_task(work)
        task.add_done_callback(lambda done: self._ended(key, done))

    def _ended(self, key: object, task: asyncio.Task[None]) -> None:
        if self._tasks.get(key) is task:
            del self._tasks[key]
        if not task.cancelled() and (error := task.exception()):
            self.log(f"{type(error).__name__}: {error}")

    def show(self, documents: Iterable[Document], pause: float = 0.0) -> None:
        """Send the findings of documents, or ask an editor that asks to ask again."""
        if not self.supports_pull_diagnostics:
            for document in documents:
                self.schedule(("show", document.uri), self._push(document.uri, pause))
        elif self._refreshes and not pause:
            self.workspace_diagnostic_refresh(None)

    async def _push(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.document(uri)
        if document is None:
            return
        _, items = await self.report(document)
        if self.document(uri) == document:  # else newer findings are under way
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, document.version))

    def refresh_project(self, project: Project, *, changed: bool = False) -> None:
        """Look whether the project's settings have changed, and compare its articles again."""
        self.schedule(object(), self._look(project, changed))  # under no key: what is wrong has to be told

    async def _look(self, project: Project, changed: bool) -> None:
        if await self.desk.refresh(project) or changed:
            self.show(self.documents(project))
        self.schedule(("compare", project), self._compare(project))

    async def _compare(self, project: Project) -> None:
        if await self.desk.compare(project, self.documents(project)):
            self.show(self.documents(project))

    def refresh_all(self) -> None:
        """Look at every project that has an open document."""
        for project in {self.desk.project(document.file) for document in self.documents()}:
            self.refresh_project(project)

    def ended(self) -> bool:
        """Whether nothing runs any more."""
        return not hasattr(self, "desk") or self.desk.has_stopped()

    def end(self) -> None:
        """Let go of whatever still runs."""
        if hasattr(self, "desk"):
            self.desk.close()
        for task in list(self._tasks.values()):
            task.cancel()


def _document(known: TextDocument) -> Document:
    return Document(known.uri, to_fs_path(known.uri), known.language_id or "", known.version, known.source)
