"""Third-party plugins: installed with pip, and local files that need trust."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from newslint.plugin_loader.finder import BUILT_IN, call_hooks
from newslint.plugin_loader.validation import validate
from sample_plugin import JARGON, LOCAL, SAMPLE
from support import FAULT, FAULTY, Run, Write


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Install the sample plugin with pip into a new folder; return the folder, for PYTHONPATH."""
    target = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "sample"
    subprocess.run(
        [sys.executable, "-c", f"import shutil; shutil.copytree({str(SAMPLE)!r}, {str(source)!r})"], check=True
    )
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", str(target)]
    subprocess.run([*pip, str(source)], check=True)
    return str(target)


def test_an_installed_plugin_runs_when_the_configuration_names_it(newslint: Run, write: Write, installed: str) -> None:
    write("a.txt", JARGON)
    assert "acme" not in newslint("a.txt", PYTHONPATH=installed).stdout
    write(".newslint.toml", 'plugins = ["acme"]\n[rules."acme/jargon"]\nseverity = "error"\n')
    done = newslint("a.txt", PYTHONPATH=installed)
    assert done.stdout == 'a.txt:1:5: error: "nib" is desk jargon; write it for readers. [acme/jargon]\n'
    assert done.returncode == 1


def test_the_options_of_a_plugin_are_type_checked(newslint: Run, write: Write, installed: str) -> None:
    write("a.txt", "A late nib and a splash.\n")
    write(".newslint.toml", 'plugins = ["acme"]\n[rules."acme/jargon"]\nwords = ["splash"]\nlimit = 1\n')
    assert newslint("a.txt", PYTHONPATH=installed).stdout.startswith('a.txt:1:18: info: "splash"')
    write(".newslint.toml", 'plugins = ["acme"]\n[rules."acme/jargon"]\nwords = "splash"\n')
    assert 'rules."acme/jargon".words must be a list of strings' in newslint("a.txt", PYTHONPATH=installed).stderr
    write(".newslint.toml", 'plugins = ["acme"]\n[rules."acme/jargon"]\nlimit = "1"\n')
    assert 'rules."acme/jargon".limit must be of type int, not str' in newslint("a.txt", PYTHONPATH=installed).stderr
    write(".newslint.toml", 'plugins = ["acme"]\n')
    output = newslint("--explain", "acme/jargon", PYTHONPATH=installed).stdout
    assert '- words = ["nib", "nibs"]: the words to find\n' in output


def test_an_empty_word_in_the_configuration_is_an_error(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", '[rules."sources/unexplained-anonymity"]\nnouns = [""]\n')
    done = newslint("a.txt")
    assert "sources/unexplained-anonymity: ValueError: the lexicon kind 'person' holds ''" in done.stderr
    assert done.returncode == 2


def test_the_reader_and_reporter_of_a_plugin_are_used(newslint: Run, write: Write, installed: str) -> None:
    write(".newslint.toml", 'plugins = ["acme"]\n')
    write("a.wire", "2025-05-23\n" + JARGON)
    done = newslint(".", "--select", "acme", PYTHONPATH=installed)
    assert done.stdout.startswith("a.wire:2:5: info: ")
    assert newslint(".", "--select", "acme", "--format", "acme-count", PYTHONPATH=installed).stdout == "1 in all\n"


def test_a_plugin_that_is_not_installed_is_an_error(newslint: Run, write: Write, installed: str) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", 'plugins = ["acne"]\n[rules."acne/x"]\n')
    done = newslint("a.txt", "--select", "sources", PYTHONPATH=installed)
    assert done.returncode == 2
    assert 'plugin "acne": is not installed; did you mean "acme"?; install it, or remove it' in done.stderr
    assert done.stdout.startswith("a.txt" + FAULT)


def test_a_plugin_cannot_take_the_name_of_a_built_in_plugin(newslint: Run, write: Write) -> None:
    write("newslint_numbers-1.dist-info/entry_points.txt", "[newslint]\nnewslint_numbers = stranger\n")
    write("newslint_numbers-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: newslint-numbers\nVersion: 1\n")
    write("stranger.py", "raise SystemExit('it ran')\n")
    write("a.txt", FAULTY)
    write(".newslint.toml", 'plugins = ["newslint_numbers"]\n')
    done = newslint("a.txt", PYTHONPATH=".")
    assert done.stdout.startswith("a.txt" + FAULT)
    assert (
        'plugin "newslint_numbers" (newslint-numbers 1): is built in and always runs; remove it from "plugins"'
        in done.stderr
    )


def test_a_local_plugin_runs_only_when_its_content_is_trusted(newslint: Run, local_plugin: Path) -> None:
    refused = newslint("a.txt")
    assert refused.returncode == 2
    assert "[acme/jargon]" not in refused.stdout
    assert "[sources/bare-source]" in refused.stdout
    assert 'plugin "acme.py": ' in refused.stderr
    assert "review it, then run `newslint --trust`" in refused.stderr
    assert newslint("--trust").returncode == 0
    agreed = newslint("a.txt")
    assert agreed.returncode == 1
    assert "[acme/jargon]" in agreed.stdout
    local_plugin.write_text(LOCAL + "\n# changed\n", encoding="utf-8")
    assert newslint("a.txt").returncode == 2


def test_the_environment_variable_trusts_plugins_for_one_run(newslint: Run, local_plugin: Path) -> None:
    assert "[acme/jargon]" in newslint("a.txt", NEWSLINT_TRUST_LOCAL="1").stdout
    assert newslint("a.txt").returncode == 2


def test_a_compiled_file_beside_a_trusted_plugin_is_ignored(newslint: Run, local_plugin: Path) -> None:
    newslint("--trust")
    cache = local_plugin.parent / "__pycache__"
    cache.mkdir()
    tag = sys.implementation.cache_tag
    (cache / f"acme.{tag}.pyc").write_bytes(b"not a program")
    assert "[acme/jargon]" in newslint("a.txt").stdout


def test_trust_applies_to_every_worker_process(newslint: Run, local_plugin: Path, write: Write) -> None:
    write("b.txt", JARGON)
    newslint("--trust")
    done = newslint(".", "-j", "2", "--select", "acme")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "b.txt"]


