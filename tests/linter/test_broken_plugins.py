"""Plugins, rules, readers and reporters that raise or return invalid values: each is reported, and the rest runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sample_plugin import JARGON, LOCAL
from support import FAULTY, Run, Write

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
    assert done.stderr.count("was not linted: its process ended") == 2
    assert "newslint: error: fatal.txt: was not linted" in done.stderr


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
