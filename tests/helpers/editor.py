"""An editor for tests of the language server: it sends plain JSON messages and records every answer."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from forked import start_command

PATIENCE = 90.0  # seconds until a test fails; no test asserts a time

PULL = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


class Editor:
    """An editor that has `folder` open, with its own server process."""

    def __init__(self, folder: Path, home: Path, **env: str) -> None:
        self.folder = folder
        given = {key: value for key, value in os.environ.items() if key != "NEWSLINT_TRUST_LOCAL"}
        env = {**given, "HOME": str(home), "XDG_STATE_HOME": str(home / "state"), **env}
        self.process = start_command("newslint.lsp.main", cwd=home, env=env)  # an editor is started in any folder
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self.received: list[dict[str, Any]] = []
        self.pushed: dict[str, Any] = {}
        self.encoding = ""
        self._versions: dict[str, int] = {}
        self.stderr = b""
        self.threads = [Thread(target=self._listen, daemon=True), Thread(target=self._complain, daemon=True)]
        for thread in self.threads:
            thread.start()

    def _complain(self) -> None:
        assert self.process.stderr
        self.stderr = self.process.stderr.read()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            length = 0
            while (header := stream.readline()).strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            if not header:
                return
            self._inbox.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _take(self, until: float) -> dict[str, Any]:
        try:
            message = self._inbox.get(timeout=max(until - time.monotonic(), 0.001))
        except Empty:
            raise AssertionError(f"no message arrived; received so far: {self.received}") from None
        self.received.append(message)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.pushed[message["params"]["uri"]] = message["params"]
        elif "method" in message and "id" in message:  # a request from the server
            shown = {"success": True} if message["method"] == "window/showDocument" else None
            self._send({"id": message["id"], "result": shown})
        return message

    def request(self, method: str, params: Any = None) -> Any:
        """Send a request; return its result."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        until = time.monotonic() + PATIENCE
        while True:
            message = self._take(until)
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def notify(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def wait_until(self, condition: Callable[[], Any]) -> Any:
        """Receive messages until a condition is true; return its value."""
        until = time.monotonic() + PATIENCE
        while not (result := condition()):
            self._take(until)
        return result

    def wait_until_idle(self, seconds: float = 0.7) -> None:
        """Receive messages until none has come for some seconds."""
        while True:
            try:
                self._take(time.monotonic() + seconds)
            except AssertionError:
                return

    def messages(self, method: str = "window/showMessage") -> list[str]:
        """Return the messages shown so far."""
        return [each["params"]["message"] for each in self.received if each.get("method") == method]

    def initialize(self, capabilities: dict[str, Any] | None = None, *, folder: bool = True) -> dict[str, Any]:
        """Initialize the session; return the server's capabilities."""
        uri = self.folder.as_uri()
        folders = [{"uri": uri, "name": "articles"}] if folder else None
        result = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri if folder else None,
                "workspaceFolders": folders,
                "capabilities": capabilities or {},
            },
        )
        self.notify("initialized", {})
        self.encoding = result["capabilities"]["positionEncoding"]
        found: dict[str, Any] = result["capabilities"]
        return found

    def uri(self, name: str) -> str:
        """Return the URI of a file in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "plaintext") -> str:
        """Open a file, with its content or the given text; return its URI."""
        if text is None:
            text = (self.folder / name).read_bytes().decode()
        uri = name if ":" in name else self.uri(name)
        self._versions[uri] = 1
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}},
        )
        return uri

    def change(self, uri: str, text: str) -> int:
        """Replace the whole text; return the new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self._versions[uri]

    def save(self, uri: str) -> None:
        """Report that the document was saved."""
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri: str, version: int = 1) -> list[dict[str, Any]]:
        """Return the diagnostics pushed for a version of a document."""
        found: list[dict[str, Any]] = self.wait_until(
            lambda: self.pushed.get(uri, {}).get("version") == version and self.pushed[uri]
        )["diagnostics"]
        return found

    def actions(self, uri: str, where: dict[str, Any] | None = None, only: list[str] | None = None) -> list[Any]:
        """Return the code actions for a range, by default for the whole document."""
        where = where or {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
        context = {"diagnostics": [], **({"only": only} if only else {})}
        found: list[Any] = self.request(
            "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": where, "context": context}
        )
        return found

    def hover(self, uri: str, line: int, character: int) -> Any:
        """Return the hover at a position."""
        position = {"line": line, "character": character}
        return self.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})

    def shut_down(self) -> int:
        """Shut the server down; return its exit status."""
        self.request("shutdown")
        self.notify("exit")
        status = self.process.wait(PATIENCE)
        for thread in self.threads:
            thread.join(PATIENCE)
        return status


@contextmanager
def running_editor(folder: Path, home: Path, **env: str) -> Iterator[Editor]:
    """Yield an editor; end its server afterwards."""
    editor = Editor(folder, home, **env)
    try:
        yield editor
    finally:
        if editor.process.poll() is None:
            editor.process.kill()
        editor.process.wait(PATIENCE)
        for thread in editor.threads:
            thread.join(PATIENCE)
        for stream in (editor.process.stdin, editor.process.stdout, editor.process.stderr):
            if stream:
                stream.close()


def apply_edits(text: str, edits: list[dict[str, Any]], encoding: str) -> str:
    """Return the text with edits, by the protocol's rules for line ends and columns."""
    ordered = sorted(edits, key=lambda edit: (edit["range"]["start"]["line"], edit["range"]["start"]["character"]))
    for edit in reversed(ordered):
        start, end = (offset(text, edit["range"][side], encoding) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def text_in_range(text: str, where: dict[str, Any], encoding: str) -> str:
    """Return the text in a range."""
    return text[offset(text, where["start"], encoding) : offset(text, where["end"], encoding)]


def offset(text: str, position: dict[str, int], encoding: str) -> int:
    """Return the code point offset of a position, counted one character at a time."""
    at = 0
    for _ in range(position["line"]):
        while text[at] not in "\r\n":
            at += 1
        at += 2 if text[at : at + 2] == "\r\n" else 1
    left = position["character"]
    while left > 0 and at < len(text) and text[at] not in "\r\n":
        size = {"utf-8": len(text[at].encode()), "utf-16": 1 + (ord(text[at]) > 0xFFFF), "utf-32": 1}[encoding]
        assert left >= size, "a position within a character"
        left -= size
        at += 1
    return at
