"""The language server over its protocol: positions, diagnostics, hover, configuration, and plugins that fail."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from editor import PULL, Editor, running_editor, text_in_range
from lsp_samples import CONFIGURATION, ODD, TOLLS, general, where
from support import FAULTY, Run, Write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_positions_use_the_negotiated_encoding(editor: Editor, write: Write, encoding: str) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize(general(encoding, "utf-16"))
    assert editor.encoding == encoding
    found = editor.diagnostics(editor.open("a.txt", ODD))
    assert [text_in_range(ODD, item["range"], encoding) for item in found] == ["Kiev"] * 4
    assert [item["range"]["start"]["line"] for item in found] == [0, 0, 2, 2]
    first = {"utf-8": 22, "utf-16": 15, "utf-32": 13}[encoding]
    assert where(found[0]) == (0, first)


def test_the_default_position_encoding_is_utf_16(editor: Editor) -> None:
    editor.initialize()
    assert editor.encoding == "utf-16"


def test_lines_end_as_the_protocol_defines(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    text = "a\rb\u2028c\u0085d\x0ce Kiev\r\n\rKiev"
    found = editor.diagnostics(editor.open("a.txt", text))
    assert [where(item) for item in found] == [(1, 8), (3, 0)]


def test_diagnostics_match_the_command(editor: Editor, newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    editor.initialize()
    found = editor.diagnostics(editor.open("a.txt"))
    printed = [json.loads(line) for line in newslint("--format", "jsonl").stdout.splitlines()]
    assert printed
    severities = {"error": 1, "warning": 2, "info": 3}
    assert [(item["code"], item["message"], item["severity"], item["data"]["fingerprint"]) for item in found] == [
        (item["rule"], item["message"], severities[item["severity"]], item["fingerprint"]) for item in printed
    ]
    assert {item["source"] for item in found} == {"newslint"}


def test_hover_shows_the_page_of_the_rule(editor: Editor, write: Write) -> None:
    write("a.txt", FAULTY)
    editor.initialize()
    uri = editor.open("a.txt")
    shown = editor.hover(uri, 1, 3)
    assert shown["contents"]["kind"] == "markdown"
    assert "# sources/bare-source\n" in shown["contents"]["value"]
    assert "```bad" in shown["contents"]["value"]
    assert editor.hover(uri, 0, 3) is None


def test_hover_shows_what_the_finding_rests_on(editor: Editor, write: Write) -> None:
    write("a.txt", "The road is closed.\nA palace aide said the bridge was unsafe.\n")
    editor.initialize()
    shown = editor.hover(editor.open("a.txt"), 1, 5)["contents"]["value"]
    assert '## Why here\n\n```text\n2:10 "aide"\n  speaker: speaks: "said" at 2:15\n' in shown
    assert "\n  rule: is reported once, at its first mention at 2:1\n```\n" in shown


def test_a_diagnostic_links_to_the_url_of_its_rule(tmp_path: Path, home: Path, write: Write) -> None:
    plugin = "from newslint.api import *\n\nclass R(Rule):\n    '''It.'''\n    name = 'house/r'\n    url = 'https://a.example/r'\n"
    plugin += (
        "    def check(self, article):\n        yield Finding(Span(0, 1), 'it')\n\ndef newslint_rules(): return [R]\n"
    )
    write("house.py", plugin)
    write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]')
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        (found,) = editor.diagnostics(editor.open("a.txt", "x"))
        assert found["codeDescription"] == {"href": "https://a.example/r"}


def test_a_client_that_pulls_diagnostics_receives_no_pushed_ones(editor: Editor, write: Write) -> None:
    write("a.txt", FAULTY)
    capabilities = editor.initialize(PULL)
    assert capabilities["diagnosticProvider"]["interFileDependencies"] is True
    uri = editor.open("a.txt")
    document = {"textDocument": {"uri": uri}}
    report = editor.request("textDocument/diagnostic", document)
    assert report["kind"] == "full"
    assert where(report["items"][0]) == (1, 0)
    again = editor.request("textDocument/diagnostic", {**document, "previousResultId": report["resultId"]})
    assert again == {"kind": "unchanged", "resultId": report["resultId"]}
    editor.change(uri, "Nothing.\n")
    assert editor.request("textDocument/diagnostic", document)["items"] == []
    editor.wait_until_idle()
    assert editor.pushed == {}


def test_a_client_that_does_not_pull_receives_pushed_diagnostics(editor: Editor, write: Write) -> None:
    write("a.txt", FAULTY)
    assert "diagnosticProvider" not in editor.initialize()
    uri = editor.open("a.txt")
    assert editor.diagnostics(uri)
    for text in ("A", "As", FAULTY, "Nothing.\n"):
        version = editor.change(uri, text)
    assert editor.diagnostics(uri, version) == []
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    editor.wait_until_idle()
    assert editor.pushed[uri]["diagnostics"] == []


def test_a_changed_configuration_is_read_again_and_an_invalid_one_ignored(editor: Editor, write: Write) -> None:
    path = write(".newslint.toml", 'select = ["sources/bare-source"]')
    editor.initialize()
    uri = editor.open("a.txt", FAULTY)
    assert [item["code"] for item in editor.diagnostics(uri)] == ["sources/bare-source"]
    changed = {"changes": [{"uri": path.as_uri(), "type": 2}]}

    write(".newslint.toml", 'select = ["sources/bare-sauce"]')
    editor.notify("workspace/didChangeWatchedFiles", changed)
    editor.wait_until(editor.messages)
    assert 'did you mean "sources/bare-source"?' in editor.messages()[0]
    assert [item["code"] for item in editor.diagnostics(uri)] == ["sources/bare-source"]

    write(".newslint.toml", 'select = ["sources/bare-source"]\n[rules."sources/bare-source"]\nseverity = "error"')
    editor.notify("workspace/didChangeWatchedFiles", changed)
    editor.wait_until(lambda: [item["severity"] for item in editor.pushed[uri]["diagnostics"]] == [1])
    assert len(editor.messages()) == 1


def test_an_invalid_configuration_at_start_is_reported_and_nothing_linted(editor: Editor, write: Write) -> None:
    write(".newslint.toml", "select = [")
    editor.initialize(PULL)
    report = editor.request("textDocument/diagnostic", {"textDocument": {"uri": editor.open("a.txt", FAULTY)}})
    assert report["items"] == []
    assert "is not valid TOML" in editor.wait_until(editor.messages)[0]


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
def test_names_forge_no_line_of_a_message(editor: Editor, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["a\\n::error::forged\\u2028.py"]')
    editor.initialize()
    assert editor.diagnostics(editor.open("a.txt", FAULTY))
    (message,) = editor.wait_until(editor.messages)
    assert r"a\x0a::error::forged\u2028.py" in message
    assert "\n" not in message


def test_an_untrusted_local_plugin_does_not_run(editor: Editor, newslint: Run, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]')
    write("tolls.py", TOLLS + "\nraise SystemExit('it ran')\n")
    editor.initialize()
    uri = editor.open("a.txt", FAULTY)
    assert editor.diagnostics(uri)  # the built-in rules run
    (message,) = editor.wait_until(editor.messages)
    assert "tolls.py is not trusted" in message
    assert "run `newslint --trust`" in message
    editor.save(uri)
    editor.wait_until_idle()
    assert len(editor.messages()) == 1


def test_markup_is_hidden_and_other_file_types_are_not_linted(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    found = editor.diagnostics(editor.open("a.md", "`Kiev` **Kiev**\n"))
    assert [where(item) for item in found] == [(0, 9)]
    assert editor.diagnostics(editor.open("a.jsonl", '{"text": "Kiev"}\n')) == []
    assert editor.diagnostics(editor.open("a.py", "Kiev\n", "python")) == []
    assert len(editor.diagnostics(editor.open("untitled:Untitled-1", "Kiev\n"))) == 1
    assert [item["title"] for item in editor.actions("untitled:Untitled-1", only=["quickfix"])] == [
        "Replace it as the newsroom asks (unsafe: may remove intended content)"
    ]


def test_an_excluded_file_is_not_linted(editor: Editor, write: Write) -> None:
    write(".newslint.toml", 'exclude = ["drafts"]')
    write("drafts/a.txt", FAULTY)
    editor.initialize()
    assert editor.diagnostics(editor.open("drafts/a.txt")) == []


def test_the_nearest_configuration_applies_to_each_file(editor: Editor, write: Write) -> None:
    write(".newslint.toml", 'ignore = ["*"]')
    write("desk/.newslint.toml", 'select = ["sources/bare-source"]')
    editor.initialize()
    assert editor.diagnostics(editor.open("a.txt", FAULTY)) == []
    assert len(editor.diagnostics(editor.open("desk/a.txt", FAULTY))) == 1


def test_a_file_without_a_workspace_is_linted(editor: Editor, write: Write) -> None:
    write("a b ü%20.txt", FAULTY)
    editor.initialize(folder=False)
    assert editor.diagnostics(editor.open("a b ü%20.txt"))


def test_output_printed_by_a_plugin_does_not_reach_the_editor(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]')
    write("tolls.py", "import os\nprint('loud')\nos.system('echo louder')\n" + TOLLS)
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        assert editor.diagnostics(editor.open("a.txt", FAULTY))
        assert editor.shut_down() == 0


def test_a_rule_error_is_logged_once_and_other_rules_run(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]')
    write("tolls.py", TOLLS.replace("start = article", "raise ValueError('no') or article"))
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("a.txt", FAULTY)
        editor.diagnostics(uri)
        editor.diagnostics(uri, editor.change(uri, FAULTY + "\n"))
        assert ["tolls/differ: ValueError: no" in text for text in editor.messages("window/logMessage")] == [True]


@pytest.mark.parametrize(
    ("body", "message"),
    [("return ['x']", "returned str instead of an Article"), ("raise SystemExit(3)", "SystemExit: 3")],
)
def test_a_reader_error_is_logged_and_other_files_are_linted(
    tmp_path: Path, home: Path, write: Write, body: str, message: str
) -> None:
    write(".newslint.toml", 'local-plugins = ["wire.py"]')
    reader = f"class Wire:\n    suffixes = ('.wire',)\n    def read(self, path, text):\n        {body}\n"
    write("wire.py", reader + "def newslint_readers(): return [Wire]\n")
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        assert editor.diagnostics(editor.open("a.wire", FAULTY)) == []
        assert editor.diagnostics(editor.open("a.txt", FAULTY))
        assert [message in text for text in editor.messages("window/logMessage")] == [True]
