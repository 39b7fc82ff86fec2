"""The steps of the GitHub action, run as a runner runs them, and the examples of docs/ci.md against their schemas."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import FAULT, FAULTY, ROOT, Write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

yaml = pytest.importorskip("yaml")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
on_unix = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash and programs of Unix")


def step(name: str) -> dict[str, Any]:
    return next(step for step in ACTION["runs"]["steps"] if step["name"] == name)


def run(name: str, tmp_path: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run one step of the action in `tmp_path`; return the process and the outputs that the step set."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    env |= {"RUNNER_TEMP": str(tmp_path / "runner temp"), "GITHUB_ACTION_PATH": str(ROOT)}
    env["GITHUB_OUTPUT"] = str(tmp_path / "outputs")
    values = {key: str(value["default"]) for key, value in ACTION["inputs"].items()} | inputs
    for variable, value in step(name).get("env", {}).items():
        env[variable] = re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: values[match[1]], value)
    script = tmp_path / "step.sh"
    script.write_text(step(name)["run"])
    # As GitHub documents for `shell: bash`.
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    outputs = tmp_path / "outputs"
    lines = outputs.read_text().splitlines() if outputs.exists() else []
    return done, dict(line.split("=", 1) for line in lines)


@pytest.fixture
def articles(tmp_path: Path, write: Write) -> None:
    """Write articles, and the command at the path where the first step of the action installs it."""
    write("wire copy/a.txt", FAULTY)
    write("b.txt", FAULTY)
    write("good/c.txt", "Nothing is wrong here.\n")
    command = write("runner temp/newslint/bin/newslint", f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n')
    command.chmod(0o755)


@on_unix
@pytest.mark.usefixtures("articles")
def test_the_action_annotates_its_findings(tmp_path: Path) -> None:
    done, outputs = run("Lint", tmp_path)
    assert (done.returncode, outputs) == (1, {"status": "1"})
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        "::warning file=b.txt",
        "::warning file=wire copy/a.txt",
    ]


@on_unix
@pytest.mark.usefixtures("articles")
def test_paths_are_split_by_line_and_options_by_white_space(tmp_path: Path) -> None:
    options = "--select sources/*\n  --fail-on error"
    done, outputs = run("Lint", tmp_path, paths="wire copy\ngood\n", args=options, format="text")
    assert (done.returncode, outputs) == (0, {"status": "0"})
    assert done.stdout.startswith(f"wire copy/a.txt{FAULT}")
    assert len(done.stdout.splitlines()) == 1


@on_unix
@pytest.mark.usefixtures("articles")
def test_inputs_are_never_run_as_commands(tmp_path: Path) -> None:
    evil = "$(touch owned) `touch owned`; touch owned"
    done, outputs = run("Lint", tmp_path, paths=evil, args="--fail-on=$(touch${IFS}owned)")
    assert (done.returncode, outputs) == (2, {"status": "2"})
    assert not (tmp_path / "owned").exists()


@on_unix
@pytest.mark.usefixtures("articles")
def test_sarif_can_be_uploaded_for_any_exit_status(tmp_path: Path) -> None:
    done, outputs = run("Lint", tmp_path, format="sarif")
    assert (done.returncode, outputs["status"], done.stdout) == (1, "1", "")
    log = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 2
    (tmp_path / "outputs").unlink()
    # A file of an earlier run is not uploaded when this run writes none.
    done, outputs = run("Lint", tmp_path, format="sarif", args="--nonsense")
    assert (done.returncode, outputs) == (2, {"status": "2"})


def test_the_documentation_lists_the_inputs_of_the_action() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(ACTION["inputs"])
    inputs = [job["with"] for text in EXAMPLES[:2] for job in yaml.safe_load(text)["jobs"]["newslint"]["steps"][1:]]
    assert len(inputs) == 2
    assert all(set(names) <= set(ACTION["inputs"]) for names in inputs)


@on_unix
@pytest.mark.slow
def test_the_action_installs_newslint(tmp_path: Path, write: Write) -> None:
    done, _ = run("Install newslint", tmp_path)
    assert done.returncode == 0, done.stderr
    write("a.txt", FAULTY)
    done, _ = run("Lint", tmp_path, paths="a.txt")
    assert done.stdout.startswith("::warning file=a.txt,line=2,")


@on_unix
@pytest.mark.slow
def test_the_action_the_workflows_and_the_examples_match_their_schemas(tmp_path: Path, write: Write) -> None:
    made = [sys.executable, "-m", "venv", tmp_path / "venv"]
    subprocess.run(made, check=True)
    install = [tmp_path / "venv" / "bin" / "pip", "install", "--quiet", "check-jsonschema"]
    if subprocess.run(install, capture_output=True).returncode:
        pytest.skip("check-jsonschema cannot be installed here")
    kinds = ["github-workflows", "github-workflows", "gitlab-ci"]
    assert len(EXAMPLES) == len(kinds)
    pages = [write(f"{number}.yml", text) for number, text in enumerate(EXAMPLES)]
    workflows = [("github-workflows", page) for page in sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
    for kind, page in [("github-actions", ROOT / "action.yml"), *workflows, *zip(kinds, pages, strict=True)]:
        check = [tmp_path / "venv" / "bin" / "check-jsonschema", "--builtin-schema", f"vendor.{kind}", page]
        done = subprocess.run(check, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_the_page_of_dependencies_names_every_direct_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = set(extras) - {"docs", "ray", "test"}  # for work on newslint; and Ray, which the page names
    for workflow in ("audit", "release"):
        text = (ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
        assert [set(found.split(",")) for found in re.findall(r"\[([\w]+,[\w,]+)\]\"", text)] == [listed]
    wanted = [*project["dependencies"], *(one for extra in listed for one in extras[extra])]
    names = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in wanted} - {"tomli"}
    rows = re.findall(
        r"^\| ([\w-]+) \| ([^|]+) \| ([^|]+) \|$", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE
    )
    direct = {name for name, _, parents in rows if "newslint" in parents.split(", ")}
    assert direct == names
    assert all(licence.strip() for _, licence, _ in rows)
