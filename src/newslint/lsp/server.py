"""The server: keeps the state of one editor, and brings the findings of the workspace to it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from newslint import __version__
from newslint.lsp.convert import LocationResolver, offsets, to_lsp_diagnostic
from newslint.lsp.project import Project, UserMessage
from newslint.lsp.workspace import Document, LintedDocument, Workspace
from newslint.model import Diagnostic, Location
from newslint.reporters.escaping import escape
from newslint.text.words import digest

DEBOUNCE_SECONDS = 0.15  # without a keystroke before the server sends findings


class Server(LanguageServer):
    """The server of one editor."""

    articles: Workspace  # from `on_connect` on, as is the resolver; `workspace` is the protocol's, with all documents
    location_resolver: LocationResolver

    def __init__(self) -> None:
        # The editor sends whole texts: an article is small, and edits could be applied differently on each side.
        super().__init__("newslint-ls", __version__, types.TextDocumentSyncKind.Full)
        self.supports_pull_diagnostics = False  # whether the editor requests findings, so that none are sent unasked
        self.shutdown_requested = False
        self._folder: TemporaryDirectory[str] | None = None  # of texts that the editor shows
        self._tasks: dict[object, asyncio.Task[None]] = {}

    def on_connect(self, capabilities: types.ClientCapabilities) -> None:
        """Set up the server for an editor with these capabilities."""
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        text, workspace = capabilities.text_document, capabilities.workspace
        self.supports_pull_diagnostics = text is not None and text.diagnostic is not None
        self._supports_refresh = bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)
        edit = workspace and workspace.workspace_edit
        self.supports_versioned_edits = bool(edit and edit.document_changes)
        self.articles = Workspace(encoding, self.folders, self.show_message, self.log)
        self.location_resolver = LocationResolver(encoding)

    def folders(self) -> list[str]:
        """Return the folders that are open in the editor."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        return [path.rstrip("/") or "/" for path in map(to_fs_path, uris) if path]

    def show_message(self, message: UserMessage) -> None:
        """Show a message to the user."""
        kind = types.MessageType.Error if message.is_error else types.MessageType.Warning
        self.window_show_message(types.ShowMessageParams(kind, f"newslint: {escape(message.text)}"))

    async def show_text(self, text: str) -> None:
        """Show a text of several lines: as a document if the editor can open one, else as a message."""
        window = self.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="newslint-")
            file = Path(self._folder.name, "newslint-why.log")  # not the suffix of an article, which would be linted
            file.write_text(text, encoding="utf-8")
            shown = await self.window_show_document_async(types.ShowDocumentParams(file.as_uri(), take_focus=True))
            if shown and shown.success:
                return
        self.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))

    def log(self, text: str) -> None:
        """Write to the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"newslint: {escape(text)}"))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log an error of the server itself; pygls would show a message, possibly after every keystroke."""
        self.log(f"{type(error).__name__}: {error}")

    def document(self, uri: str) -> Document | None:
        """Return an open document; None for one that is not open, which pygls would read from the disk."""
        text_document = self.workspace.get_text_document(uri)
        return None if text_document.version is None else _document(text_document)

    def documents(self, project: Project | None = None) -> list[Document]:
        """Return the open documents, or those of one project."""
        documents = [_document(text_document) for text_document in self.workspace.text_documents.values()]
        if project is None:
            return documents
        return [document for document in documents if self.articles.project(document.file) is project]

    def to_lsp_diagnostics(self, linted: LintedDocument, findings: Iterable[Diagnostic]) -> list[types.Diagnostic]:
        """Return the protocol's diagnostics for findings in a document."""
        opened = {document.file: document for document in self.documents() if document.file}

        def resolve(location: Location) -> types.Location:
            if linted.article and location.path == linted.article.path:
                return types.Location(linted.document.uri, linted.position_mapper.range(offsets(location)))
            document = opened.get(linted.project.file_of(location.path))
            return self.location_resolver.resolve(linted.project, location, document.raw if document else None)

        mapper, project = linted.position_mapper, linted.project
        return [to_lsp_diagnostic(finding, mapper, project, resolve) for finding in findings]

    async def diagnostics_of(self, document: Document) -> tuple[str, list[types.Diagnostic]]:
        """Return the diagnostics of a document, after a digest of them by which the editor knows what has changed."""
        linted = await self.articles.lint(document)
        diagnostics = self.to_lsp_diagnostics(linted, self.articles.findings(linted))
        return digest(repr(diagnostics)), diagnostics

    def schedule(self, key: object, work: Coroutine[Any, Any, None]) -> None:
        """Start the work, and cancel what was started with the same key and has not ended."""
        earlier = self._tasks.get(key)
        if earlier:
            earlier.cancel()
        task = self._tasks[key] = asyncio.get_running_loop().create_task(work)
        task.add_done_callback(lambda done: self._on_task_done(key, done))

    def _on_task_done(self, key: object, task: asyncio.Task[None]) -> None:
        if self._tasks.get(key) is task:
            del self._tasks[key]
        if not task.cancelled() and (error := task.exception()):
            self.log(f"{type(error).__name__}: {error}")

    def publish(self, documents: Iterable[Document], delay: float = 0.0) -> None:
        """Send the findings of documents after `delay` seconds, or tell an editor that requests them to do so again."""
        if not self.supports_pull_diagnostics:
            for document in documents:
                self.schedule(("publish", document.uri), self._publish(document.uri, delay))
        elif self._supports_refresh and not delay:
            self.workspace_diagnostic_refresh(None)

    async def _publish(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        document = self.document(uri)
        if document is None:
            return
        _, diagnostics = await self.diagnostics_of(document)
        if self.document(uri) == document:  # otherwise newer findings will follow
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, document.version))

    def refresh_project(self, project: Project, *, changed: bool = False) -> None:
        """Read the project's settings if they have changed, and compare its articles again."""
        self.schedule(object(), self._refresh_project(project, changed))  # a new key, so that nothing cancels it

    async def _refresh_project(self, project: Project, changed: bool) -> None:
        if await self.articles.refresh(project) or changed:
            self.publish(self.documents(project))
        self.schedule(("compare", project), self._compare(project))

    async def _compare(self, project: Project) -> None:
        if await self.articles.compare(project, self.documents(project)):
            self.publish(self.documents(project))

    def refresh_all(self) -> None:
        """Refresh every project that has an open document."""
        for project in {self.articles.project(document.file) for document in self.documents()}:
            self.refresh_project(project)

    def has_stopped(self) -> bool:
        """Return whether no rule runs any more."""
        return not hasattr(self, "articles") or self.articles.has_stopped()

    def stop(self) -> None:
        """Start nothing more, and cancel what runs."""
        if hasattr(self, "articles"):
            self.articles.close()
        for task in list(self._tasks.values()):
            task.cancel()
        if self._folder:
            self._folder.cleanup()
            self._folder = None


def _document(text_document: TextDocument) -> Document:
    uri, language = text_document.uri, text_document.language_id or ""
    return Document(uri, to_fs_path(uri), language, text_document.version, text_document.source)
