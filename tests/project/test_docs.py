"""What the documentation says is true: rule pages are fresh, links lead somewhere, examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.config.loader import KEYS, load
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.rule_docs import main, pages, stale
from support import ROOT, Run, Write

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_rule_pages_are_fresh() -> None:
    assert list(stale(ROOT / "docs" / "rules", pages(build_linter(Settings())))) == []


def test_stale_pages_are_said_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "rule.md").write_text("x")
    assert main([str(tmp_path), "--check"]) == 1
    assert "gone/rule.md is stale" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    assert not (tmp_path / "gone" / "rule.md").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_configuration_in_the_documentation_is_one(write: Write) -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    toml = next(body for kind, body in FENCE.findall(text) if kind == "toml")
    settings = load(str(write("x.toml", toml)))
    assert {key for key in KEYS if re.search(rf"^(?:\[+)?{key}\b", toml, re.MULTILINE)} == set(KEYS)
    assert settings.patterns[0].name == "kyiv"


def test_the_configuration_of_this_repository_runs() -> None:
    linter = build_linter(load(str(ROOT / ".newslint.toml")))
    assert linter.failures == ()
    assert "pattern/kyiv" in linter.all_rules


def test_the_examples_for_rule_authors_are_plugins(newslint: Run, write: Write) -> None:
    text = (ROOT / "docs" / "rule-authors.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    plugins = [block for block in blocks if "import" in block]
    assert plugins
    write("a.txt", "The nib is late.\n")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\nselect = ["acme"]\n')
    for code in plugins:
        write("acme.py", code)
        assert newslint("--test", "acme.py").returncode == 0
        assert newslint("--trust").returncode == 0
        assert newslint(".").stdout == 'a.txt:1:5: info: "nib" is desk jargon; write it for readers. [acme/jargon]\n'


def test_the_readme_begins_with_a_picture_of_the_report() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[0]
    (target,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", first)
    assert target == "docs/images/report.png"
    assert (ROOT / target).read_bytes().startswith(b"\x89PNG")


def test_the_readme_shows_what_the_command_finds(newslint: Run) -> None:
    shown = [
        line
        for kind, body in FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
        if kind == "text"
        for line in body.splitlines()
        if line.startswith("seeds/")
    ]
    found = newslint("seeds/", cwd=ROOT).stdout.splitlines()
    assert shown
    assert set(shown) <= set(found)
