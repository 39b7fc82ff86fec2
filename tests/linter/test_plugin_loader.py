"""Third-party plugins: installed with pip, local files that need trust, and broken ones."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.api import Article
from newslint.config.settings import PatternSpec
from newslint.plugin_loader import pattern_rules
from support import FAULT, FAULTY, ROOT, Run, Write

SAMPLE = ROOT / "tests" / "sample_plugin"
LOCAL = (SAMPLE / "newslint_acme" / "__init__.py").read_text(encoding="utf-8")
JARGON = "The nib is late.\n"


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
    assert 'plugin "newslint_numbers": is built in and always runs; remove it from "plugins"' in done.stderr


@pytest.fixture
def local_plugin(write: Write) -> Path:
    """Write a configuration with an untrusted local plugin; return the plugin's path."""
    write("a.txt", JARGON + FAULTY)
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    return write("acme.py", LOCAL)


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


BROKEN = {
    "raises at import": ("raise RuntimeError('boom')", "RuntimeError: boom"),
    "exits at import": ("raise SystemExit(3)", "SystemExit: 3"),
    "syntax error": ("def (", "SyntaxError"),
    "raises in a hook": ("def newslint_rules():\n    return [1 / 0]", "ZeroDivisionError: division by zero"),
    "no hook": (
        "",
        "provides no rules, readers or reporters; define newslint_rules(), newslint_readers() or newslint_reporters()",
    ),
    "unknown hook": ("def newslint_rulez():\n    return []", "unknown hook 'newslint_rulez'"),
    "not a rule": ("def newslint_rules():\n    return [int]", "is not a subclass of newslint.api.Rule"),
    "rule of another family": (
        LOCAL.replace('"acme/jargon"', '"sources/jargon"'),
        'the name of its rule Jargon is "sources/jargon"; it must be "acme/…"',
    ),
    "invalid severity": (LOCAL.replace('"info"', '"bad"'), 'acme/jargon has the severity "bad"'),
    "suffix of another reader": (
        LOCAL.replace('(".wire",)', '(".txt",)'),
        'reader of ".txt" is already provided by plugin "newslint.readers"',
    ),
    "two rules with one name": (
        LOCAL.replace("[Jargon]", "[Jargon] * 2"),
        'two of its rules are called "acme/jargon"',
    ),
    "reader without suffixes": (LOCAL.replace("    suffixes", "    kinds"), "newslint_readers() returned <class"),
    "reader that raises": (
        LOCAL.replace("    suffixes", "    __init__ = lambda self: 1 / 0\n    suffixes"),
        'plugin "acme.py": its reader WireReader cannot be created: ZeroDivisionError: division by zero',
    ),
    "reporter without a name": (
        LOCAL.replace('name = "acme-c', 'title = "acme-c'),
        "it must be a class with a `name`",
    ),
    "invalid lexicon": (LOCAL.replace("self.options.words}", "''}"), "'acme.jargon' must be a list of words"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_plugin_is_reported_and_other_rules_run(newslint: Run, local_plugin: Path, fault: str) -> None:
    content, message = BROKEN[fault]
    local_plugin.write_text(content, encoding="utf-8")
    done = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert message in done.stderr
    assert "acme" in done.stderr
    assert "[sources/bare-source]" in done.stdout


IN_RULE = LOCAL.replace("for start", "yield Finding(Span(0, 3), 'kept')\n        1 / 0\n        for start")


def test_a_rule_that_raises_keeps_what_it_found(newslint: Run, local_plugin: Path, write: Write) -> None:
    local_plugin.write_text(IN_RULE, encoding="utf-8")
    write("b.txt", FAULTY)
    done = newslint(".", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert "a.txt: acme/jargon: ZeroDivisionError: division by zero" in done.stderr
    assert "kept [acme/jargon]" in done.stdout
    assert done.stdout.count("[sources/bare-source]") == 2
    assert "Traceback" not in done.stderr
    assert "Traceback" in newslint(".", "--debug", NEWSLINT_TRUST_LOCAL="1").stderr


@pytest.mark.parametrize(
    ("finding", "message"),
    [
        ("Finding(Span(0, 9999), 'x')", "span 0-9999 lies outside the article's"),
        ("Finding(Span(5, 2), 'x')", "span 5-2 lies outside"),
        ("'words'", "a.txt: acme/jargon: AttributeError: 'str' object has no attribute 'location'"),
        ("Finding(Span(0, 1), None)", "a.txt: acme/jargon: AttributeError: 'NoneType' object has no attribute 'split'"),
    ],
)
def test_an_invalid_finding_is_reported(newslint: Run, local_plugin: Path, finding: str, message: str) -> None:
    local_plugin.write_text(LOCAL.replace("for start", f"yield {finding}\n        for start"), encoding="utf-8")
    done = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert message in done.stderr
    assert "[sources/bare-source]" in done.stdout


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


@pytest.mark.parametrize(
    "fault",
    [
        "exits at import",
        "syntax error",
        "rule of another family",
        "invalid severity",
        "two rules with one name",
        "invalid lexicon",
    ],
)
def test_option_test_reports_a_broken_plugin(newslint: Run, local_plugin: Path, fault: str) -> None:
    content, message = BROKEN[fault]
    local_plugin.write_text(content, encoding="utf-8")
    done = newslint("--test", "acme.py")
    assert done.returncode == 2
    assert message in done.stderr
    assert "acme" in done.stderr.partition(message)[0] + message


def test_a_plugin_error_is_reported_before_an_unknown_rule(newslint: Run, local_plugin: Path) -> None:
    for asked in (["--explain", "acme/jargon"], ["--select", "*/jargon"], ["--select", "acne"]):
        done = newslint(*asked)
        assert (done.returncode, done.stdout) == (2, "")
        assert "run `newslint --trust`" in done.stderr.partition("there is no rule")[0]
    local_plugin.write_text(BROKEN["suffix of another reader"][0], encoding="utf-8")
    done = newslint("a.txt", "--select", "acme/jargon,sources", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert 'plugin "acme.py": reader of ".txt" is already provided' in done.stderr
    assert "[sources/bare-source]" in done.stdout


@pytest.mark.parametrize("item", ["'text'", "Article(path, None)"])
def test_a_reader_that_yields_an_invalid_article_is_reported(
    newslint: Run, local_plugin: Path, write: Write, item: str
) -> None:
    local_plugin.write_text(
        LOCAL.replace('        yield Article(path, " "', f'        yield {item}\n        yield Article(path, " "')
    )
    write("a.wire", "2025-05-23\n" + JARGON)
    done = newslint(".", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert 'newslint: error: a.wire: reader of plugin "acme.py": returned ' in done.stderr
    assert done.stdout.count("[acme/jargon]") == 2


CROSS = (
    LOCAL.replace("Rule,", "CrossArticleRule, Fact, RelatedLocation, Rule,").replace("[Jargon]", "[Cross]")
    + '''

class Cross(CrossArticleRule):
    """Finds what the facts say.

    ```bad
    One.
    ^^^^ {'1': [2]}
    ```

    ```good
    ```
    """

    name = "acme/cross"

    def collect_facts(self, article):
        for key, value in [(["k"], 1), (7, 1), ("k", {1}), ("k", len), ("k", {1: (2,)})]:
            if len(article.text) > 1:
                yield Fact(key, Span(0, len(article.text) - 1), value)

    def compare_facts(self, facts):
        for fact in facts:
            yield Finding(fact.location, f"{fact.value}")
'''
)


def test_facts_that_are_not_json_serializable_are_reported(newslint: Run, local_plugin: Path, write: Write) -> None:
    local_plugin.write_text(CROSS, encoding="utf-8")
    write("b.txt", FAULTY)
    serial, parallel = (newslint(".", "-j", jobs, NEWSLINT_TRUST_LOCAL="1") for jobs in "12")
    assert serial.returncode == 2
    for wrong in ("a key of type list", "a key of type int", "Object of type set", "Object of type builtin_function"):
        assert (
            f"newslint: error: b.txt: acme/cross: returned a fact that is not JSON-serializable: {wrong}"
            in serial.stderr
        )
    assert serial.stdout.count("{'1': [2]} [acme/cross]") == 2
    assert serial.stdout.count("[sources/bare-source]") == 2
    assert (serial.stdout, serial.stderr) == (parallel.stdout, parallel.stderr)
    tried = newslint("--test", "acme.py")
    assert set(tried.stdout.split("not JSON-serializable:")[0].split("\n")) == {
        "acme/cross: example at line 3: raised an error: returned a fact that is "
    }


def test_a_single_article_is_not_compared(newslint: Run, local_plugin: Path, write: Write) -> None:
    local_plugin.write_text(CROSS, encoding="utf-8")
    alone = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert "acme/cross" not in alone.stdout + alone.stderr
    record = json.dumps({"text": FAULTY}) + "\n"
    write("b.jsonl", record * 2)
    assert "b.jsonl#1:1:1: warning: {'1': [2]} [acme/cross]" in newslint("b.jsonl", NEWSLINT_TRUST_LOCAL="1").stdout


LOCAL_STRING = """class Bare(str): pass
        yield Finding(Span(0, 3), 'kept', None, (RelatedLocation(Span(0, 1), Bare('x')),))
        """


def test_findings_that_cannot_be_pickled_are_kept(newslint: Run, local_plugin: Path, write: Write) -> None:
    content = LOCAL.replace("Rule,", "RelatedLocation, Rule,").replace("for start", LOCAL_STRING + "for start")
    local_plugin.write_text(content, encoding="utf-8")
    write("b.txt", FAULTY)
    serial, parallel = (newslint(".", "-j", jobs, NEWSLINT_TRUST_LOCAL="1") for jobs in "12")
    assert serial.stdout.count("kept [acme/jargon]") == 1
    assert (serial.returncode, serial.stdout, serial.stderr) == (parallel.returncode, parallel.stdout, parallel.stderr)


def test_a_file_that_crashes_its_process_is_reported_and_the_rest_linted(
    newslint: Run, local_plugin: Path, write: Write
) -> None:
    fatal = "if 'fatal' in article.text: __import__('os')._exit(7)\n        for start"
    local_plugin.write_text(LOCAL.replace("for start", fatal), encoding="utf-8")
    for name in "bcd":
        write(f"{name}.txt", FAULTY)
    for name in ("fatal", "later"):
        write(f"{name}.txt", "A nib is fatal.\n")
    done = newslint(".", "-j", "2", "--select", "acme,sources/bare-source", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "a.txt", "b.txt", "c.txt", "d.txt"]
    assert done.stderr.count("was not linted: the worker process crashed") == 2
    assert "newslint: error: fatal.txt: was not linted" in done.stderr


PATTERN = "[[pattern]]\nname = \"spelling\"\nmatch = 'Kiev(\\w*)'\nmessage = '\"{match}\": write Kyiv'\n"


def test_a_pattern_in_the_configuration_is_a_rule(newslint: Run, write: Write) -> None:
    write("a.txt", "In Kievan times.\n")
    write(".newslint.toml", PATTERN + "replace = 'Kyiv\\1'\nseverity = \"error\"\n")
    assert newslint("a.txt").stdout == 'a.txt:1:4: error: "Kievan": write Kyiv [pattern/spelling]\n'
    assert '"edits": [{"start": 3, "end": 9, "text": "Kyivan"}]' in newslint("a.txt", "--format", "jsonl").stdout
    assert newslint("a.txt", "--ignore", "pattern").stdout == ""
    write(".newslint.toml", PATTERN + '[rules."pattern/spelling"]\nseverity = "info"\n')
    assert newslint("a.txt").stdout.startswith("a.txt:1:4: info: ")
    write(".newslint.toml", PATTERN + '[rules."pattern/spelling"]\nseverety = "info"\n')
    assert 'unknown option "severety"; did you mean "severity"?' in newslint("a.txt").stderr


def test_a_pattern_that_backtracks_too_long_is_stopped(newslint: Run, write: Write) -> None:
    write("a.txt", "a" * 40 + "!\n" + FAULTY)
    write(".newslint.toml", PATTERN.replace("Kiev(\\w*)", "(a|aa|a?)+b"))
    done = newslint("a.txt", "--select", "pattern,sources")
    assert done.returncode == 2
    assert "a.txt: pattern/spelling: TimeoutError" in done.stderr
    assert "[sources/bare-source]" in done.stdout


def test_the_time_limit_of_a_pattern_excludes_its_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_rules, "TIMEOUT_SECONDS", 0.2)
    (kind,) = pattern_rules.make_rules([PatternSpec("a", "a", "m")])
    found = kind().check(Article("a.txt", "a " * 200))
    next(found)
    until = time.process_time() + 0.4
    while time.process_time() < until:  # time that the caller takes between findings does not count
        pass
    assert len(list(found)) == 199


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


def test_a_rule_that_raises_system_exit_is_a_failure(newslint: Run, local_plugin: Path) -> None:
    local_plugin.write_text(LOCAL.replace("for start", "raise SystemExit(0)\n        for start"), encoding="utf-8")
    done = newslint("a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert "[sources/bare-source]" in done.stdout


def test_a_reporter_that_raises_is_a_failure(newslint: Run, local_plugin: Path) -> None:
    local_plugin.write_text(LOCAL.replace('yield f"{sum', 'yield f"{1 / 0}{sum'), encoding="utf-8")
    done = newslint("a.txt", "--format", "acme-count", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr
