"""What a release needs: its address in every output, a README for a package index, files that agree on the version."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

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
    names = (
        "src/newslint/__init__.py",
        "pyproject.toml",
        "CITATION.cff",
        "README.md",
        "docs/ci.md",
        "docs/pre-commit.md",
    )
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
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


def test_the_readme_of_a_package_has_no_relative_link(checkout: Path) -> None:
    tool("set_address").set_address(checkout, REPOSITORY, SITE, for_package=True)
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)]+)\)", readme)
    assert len(targets) > 20
    assert [target for target in targets if not target.startswith("https://")] == []
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
    assert json.loads(output("jsonl", SITE))["url"] == RULE_PAGE
    (rule,) = json.loads(output("sarif", SITE))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == RULE_PAGE
    assert RULE_PAGE in output("html", SITE)


def test_every_file_agrees_on_the_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == newslint.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["license"], citation["authors"]) == (project["license"], project["authors"])
