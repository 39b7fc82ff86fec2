"""What a release needs: its address in every output, a README for a package index, files that agree on the version."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newslint
from support import FAULTY, ROOT, Write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

yaml = pytest.importorskip("yaml")
REPOSITORY = "https://host.example/press/newslint"
SITE = "https://press.example/newslint/"
RULE_PAGE = f"{SITE}docs/rules/sources/bare-source/"


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with the files that name an address."""
    folder = tmp_path / "checkout"
    names = ("src/newslint/__init__.py", "pyproject.toml", "CITATION.cff", "README.md", "CHANGELOG.md")
    for path in (*(ROOT / name for name in names), *(ROOT / "docs").glob("*.md")):
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return folder


def test_the_address_is_written_wherever_a_release_needs_it(checkout: Path) -> None:
    tool("set_address").set_address(checkout, REPOSITORY + "/", SITE.rstrip("/"))
    assert f'DOCUMENTATION = "{SITE}"' in (checkout / "src/newslint/__init__.py").read_text(encoding="utf-8")
    urls = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert (urls["Documentation"], urls["Source"]) == (SITE, REPOSITORY)
    assert urls["Changelog"] == f"{REPOSITORY}/blob/v{newslint.__version__}/CHANGELOG.md"
    assert yaml.safe_load((checkout / "CITATION.cff").read_text(encoding="utf-8"))["repository-code"] == REPOSITORY
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    assert f"repo: {REPOSITORY}\n    rev: v{newslint.__version__}\n" in readme
    assert "](docs/README.md)" in readme
    actions = (checkout / "docs/ci.md").read_text(encoding="utf-8")
    assert f"- uses: press/newslint@v{newslint.__version__}\n" in actions
    assert f"newslint @ git+{REPOSITORY}@v{newslint.__version__}" in actions
    assert [
        page.name
        for page in checkout.rglob("*.md")
        if re.search("<(this repository|a release)>", page.read_text("utf-8"))
    ] == []


def test_what_is_read_without_the_other_files_has_no_relative_link(checkout: Path) -> None:
    changes = checkout / "CHANGELOG.md"
    changes.write_text(changes.read_text(encoding="utf-8") + "\n- New: [pages](docs/README.md#x).\n", encoding="utf-8")
    tool("set_address").set_address(checkout, REPOSITORY, SITE, for_package=True)
    readme, notes = (path.read_text(encoding="utf-8") for path in (checkout / "README.md", changes))
    targets = re.findall(r"\]\(([^)]+)\)", readme + notes)
    assert len(targets) > 20
    assert [target for target in targets if not target.startswith("https://")] == []
    assert f"[pages]({REPOSITORY}/blob/v{newslint.__version__}/docs/README.md#x)" in notes
    picture = f"{REPOSITORY}/raw/v{newslint.__version__}/docs/images/report.png"
    assert f"({picture})]({REPOSITORY}/blob/v{newslint.__version__}/docs/report.md)" in readme


@pytest.mark.parametrize("address", ["press/newslint", "http://a.example/x", 'https://a.example/"'])
def test_an_address_that_is_none_is_refused(checkout: Path, address: str) -> None:
    with pytest.raises(ValueError, match="is not an https address"):
        tool("set_address").set_address(checkout, address, SITE)


def test_an_address_is_not_written_twice(checkout: Path) -> None:
    tool("set_address").set_address(checkout, REPOSITORY, SITE)
    with pytest.raises(ValueError, match="was the address set before"):
        tool("set_address").set_address(checkout, REPOSITORY, SITE)


def test_findings_link_to_the_page_of_their_rule(tmp_path: Path, write: Write) -> None:
    write("a.txt", FAULTY)

    def output(kind: str, site: str) -> str:
        # In a copy of this process, the address is that of the repository, which is empty.
        code = f"import newslint; newslint.DOCUMENTATION = {site!r}; from newslint.cli.main import main; main()"
        command = [sys.executable, "-c", code, "a.txt", "--select", "sources/bare-source", "--format", kind]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60).stdout

    assert json.loads(output("jsonl", ""))["url"] is None
    (rule,) = json.loads(output("sarif", ""))["runs"][0]["tool"]["driver"]["rules"]
    assert "helpUri" not in rule and rule["help"]["markdown"].startswith("Finds a speaker")
    assert not re.search(r'href="(?!#|data:)', output("html", ""))
    assert json.loads(output("jsonl", SITE))["url"] == RULE_PAGE
    (rule,) = json.loads(output("sarif", SITE))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == RULE_PAGE
    assert RULE_PAGE in output("html", SITE)


