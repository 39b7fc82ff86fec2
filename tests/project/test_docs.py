"""The documentation is true: generated pages are fresh, links resolve, names exist, examples run."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import newslint.api
from newslint.cli.option_help import OPTION_HELP
from newslint.cli.options import option_name
from newslint.config.config_file import CONFIG_KEYS, load_settings
from newslint.config.settings import Settings
from newslint.linter.linter import build_linter
from newslint.readers import newslint_readers
from newslint.reporters import newslint_reporters
from newslint.rule_docs import main, pages, stale_pages, with_meanings
from support import ROOT, Run, Write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DOCS = ROOT / "docs"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "changelog.d").glob("*.md"), *ROOT.glob("*/README.md")]
)
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """Return a page without its code blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


# Generated pages


def test_rule_pages_are_fresh() -> None:
    assert list(stale_pages(DOCS / "rules", pages(build_linter(Settings())))) == []


def test_stale_rule_pages_are_reported_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "removed").mkdir()
    (tmp_path / "removed" / "rule.md").write_text("x")
    assert main([str(tmp_path), "--check"]) == 1
    assert "removed/rule.md is stale" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    assert not (tmp_path / "removed" / "rule.md").exists()


@cache
def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_page_says_what_its_examples_show() -> None:
    written = pages(build_linter(Settings()))
    shows = (
        "Reported:\n\n```bad\nThe verdict is expected <br>",
        "After the fix:\n\n```fixed\n",
        "Not reported:\n\n```good\n",
    )
    assert [text for text in shows if text not in written["boilerplate/template-tag.md"]] == []
    assert "Not reported, in `first.txt`:\n\n```good first.txt\n" in written["numbers/articles-disagree.md"]
    example = '```bad { options.words = ["x"] }\nx\n```'
    assert with_meanings(example).startswith('Reported, with `options.words = ["x"]`:\n\n```bad')


def test_the_api_page_is_fresh() -> None:
    assert read("docs/api.md") == tool("write_api_page").page(), "run `python tools/write_api_page.py`"


def test_the_reference_is_fresh_and_complete() -> None:
    text = read("docs/reference.md")
    assert text == tool("write_reference_page").page(), "run `python tools/write_reference_page.py`"
    names = [*map(option_name, OPTION_HELP), *(f"| `{key}` |" for key in CONFIG_KEYS), "newslint_readers() ->"]
    assert [name for name in names if name not in text] == []


def test_a_stale_api_page_is_reported_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    writer = tool("write_api_page")
    monkeypatch.setattr(writer, "PAGE", tmp_path / "api.md")
    (tmp_path / "api.md").write_text("x")
    assert writer.main(["--check"]) == 1
    assert "docs/api.md is stale" in capsys.readouterr().err
    assert writer.main([]) == 0
    assert writer.main(["--check"]) == 0


def test_what_callers_fill_is_not_described_as_a_view() -> None:
    assert "article.get(speakers)" in read("docs/api.md")
    assert "article.get(offset_list)" not in read("docs/api.md"), "it would give all callers the same list"


def test_the_api_page_describes_every_export_and_nothing_else() -> None:
    described = re.findall(r"^### (\w+)$", read("docs/api.md"), re.MULTILINE)
    assert sorted(described) == sorted(newslint.api.__all__)


def test_every_export_has_a_description() -> None:
    entries = re.split(r"^##+ ", read("docs/api.md"), flags=re.MULTILINE)
    described = [entry.split()[0] for entry in entries if FENCE.sub("", entry).partition("\n")[2].strip()]
    assert set(newslint.api.__all__) - set(described) == set()


def test_the_docstring_of_the_api_lists_every_export() -> None:
    listed = set(re.findall(r"\w+", newslint.api.__doc__ or ""))
    assert set(newslint.api.__all__) - listed == set()


# Links and indexes


@cache
def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def relative_links() -> Iterator[tuple[Path, str, Path, str]]:
    """Yield each link to a file of the repository: its page, its text, the file and the anchor."""
    for page in PAGES:
        # A fragment becomes a part of CHANGELOG.md, so its links start from there.
        folder = ROOT if page.parent.name == "changelog.d" else page.parent
        for link, target, anchor in re.findall(r"\]\((([^)#\s]*)(?:#([^)]*))?)\)", prose(page)):
            if "://" not in target:
                yield page, link, folder / target if target else page, anchor


