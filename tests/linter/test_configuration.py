"""The configuration: what it may hold, where it stands, and what its errors say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from newslint.config.config_file import line_of
from support import ROOT, Run, Write

AIDE = "A palace aide said the visit was off.\n"
KIEV = '[[pattern]]\nname = "kyiv"\nmatch = "Kiev"\nmessage = "Write Kyiv."\n'


def rules(output: str) -> list[str]:
    """Return the rules of text output."""
    return [line.rpartition("[")[2].rstrip("]") for line in output.splitlines()]


class TestWhatRuns:
    def test_patterns_run_beside_what_is_selected(self, newslint: Run, write: Write) -> None:
        write("a.txt", f"{AIDE}Kiev is quiet.\n")
        write(".newslint.toml", f'select = ["sources"]\n{KIEV}')
        assert set(rules(newslint("a.txt").stdout)) == {"sources/unexplained-anonymity", "pattern/kyiv"}

    def test_an_ignored_pattern_does_not_run(self, newslint: Run, write: Write) -> None:
        write("a.txt", "Kiev is quiet.\n")
        write(".newslint.toml", f'ignore = ["pattern"]\n{KIEV}')
        assert newslint("a.txt").stdout == ""

    def test_select_on_the_command_line_is_strict(self, newslint: Run, write: Write) -> None:
        write("a.txt", f"{AIDE}Kiev is quiet.\n")
        write(".newslint.toml", KIEV)
        assert set(rules(newslint("a.txt", "--select", "sources").stdout)) == {"sources/unexplained-anonymity"}

    def test_a_rule_with_a_table_of_its_own_runs(self, newslint: Run, write: Write) -> None:
        write("a.txt", AIDE)
        own = '[rules."sources/unexplained-anonymity"]\nseverity = "error"\n'
        write(".newslint.toml", f'select = ["dates"]\n{own}')
        assert rules(newslint("a.txt").stdout) == ["sources/unexplained-anonymity"]


class TestTablesOfRules:
    @pytest.mark.parametrize("name", ["sources", "sources/*", "*/unexplained-*"])
    def test_a_family_or_a_glob_sets_the_severity(self, newslint: Run, write: Write, name: str) -> None:
        write("a.txt", AIDE)
        write(".newslint.toml", f'[rules."{name}"]\nseverity = "error"\n')
        assert ": error: " in newslint("a.txt").stdout

    def test_the_more_specific_table_wins(self, newslint: Run, write: Write) -> None:
        write("a.txt", AIDE)
        tables = {"sources/unexplained-anonymity": "info", "*/unexplained-*": "error", "sources": "warning"}
        text = "".join(f'[rules."{name}"]\nseverity = "{severity}"\n' for name, severity in tables.items())
        write(".newslint.toml", text)
        assert ": info: " in newslint("a.txt").stdout
        write(".newslint.toml", text.partition("\n[")[2].join(["[", ""]))
        assert ": error: " in newslint("a.txt").stdout

    def test_options_of_a_family_reach_the_rules_that_have_them(self, newslint: Run, write: Write) -> None:
        write("a.txt", "Florbs said the bees had left.\n")
        write(".newslint.toml", 'select = ["sources"]\n[rules."sources"]\nnouns = ["florbs"]\n')
        done = newslint("a.txt")
        assert "unknown option" not in done.stderr
        assert rules(done.stdout) == ["sources/vague-collective"]


class TestOverrides:
    CONFIG = """
[[overrides]]
paths = ["opinion", "*.draft.txt"]
ignore = ["sources/vague-collective"]
rules = { "sources" = { severity = "info" } }

