"""Cross-article findings in the language server, which compares files in the background."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from editor import PULL, Editor, running_editor
from lsp_samples import TOLLS, where
from support import FAULTY, ROOT, Run, Write


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


def test_a_related_file_is_read_in_the_encoding_of_the_configuration(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls"]\nencoding = "utf-16-le"')
    write("tolls.py", TOLLS)
    write("a.txt", "\U0001f30d toll 3\n".encode("utf-16-le"))
    write("b.txt", "toll 4\n")
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("b.txt")
        (found,) = editor.wait_until(lambda: editor.pushed.get(uri, {}).get("diagnostics"))
        (related,) = found["relatedInformation"]
        assert related["location"]["range"]["start"] == {"line": 0, "character": 3}
        assert editor.shut_down() == 0


def test_a_comparison_that_never_ends_is_reported_and_the_next_one_runs(
    tmp_path: Path, home: Path, write: Write
) -> None:
    write(".newslint.toml", 'local-plugins = ["tolls.py"]\nselect = ["tolls"]\ntimeout = 1')
    wait = f"import os\n        while not os.path.exists({str(tmp_path / 'go')!r}): pass\n        if len("
    write("tolls.py", TOLLS.replace("if len(", wait))
    write("a.txt", "toll 3\n")
    write("b.txt", "toll 4\n")
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("b.txt")
        editor.wait_until(lambda: "took longer than 1 s" in str(editor.messages("window/logMessage")))
        assert "comparing the articles of " in str(editor.messages("window/logMessage"))
        write("go", "")
        editor.save(uri)
        editor.wait_until(lambda: editor.pushed[uri]["diagnostics"])
        assert editor.shut_down() == 0