def test_relative_links_resolve() -> None:
    links = list(relative_links())
    assert len(links) > 100
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page, link, file, anchor in links
        if not file.exists() or (anchor and anchor not in anchors(file))
    ]
    assert broken == []


def linked_from(index: Path) -> set[Path]:
    return {(index.parent / target).resolve() for target in re.findall(r"\]\(([^)#\s]+\.md)", prose(index))}


@pytest.mark.parametrize("folder", [DOCS, DOCS / "decisions"], ids=lambda folder: folder.name)
def test_the_index_lists_every_page(folder: Path) -> None:
    there = set(folder.glob("*.md")) - {folder / "README.md"}
    assert there
    assert there - linked_from(folder / "README.md") == set()


def test_every_decision_has_its_three_parts() -> None:
    records = sorted((DOCS / "decisions").glob("0*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        headings = re.findall(r"^## (.+)$", record.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], record.name


# Names of modules


def defined_in(node: ast.AST) -> dict[str, ast.AST]:
    """Return what a module or a class defines or imports, by name."""
    found: dict[str, ast.AST] = {}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef):
            found[child.name] = child
        elif isinstance(child, ast.Assign | ast.AnnAssign):
            targets = child.targets if isinstance(child, ast.Assign) else [child.target]
            found |= {name.id: child for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return found


def missing_names(text: str) -> list[str]:
    """Return the code spans that name a module, or something in it, that does not exist."""
    return [code for code in CODE.findall(text) if not exists(code)]


def exists(code: str) -> bool:
    if re.fullmatch(r"newslint(\.\w+)+", code):
        return dotted_name_exists(code)
    path, _, names = code.partition("::")
    if not re.fullmatch(r"[\w./]+\.py", path) or not (names or "/" in path) or re.search(r"\b[A-Z]+\b|_[A-Z]+/", path):
        return True  # not the name of a module, or one with a placeholder such as FORMAT
    file = next((base / path for base in (ROOT, ROOT / "src" / "newslint") if (base / path).is_file()), None)
    if file is None:
        return False
    node: ast.AST | None = ast.parse(file.read_text(encoding="utf-8"))
    for name in names.split(".") if names else ():
        node = defined_in(node).get(name) if node else None
    return node is not None


def dotted_name_exists(name: str) -> bool:
    path = ROOT / "src" / name.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    module, _, last = name.rpartition(".")
    try:
        return hasattr(import_module(module), last)
    except ImportError:
        return False


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "changelog.d" not in page.parts], ids=lambda page: str(page.relative_to(ROOT))
)
def test_modules_and_names_in_pages_exist(page: Path) -> None:
    assert missing_names(prose(page)) == []


@pytest.mark.parametrize(
    "code",
    [
        "newslint.engine.nothing",
        "engine/nothing.py",
        "engine/checker.py::Nothing",
        "engine/checker.py::Checker.nothing",
        "src/newslint/nothing.py",
    ],
)
def test_a_wrong_name_would_be_noticed(code: str) -> None:
    assert missing_names(f"See `{code}`.") == [code]


@pytest.mark.parametrize(
    "code", ["newslint.engine.checker", "engine/checker.py::Checker.check", "src/newslint/api.py", "acme.py", "seeds/"]
)
def test_a_right_name_is_accepted(code: str) -> None:
    assert missing_names(f"See `{code}`.") == []


def test_the_glossary_defines_each_term_once_and_says_where() -> None:
    rows = re.findall(r"^\| (?!term)([\w -]+) \| (.+?) \| (.+?) \|$", read("docs/glossary.md"), re.MULTILINE)
    terms = [term for term, _, _ in rows]
    assert len(terms) > 50
    assert len(terms) == len(set(terms))
    assert [term for term, _, where in rows if not CODE.findall(where)] == []