def test_a_clash_of_rule_names_is_an_error_that_names_both_plugins(
    newslint: Run, local_plugin: Path, write: Write
) -> None:
    write("other/acme.py", LOCAL)
    write(".newslint.toml", 'local-plugins = ["acme.py", "other/acme.py"]\n')
    done = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert 'plugin "other/acme.py": rule "acme/jargon" is already provided by plugin "acme.py"' in done.stderr
    assert done.stdout.count("[acme/jargon]") == 1


def test_option_test_runs_the_examples_of_a_local_plugin(newslint: Run, local_plugin: Path) -> None:
    done = newslint("--test", "acme.py")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 rule tested" in done.stderr
    local_plugin.write_text(LOCAL.replace("^^^ ", "^^^^ "), encoding="utf-8")
    done = newslint("--test", "acme.py")
    assert done.returncode == 1
    assert done.stdout.startswith("acme/jargon: example at line 3: ")
    assert newslint("--test", "nowhere").returncode == 2


def test_option_test_runs_the_examples_of_a_package(newslint: Run) -> None:
    done = newslint("--test", SAMPLE / "newslint_acme")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_file_name_grants_no_trust(newslint: Run, write: Write) -> None:
    from hashlib import sha256

    evil = LOCAL.encode()
    write("a.txt", JARGON)
    harmless = f"ok\n{sha256(evil).hexdigest()} .py"
    write(harmless, "")
    write("acme.py", evil)
    write(".newslint.toml", f"local-plugins = [{json.dumps(harmless)}]\n")
    newslint("--trust")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    assert newslint("a.txt").returncode == 2


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_plugins_are_valid(name: str) -> None:
    # A run does not validate them.
    validate(call_hooks(name, import_module(name)), name.removeprefix("newslint_"))


RULE = """
from newslint.api import *
class Late(Rule):
    '''Finds "late".'''
    name = "acme/late"
    required_kinds = ("acme.late",)
    def lexicon(self):
        return {"acme.late": ("late",)}
    def check(self, article):
        return [Finding(Span(start, end), "late") for start, end, _ in article.mentions("acme.late")]
def newslint_rules():
    return [Late]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "return [Late]",
            "return Late",
            "newslint_rules() returned the class Late, not a list; write it as in `return [Late]`",
        ),
        ("return [Late]", "return None", "provides no rules, readers or reporters; define newslint_rules()"),
        ("return [Late]", "return 3", "newslint_rules() returned int, not a list; write it as in `return [MyRule]`"),
        ("def check", "def chek", "acme/late defines neither check nor judge, so it finds nothing; define one of them"),
        ("(Rule)", "(CrossArticleRule)", "acme/late compares articles and does not define collect_facts; define it"),
        (
            '("acme.late",)\n    def',
            '"acme.late"\n    def',
            'acme/late has a string as required_kinds; write ("acme.late",)',
        ),
        (
            'required_kinds = ("acme.late"',
            'required_kinds = ("acme.lat"',
            'required_kinds has "acme.lat", which no lexicon names; did you mean "acme.late"?; name its words in lex',
        ),
    ],
)
@pytest.mark.parametrize("arguments", [("a.txt",), ("--test", "acme.py")], ids=["run", "test"])
def test_a_plugin_that_cannot_work_is_an_error_that_says_why(
    newslint: Run, write: Write, old: str, new: str, message: str, arguments: tuple[str, ...]
) -> None:
    write("a.txt", "It is late.\n")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\nselect = ["acme"]\n')
    assert RULE.count(old) == 1
    write("acme.py", RULE.replace(old, new))
    done = newslint(*arguments, NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
