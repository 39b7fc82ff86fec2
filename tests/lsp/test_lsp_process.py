"""The process of the language server: its start, its end, its options and its imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server comes with the extra lsp")

from editor import Editor, running_editor
from sample_plugin import JARGON, LOCAL
from support import FAULTY, Write


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


def test_missing_packages_are_reported_with_the_extra_to_install() -> None:
    program = "import sys; sys.modules['pygls'] = None; from newslint.lsp.main import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'newslint[lsp]'" in done.stderr


LOOPS = {
    "loops": "while True: pass",
    "catches everything": """while True:
                try:
                    while True: pass
                except BaseException: pass""",
    "waits": "import time; time.sleep(600)",
}


@pytest.mark.parametrize("loop", LOOPS)
def test_a_rule_that_does_not_end_costs_its_article_only(tmp_path: Path, home: Path, write: Write, loop: str) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\ntimeout = 1\n')
    write(
        "acme.py",
        LOCAL.replace(
            "        for start", f"        if 'slow' in article.text:\n            {LOOPS[loop]}\n        for start", 1
        ),
    )
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        slow = editor.open("a.txt", JARGON + "It is slow.\n")
        uri = editor.open("b.txt", JARGON)
        assert [item["source"] for item in editor.diagnostics(uri)] == ["newslint"]
        assert editor.pushed[slow]["diagnostics"] == []
        editor.wait_until(lambda: "took longer than 1 s; raise timeout" in str(editor.messages("window/logMessage")))
        editor.change(slow, JARGON)
        assert len(editor.diagnostics(slow, 2)) == 1
        assert editor.shut_down() == 0


def test_a_plugin_that_does_not_end_when_it_is_loaded_is_reported(tmp_path: Path, home: Path, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\ntimeout = 1\n')
    write("acme.py", LOCAL)
    with running_editor(tmp_path, home, NEWSLINT_TRUST_LOCAL="1") as editor:
        editor.initialize()
        uri = editor.open("a.txt", FAULTY)
        assert editor.diagnostics(uri)
        write("acme.py", "while True: pass\n")
        editor.save(uri)
        editor.wait_until(lambda: "a plugin of the configuration took longer than 1 s" in str(editor.messages()))
        editor.change(uri, JARGON + FAULTY)  # the rules from before are in use
        assert {item["code"] for item in editor.diagnostics(uri, 2)} >= {"acme/jargon", "sources/bare-source"}