[[overrides]]
paths = ["opinion/strict/*"]
rules = { "sources" = { severity = "error" } }
"""

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_rules_differ_by_path(self, newslint: Run, write: Write, jobs: str) -> None:
        write(".newslint.toml", 'select = ["sources"]\n' + self.CONFIG)
        names = ("news/a.txt", "news/a.draft.txt", "opinion/a.txt", "opinion/strict/a.txt")
        for name in names:
            write(name, AIDE + "Officials said it was late.\n")
        found = {name: set() for name in names}
        for line in newslint(".", "--jobs", jobs).stdout.splitlines():
            path, _, _, severity, _ = line.split(":", 4)
            found[path].add((severity.strip(), rules(line)[0].partition("/")[2]))
        assert {("warning", "unexplained-anonymity"), ("info", "vague-collective")} <= found["news/a.txt"]
        assert found["news/a.draft.txt"] == found["opinion/a.txt"] == {("info", "unexplained-anonymity")}
        assert found["opinion/strict/a.txt"] == {("error", "unexplained-anonymity")}

    def test_paths_are_relative_to_the_configuration(self, newslint: Run, write: Write, tmp_path: Path) -> None:
        write(".newslint.toml", self.CONFIG)
        write("opinion/a.txt", AIDE)
        assert ": info: " in newslint("a.txt", cwd=tmp_path / "opinion").stdout

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('[[overrides]]\nignore = ["dates"]', ':1: [[overrides]] number 1: "paths" is missing; add globs'),
            ('[[overrides]]\npath = ["a"]', ':2: [[overrides]] number 1: unknown key "path"; did you mean "paths"?'),
            ('[[overrides]]\npaths = ["/a"]', ':2: [[overrides]] number 1: "paths": "/a" cannot match any file'),
            (
                '[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["b"]\nignore = ["date"]',
                ':5: ignore: there is no rule "date"; did you mean "dates"?',
            ),
            (
                '[[overrides]]\npaths = ["a"]\nrules = { "sources" = { severity = "loud" } }',
                '"severity" must be one of error, warning, info',
            ),
        ],
    )
    def test_errors(self, newslint: Run, write: Write, text: str, message: str) -> None:
        write("a.txt", AIDE)
        write(".newslint.toml", text)
        done = newslint("a.txt")
        assert done.returncode == 2
        assert message in done.stderr


class TestErrorsNameTheLine:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('preview = true\nselekt = ["a"]', '.newslint.toml:2: unknown key "selekt"; did you mean "select"?'),
            ('\n\nignore = ["sorces"]', '.newslint.toml:3: ignore: there is no rule "sorces"; did you mean "sources"?'),
            ('preview = true\n[rules."source"]', ':2: rules: there is no rule "source"; did you mean "sources"?'),
            (
                '[rules."dates"]\n\nseverty = "info"',
                ':3: rules."dates": unknown option "severty"; did you mean "severity"?',
            ),
            (f"{KIEV}\n{KIEV}nam = 'x'", ':10: [[pattern]] number 2: unknown key "nam"; did you mean "name"?'),
            (
                KIEV.replace("Write Kyiv.", "{matched} is wrong."),
                ':4: [[pattern]] number 1: "message" has {matched}; it may have {match}, the matched words',
            ),
            ('profile = "app"', ':1: profile: there is no profile "app"; did you mean "ap"?'),
        ],
    )
    def test_line(self, newslint: Run, write: Write, text: str, message: str) -> None:
        write("a.txt", AIDE)
        write(".newslint.toml", text)
        done = newslint("a.txt")
        assert done.returncode == 2
        assert message in done.stderr

    def test_keys_are_found_below_their_table(self) -> None:
        text = 'a = 1\n[rules."x/y"]\nb = 1\n[rules."x/z"]\nb = 2\n'
        assert line_of(text, "rules", "x/z", "b") == 5
        assert line_of(text, "rules", "x/z", "none") == 4
        assert line_of(text, "none") == 0


class TestPyproject:
    def test_its_table_is_the_configuration(self, newslint: Run, write: Write) -> None:
        write("a.txt", AIDE)
        write("pyproject.toml", '[project]\nname = "wire"\n\n[tool.newslint]\nselect = ["dates"]\n')
        assert newslint("a.txt").stdout == ""
        write("pyproject.toml", '[project]\nname = "wire"\n\n[tool.newslint]\nselekt = ["dates"]\n')
        assert 'pyproject.toml:5: unknown key "selekt"; did you mean "select"?' in newslint("a.txt").stderr

    def test_one_without_the_table_is_passed_over(self, newslint: Run, write: Write, tmp_path: Path) -> None:
        write(".newslint.toml", 'select = ["dates"]\n')
        write("wire/a.txt", AIDE)
        write("wire/pyproject.toml", '[project]\nname = "wire"\n')
        assert newslint("a.txt", cwd=tmp_path / "wire").stdout == ""

    def test_newslint_toml_goes_before_it(self, newslint: Run, write: Write) -> None:
        write("a.txt", AIDE)
        write(".newslint.toml", "")
        write("pyproject.toml", '[tool.newslint]\nselect = ["dates"]\n')
        assert rules(newslint("a.txt").stdout) == ["sources/unexplained-anonymity"]


class TestPathsOfAnotherRepository:
    @pytest.fixture(autouse=True)
    def repositories(self, write: Write, tmp_path: Path) -> None:
        for name, family in (("here", "dates"), ("there", "sources")):
            (tmp_path / name / ".git").mkdir(parents=True)
            write(f"{name}/.newslint.toml", f'select = ["{family}"]\n')
            write(f"{name}/wire/a.txt", AIDE)

    def test_their_configuration_holds(self, newslint: Run, tmp_path: Path) -> None:
        assert rules(newslint("../there/wire", cwd=tmp_path / "here").stdout) == ["sources/unexplained-anonymity"]
        assert newslint("wire/a.txt", cwd=tmp_path / "here").stdout == ""

    def test_paths_of_both_have_that_of_the_working_directory(self, newslint: Run, tmp_path: Path) -> None:
        assert newslint("wire", "../there/wire", cwd=tmp_path / "here").stdout == ""

    def test_a_missing_path_does_not_choose(self, newslint: Run, tmp_path: Path) -> None:
        assert "select" in newslint("--show-config", "../none/a.txt", cwd=tmp_path / "here").stdout


class TestGitignore:
    @pytest.fixture(autouse=True)
    def repository(self, tmp_path: Path, write: Write) -> None:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        write(".gitignore", "build/\n*.tmp.txt\n!keep.tmp.txt\n")
        write("wire/.gitignore", "/old\n")
        for name in ("a.txt", "a.tmp.txt", "keep.tmp.txt", "build/a.txt", "wire/a.txt", "wire/old/a.txt", "old/a.txt"):
            write(name, AIDE)

    def test_what_git_ignores_is_not_searched(self, newslint: Run, tmp_path: Path) -> None:
        everything = ["--cached", "--others", "--exclude-standard", "*.txt"]
        files = subprocess.run(
            ["git", "ls-files", *everything], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert newslint("--show-files").stdout.split() == sorted(files.stdout.split())

    def test_a_folder_that_is_named_is_searched(self, newslint: Run) -> None:
        assert newslint("build", "--show-files").stdout.split() == ["build/a.txt"]
        assert newslint("build/a.txt", "--show-files").stdout.split() == ["build/a.txt"]
        assert newslint("wire", "--show-files").stdout.split() == ["wire/a.txt"]

    def test_it_can_be_turned_off(self, newslint: Run, write: Write) -> None:
        write(".newslint.toml", "gitignore = false\n")
        assert "build/a.txt" in newslint("--show-files").stdout.split()

    def test_force_exclude_leaves_out_files_that_are_named(self, newslint: Run, write: Write) -> None:
        write(".newslint.toml", 'exclude = ["old"]\n')
        write("photo.jpg", b"\xff\xd8")
        names = ("a.txt", "old/a.txt", ".b.txt", "photo.jpg")
        write(".b.txt", AIDE)
        done = newslint("--force-exclude", "--show-files", *names)
        assert done.stdout.split() == ["a.txt"]
        assert "left out: .b.txt, old/a.txt, photo.jpg" in done.stderr
        assert newslint("--show-files", "old/a.txt").stdout.split() == ["old/a.txt"]


def test_a_folder_outside_a_repository_has_no_gitignore(newslint: Run, write: Write) -> None:
    write(".gitignore", "a.txt\n")
    write("a.txt", AIDE)
    assert newslint("--show-files").stdout.split() == ["a.txt"]


class TestSchema:
    def test_it_accepts_what_newslint_accepts(self) -> None:
        jsonschema = pytest.importorskip("jsonschema")
        tomllib = pytest.importorskip("tomllib")
        schema = json.loads((ROOT / "src/newslint/config/newslint.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
        for text in ((ROOT / ".newslint.toml").read_text(encoding="utf-8"), page.split("```toml\n")[1].split("```")[0]):
            jsonschema.validate(tomllib.loads(text), schema)

    @pytest.mark.parametrize(
        "text", ["selekt = []", "preview = 1", '[rules."sources/bare-source"]\nloud = true', '[[pattern]]\nname = "x"']
    )
    def test_it_refuses_what_newslint_refuses(self, text: str) -> None:
        jsonschema = pytest.importorskip("jsonschema")
        tomllib = pytest.importorskip("tomllib")
        schema = json.loads((ROOT / "src/newslint/config/newslint.schema.json").read_text(encoding="utf-8"))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(text), schema)
