"""The handlers of the protocol's messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.uris import to_fs_path

from newslint.config.loader import CONFIG_FILE_NAME
from newslint.config.settings import DEFAULT_BASELINE, SettingsError
from newslint.files import FileError
from newslint.lsp.code_actions import (
    ACCEPT,
    ACTION_KINDS,
    FIX_ALL,
    accept_action,
    edits_between,
    is_kind_requested,
    quick_fix,
)
from newslint.lsp.convert import offsets
from newslint.lsp.project import WATCHED_SUFFIXES
from newslint.lsp.server import DEBOUNCE_SECONDS, Server
from newslint.lsp.why import EXPLAIN, EXPLAIN_KIND, explain_action, hover_text, line_text
from newslint.lsp.workspace import LintedDocument
from newslint.model import Diagnostic
from newslint.rule_docs import page

WATCHED = (f"**/{CONFIG_FILE_NAME}", f"**/{DEFAULT_BASELINE}", *(f"**/*{suffix}" for suffix in WATCHED_SUFFIXES))


def serve(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Serve one editor until it disconnects, and return the exit status."""
    server = Server()
    _register(server)
    server.start_io(stdin, stdout)
    server.stop()  # the editor may have ended without a shutdown request
    status = 0 if server.shutdown_requested else 1
    if not server.has_stopped():
        # A rule still runs. At a normal exit, Python would stop its thread inside of native code, and abort.
        sys.stderr.flush()
        os._exit(status)
    return status


def _register(server: Server) -> None:
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_on_files_changed)
    # The server has no settings in the editor, but some editors send this whenever they connect.
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_on_files_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_on_folders_changed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=ACTION_KINDS))(
        _code_actions
    )
    server.command(ACCEPT)(_accept)
    server.command(EXPLAIN)(_explain)


def _initialize(server: Server, params: types.InitializeParams) -> None:
    server.on_connect(params.capabilities)
    if server.supports_pull_diagnostics:  # the editor would show findings twice if the server also sent them
        options = types.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=False, identifier="newslint"
        )
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_pull)


async def _initialized(server: Server, _: types.InitializedParams) -> None:
    workspace = server.client_capabilities.workspace
    watched_files = workspace.did_change_watched_files if workspace else None
    if watched_files and watched_files.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob) for glob in WATCHED]
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("newslint-files", method, options)
        await server.client_register_capability_async(types.RegistrationParams([registration]))


def _shutdown(server: Server, _: Any) -> None:
    server.shutdown_requested = True
    server.stop()


def _did_open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    document = server.document(params.text_document.uri)
    if document:
        server.publish([document])
        server.refresh_project(server.articles.project(document.file))


def _did_change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = server.document(params.text_document.uri)
    if document:
        server.publish([document], DEBOUNCE_SECONDS)


def _did_save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    file = to_fs_path(params.text_document.uri)
    server.refresh_project(server.articles.project(file))


def _did_close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.articles.forget(uri)
    if not server.supports_pull_diagnostics:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
    server.refresh_project(server.articles.project(to_fs_path(uri)))


def _on_files_changed(server: Server, _: Any) -> None:
    server.refresh_all()


def _on_folders_changed(server: Server, _: types.DidChangeWorkspaceFoldersParams) -> None:
    server.publish(server.documents())
    server.refresh_all()


async def _pull(server: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    document = server.document(params.text_document.uri)
    if document is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    result_id, diagnostics = await server.diagnostics_of(document)
    if result_id == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id)
    return types.RelatedFullDocumentDiagnosticReport(diagnostics, result_id=result_id)


async def _findings_in(
    server: Server, uri: str, editor_range: types.Range
) -> tuple[LintedDocument, list[Diagnostic]] | None:
    """Return a linted document and the findings that touch a range in it; None if it is not open."""
    document = server.document(uri)
    if document is None:
        return None
    linted = await server.articles.lint(document)
    start, end = linted.position_mapper.span(editor_range)
    return linted, [
        finding
        for finding in server.articles.findings(linted)
        if finding.location.start.offset <= end and start <= finding.location.end.offset
    ]


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    found = await _findings_in(server, params.text_document.uri, types.Range(params.position, params.position))
    if found is None or not found[1] or found[0].linter is None:
        return None
    (linted, findings), linter = found, found[0].linter
    text = server.client_capabilities.text_document
    formats = text.hover.content_format if text and text.hover else None
    is_plain = formats and types.MarkupKind.Markdown not in formats
    kind = types.MarkupKind.PlainText if is_plain else types.MarkupKind.Markdown
    by_rule = {finding.rule: finding for finding in reversed(findings) if finding.rule in linter.all_rules}
    pages = []
    for name in dict.fromkeys(finding.rule for finding in findings if finding.rule in by_rule):
        location = by_rule[name].location
        traces = await server.articles.why(linted, location.start.line, [name])
        pages.append(page(linter, name) + "".join(hover_text(trace, location) for trace in traces))
    editor_range = linted.position_mapper.range(offsets(findings[0].location))
    return types.Hover(types.MarkupContent(kind, "\n---\n\n".join(pages)), editor_range)


async def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    found = await _findings_in(server, params.text_document.uri, params.range)
    if found is None:
        return []
    linted, findings = found
    document, mapper, only = linted.document, linted.position_mapper, params.context.only

    def make_edit(edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
        if not server.supports_versioned_edits:
            return types.WorkspaceEdit(changes={document.uri: edits})
        identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])

    actions: list[types.CodeAction] = []
    if is_kind_requested(types.CodeActionKind.QuickFix, only):
        diagnostics = server.to_lsp_diagnostics(linted, findings)
        pairs = list(zip(findings, diagnostics, strict=True))
        for finding, diagnostic in pairs:
            actions += quick_fix(finding, diagnostic, mapper, make_edit)
        if document.file:
            actions += [accept_action(finding, diagnostic, document.uri) for finding, diagnostic in pairs]
    if is_kind_requested(FIX_ALL, only):
        new = await server.articles.apply_safe_fixes(linted)
        edits = [types.TextEdit(mapper.range(span), text) for span, text in edits_between(mapper.text, new)]
        if edits:
            actions.append(types.CodeAction("Apply all safe fixes of newslint", FIX_ALL, edit=make_edit(edits)))
    if linted.article and is_kind_requested(EXPLAIN_KIND, only):
        actions.append(explain_action(document.uri, params.range.start.line))
    return actions


async def _explain(server: Server, uri: str, line: int) -> str | None:
    """Show why the rules do not report more in a line of the editor, from 0, and return the text."""
    document = server.document(uri)
    linted = await server.articles.lint(document) if document else None
    if linted is None or linted.article is None:
        return None
    offset = linted.position_mapper.offset(types.Position(line, 0))
    number = linted.position_mapper.text.count("\n", 0, offset) + 1
    text = line_text(await server.articles.why(linted, number), linted.article.path, number)
    await server.show_text(text)
    return text


async def _accept(server: Server, uri: str, fingerprint: str) -> None:
    found = await _findings_in(server, uri, types.Range(types.Position(0, 0), types.Position(2**31 - 1, 0)))
    if found is None:
        return
    linted, findings = found
    for finding in findings:
        if finding.fingerprint == fingerprint:
            try:
                await server.articles.accept(linted, finding)
            except (SettingsError, FileError) as error:
                server.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"newslint: {error}"))
    server.refresh_project(linted.project, changed=True)
