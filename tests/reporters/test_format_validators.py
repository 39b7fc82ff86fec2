"""Reports checked by programs installed with npm: Microsoft's SARIF validator and the GitHub Actions toolkit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.api import Article
from reports import BROKEN, make_finding, parse_commands, render
from support import ROOT, Run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("npm") and shutil.which("node")), reason="npm installs these programs"),
]
TEXT = 'é\U0001f600 A source\r\nsaid, 50%: \0 "no" {0} [x](1) <&>.\n'
ARTICLES = [Article(path, TEXT) for path in ("a, b:c%20/d.txt", "<é&>.txt", "../a.txt")] + [Article("a.jsonl", TEXT, 7)]
FINDINGS = [
    make_finding(
        article, (3, 11), TEXT, severity=severity, related=[(ARTICLES[-1], (3, 11))], edits=[(3, 5, ""), (12, 14, "x")]
    )
    for article, severity in zip(ARTICLES, ("error", "warning", "info", "info"), strict=True)
]


def installed(name: str, folder: Path) -> Path:
    """Install an npm package; return its folder."""
    done = subprocess.run(["npm", "install", "--no-save", "--prefix", folder, name], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"{name} cannot be installed here: {done.stderr.strip()[-200:]}")
    return folder / "node_modules" / name


def test_sarif_passes_the_microsoft_validator(tmp_path: Path, newslint: Run) -> None:
    package = installed("@microsoft/sarif-multitool", tmp_path)
    logs = {
        "full": render("sarif", FINDINGS, ARTICLES, BROKEN),
        "empty": render("sarif", [], []),
        "seeds": newslint("seeds", "--format", "sarif", cwd=ROOT).stdout,
    }
    for name, log in logs.items():
        (tmp_path / f"{name}.sarif").write_text(log, encoding="utf-8")
    validate = ["node", package / "bin.js", "validate", *(f"{name}.sarif" for name in logs), "--output", "results"]
    subprocess.run(
        validate,
        cwd=tmp_path,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        stdout=subprocess.DEVNULL,
        timeout=300,
    )
    (run,) = json.loads((tmp_path / "results").read_text(encoding="utf-8-sig"))["runs"]
    results = {result["ruleId"]: result["locations"][0] for result in run["results"]}
    results.pop("SARIF2005", None)  # no web page exists yet for `informationUri`
    assert (results, run["invocations"][0]["executionSuccessful"]) == ({}, True)


def test_sarif_matches_its_schema(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    package = installed("@microsoft/sarif-multitool", tmp_path)
    # The schema is in the package for this platform.
    schema = json.loads(next(package.parent.glob("*/sarif-2.1.0.json")).read_text(encoding="utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for log in render("sarif", FINDINGS, ARTICLES, BROKEN), render("sarif", [], []):
        assert [error.message for error in validator.iter_errors(json.loads(log))] == []


def test_github_commands_match_the_actions_toolkit(tmp_path: Path) -> None:
    installed("@actions/core", tmp_path)
    ours = render("github", FINDINGS, ARTICLES, BROKEN)
    names = {"line": "startLine", "col": "startColumn", "endColumn": "endColumn", "endLine": "endLine"}
    asked = [
        (name, data, {names.get(key, key): value for key, value in at.items()})
        for name, at, data in parse_commands(ours)
    ]
    (tmp_path / "say.mjs").write_text(
        "import * as core from '@actions/core'\n"
        f"for (const [name, data, at] of {json.dumps(asked)}) core[name](data, at)\n"
    )
    theirs = subprocess.run(["node", "say.mjs"], cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert len(asked) == len(FINDINGS) + len(BROKEN)
    assert [_sorted(line) for line in ours.split("\n")] == [_sorted(line) for line in theirs.split("\n")]


def _sorted(line: str) -> list[str]:
    """Return the parts of a command with its properties sorted, since their order has no meaning."""
    if not line:
        return []
    _, head, data = line.split("::", 2)
    return [data, *sorted(head.replace(" ", ",", 1).split(","))]
