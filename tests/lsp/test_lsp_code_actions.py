"""Quick fixes, fix all, and accepting findings in the baseline."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from editor import Editor, apply_edits, running_editor
from lsp_samples import CONFIGURATION, ODD, TOLLS, general
from support import FAULTY, Run, Write

TAG = "The road is closed.\r\n{{ page.title }}\r\nIt opens in May.\r\n{{ footer }}\r\n"


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_fixes_of_markdown_leave_what_is_hidden(editor: Editor, encoding: str) -> None:
    body = "The council of the town voted on Friday to keep the mill, after a debate that went on until midnight."
    hidden = "- 😀 It is closed.\n\n## Share this article\n\n      Advertisement\n"
    last = "Nobody in the hall asked who is to pay for the boiler, and the clerk left before the vote was counted."
    text = f"{body}\n<!-- 😀 -->\n\n{{}}{last}\n\nAdvertisement `→`\n\n{hidden}".replace("\n", "\r\n")
    editor.initialize(general(encoding))
    junk = "**Advertisement**\r\n\r\n"
    uri = editor.open("a.md", text.format(junk))
    (fix_all,) = editor.actions(uri, only=["source.fixAll"])
    fixes = [item["edit"]["changes"][uri] for item in editor.actions(uri, only=["quickfix"]) if "edit" in item]
    for edits in (fix_all["edit"]["changes"][uri], *fixes):
        assert apply_edits(text.format(junk), edits, encoding) == text.format("")


def test_safe_fixes_are_preferred_and_labelled_safe(editor: Editor, write: Write) -> None:
    write(".newslint.toml", CONFIGURATION)
    editor.initialize()
    uri = editor.open("a.txt", TAG)
    titles = {item["title"]: item.get("isPreferred") for item in editor.actions(uri, only=["quickfix"])}
    assert titles == {"Remove the line (safe)": True, "Accept in the baseline: boilerplate/template-tag": None}
    # Only actions for the position of the cursor.
    third = {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 3}}
    assert editor.actions(uri, third, only=["quickfix"]) == []


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


@pytest.mark.parametrize("target", ["../home/notes.jsonl", "../home/new.jsonl"])
def test_accepting_follows_no_link_out_of_the_repository(
    editor: Editor, write: Write, tmp_path: Path, target: str
) -> None:
    notes = write("../home/notes.jsonl", "")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".newslint-baseline.jsonl").symlink_to(target)
    write("a.txt", FAULTY)
    editor.initialize()
    uri = editor.open("a.txt")
    editor.diagnostics(uri)
    for action in editor.actions(uri):
        if "command" in action and action["title"].startswith("Accept"):
            editor.request("workspace/executeCommand", {k: action["command"][k] for k in ("command", "arguments")})
    editor.wait_until(lambda: any("outside the repository" in message for message in editor.messages()))
    assert notes.read_text() == ""
    assert not (notes.parent / "new.jsonl").exists()


WHY = "Why does newslint not report more here?"
SILENT = "The road is closed.\nBetween 300 and 500 officials moved the barriers on Friday, a palace aide said.\n"


def _explain(editor: Editor, uri: str, line: int) -> str:
    where = {"start": {"line": line, "character": 4}, "end": {"line": line, "character": 4}}
    (action,) = [item for item in editor.actions(uri, where) if item["title"] == WHY]
    assert action["kind"] == "source.explainLine.newslint"
    command = action["command"]
    text = editor.request(
        "workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]}
    )
    assert isinstance(text, str)
    return text


def test_a_line_says_why_it_has_no_more_findings(editor: Editor, newslint: Run, write: Write) -> None:
    write("a.txt", SILENT)
    editor.initialize()
    uri = editor.open("a.txt")
    text = _explain(editor, uri, 1)
    assert editor.messages() == [text]
    assert "numbers/reversed-range in a.txt:2\n" in text
    assert '2:1 "Between 300 and 500"\n  order: the first number after it is not the higher one' in text
    assert '2:21 "officials"\n  speaker: does not speak' in text
    # A rule that reads a figure of the line, but looks at none of its candidates there, is only counted.
    assert "numbers/part-whole in" not in text
    assert "rules had no candidate in a.txt:2." in text
    # The command tells the same of one rule.
    assert newslint("--why", "sources/unexplained-anonymity", "a.txt:2").stdout in text


def test_a_line_without_candidates_says_so(editor: Editor, write: Write) -> None:
    write("a.txt", SILENT)
    editor.initialize()
    text = _explain(editor, editor.open("a.txt"), 0)
    assert "rules had no candidate in a.txt:1. `newslint --why RULE a.txt:1` tells more of one rule.\n" in text


def test_an_editor_that_can_open_a_document_gets_one(editor: Editor, write: Write) -> None:
    write("a.txt", SILENT)
    editor.initialize({"window": {"showDocument": {"support": True}}})
    text = _explain(editor, editor.open("a.txt"), 1)
    (shown,) = [each["params"] for each in editor.received if each.get("method") == "window/showDocument"]
    file = Path(url2pathname(urlsplit(shown["uri"]).path))
    assert file.read_text(encoding="utf-8") == text
    assert editor.messages() == []
    assert editor.shut_down() == 0
    assert not file.exists()
