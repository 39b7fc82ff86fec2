"""Rules from `[[pattern]]` tables of the configuration: their findings, their options and their time limit."""

from __future__ import annotations

import time

import pytest

from newslint.api import Article
from newslint.config.settings import PatternSpec
from newslint.plugin_loader import pattern_rules
from support import FAULTY, ROOT, Run, Write

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


@pytest.mark.parametrize(
    ("match", "reason"),
    [
        (
            "(" * 3000 + "a" + ")" * 3000,
            '"match" is nested too deeply, or repeats too much (RecursionError); simplify it',
        ),
        ("(?:a|" * 1500 + "a" + ")" * 1500, "nested too deeply"),
        ("a{1,99999999999999999999}", "is not a valid regular expression"),
        ("Kiev|" * 3000 + "Kyjiw", '"match" has 15,005 characters, and may have 10,000; make several patterns of it'),
    ],
)
def test_a_pattern_that_costs_too_much_to_compile_is_refused(
    newslint: Run, write: Write, match: str, reason: str
) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", PATTERN.replace("Kiev(\\w*)", match))
    done = newslint("a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert '[[pattern]] "spelling"' in done.stderr
    assert reason in done.stderr


def test_all_patterns_together_have_a_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_rules, "TIMEOUT_SECONDS", 0.1)
    monkeypatch.setattr(pattern_rules, "TOTAL_SECONDS", 0.25)
    rules = [kind() for kind in pattern_rules.make_rules([PatternSpec(str(n), "(a|aa|a?)+b", "m") for n in range(9)])]
    article = Article("a.txt", "a" * 40 + "! b")
    errors = []
    for rule in rules:
        with pytest.raises(TimeoutError) as raised:
            list(rule.check(article))
        errors.append("the patterns before it took 0.25 s on this article" in str(raised.value))
    assert errors[0] is False
    assert errors[3:] == [True] * 6
    assert list(rules[0].check(Article("a.txt", "aab")))  # each article has its own


WORDS = """
[[pattern]]
name = "places"
words = { "Kiev" = "Kyiv", "New Bombay" = "Navi Mumbai" }
"""


def test_words_are_found_whole_and_replaced(newslint: Run, write: Write) -> None:
    path = write("a.txt", "Kiev and Kievan, New Bombay.\n")
    write(".newslint.toml", WORDS)
    assert newslint("a.txt").stdout == (
        'a.txt:1:1: warning: "Kiev": write "Kyiv". [pattern/places]\n'
        'a.txt:1:18: warning: "New Bombay": write "Navi Mumbai". [pattern/places]\n'
    )
    newslint("a.txt", "--fix", "--unsafe-fixes")
    assert path.read_text() == "Kyiv and Kievan, Navi Mumbai.\n"


def test_case_may_be_ignored(newslint: Run, write: Write) -> None:
    path = write("a.txt", "Prior to May, and prior to June.\n")
    pattern = '[[pattern]]\nname = "plain"\nwords = { "prior to" = "before" }\n'
    write(".newslint.toml", pattern)
    assert newslint("a.txt").stdout.count("pattern/plain") == 1
    write(".newslint.toml", pattern + "ignore-case = true\n")
    newslint("a.txt", "--fix", "--unsafe-fixes")
    assert path.read_text() == "Before May, and before June.\n"


def test_exceptions_and_quotations_are_left_alone(newslint: Run, write: Write) -> None:
    write("a.txt", "She ate chicken Kiev. “I like Kiev,” she said. Kiev is old.\n")
    write(".newslint.toml", WORDS + 'exceptions = ["chicken Kiev"]\nin-quotations = false\n')
    assert newslint("a.txt").stdout.startswith("a.txt:1:48: ")
    assert newslint("a.txt").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (WORDS + "match = 'a'", '"words" replaces "match" and "replace"; remove "match", or make two patterns'),
        (WORDS + "ignore-case = 1", '"ignore-case" must be true or false'),
        (WORDS + "exceptions = 'a'", '"exceptions" must be a list of strings'),
        (
            WORDS + f"exceptions = ['{'a' * 12_000}']",
            '"exceptions" has 12,017 characters, and may have 10,000; make several',
        ),
        ("[[pattern]]\nname = 'a'\nwords = ['a']", '"words" must be a table of strings'),
        ("[[pattern]]\nname = 'a'\nmatch = 'a'\nmessage = '{replace}'", '"message" has {replace}; it may have {match}'),
    ],
)
def test_wrong_keys_are_errors(newslint: Run, write: Write, text: str, message: str) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", text)
    done = newslint("a.txt")
    assert done.returncode == 2
    assert message in done.stderr


def test_the_examples_of_a_pattern_are_run(newslint: Run, write: Write) -> None:
    good, bad = 'good = ["Kyiv is old."]\n', 'bad = ["Kiev is old."]\n'
    write("style.toml", WORDS + good + bad)
    done = newslint("--test", "style.toml")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "newslint: 1 rule tested, 0 problems found\n"
    write("style.toml", WORDS + good.replace("Kyiv", "Kiev") + bad.replace("Kiev", "Kyiv"))
    done = newslint("--test", "style.toml")
    assert done.returncode == 1
    assert done.stdout == (
        'pattern/places: example at line 6: "Kyiv is old.": nothing found\n'
        'pattern/places: example at line 5: "Kiev is old.": found but not expected: "Kiev": write "Kyiv".\n'
    )
    write("style.toml", "")
    assert "has no [[pattern]]; add one with texts in bad and good" in newslint("--test", "style.toml").stderr


def test_the_house_style_to_start_from_passes_its_examples(newslint: Run) -> None:
    done = newslint("--test", ROOT / "docs" / "examples" / "house-style.toml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "5 rules tested" in done.stderr
