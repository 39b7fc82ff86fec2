"""The documentation site: its navigation, and what becomes of links and of the playground."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("build_site", ROOT / "tools" / "build_site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages_in(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    return [page for entry in nav for value in entry.values() for page in pages_in(value)]


def test_the_navigation_has_every_page(site: ModuleType, tmp_path: Path) -> None:
    site.stage(tmp_path / "site", "https://news.example/")
    project = tomllib.loads((tmp_path / "site" / "zensical.toml").read_text(encoding="utf-8"))["project"]
    assert project["site_url"] == "https://news.example/"
    there = {page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md")} - {"docs/README.md"}
    assert there - set(pages_in(project["nav"])) == set()
    assert all((tmp_path / "site" / "pages" / page).is_file() for page in pages_in(project["nav"]))


def test_the_name_of_an_example_is_the_title_of_its_block(site: ModuleType, tmp_path: Path) -> None:
    site.stage(tmp_path / "site")
    page = (tmp_path / "site/pages/docs/rules/boilerplate/repeated-line.md").read_text(encoding="utf-8")
    assert "\n```bad title='a.txt'\n" in page
    page = (tmp_path / "site/pages/docs/tutorial-rules.md").read_text(encoding="utf-8")
    assert "\n````python title='newslint_desk/long_lede.py'\n" in page
    assert "\n    ```bad { options.words = 10 }\n" in page  # as the block shows it


def test_without_npm_the_site_is_built_without_the_playground(
    site: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(folder: Path, **_: str) -> None:
        folder.mkdir()
        raise RuntimeError("npm is not installed")

    site.stage(tmp_path / "site")
    monkeypatch.setattr(site, "build_playground", fail)
    site.add_playground(tmp_path / "site" / "pages")
    assert capsys.readouterr().err == "the site is without the playground: npm is not installed\n"
    assert not (tmp_path / "site" / "pages" / "docs" / "playground").exists()


@pytest.mark.slow
def test_a_link_that_does_not_resolve_is_an_error(
    site: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [sys.executable, "-m", "venv", tmp_path / "venv"]
    subprocess.run(made, check=True)
    python = tmp_path / "venv" / "bin" / "python"
    if subprocess.run([python, "-m", "pip", "install", "--quiet", "zensical"], capture_output=True).returncode:
        pytest.skip("zensical cannot be installed here")
    site.stage(tmp_path / "site")
    build = [python, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(build, cwd=tmp_path / "site", capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "html" / "docs" / "rules" / "sources" / "bare-source" / "index.html").is_file()
    page = tmp_path / "site" / "pages" / "docs" / "why.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](output.md#nothing)\n", encoding="utf-8")
    done = subprocess.run(build, cwd=tmp_path / "site", capture_output=True, text=True)
    assert done.returncode == 1
    assert "anchor does not exist" in done.stdout + done.stderr
