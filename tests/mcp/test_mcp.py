"""`newslint-mcp`, spoken to by the client of the protocol's own library."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the server for assistants comes with the extra mcp")

from mcp import Client, StdioServerParameters, stdio_client
from mcp.server.mcpserver.exceptions import ToolError

from newslint import Linter
from newslint.mcp.server import Tools
from sample_plugin import JARGON, LOCAL
from support import FAULTY, Write

Session = Callable[[Client], Awaitable[Any]]


def talk(tmp_path: Path, session: Session, *arguments: str) -> Any:
    """Start the server, and return what the session with it returns."""

    async def run() -> Any:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "newslint.mcp.main", *arguments], cwd=str(tmp_path)
        )
        async with Client(stdio_client(command)) as client:
            return await session(client)

    return asyncio.run(asyncio.wait_for(run(), 60))


def call(tmp_path: Path, tool: str, *arguments: str, **values: object) -> Any:
    """Call one tool, and return its result."""

    async def session(client: Client) -> Any:
        return await client.call_tool(tool, values)

    return talk(tmp_path, session, *arguments)


def test_the_tools_say_what_they_do_and_only_read(tmp_path: Path) -> None:
    async def names(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = talk(tmp_path, names)
    assert [tool.name for tool in tools] == ["lint_text", "list_rules", "explain_rule", "why"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert [tool.name for tool in talk(tmp_path, names, "--root", ".")][-1] == "lint_file"


def test_a_text_is_linted(tmp_path: Path) -> None:
    result = call(tmp_path, "lint_text", text=FAULTY)
    (finding,) = result.structured_content["findings"]
    assert (finding["rule"], finding["line"], finding["match"]) == ("sources/bare-source", 2, "A source")


def test_what_a_plugin_prints_or_reads_is_no_message(tmp_path: Path, write: Write) -> None:
    code = "import os, sys\nprint('noise')\nos.write(1, b'noise')\nsys.stdin.read()\nos.system('echo noise')\n"
    write("acme.py", code + LOCAL.replace("        for start", "        print('noise')\n        for start"))
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    arguments = ["-m", "newslint.mcp.main", "--config", ".newslint.toml"]
    env = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1"}
    command = StdioServerParameters(command=sys.executable, args=arguments, cwd=str(tmp_path), env=env)

    async def run() -> Any:
        async with Client(stdio_client(command)) as client:
            return await client.call_tool("lint_text", {"text": JARGON})

    (finding,) = asyncio.run(asyncio.wait_for(run(), 60)).structured_content["findings"]
    assert finding["rule"] == "acme/jargon"


def test_a_file_below_the_root_is_linted_and_no_other(tmp_path: Path, write: Write) -> None:
    write("wire/a.txt", FAULTY)
    write("secret.txt", FAULTY)
    root = ("--root", str(tmp_path / "wire"))
    (finding,) = call(tmp_path, "lint_file", *root, path="a.txt").structured_content["findings"]
    assert finding["line"] == 2
    (tmp_path / "wire" / "link.txt").symlink_to(tmp_path / "secret.txt")
    for path in ("a\0.txt", "a\ud800.txt"):
        with pytest.raises(ToolError, match=r"is not the name of a file; name one below the folder"):
            Tools(Linter(), str(tmp_path / "wire")).lint_file(path)
    os.mkfifo(tmp_path / "wire" / "pipe.txt")
    result = call(tmp_path, "lint_file", *root, path="pipe.txt")
    assert result.is_error
    assert "is a pipe or a device" in result.content[0].text
    for path in ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt"):
        result = call(tmp_path, "lint_file", *root, path=path)
        assert result.is_error
        assert "is outside the folder of the server" in result.content[0].text


def test_a_rule_is_explained_and_gives_its_reasons(tmp_path: Path) -> None:
    assert 'only "a source"' in call(tmp_path, "explain_rule", rule="sources/bare-source").content[0].text
    wrong = call(tmp_path, "explain_rule", rule="sources/bare-sourse")
    assert wrong.is_error
    assert 'did you mean "sources/bare-source"?' in wrong.content[0].text
    reasons = call(tmp_path, "why", rule="sources/bare-source", text=FAULTY, line=2).structured_content
    assert reasons["steps"][0]["words"] == "source"
    assert reasons["findings"] == 1


def test_what_cannot_be_linted_is_an_error_of_the_tool(tmp_path: Path) -> None:
    result = call(tmp_path, "lint_text", text=FAULTY, date="soon")
    assert result.is_error
    assert "soon" in result.content[0].text


def test_a_configuration_applies(tmp_path: Path, write: Write) -> None:
    write("c.toml", 'ignore = ["sources"]\n')
    result = call(tmp_path, "lint_text", "--config", "c.toml", text=FAULTY)
    assert result.structured_content == {"findings": []}
    listed = call(tmp_path, "list_rules", "--config", "c.toml").content[0].text
    assert "sources/" not in json.dumps(listed)


@pytest.mark.parametrize("arguments", [["--config", "none.toml"], ["--root", "none"]])
def test_a_server_that_cannot_start_says_why(tmp_path: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "newslint.mcp.main", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, input="")
    assert (done.returncode, done.stdout) == (2, "")
    assert "newslint-mcp: error: " in done.stderr
    assert arguments[1] in done.stderr
