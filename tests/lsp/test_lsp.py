"""The language server over its protocol: every position encoding, every request, and the end of the process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from editor import PULL, Editor, apply_edits, running_editor, text_in_range
from support import FAULTY, ROOT, Run, Write

CONFIGURATION = """
select = ["pattern", "sources/bare-source", "boilerplate/template-tag"]
[[pattern]]
name = "kyiv"
match = '\\bKiev\\b'
message = '"{match}": write Kyiv.'
replace = "Kyiv"
"""
# Astral and combining characters, characters of two bytes, and CRLF line ends.
ODD = (
    "\U0001f30d\U0001f30d Zu\u0308rich – Kiev, cafe\u0301 𝔎iev Kiev.\r\n\r\nÄ Kiev \U0001f468\u200d\U0001f469 Kiev\r\n"
)
TAG = "The road is closed.\r\n{{ page.title }}\r\nIt opens in May.\r\n{{ footer }}\r\n"
TOLLS = '''
"""Compares tolls."""
from newslint.api import CrossArticleRule, Fact, Finding, RelatedLocation, Span

class Tolls(CrossArticleRule):
    """Finds tolls that differ."""

    name = "tolls/differ"

    def collect_facts(self, article):
        start = article.text.find("toll ")
        while start >= 0:
            yield Fact("toll", Span(start, start + 6), article.text[start + 5])
            start = article.text.find("toll ", start + 1)

    def compare_facts(self, facts):
        if len({fact.value for fact in facts}) > 1:
            yield Finding(facts[-1].location, "tolls differ", None, (RelatedLocation(facts[0].location, "here"),))

def newslint_rules():
    return [Tolls]
'''


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def editor(tmp_path: Path, home: Path) -> Iterator[Editor]:
    with running_editor(tmp_path, home) as editor:
        yield editor


def where(diagnostic: dict[str, Any]) -> tuple[int, int]:
    return diagnostic["range"]["start"]["line"], diagnostic["range"]["start"]["character"]


def general(*encodings: str) -> dict[str, Any]:
    return {"general": {"positionEncodings": list(encodings)}}


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_quick_fixes_replace_the_matched_text(editor: Editor, write: Write, encoding: str, mark: str) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize(general(encoding))
    text = mark + ODD
    uri = editor.open("a.txt", text)
    actions = [item for item in editor.actions(uri) if "edit" in item]
    assert [item["title"] for item in actions] == [
        "Replace it as the newsroom asks (unsafe: may remove intended content)"
    ] * 4
    assert all(item["kind"] == "quickfix" and "isPreferred" not in item for item in actions)
    edits = [edit for item in actions for edit in item["edit"]["changes"][uri]]
    assert apply_edits(text, edits, encoding) == text.replace("Kiev", "Kyiv")


def test_lines_end_as_the_protocol_defines(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    text = "a\rb\u2028c\u0085d\x0ce Kiev\r\n\rKiev"
    found = editor.diagnostics(editor.open("a.txt", text))
    assert [where(item) for item in found] == [(1, 8), (3, 0)]


def test_fix_all_applies_every_safe_fix(editor: Editor, newslint: Run, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    path = write("a.txt", TAG + "Kiev.\r\n")
    editor.initialize({"workspace": {"workspaceEdit": {"documentChanges": True}}})
    uri = editor.open("a.txt")
    (action,) = editor.actions(uri, only=["source.fixAll"])
    assert action["kind"] == "source.fixAll.newslint"
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    fixed = apply_edits(TAG + "Kiev.\r\n", change["edits"], "utf-16")
    newslint("--fix")
    assert fixed.encode() == path.read_bytes() != (TAG + "Kiev.\r\n").encode()
    editor.change(uri, fixed)
    assert editor.actions(uri, only=["source.fixAll"]) == []
    assert editor.actions(uri, only=["refactor"]) == []


def test_safe_fixes_are_preferred_and_labelled_safe(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    uri = editor.open("a.txt", TAG)
    titles = {item["title"]: item.get("isPreferred") for item in editor.actions(uri, only=["quickfix"])}
    assert titles == {"Remove the line (safe)": True, "Accept in the baseline: boilerplate/template-tag": None}
    # Only actions for the position of the cursor.
    third = {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 3}}
    assert editor.actions(uri, third, only=["quickfix"]) == []


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


def test_cross_article_findings_arrive_and_follow_the_text(
    tmp_path: Path, home: Path, write: Write, newslint: Run
) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls"]')
    write("tolls.py", TOLLS)
    write("a.txt", "\U0001f30d toll 3\n")
    write("b.txt", "toll 4\n")
    write("c.md", "no\n")
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("b.txt")
        (found,) = editor.wait_until(lambda: editor.pushed.get(uri, {}).get("diagnostics"))
        assert found["code"] == "tolls/differ"
        (related,) = found["relatedInformation"]
        assert related["location"]["uri"] == editor.uri("a.txt")
        assert related["location"]["range"]["start"] == {"line": 0, "character": 3}
        command = newslint("--format", "jsonl", NEWSLINT_TRUST_LOCAL="1").stdout
        assert found["data"]["fingerprint"] == json.loads(command)["fingerprint"]

        version = editor.change(uri, "One more line.\n\U0001f30d toll 4\n")
        # The sentence changed, so the comparison is out of date until the file is saved.
        assert editor.diagnostics(uri, version) == []
        version = editor.change(uri, "One more line.\n\ntoll 4\n")
        (found,) = editor.diagnostics(uri, version)
        assert where(found) == (2, 0)

        version = editor.change(uri, "toll 3\n")
        write("b.txt", "toll 3\n")
        editor.save(uri)
        editor.wait_until(lambda: editor.pushed[uri]["version"] == version and editor.pushed[uri]["diagnostics"] == [])
        # A file that another program changes.
        write("a.txt", "Now toll 5\n")
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("a.txt"), "type": 2}]})
        editor.wait_until(lambda: editor.pushed[uri]["diagnostics"])
        assert editor.shut_down() == 0


def test_a_cross_article_finding_offers_no_fix_inside_a_quotation(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls"]')
    fix = "at = facts[-1].location; fix = Fix('remove', True, (Edit(Span(at.start.offset, at.end.offset), ''),))\n"
    plugin = TOLLS.replace("Fact,", "Edit, Fact,").replace("Finding,", "Finding, Fix,", 1).replace("None, (", "fix, (")
    write("tolls.py", plugin.replace("        if len(", f"        {fix}        if len("))
    write("a.txt", "toll 3\n")
    for text, count in (("toll 4\n", 1), ("“toll 4”\n", 0)):
        write("b.txt", text)
        with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
            editor.initialize()
            uri = editor.open("b.txt")
            editor.wait_until(lambda: editor.pushed.get(uri, {}).get("diagnostics"))  # noqa: B023
            assert ["Remove (safe)"] * count == [item["title"] for item in editor.actions(uri) if "edit" in item]
            assert editor.shut_down() == 0


def test_a_client_that_pulls_is_asked_to_refresh(editor: Editor, write: Write) -> None:
    seeds = ROOT / "seeds"
    for path in seeds.glob("*.txt"):
        write(path.name, path.read_bytes())
    editor.initialize(PULL)
    uri = editor.open("e.txt")
    editor.wait_until(lambda: "workspace/diagnostic/refresh" in [item.get("method") for item in editor.received])
    for _ in range(300):
        items = editor.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["items"]
        if "numbers/articles-disagree" in [item["code"] for item in items]:
            break
        time.sleep(0.2)
    else:
        raise AssertionError(items)


def test_typing_does_not_wait_for_a_slow_comparison(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls", "sources"]')
    write("tolls.py", TOLLS.replace("if len(", "import time; time.sleep(600)\n        if len("))
    write("a.txt", "toll 3\n")
    write("b.txt", "toll 4\n")
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("b.txt")
        editor.diagnostics(uri)
        editor.wait_until_idle()
        version = editor.change(uri, FAULTY)
        assert [item["code"] for item in editor.diagnostics(uri, version)] == ["sources/bare-source"]
        assert editor.shut_down() == 0  # the server exits without waiting, too


def test_an_accepted_finding_disappears(editor: Editor, newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    editor.initialize()
    uri = editor.open("a.txt")
    editor.diagnostics(uri)
    accepting = [item for item in editor.actions(uri) if "command" in item]
    assert "Accept in the baseline: sources/bare-source" in [item["title"] for item in accepting]
    for action in accepting:
        command = action["command"]
        editor.request("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    editor.wait_until(lambda: editor.pushed[uri]["diagnostics"] == [])
    done = newslint()
    assert (done.returncode, done.stdout) == (0, "")
    assert "stale" not in done.stderr
    # The finding comes back when its entry is removed from the file.
    (editor.folder / ".newslint-baseline.jsonl").unlink()
    editor.save(uri)
    editor.wait_until(lambda: editor.pushed[uri]["diagnostics"])


def test_an_expired_entry_can_be_accepted_again(editor: Editor, newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    newslint("--write-baseline")
    path = editor.folder / ".newslint-baseline.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps({**row, "until": "2020-01-01", "reason": "so"}) + "\n" for row in rows))
    editor.initialize()
    uri = editor.open("a.txt")
    assert len(editor.diagnostics(uri)) == len(rows)
    for action in editor.actions(uri):
        if "command" in action:
            editor.request("workspace/executeCommand", {k: action["command"][k] for k in ("command", "arguments")})
    editor.wait_until(lambda: editor.pushed[uri]["diagnostics"] == [])
    new = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(row["fingerprint"], row["reason"], row["until"]) for row in new] == [
        (row["fingerprint"], "so", "") for row in rows
    ]


def test_markup_is_hidden_and_other_file_types_are_not_linted(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    found = editor.diagnostics(editor.open("a.md", "`Kiev` **Kiev**\n"))
    assert [where(item) for item in found] == [(0, 9)]
    assert editor.diagnostics(editor.open("a.jsonl", '{"text": "Kiev"}\n')) == []
    assert editor.diagnostics(editor.open("a.py", "Kiev\n", "python")) == []
    assert len(editor.diagnostics(editor.open("untitled:Untitled-1", "Kiev\n"))) == 1
    assert [item["title"] for item in editor.actions("untitled:Untitled-1")] == [
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


def test_the_server_exits_on_request(editor: Editor, write: Write) -> None:
    editor.initialize()
    editor.open("a.txt", FAULTY)
    editor.notify("workspace/didChangeConfiguration", {"settings": {}})
    assert editor.shut_down() == 0
    assert editor.stderr == b""


def test_the_server_exits_when_the_editor_dies(editor: Editor) -> None:
    editor.initialize()
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(30) == 1


def test_the_server_exits_without_a_client() -> None:
    command = [sys.executable, "-m", "newslint.lsp.main"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_version_and_help() -> None:
    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "newslint.lsp.main", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    assert run("--version").startswith("newslint-ls ")
    assert "on standard input and output" in run("--help")


def test_the_command_does_not_import_the_language_server() -> None:
    program = "import sys, newslint, newslint.cli.parser, newslint.rule_docs; sys.exit('pygls' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_the_home_folder_is_not_searched_for_articles(tmp_path: Path, write: Write) -> None:
    write("a.txt", "toll 3\n")
    write("b.txt", "toll 4\n")
    write("tolls.py", TOLLS)
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls"]')
    with running_editor(tmp_path, tmp_path, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("b.txt")
        assert editor.diagnostics(uri) == []
        editor.wait_until_idle()
        assert editor.pushed[uri]["diagnostics"] == []
        editor.open("a.txt")  # open files are compared
        editor.wait_until(lambda: editor.pushed[uri]["diagnostics"])


def test_missing_packages_are_reported_with_the_extra_to_install() -> None:
    program = "import sys; sys.modules['pygls'] = None; from newslint.lsp.main import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'newslint[lsp]'" in done.stderr
