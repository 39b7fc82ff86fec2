"""The language server with an independent client, pytest-lsp, and the capabilities of real editors."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")
pytest_lsp = pytest.importorskip("pytest_lsp", reason="not installed")

from lsprotocol import types  # noqa: E402

from support import ROOT  # noqa: E402

EDITORS = ["emacs@29.1", "neovim@0.7.0", "neovim@0.11.0", "visual-studio-code@1.65.2"]


@pytest.mark.slow
@pytest.mark.parametrize("editor", EDITORS)
def test_pytest_lsp_can_read_every_message(editor: str, tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_bytes((ROOT / "seeds" / "d.txt").read_bytes())
    asyncio.run(asyncio.wait_for(_session(editor, path), 120))


async def _session(editor: str, path: Path) -> None:
    client = pytest_lsp.make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "newslint.lsp.main")
    capabilities = pytest_lsp.client_capabilities(editor)
    folder = types.WorkspaceFolder(path.parent.as_uri(), "articles")
    await client.initialize_session(
        types.InitializeParams(capabilities, workspace_folders=[folder], root_uri=folder.uri)
    )
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, text)))
    if capabilities.text_document and capabilities.text_document.diagnostic:
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
        found = report.items
    else:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        found = client.diagnostics[uri]
    assert "boilerplate/template-tag" in [each.code for each in found]
    at = found[0].range
    hover = await client.text_document_hover_async(types.HoverParams(document, at.start))
    assert hover and str(found[0].code) in hover.contents.value
    context = types.CodeActionContext(found)
    actions = await client.text_document_code_action_async(types.CodeActionParams(document, at, context))
    assert [action.title for action in actions or []]
    await client.shutdown_session()
    assert client.error is None
