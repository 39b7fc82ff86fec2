"""What the server can do, by the protocol's methods."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.uris import to_fs_path

from newslint.config.loader import NAME
from newslint.config.settings import SettingsError
from newslint.files import FileError
from newslint.lsp.code_actions import ACCEPT, FIX_ALL, KINDS, accept_action, edits_between, is_kind_requested, quick_fix
from newslint.lsp.convert import span
from newslint.lsp.server import DEBOUNCE_SECONDS, Server
from newslint.lsp.workspace import LintedDocument
from newslint.model import Diagnostic
from newslint.rule_docs import page

WATCHED = (f"**/{NAME}", "**/.newslint-baseline.jsonl", "**/*.{txt,md,markdown}")


def serve(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Serve one editor until it leaves; the exit status."""
    server = Server()
    _register(server)
    server.start_io(stdin, stdout)
    server.end()  # the editor may be gone without a word
    status = 0 if server.shutdown_requested else 1
    if not server.ended():
        # A rule is still at it. Python would tear its thread down inside foreign code, which ends in an abort.
        sys.stderr.flush()
        os._exit(status)
    return status


def _register(server: Server) -> None:
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    # There is nothing to configure but the file; some editors say this whenever they connect.
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_files_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_folders_changed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=KINDS))(_actions)
    server.command(ACCEPT)(_accept)


def _initialize(server: Server, params: types.InitializeParams) -> None:
    server.on_connect(params.capabilities)
    if server.supports_pull_diagnostics:  # pushed ones beside them would be shown twice
        options = types.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=False, identifier="newslint"
        )
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_pull)


async def _initialized(server: Server, _: types.InitializedParams) -> None:
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob) for glob in WATCHED]
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("newslint-files", method, options)
        await server.client_register_capability_async(types.RegistrationParams([registration]))


def _shutdown(server: Server, _: Any) -> None:
    server.shutdown_requested = True
    server.end()


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    document = server.document(params.text_document.uri)
    if document:
        server.show([document])
        server.refresh_project(server.desk.project(document.file))


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = server.document(params.text_document.uri)
    if document:
        server.show([document], DEBOUNCE_SECONDS)


def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    file = to_fs_path(params.text_document.uri)
    server.refresh_project(server.desk.project(file))


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.desk.forget(uri)
    if not server.supports_pull_diagnostics:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
    server.refresh_project(server.desk.project(to_fs_path(uri)))


def _files_changed(server: Server, _: Any) -> None:
    server.refresh_all()


def _folders_changed(server: Server, _: types.DidChangeWorkspaceFoldersParams) -> None:
    server.show(server.documents())
    server.refresh_all()


async def _pull(server: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    document = server.document(params.text_document.uri)
    if document is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    identity, items = await server.report(document)
    if identity == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(identity)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=identity)


async def _at(server: Server, uri: str, given: types.Range) -> tuple[LintedDocument, list[Diagnostic]] | None:
    """What is known of a document, and the findings that touch a range of it."""
    document = server.document(uri)
    if document is None:
        return None
    linted = await server.desk.linted(document)
    start, end = linted.ruler.span(given)
    findings = server.desk.findings(linted)
    return linted, [found for found in findings if span(found.location)[0] <= end and start <= span(found.location)[1]]


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    at = await _at(server, params.text_document.uri, types.Range(params.position, params.position))
    if at is None or not at[1] or at[0].linter is None:
        return None
    linted, findings = at
    text = server.client_capabilities.text_document
    formats = text.hover.content_format if text and text.hover else None
    kind = types.MarkupKind.PlainText if formats and types.MarkupKind.Markdown not in formats else None
    names = [name for name in dict.fromkeys(found.rule for found in findings) if name in at[0].linter.all_rules]
    pages = "\n---\n\n".join(page(at[0].linter, name) for name in names)
    return types.Hover(
        types.MarkupContent(kind or types.MarkupKind.Markdown, pages), linted.ruler.range(span(findings[0].location))
    )


async def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    at = await _at(server, params.text_document.uri, params.range)
    if at is None:
        return []
    linted, findings = at
    document, only = linted.document, params.context.only

    def edit(edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
        if not server.versioned:
            return types.WorkspaceEdit(changes={document.uri: edits})
        identified = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identified, edits)])

    actions: list[types.CodeAction] = []
    if is_kind_requested(types.CodeActionKind.QuickFix, only):
        diagnostics = server.to_lsp_diagnostics(linted, findings)
        for found, diagnostic in zip(findings, diagnostics, strict=True):
            actions += quick_fix(found, diagnostic, linted.ruler, edit)
        if document.file:
            actions += [
                accept_action(found, each, document.uri) for found, each in zip(findings, diagnostics, strict=True)
            ]
    if is_kind_requested(FIX_ALL, only):
        new = await server.desk.fixed(linted)
        edits = [
            types.TextEdit(linted.ruler.range(where), text) for where, text in edits_between(linted.ruler.text, new)
        ]
        if edits:
            actions.append(types.CodeAction("Make all safe fixes of newslint", FIX_ALL, edit=edit(edits)))
    return actions


async def _accept(server: Server, uri: str, fingerprint: str) -> None:
    at = await _at(server, uri, types.Range(types.Position(0, 0), types.Position(2**31 - 1, 0)))
    if at is None:
        return
    linted, findings = at
    for found in findings:
        if found.fingerprint == fingerprint:
            try:
                await server.desk.accept(linted, found)
            except (SettingsError, FileError) as error:
                server.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"newslint: {error}"))
    server.refresh_project(linted.project, changed=True)