def test_every_file_agrees_on_the_version() -> None:
    def versions(name: str, pattern: str) -> set[str]:
        found = re.findall(pattern, (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        assert found, name
        return set(found)

    current = {newslint.__version__}
    assert versions("docs/newslint.1", r'^\.TH .*"newslint ([^"]+)"') == current  # tools/write_man_page.py
    assert versions("docs/report.md", r'"version": "([^"]+)"') == current
    # Examples get their release from tools/set_address.py; one that names a version would be forgotten.
    pinned = r"newslint(?:\.git)?(?:@v|==)(\d[\w.]*)|^ *rev: v(\d[\w.]*)"
    pages = [ROOT / "README.md", ROOT / "action.yml", *(ROOT / "docs").glob("*.md")]
    assert [page.name for page in pages if re.search(pinned, page.read_text(encoding="utf-8"), re.MULTILINE)] == []
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == newslint.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["license"], citation["authors"]) == (project["license"], project["authors"])


def workflow(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    )
    return loaded


def test_nothing_is_published_before_it_is_checked() -> None:
    jobs = workflow("release")["jobs"]
    assert set(jobs["publish"]["needs"]) == set(jobs) - {"publish"}
    assert jobs["audit"]["uses"] == "./.github/workflows/audit.yml"
    # "on" is a boolean in YAML 1.1.
    assert "workflow_call" in workflow("audit")[True]
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    tried = jobs["install"]["strategy"]["matrix"]["python"]
    assert {one.rpartition(" ")[2] for one in classifiers if re.search(r":: 3\.\d", one)} <= set(tried)


def test_publishing_needs_no_secret() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    rights = workflow("release")["jobs"]["publish"]["permissions"]
    assert rights == {"contents": "write", "id-token": "write", "attestations": "write"}


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of Unix")
@pytest.mark.parametrize(
    ("tag", "changelog", "status"),
    [
        ("v{}", "## newslint {}, 2026-12-01\n", 0),
        ("v9.9.9", "## newslint {}, 2026-12-01\n", 1),
        ("v{}", "# Changes\n", 1),
    ],
)
def test_a_tag_without_its_version_or_changelog_is_refused(
    tmp_path: Path, write: Write, tag: str, changelog: str, status: int
) -> None:
    write("src/newslint/__init__.py", (ROOT / "src/newslint/__init__.py").read_bytes())
    write("CHANGELOG.md", changelog.format(newslint.__version__))
    (script,) = (one["run"] for one in workflow("release")["jobs"]["build"]["steps"] if "Refuse" in one.get("name", ""))
    command = ["bash", "-e", "-c", script]
    env = {**os.environ, "TAG": tag.format(newslint.__version__)}
    assert subprocess.run(command, cwd=tmp_path, env=env, check=False).returncode == status


def has_docker() -> bool:
    try:
        return subprocess.run(["docker", "info"], capture_output=True, timeout=20, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def test_the_container_gets_the_files_that_a_build_needs_and_no_rights() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert lines.index("USER newslint") < lines.index('ENTRYPOINT ["newslint"]')
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], *project["project"]["license-files"], "README.md"}
    assert {name for name in needed if name not in kept and name.split("/")[0] not in kept} == set()


@pytest.mark.slow
def test_the_container_lints_what_is_mounted(tmp_path: Path, write: Write) -> None:
    if not has_docker():
        pytest.skip("no Docker daemon here")
    subprocess.run(["docker", "build", "--quiet", "--tag", "newslint-test", ROOT], check=True, timeout=600)
    write("a.txt", FAULTY)
    run = ["docker", "run", "--rm", "--volume", f"{tmp_path}:/articles:ro", "newslint-test"]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.splitlines()[0].startswith("a.txt:2:1: warning:")) == (1, True)
    who = subprocess.run([*run[:3], "--entrypoint", "id", "newslint-test", "-u"], capture_output=True, text=True)
    assert who.stdout.strip() != "0"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of Unix")
@pytest.mark.parametrize("tags", [("v0.1.0",), ("v0.1.0", "v0.2.0")])
def test_the_notes_link_to_what_the_rules_find_since_the_release_before(
    tmp_path: Path, write: Write, tags: tuple[str, ...]
) -> None:
    (script,) = (one["run"] for one in workflow("release")["jobs"]["publish"]["steps"] if "link" in one.get("name", ""))
    repository = tmp_path / "repository"
    write("repository/CHANGELOG.md", "# Changes\n\n## newslint 9\n\n- New.\n\n## newslint 8\n\n- Old.\n")
    python = write("bin/python", '#!/bin/sh\ntest "$1" = -m || echo "$@"\n')
    python.chmod(0o755)
    env = os.environ | {
        f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    env |= {"PATH": f"{python.parent}:{os.environ['PATH']}", "TAG": tags[-1]}
    env |= {"REPOSITORY": "https://f", "SITE": "https://s/"}
    subprocess.run(["git", "init", "-q", repository], check=True, env=env)
    for tag in tags:
        subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", tag], cwd=repository, check=True, env=env)
        subprocess.run(["git", "tag", tag], cwd=repository, check=True, env=env)
    subprocess.run(["bash", "-e", "-c", script], cwd=repository, env=env, check=True)
    notes = (repository / "notes.md").read_text(encoding="utf-8")
    assert notes.startswith("## newslint 9\n\n- New.\n")
    compared = repository / "comparison" / "comparison.md"
    if len(tags) == 1:
        assert not compared.exists()
        assert "gained" not in notes
    else:
        assert compared.read_text(encoding="utf-8") == "tools/compare.py v0.1.0 v0.2.0 seeds --samples 5\n"
        assert notes.endswith(
            "\n[Findings gained and lost since v0.1.0](https://f/releases/download/v0.2.0/comparison.md)\n"
        )