def test_the_table_of_layers_equals_the_contract() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (contract,) = (each for each in contracts if each.get("containers") == ["newslint"])
    rows = re.search(r"^\| layer \|.*\n\|[-|]+\n((?:\|.*\n)+)", read("docs/architecture.md"), re.MULTILINE)
    assert rows
    table = [" | ".join(CODE.findall(re.split(r"(?<!\\)\|", row)[1])) for row in rows[1].splitlines()]
    assert table == contract["layers"]


def test_the_tree_shows_every_folder() -> None:
    tree = read("docs/architecture.md").split("```text\n")[1].split("```")[0]
    folders = {path.parent.relative_to(ROOT / "src" / "newslint") for path in (ROOT / "src" / "newslint").rglob("*.py")}
    shown = set(re.findall(r"(\w+)/", tree))
    assert {folder.name for folder in folders if folder.name} - shown == set()


def first_columns(page: str, table_head: str) -> list[str]:
    """Return the code spans in the first column of a page's table."""
    rows = re.search(rf"^\| {table_head} \|.*\n\|[-|]+\n((?:\|.*\n)+)", read(page), re.MULTILINE)
    assert rows
    return [code for row in rows[1].splitlines() for code in CODE.findall(row.split("|")[1])]


def test_the_table_of_formats_lists_every_reporter() -> None:
    assert first_columns("docs/output.md", "format") == [reporter.name for reporter in newslint_reporters()]


def test_every_list_of_suffixes_equals_the_readers() -> None:
    suffixes = [suffix for reader in newslint_readers() for suffix in reader.suffixes]
    assert first_columns("docs/readers.md", "suffix") == suffixes
    patterns = re.findall(r"files: \\\.\((.*)\)\$", read(".pre-commit-hooks.yaml"))
    # pre-commit installs newslint without the extra that web pages need.
    assert patterns == ["|".join(suffix[1:] for suffix in suffixes if not suffix.startswith(".htm"))] * 2


# Examples


def test_the_documented_configuration_is_valid_and_complete(write: Write) -> None:
    toml = next(body for kind, body in FENCE.findall(read("docs/configuration.md")) if kind == "toml")
    settings = load_settings(str(write("x.toml", toml)))
    assert {key for key in CONFIG_KEYS if re.search(rf"^(?:\[+)?{key}\b", toml, re.MULTILINE)} == set(CONFIG_KEYS)
    assert settings.patterns[0].name == "kyiv"


def test_the_configuration_of_this_repository_is_valid() -> None:
    linter = build_linter(load_settings(str(ROOT / ".newslint.toml")))
    assert linter.failures == ()
    assert "pattern/kyiv" in linter.all_rules


def test_the_example_for_rule_authors_is_a_plugin(newslint: Run, write: Write) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", read("docs/rule-authors.md"), re.MULTILINE | re.DOTALL)
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
    (target,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", read("README.md").split("```")[0])
    assert target == "docs/images/report.png"
    assert (ROOT / target).read_bytes().startswith(b"\x89PNG")


def test_the_readme_shows_what_the_command_prints(newslint: Run) -> None:
    shown = [
        line
        for kind, body in FENCE.findall(read("README.md"))
        if kind == "text"
        for line in body.splitlines()
        if line.startswith("seeds/")
    ]
    found = newslint("seeds/", cwd=ROOT).stdout.splitlines()
    assert shown
    assert set(shown) <= set(found)


def test_the_first_steps_of_the_readme_work(newslint: Run, write: Write, tmp_path: Path) -> None:
    readme = read("README.md")
    (command,) = re.findall(r"^cp -r wire clean && newslint (.*)$", readme, re.MULTILINE)
    for seed in (ROOT / "seeds").glob("*.txt"):
        write(f"wire/{seed.name}", seed.read_bytes())
    shutil.copytree(tmp_path / "wire", tmp_path / "clean")
    cleaned = newslint(*command.split())
    assert "newslint: fixed 5 files" in cleaned.stderr
    for file, there in (("wire/c.txt", True), ("clean/c.txt", False)):
        assert ("Save Up to 60%" in (tmp_path / file).read_text(encoding="utf-8")) is there
    (pattern,) = (body for kind, body in FENCE.findall(readme) if kind == "toml")
    write(".newslint.toml", pattern)
    assert newslint("--test", ".newslint.toml").stderr == "newslint: 1 rule tested, 0 problems found\n"
