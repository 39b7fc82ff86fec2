"""Chromium without a window, driven over pipes with the DevTools protocol: no package and no driver is needed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-prefers-reduced-motion --remote-debugging-pipe"
).split()
# Chromium reads commands from descriptor 3 and writes answers to 4.
START = (
    "import fcntl, os, sys; read, write = (fcntl.fcntl(int(fd), fcntl.F_DUPFD, 10) for fd in sys.argv[1:3]); "
    "os.dup2(read, 3); os.dup2(write, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
TIMEOUT_SECONDS = 60


class Browser:
    """A page in a browser. `complaints` are exceptions of scripts and what the content policy refused."""

    def __init__(self, process: subprocess.Popen[bytes], commands: int, answers: int) -> None:
        self._process = process
        self._commands = commands
        self._answers = os.fdopen(answers, "rb")
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.complaints: list[str] = []
        self.requests: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        """Return the answer to a command."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while True:
            message = self._read()
            if message.get("id") == self._number:
                assert "error" not in message, message["error"]
                return message["result"]
            self._note(message)

    def _read(self) -> Any:
        while b"\0" not in self._rest:
            part = self._answers.read1(1 << 20)
            assert part, "the browser has ended"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        return json.loads(line)

    def _note(self, message: Any) -> None:
        parameters = message.get("params", {})
        if message.get("method") == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif message.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            self.complaints.append(parameters["entry"]["text"])
        elif message.get("method") == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def open(self, address: str | Path) -> None:
        """Open a page and wait until it is loaded."""
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=address.as_uri() if isinstance(address, Path) else address)
        self.wait("location.href !== 'about:blank' && document.readyState === 'complete'")

    def run(self, expression: str) -> Any:
        """Return the value of an expression; that of a promise if it is one."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = TIMEOUT_SECONDS) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + seconds
        while not self.run(f"Boolean({expression})"):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.02)

    def click(self, css: str) -> None:
        self.run(f"document.querySelector({json.dumps(css)}).click()")

    def type(self, css: str, text: str) -> None:
        """Put text into a field, as typing it would."""
        self.run(f"document.querySelector({json.dumps(css)}).focus()")
        self.send("Input.insertText", text=text)

    def press(self, key: str) -> None:
        text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
        code = {"Tab": 9, "Enter": 13}.get(key, ord(key[0]))
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def resize(self, width: int, height: int = 900) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )

    def seen(self, css: str) -> bool:
        return bool(self.run(f"document.querySelector({json.dumps(css)})?.checkVisibility()"))

    def in_view(self, css: str) -> bool:
        box = f"document.querySelector({json.dumps(css)}).getBoundingClientRect()"
        return bool(self.run(f"{box}.bottom > 0 && {box}.top < innerHeight"))

    def faults(self, axe: str) -> list[str]:
        """Return what axe finds wrong in the page; `axe` is its script."""
        self.run(f"{axe}; 0")
        nodes = "violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html}`))"
        return list(self.run(f"axe.run().then(({{violations}}) => {nodes})"))

    def text(self, css: str) -> str:
        return str(self.run(f"document.querySelector({json.dumps(css)}).textContent"))

    def texts(self, css: str) -> list[str]:
        return list(self.run(f"[...document.querySelectorAll({json.dumps(css)})].map(one => one.textContent)"))


def fetch_axe(folder: Path) -> str:
    """Return the script of axe, which checks a page for people who do not see it or use no mouse; npm fetches it."""
    if not shutil.which("npm"):
        pytest.skip("needs npm")
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), "axe-core@4.10.3"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("npm cannot fetch axe")
    with tarfile.open(folder / "axe-core-4.10.3.tgz") as packed:
        member = packed.extractfile("package/axe.min.js")
        assert member
        return member.read().decode("utf-8")


@contextmanager
def start_browser(profile: Path) -> Iterator[Browser]:
    """Start Chromium with a new profile, and end it."""
    assert CHROMIUM
    command_read, command_write = os.pipe()
    answer_read, answer_write = os.pipe()
    arguments = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "--window-size=1280,900"]
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(command_read), str(answer_write), *arguments],
        pass_fds=(command_read, answer_write),
        stderr=subprocess.DEVNULL,
    )
    os.close(command_read)
    os.close(answer_write)
    browser = Browser(process, command_write, answer_read)
    try:
        yield browser
        assert browser.complaints == []
    finally:
        os.close(command_write)
        browser._answers.close()
        process.terminate()
        process.wait(TIMEOUT_SECONDS)
